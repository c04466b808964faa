// Turn every figure of a document into its partner and its tickmarks: what was proved of it, each proof made anew from facts and printed figures.
import { environmentOf, evaluate } from '../../figures/evaluate.ts';
import type { Document, Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { Cell, FactKey, Financials, Statement } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import { provesFact, provesMeasure } from './prove-figure.ts';

/** The marks of the book, in the order of its legend: letter, and what it says of a figure. */
export const markWords = {
  footed: { letter: 'F', words: 'footed: as printed, the parts of the column come to the total' },
  agrees: { letter: 'A', words: 'agrees with the same fact printed elsewhere in this language' },
  traced: { letter: 'D', words: 'traced to the data file that it was typed in' },
  recomputed: { letter: 'R', words: 'recomputed from facts by its formula' },
  translated: { letter: 'T', words: 'translated at the rate of the release' },
  stated: { letter: 'S', words: 'stated with its source, held by no table' },
  plugged: { letter: 'P', words: 'plugged: moved from its plain rounding so that the column foots' },
  overridden: { letter: 'O', words: 'overridden: printed as the release says, with its reason' },
  incomparable: { letter: 'C', words: 'not comparable: printed as a dash, with its reason' },
  waived: { letter: 'W', words: 'takes part in a relation that is waived' },
  differs: { letter: 'N', words: 'not the figure printed elsewhere for the same fact' },
  open: { letter: '?', words: 'open: nothing was proved' },
} as const;

export type Mark = keyof typeof markWords;

/** What was proved of one figure. */
export interface Marked {
  /** At least one: `open` where nothing is proved. */
  readonly marks: readonly Mark[];
  /** The first figure of the same language that prints the same fact and agrees. */
  readonly agreesWith?: Figure;
}

/** By figure id. */
export function markFigures(release: Release, financials: Financials, document: Document): ReadonlyMap<number, Marked> {
  const footed = footedCells(financials, release);
  const waived = waivedFacts(release, financials);
  const alike = byMeaning(document.figures);

  const marked = (figure: Figure): Marked => {
    const { fact: key, against, measure, place, lang, treatment } = figure;
    const fact = financials.facts.get(key);
    const base = against === undefined ? undefined : financials.facts.get(against);
    if (!fact) return { marks: ['open'] };
    const elsewhere = (alike.get(meaning(figure)) ?? []).filter((other) => other !== figure && other.lang === lang);
    const agreeing = elsewhere.filter((other) => agrees(figure, other));
    const proved = provesMeasure(figure, fact, base, release);
    const marks: Record<Exclude<Mark, 'open'>, boolean> = {
      footed: place.kind === 'cell' && footed.has(cellName(place.statement, place.row, place.column)),
      agrees: agreeing.length > 0,
      traced: proved && measure === 'amount' && fact.origin === 'reported',
      recomputed:
        proved && (measure === 'amount' ? fact.origin === 'computed' && provesFact(fact, release, financials) : measure !== 'translated'),
      translated: proved && measure === 'translated',
      stated: fact.origin === 'stated' || base?.origin === 'stated' || treatment === 'published',
      plugged: treatment === 'plug',
      overridden: treatment === 'override',
      incomparable: treatment === 'incomparable',
      waived: waived.has(key),
      differs: agreeing.length < elsewhere.length,
    };
    const found = (Object.keys(marks) as (keyof typeof marks)[]).filter((mark) => marks[mark]);
    const sound = found.some((mark) => mark !== 'differs' && mark !== 'plugged');
    return { marks: sound ? found : [...found, 'open'], ...(agreeing[0] ? { agreesWith: agreeing[0] } : {}) };
  };
  return new Map(document.figures.map((figure) => [figure.id, marked(figure)]));
}

/** Two printings of one fact: equal where both have the same units and decimals; else no further apart than a unit of each. */
function agrees(a: Figure, b: Figure): boolean {
  if (a.undecided || b.undecided) return a.undecided === b.undecided;
  const [exactA, exactB] = [a.exact.abs(), b.exact.abs()];
  if (exactA.isZero || exactB.isZero) return a.printed.isZero && b.printed.isZero;
  const ratio = exactB.div(exactA);
  const apart = a.printed.abs().mul(ratio).sub(b.printed.abs()).abs();
  if (ratio.equals(Exact.one) && a.decimals === b.decimals) return apart.isZero;
  return apart.compare(step(a).mul(ratio).add(step(b))) < 0;
}

const step = ({ decimals }: Figure): Exact => Exact.of(1n, 10n ** BigInt(decimals));

/** Facts that the sides of waived relations name. */
function waivedFacts(release: Release, financials: Financials): ReadonlySet<FactKey> {
  const environment = environmentOf(release, financials);
  return new Set(
    release.spec.waivers.flatMap((waiver) =>
      release.relations
        .filter((relation) => relation.check === waiver.check && relation.name === waiver.relation)
        .flatMap(({ left, right }) => [left, right])
        .flatMap((side) => {
          const result = evaluate(side, waiver.period, environment);
          return 'term' in result ? result.term.inputs : [];
        }),
    ),
  );
}

/** A name for a cell among all statements. */
const cellName = (statement: string, row: number, column: string): string => `${statement} ${row} ${column}`;

/** Adds up printed figures alone, whatever regime printed them; changes and figures per share are never added. */
function footedCells(financials: Financials, release: Release): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of financials.statements.values()) {
    for (const [row, { cells }] of statement.rows.entries()) {
      for (const [column, total] of cells.entries()) {
        if (!total || total.measure === 'change' || release.concepts.get(total.concept)?.unit === 'per-share') continue;
        const parts = partsOf(statement, row, column, total);
        const sum = parts.reduce((to, { cell, weight }) => (weight === 1 ? to.add(cell.printed) : to.sub(cell.printed)), Exact.zero);
        if (parts.length === 0 || !sum.equals(total.printed) || [total, ...parts.map(({ cell }) => cell)].some(isOpen)) continue;
        for (const each of [row, ...parts.map((part) => part.row)]) found.add(cellName(statement.id, each, total.column.id));
      }
    }
  }
  return found;
}

