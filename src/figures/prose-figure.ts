// Turn what a sentence asks for into the figure that it prints: as a statement prints it, as an override says, or rounded as the issuer rounds.

import type { Figure } from '../model/document.ts';
import { Exact } from '../model/exact.ts';
import type { Override } from '../model/exceptions.ts';
import type { Cell, FactKey, Financials, ProseOverride, Statement, Treatment } from '../model/financials.ts';
import type { ForLangs } from '../model/language.ts';
import type { ChangePolicy } from '../model/release.ts';
import type { Scale } from '../model/unit.ts';
import { comparedOfCell, factsOfOverride } from './compared-fact.ts';
import type { FigureSources } from './figure-sources.ts';
import { type FactQuestion, isBeyond, measureFacts, type NoFigure, type ToldChange, toldChange, wordsOfChange } from './measure-figure.ts';
import { plainRounding, regimeOf } from './rounding.ts';
import { inBaseUnits, inPrintedUnits } from './scale.ts';

/** What a sentence asks for. */
export interface ProseQuestion extends Omit<FactQuestion, 'scale'> {
  /** change, difference, times: the id of the period compared with, which may have no figure. */
  readonly from?: string;
  readonly decimals: number;
  /** What amounts and dollars are written in; percentages and multiples have none. */
  readonly scale?: Scale;
  /** The statement whose figure is wanted; undefined for any. */
  readonly statement?: string;
}

/** A figure of a sentence before it is put into words. */
export interface ProseFigure {
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  /** The base, or the compared fact. */
  readonly against?: FactKey;
  /** In printed units, with the sign of the fact. */
  readonly exact: Exact;
  /** What is printed, likewise, whatever the sentence makes of its sign. */
  readonly printed: Exact;
  /** High end of a range, likewise; the values beside it are the low end. */
  readonly upper?: { readonly exact: Exact; readonly printed: Exact };
  /** Nothing is decided of it, or of what it is compared with: the values say nothing. */
  readonly undecided?: true;
  readonly decimals: number;
  readonly treatment: Treatment;
  /** The override that it is printed by, with its reason. */
  readonly override?: Override;
  /** What the statement that prints this change has instead of a number: the number stands nowhere, and no sentence may print it. */
  readonly statementWords?: ForLangs<string>;
  /** What a table would have instead of this change by the issuer's policy; a sentence may still print the number, unless it is beyond the limit. */
  readonly tableWords?: ForLangs<string>;
  /** What is told instead of a number that is worked out: a change as it was published, or a comparison that says nothing. */
  readonly told?: ToldChange;
  /** The change is too large for the issuer to print it as a number. */
  readonly beyond?: true;
}

export type ProseAnswer = { readonly kind: 'figure'; readonly figure: ProseFigure } | NoFigure;

/** Answers what the sentences of one release ask. */
export type AskFigure = (question: ProseQuestion) => ProseAnswer;

/** `financials` as derive made them: a figure that a statement prints is repeated, its plugs and overrides included. */
export function proseFigures(release: FigureSources, financials: Financials): AskFigure {
  // Where every section is recalled, nobody asks.
  let cells: PrintedCells | undefined;
  let overrides: readonly NamedOverride[] | undefined;
  return (question) => {
    const { fact, measure, against, decimals, scale, statement } = question;
    const told = toldChange(question, release);
    if (told) return toldFigure(question, told, release);
    const measured = measureFacts({ ...question, scale: scale ?? 'one' }, release);
    const { change: policy } = release.issuer;
    if (measured.kind === 'zero' && measure === 'change' && policy.policy !== 'signed') return fromNothing(question, policy);
    if (measured.kind !== 'exact') return measured;
    const { exact } = measured;
    const compared = measure === 'change' && against && !measured.undecided ? against : undefined;
    const words = compared && wordsOfChange(fact, compared, decimals, policy);
    const ends = measured.upper ? [exact, measured.upper] : [exact];
    const beyond = compared && ends.some((end) => isBeyond(end, decimals, policy)) ? { beyond: true as const } : {};
    const asked = { fact: fact.key, measure, decimals, ...(against ? { against: against.key } : {}) };
    const figure = { ...asked, exact, ...beyond, ...(words === undefined ? {} : { tableWords: words }) };

    const rounded = (value: Exact) => plainRounding(value, decimals, regimeOf({ measure, regime: release.issuer.regime }));
    if (measured.undecided) return { kind: 'figure', figure: { ...asked, exact, printed: exact, undecided: true, treatment: 'plain' } };

    overrides ??= financials.proseOverrides.map((override) => ({ override, ...factsOfOverride(override, financials.facts) }));
    const overridden = proseOverride(question, overrides);
    if (overridden) return { kind: 'figure', figure: { ...figure, ...overridden, treatment: 'override' } };

    cells ??= indexCells(financials);
    const found = findCell(cells, { ...asked, scale, statement });
    if (!found) {
      const upper = measured.upper && { upper: { exact: measured.upper, printed: rounded(measured.upper) } };
      return { kind: 'figure', figure: { ...figure, printed: rounded(exact), ...upper, treatment: 'plain' } };
    }
    const { cell } = found;
    const repeated = {
      ...printedEnds(found),
      treatment: cell.treatment,
      ...(cell.override ? { override: cell.override } : {}),
      ...(cell.text === undefined ? {} : { statementWords: cell.text }),
    };
    return { kind: 'figure', figure: { ...figure, ...repeated } };
  };
}

