// Turn statements and the issuer's print style into what each cell of a set table must show, without the code that filled the table.
import { language } from '../language/languages.ts';
import type { FigureCell, Table } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { Cell, Financials } from '../model/financials.ts';
import { forLang, inLang, type Lang } from '../model/language.ts';
import type { NegativeStyle, Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { CellSpec, ColumnSpec, RowSpec } from '../model/statement-spec.ts';

/** What a cell must show, and why: '' for a blank. */
export interface WantedCell {
  readonly text: string;
  readonly why: string;
}

/** By row and column of the table; undefined when the statement has other rows than the table. */
export type WantedCells = readonly (readonly WantedCell[])[] | undefined;

const before: Readonly<Record<NegativeStyle, string>> = { parentheses: '(', triangle: '△', minus: '−' };
const after: Readonly<Record<NegativeStyle, string>> = { parentheses: ')', triangle: '', minus: '' };

export function wantedCells(table: Table, release: Release, financials: Financials): WantedCells {
  const statement = financials.statements.get(table.statement);
  if (!statement) return undefined;
  const asked = (row: RowSpec, column: ColumnSpec, cell: Cell | undefined, signs: boolean): WantedCell =>
    wanted({ row, column, cell, signs, lang: table.lang }, release, financials);
  const { grid, columns } = statement.spec;
  if (!grid) {
    if (statement.rows.length !== table.rows.length) return undefined;
    return statement.rows.map(({ spec, cells }, row) =>
      columns.map((column, index) => {
        const own = spec.cells?.get(column.id);
        const figure = own?.words ? undefined : asked(spec, column, cells[index], spec.percentSign);
        return besides(own, { lang: table.lang, made: table.rows[row]?.cells[index], after: column.after }, figure);
      }),
    );
  }
  if (grid.rows.length !== table.rows.length) return undefined;
  // Periods are the rows: each figure has a column of the statement of its own, and its unit stands over it.
  return grid.rows.map((row, place) =>
    grid.columns.map(({ concept }, index): WantedCell => {
      const at = columns.findIndex(({ id }) => id === row.columns[index]);
      const column = columns[at];
      const source = statement.rows.find(({ spec }) => spec.concept === concept);
      const own = row.cells?.get(grid.columns[index]?.id ?? '');
      const setting = { lang: table.lang, made: table.rows[place]?.cells[index] };
      if (own?.words) return besides(own, setting, undefined);
      if (!column || !source) return { text: '', why: 'the table leaves it blank for this period' };
      return besides(own, setting, asked(source.spec, column, source.cells[at], false));
    }),
  );
}

/** With the words that the statement has instead of a figure or behind it, and the mark of a note. */
function besides(own: CellSpec | undefined, { lang, made, after }: SetCell, figure: WantedCell | undefined): WantedCell {
  const unit = /\d/.test(figure?.text ?? '') ? (after?.[lang]?.value ?? '') : '';
  const text = own?.words ? wordsOf(inLang(own.words, lang).value, made?.core ?? '') : (figure?.text ?? '') + unit;
  const mark = own?.mark && text !== '' ? inLang(own.mark, lang).value : '';
  return { text: text + mark, why: own?.words ? 'its statement has words there' : (figure?.why ?? '') };
}

/** A cell as its table has it. */
interface SetCell {
  readonly lang: Lang;
  readonly made: FigureCell | undefined;
  /** What stands behind the figures of its column. */
  readonly after?: ColumnSpec['after'];
}

/** Words without their markup. What names of periods and days come to is for other checks: the words around them are as typed. */
function wordsOf(typed: string, made: string): string {
  const pieces = typed.replace(/<[^>]*>/g, '').split(/\{\{[^}]*\}\}/);
  let from = 0;
  const stand = pieces.every((piece, index) => {
    const at = index === pieces.length - 1 && pieces.length > 1 ? made.length - piece.length : made.indexOf(piece, from);
    const fits = at >= from + (index > 0 ? 1 : 0) && (index > 0 || at === 0) && made.startsWith(piece, at);
    from = at + piece.length;
    return fits;
  });
  return stand && (pieces.length > 1 || made === pieces[0]) ? made : pieces.join('');
}