/** Ends of ranges add up by rules of their own, and what is undecided to nothing. */
const isOpen = ({ undecided, upper }: Cell): boolean => undecided === true || upper !== undefined;

interface Part {
  readonly row: number;
  readonly cell: Cell;
  readonly weight: 1 | -1;
}

/** Nothing unless every part stands in the column, in the units of its total. */
function partsOf(statement: Statement, row: number, column: number, total: Cell): readonly Part[] {
  const of = statement.rows[row]?.spec.of ?? [];
  const parts = of.flatMap(({ concept, weight }): Part[] => {
    const at = statement.rows.findIndex((each) => each.spec.concept === concept);
    const cell = statement.rows[at]?.cells[column];
    return cell && cell.scale === total.scale && cell.decimals === total.decimals ? [{ row: at, cell, weight }] : [];
  });
  return parts.length === of.length ? parts : [];
}

/** By figure id. Several figures may have one partner: a sentence and a table of one language, a sentence alone of another. */
export function findPartners(document: Document): ReadonlyMap<number, Figure> {
  const alike = byMeaning(document.figures);
  return new Map(
    document.figures.flatMap((figure) => {
      const others = (alike.get(meaning(figure)) ?? []).filter((other) => other.lang !== figure.lang);
      const [best] = others.sort((a, b) => nearness(b, figure) - nearness(a, figure) || a.id - b.id);
      return best ? [[figure.id, best] as const] : [];
    }),
  );
}

/** Figures that print the same, together, in order of print. */
function byMeaning(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const known = found.get(meaning(figure));
    if (known) known.push(figure);
    else found.set(meaning(figure), [figure]);
  }
  return found;
}

/** What a figure prints, in whatever units and words. */
const meaning = ({ fact, measure, against }: Figure): string => `${fact} ${measure} ${against ?? ''}`;

/** 4 the same cell; 3 the same section of the narrative; 2 prose for prose, a table for a table; 1 the same value; 0 neither. */
function nearness(other: Figure, figure: Figure): number {
  const [a, b] = [figure.place, other.place];
  if (a.kind === 'cell' && b.kind === 'cell' && a.statement === b.statement && a.row === b.row && a.column === b.column) return 4;
  if (a.kind === 'prose' && b.kind === 'prose' && a.section === b.section) return 3;
  if (a.kind === b.kind) return 2;
  return figure.printed.abs().equals(other.printed.abs()) ? 1 : 0;
}
