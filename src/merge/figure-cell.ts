// Turn a printed cell of a statement into a cell of a table, split for alignment, and into a figure of the document.

import { comparedOfCell } from '../figures/compared-fact.ts';
import { splitFigure } from '../figures/digits.ts';
import { isPercentage } from '../figures/measures.ts';
import type { FigureCell } from '../model/document.ts';
import type { Cell } from '../model/financials.ts';
import type { Lang } from '../model/language.ts';
import { type Merging, placeFigure } from './merging.ts';

/** Where the cell stands in the table, and how its row prints it. */
export interface Setting {
  /** Statement, row and column as the table prints them. */
  readonly place: { readonly statement: string; readonly row: number; readonly column: string };
  readonly id: string;
  readonly lang: Lang;
  /** Prints `%` after percentages. */
  readonly percentSign: boolean;
}

export function figureCell(merging: Merging, cell: Cell, { place, id, lang, percentSign }: Setting): FigureCell {
  const { issuer } = merging.release;
  const { decimals } = cell;
  const percent = percentSign && isPercentage(cell.measure);
  const words = cell.text ?? (cell.nil ? issuer.nil : undefined);
  const parts =
    words === undefined ? splitFigure(cell.printed, decimals, issuer.negative, percent) : { prefix: '', core: words, suffix: '' };
  const against = comparedOfCell(cell);
  const figure = placeFigure(merging, {
    fact: cell.fact,
    measure: cell.measure,
    ...(against === undefined ? {} : { against }),
    exact: cell.exact,
    printed: cell.printed,
    decimals,
    treatment: cell.treatment,
    text: parts.prefix + parts.core + parts.suffix,
    lang,
    place: { kind: 'cell', ...place },
    at: cell.at,
  });
  return { id, ...parts, decimals, figure: figure.id, at: cell.at };
}