/** A cell that the statement prints, and what decides how. */
interface AskedCell {
  readonly row: RowSpec;
  readonly column: ColumnSpec;
  readonly cell: Cell | undefined;
  /** Percentages of this row carry their sign. */
  readonly signs: boolean;
  /** That the table is printed in. */
  readonly lang: Lang;
}

function wanted({ row, column, cell, signs, lang }: AskedCell, release: Release, financials: Financials): WantedCell {
  // A row of a matrix has another concept in each of its columns.
  const concept = release.concepts.get((row.columnConcepts ? cell?.concept : row.concept) ?? '');
  if (!concept) return { text: '', why: row.columnConcepts ? 'the matrix has no figure there' : 'a section head has no figures' };
  const { measure } = column;
  if (row.blank.includes(measure)) return { text: '', why: say`its row is blank in columns of ${measure}` };
  if (column.only !== undefined && column.only !== concept.id) return { text: '', why: say`its column is for ${column.only} only` };
  const isMoney = concept.unit === 'money';
  if (measure === 'translated' && !isMoney && concept.unit !== 'per-share') return { text: '', why: say`a ${concept.unit} has no dollars` };
  const base = release.concepts.get(column.of ?? '')?.unit;
  if (measure === 'percent-of' && base !== concept.unit) return { text: '', why: say`a ${concept.unit} is no share of ${column.of}` };
  if (!cell) return { text: '', why: 'no figure is known' };
  const isPercentage = measure === 'percent-of' || measure === 'change';
  // A change has words of its own where it cannot be computed; a nil one compares two figures like any other.
  if (cell.text !== undefined) return { text: forLang(cell.text, lang), why: 'the policy for changes has words for it' };
  const nil = forLang(release.issuer.nil, lang);
  const [fact, against] = [cell.fact, cell.inputs[1] ?? cell.fact].map((key) => financials.facts.get(key));
  const words = language(lang).figures;
  const isComparison = isPercentage || measure === 'difference';
  if (isComparison && (fact?.undecided || against?.undecided)) return { text: nil, why: 'nothing is said of what is undecided' };
  if (fact?.undecided) return { text: words.undecided, why: 'its figure is undecided' };
  if (measure !== 'change' && measure !== 'difference' && fact?.nil) return { text: nil, why: 'its figure is nil' };
  const decimals = isPercentage ? column.decimals : (row.decimals ?? (isMoney ? column.decimals : concept.decimals));
  const sign = isPercentage && signs ? '%' : '';
  const { signedZero } = release.issuer;
  const negative = forLang(release.issuer.negative, lang);
  const shown = (value: Exact, isBelow = value.sign < 0): string =>
    isBelow ? `${before[negative]}${grouped(value, decimals)}${sign}${after[negative]}` : `${grouped(value, decimals)}${sign}`;
  const wasNegative = signedZero === true && cell.printed.isZero && cell.override === undefined && cell.exact.sign < 0;
  const isNegative = cell.printed.sign < 0 || wasNegative;
  const low = shown(cell.printed, isNegative);
  const text = cell.upper ? words.range(low, shown(cell.upper.printed)) : low;
  const why = [
    isNegative ? say`negative figures are printed with ${negative}` : '',
    isPercentage ? say`its row prints ${signs ? '' : 'no '}percent signs` : '',
    say`${decimals} decimals`,
  ];
  return { text, why: sayAll(why.filter((each) => each !== '')) };
}

/** Digits of the magnitude, a comma before every three. */
function grouped(value: Exact, decimals: number): string {
  const [whole = '', fraction] = value.abs().toFixed(decimals).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return groups.join(',') + (fraction === undefined ? '' : `.${fraction}`);
}
