// Turn a statement's rows, concepts or periods, into body rows: labels, figure cells split for alignment, and the section heads above each.

import { comparedOfCell } from '../figures/compared-fact.ts';
import { printedSign, type SplitFigure, splitFigure } from '../figures/digits.ts';
import { endsOf } from '../figures/ends.ts';
import { reasonOf } from '../figures/figure-reason.ts';
import { isPercentage } from '../figures/measures.ts';
import { language } from '../language/languages.ts';
import type { FigureWriting } from '../language/writing.ts';
import { writtenDates } from '../language/written-dates.ts';
import type { BodyRow, FigureCell, Inline } from '../model/document.ts';
import type { Cell, Statement, StatementRow } from '../model/financials.ts';
import { forLang, inLang, type Lang } from '../model/language.ts';
import type { NegativeStyle } from '../model/release.ts';
import type { Labels, Located } from '../model/span.ts';
import type { CellSpec, GridRow, PeriodGrid, RowSpec, StatementSpec } from '../model/statement-spec.ts';
import { labelInlines } from './label-inlines.ts';
import type { FigureDraft } from './markup.ts';
import { type Merging, withReport } from './merging.ts';
import { outcomeLabel } from './outcome-label.ts';
import { setInlines } from './set-inlines.ts';
import { conceptName } from './worded-heads.ts';

export function tableRows(merging: Merging, statement: Statement, lang: Lang, tableId: string): readonly BodyRow[] {
  const heads = new SectionHeads();
  return statement.rows.map((row, index) => {
    const { spec } = row;
    const id = `${tableId}.r${index}`;
    const above = heads.above(spec, id);
    return {
      id,
      kind: spec.kind,
      depth: spec.depth,
      rule: spec.rule,
      ...(spec.unlabelled
        ? { label: [], spoken: spokenLabel(merging, row, lang, statement.spec) }
        : { label: rowLabel(merging, row, lang, statement.spec) }),
      cells: row.cells.map((cell, column) => {
        const of = statement.spec.columns[column];
        const own = { cell: spec.cells?.get(of?.id ?? ''), after: of?.after, statement: statement.id };
        if (!cell) return wordsCell(merging, own, `${id}.c${column + 1}`, lang);
        const place = { statement: statement.id, row: index, column: cell.column.id };
        const made = figureCell(merging, cell, { place, id: `${id}.c${column + 1}`, lang, percentSign: spec.percentSign });
        return marked(merging, made, own, lang);
      }),
      heads: above,
      at: spec.at,
    };
  });
}

/** Follows the section heads that are open while the rows go by. */
class SectionHeads {
  readonly #open: { readonly id: string; readonly depth: number; readonly concepts: Set<string> }[] = [];