/** As tables print it. */
function toldFigure({ fact, measure, against, decimals }: ProseQuestion, told: ToldChange, { issuer }: FigureSources): ProseAnswer {
  const exact = told.treatment === 'published' ? told.entry.value : Exact.zero;
  const dash = told.treatment === 'incomparable' || told.entry.nil ? { statementWords: issuer.nil } : {};
  const compared = against ? { against: against.key } : {};
  const printed = exact.round(decimals);
  return {
    kind: 'figure',
    figure: { fact: fact.key, measure, ...compared, exact, printed, decimals, treatment: told.treatment, ...dash, told },
  };
}

/** A change from nothing, which is no number: tables print the words of the policy. */
function fromNothing({ fact, measure, against, decimals }: ProseQuestion, { text }: ChangePolicy): ProseAnswer {
  const compared = against ? { against: against.key } : {};
  const none = { exact: Exact.zero, printed: Exact.zero, decimals, treatment: 'plain' } as const;
  return { kind: 'figure', figure: { fact: fact.key, measure, ...compared, ...none, tableWords: text, beyond: true } };
}

/** An override with the facts that it speaks of. */
interface NamedOverride extends ReturnType<typeof factsOfOverride> {
  readonly override: ProseOverride;
}

/** The override of a figure that only prose prints, in the sentence's scale, if it can be printed there with these decimals. */
function proseOverride(question: ProseQuestion, overrides: readonly NamedOverride[]): { override: Override; printed: Exact } | undefined {
  const { fact, measure, against, decimals, scale } = question;
  for (const { override, fact: named, against: other } of overrides) {
    if (override.measure !== measure || named !== fact.key || other !== against?.key) continue;
    const printed = scale ? inPrintedUnits(inBaseUnits(override.print, fact.unit, override.scale), fact.unit, scale) : override.print;
    if (printed.round(decimals).equals(printed)) return { override, printed };
  }
  return undefined;
}

/** A cell and the sign that its row prints it with. */
interface IndexedCell {
  readonly statement: string;
  readonly cell: Cell;
  /** The row prints the fact with its sign reversed. */
  readonly negate: boolean;
}

/** What a figure in prose is, for finding a cell that prints the same. */
interface Sought {
  readonly fact: FactKey;
  readonly measure: Figure['measure'];
  readonly against?: FactKey | undefined;
  readonly decimals: number;
  /** Scale that amounts are written in; shares and changes have none. */
  readonly scale?: Scale | undefined;
  /** Only cells of this statement. */
  readonly statement?: string | undefined;
}

/** Cells of all statements by fact, measure and compared fact. */
type PrintedCells = ReadonlyMap<string, readonly IndexedCell[]>;

/** Every cell that prints a figure, each with the sign of its row. */
function indexCells(financials: Financials): PrintedCells {
  const cells = new Map<string, IndexedCell[]>();
  for (const statement of financials.statements.values()) {
    for (const { key, indexed } of cellsOf(statement)) {
      const known = cells.get(key);
      if (known) known.push(indexed);
      else cells.set(key, [indexed]);
    }
  }
  return cells;
}

interface KeyedCell {
  readonly key: string;
  readonly indexed: IndexedCell;
}

const keyed = new WeakMap<Statement, readonly KeyedCell[]>();

/** Of one statement: written once for as long as it is the same. */
function cellsOf(statement: Statement): readonly KeyedCell[] {
  const known = keyed.get(statement);
  if (known) return known;
  const made: KeyedCell[] = [];
  for (const { spec, cells } of statement.rows) {
    for (const cell of cells) {
      if (!cell) continue;
      const indexed = { statement: statement.id, cell, negate: spec.negate };
      made.push({ key: indexKey(cell.fact, cell.measure, comparedOfCell(cell)), indexed });
    }
  }
  keyed.set(statement, made);
  return made;
}

/** The first cell, in order of statement, that prints what is sought with as many decimals in the same scale. */
function findCell(cells: PrintedCells, sought: Sought): IndexedCell | undefined {
  return cells.get(indexKey(sought.fact, sought.measure, sought.against))?.find(({ statement, cell }) => {
    if (sought.statement !== undefined && statement !== sought.statement) return false;
    if (cell.nil || cell.decimals !== sought.decimals) return false;
    return sought.scale === undefined || cell.scale === sought.scale;
  });
}

/** What a cell prints, with the sign of the fact, whatever the sign of its row. */
function printedEnds({ negate, cell }: IndexedCell): Pick<ProseFigure, 'printed' | 'upper'> {
  const { printed, exact, upper } = cell;
  const turned = negate && cell.measure !== 'change';
  if (!upper) return { printed: turned ? printed.neg() : printed };
  if (!turned) return { printed, upper };
  return { printed: upper.printed.neg(), upper: { exact: exact.neg(), printed: printed.neg() } };
}

function indexKey(fact: FactKey, measure: Figure['measure'], against: FactKey | undefined): string {
  return `${fact} ${measure} ${against ?? ''}`;
}