  /** Ids of the heads above a row, outermost first. The total of a section closes it and still belongs to it. */
  above(row: RowSpec, id: string): readonly string[] {
    while (this.#open.length > 0 && !this.#holds(row)) this.#open.pop();
    const ids = this.#open.map((head) => head.id);
    if (row.concept !== undefined) for (const head of this.#open) head.concepts.add(row.concept);
    if (row.kind === 'head') this.#open.push({ id, depth: row.depth, concepts: new Set() });
    else if (row.depth === this.#open.at(-1)?.depth) this.#open.pop();
    return ids;
  }

  #holds(row: RowSpec): boolean {
    const head = this.#open.at(-1);
    if (!head || row.depth > head.depth) return true;
    if (row.depth !== head.depth) return false;
    // The total of a group of a matrix stands under the last of its rows.
    return row.columnConcepts ? row.kind === 'total' : (row.of ?? []).some(({ concept }) => head.concepts.has(concept));
  }
}

function rowLabel(merging: Merging, row: StatementRow, lang: Lang, statement: StatementSpec): readonly Inline[] {
  const { spec } = row;
  const concept = merging.release.concepts.get(spec.concept ?? '');
  const label: Located<string> | undefined =
    spec.labels?.[lang] ??
    ((spec.followSign || concept?.followSign) && concept ? outcomeLabel(concept, signsOf(row), merging.release.issuer, lang) : undefined) ??
    concept?.labels[lang];
  const inlines =
    spec.named !== undefined
      ? conceptName(merging, spec.named, lang, statement)
      : label
        ? labelInlines(merging, label, lang, statement.id)
        : [];
  const styled = spec.italic ? inlines.map((inline) => ({ ...inline, italic: true as const })) : inlines;
  if (!spec.note) return styled;
  return [
    ...styled,
    ...setInlines(merging, [{ text: inLang(spec.note, lang).value, at: inLang(spec.note, lang).at, sup: true }], lang, 'name'),
  ];
}

/** The label that a row would print, for those who hear the table. */
function spokenLabel(merging: Merging, row: StatementRow, lang: Lang, statement: StatementSpec): string {
  return rowLabel(merging, row, lang, statement)
    .map(({ text }) => text)
    .join('');
}

/** What a statement says of one of its cells. */
interface OwnCell {
  readonly cell: CellSpec | undefined;
  /** Words behind the figures of its column. */
  readonly after?: Partial<Labels> | undefined;
  /** Id of the statement. */
  readonly statement: string;
}

/** A cell of words; undefined for a blank. */
function wordsCell(merging: Merging, own: OwnCell, id: string, lang: Lang): FigureCell | undefined {
  const label = own.cell?.words && inLang(own.cell.words, lang);
  if (!label) return undefined;
  // The word for undecided is left behind in other texts, and meant where a cell says nothing else.
  const isMeant = label.value.trim().toLowerCase() === language(lang).figures.undecided;
  const quiet = withReport(merging, (finding) => finding.code !== 'merge/placeholder' && merging.report(finding));
  const words = labelInlines(isMeant ? quiet : merging, label, lang, own.statement);
  const cell = { id, prefix: '', core: words.map(({ text }) => text).join(''), suffix: '', decimals: 0, words, at: label.at };
  return marked(merging, cell, { ...own, after: undefined }, lang);
}

/** With the words behind it and the mark of its note, if it has any. A sign for none has no unit. */
function marked(merging: Merging, cell: FigureCell, { cell: own, after }: OwnCell, lang: Lang): FigureCell {
  const unit = /\d/.test(cell.core) ? after?.[lang] : undefined;
  const mark = own?.mark && inLang(own.mark, lang);
  const behind = [
    ...(unit ? [{ text: unit.value, at: unit.at }] : []),
    ...(mark ? [{ text: mark.value, at: mark.at, sup: true as const }] : []),
  ];
  return behind.length > 0 ? { ...cell, mark: setInlines(merging, behind, lang, 'name') } : cell;
}

/** Signs of the amounts of a row as they are printed; zeros have none. */
function signsOf({ spec, cells }: StatementRow): ReadonlySet<number> {
  return new Set(
    cells.flatMap((cell) =>
      cell && !isPercentage(cell.measure)
        ? endsOf({ value: cell.printed, upper: cell.upper?.printed }).flatMap((end) =>
            end.isZero ? [] : [end.sign * (spec.negate ? -1 : 1)],
          )
        : [],
    ),
  );
}

/** As it heads a row without words of its own. */
function periodName(merging: Merging, { period: id, at }: GridRow, lang: Lang): readonly Inline[] {
  const period = merging.release.periods.get(id);
  if (!period) return [];
  return setInlines(
    merging,
    [{ text: writtenDates(lang, merging.release.issuer).period(period, 'term'), at, bound: { by: 'period', period: id } }],
    lang,
    'name',
  );
}

export function periodRows(merging: Merging, statement: Statement, grid: PeriodGrid, lang: Lang, tableId: string): readonly BodyRow[] {
  const cells = new Map<string, Cell>();
  for (const row of statement.rows) for (const cell of row.cells) if (cell) cells.set(cell.column.id, cell);
  return grid.rows.map((row, index) => {
    const id = `${tableId}.r${index}`;
    return {
      id,
      kind: 'item',
      depth: 0,
      rule: 'none',
      label: row.labels ? labelInlines(merging, inLang(row.labels, lang), lang, statement.id) : periodName(merging, row, lang),
      cells: grid.columns.map((column, place) => {
        const cell = cells.get(row.columns[place] ?? '');
        const at = { statement: statement.id, row: index, column: column.id };
        const own = { cell: row.cells?.get(column.id), statement: statement.id };
        if (!cell) return wordsCell(merging, own, `${id}.c${place + 1}`, lang);
        // The unit stands over every column: no figure repeats it.
        const made = figureCell(merging, cell, { place: at, id: `${id}.c${place + 1}`, lang, percentSign: false });
        return marked(merging, made, own, lang);
      }),
      heads: [],
      at: row.at,
    };
  });
}

/** Where the cell stands in the table, and how its row prints it. */
interface Setting {
  /** Statement, row and column as the table prints them. */
  readonly place: { readonly statement: string; readonly row: number; readonly column: string };
  readonly id: string;
  readonly lang: Lang;
  /** Prints `%` after percentages. */
  readonly percentSign: boolean;
}

/** The figure of a cell; both ends of a range are one core, each with its sign. */
function splitEnds(
  { printed, upper, decimals }: Cell,
  { negative, percent, sign }: { readonly negative: NegativeStyle; readonly percent: boolean; readonly sign: -1 | 0 | 1 },
  range: FigureWriting['range'],
): SplitFigure {
  const low = splitFigure(printed, decimals, negative, percent, sign);
  if (!upper) return low;
  const high = splitFigure(upper.printed, decimals, negative, percent);
  return { prefix: low.prefix, core: range(low.core + low.suffix, high.prefix + high.core), suffix: high.suffix };
}

function figureCell(merging: Merging, cell: Cell, { place, id, lang, percentSign }: Setting): FigureCell {
  const { issuer } = merging.release;
  const { decimals } = cell;
  const percent = percentSign && isPercentage(cell.measure);
  const { figures } = language(lang);
  const words = cell.text ?? (cell.nil ? issuer.nil : cell.undecided && figures.undecided);
  // An override prints what it says.
  const sign = printedSign(cell.printed, cell.override ? cell.printed : cell.exact, issuer);
  const parts =
    words === undefined
      ? splitEnds(cell, { negative: forLang(issuer.negative, lang), percent, sign }, figures.range)
      : { prefix: '', core: forLang(words, lang), suffix: '' };
  const against = comparedOfCell(cell);
  const draft: { -readonly [Field in keyof FigureDraft]: FigureDraft[Field] } = {
    fact: cell.fact,
    measure: cell.measure,
    exact: cell.exact,
    printed: cell.printed,
    decimals,
    treatment: cell.treatment,
    text: parts.prefix + parts.core + parts.suffix,
    lang,
    place: { kind: 'cell', ...place },
    at: cell.at,
  };
  if (against !== undefined) draft.against = against;
  if (cell.upper) draft.upper = cell.upper;
  if (cell.undecided) draft.undecided = true;
  if (cell.told) draft.why = reasonOf(cell.told);
  const { prefix, core, suffix } = parts;
  return { id, prefix, core, suffix, decimals, figure: merging.place(draft).id, at: cell.at };
}
