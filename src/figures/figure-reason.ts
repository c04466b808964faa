// Turn a figure that is not plain rounding into the reason that the data give for it.

import type { Figure } from '../model/document.ts';
import type { Incomparable } from '../model/exceptions.ts';
import type { Cell, Financials } from '../model/financials.ts';
import type { PublishedChange } from '../model/release.ts';
import { say } from '../model/say.ts';
import { comparedOfCell, factsOfOverride } from './compared-fact.ts';

/** The words of the override that a figure is printed by, or what plugs are for; undefined for plain rounding. */
export function figureReason(figure: Figure, financials: Financials): string | undefined {
  if (figure.treatment === 'plain' || figure.why !== undefined) return figure.why;
  const cell = cellOf(figure, financials) ?? sameCell(figure, financials);
  if (figure.treatment === 'plug')
    return say`its column must foot; ${cell ? cell.plain.toFixed(cell.decimals) : 'plain rounding'} alone would not`;
  const prose = financials.proseOverrides.find((override) => {
    const { fact, against } = factsOfOverride(override, financials.facts);
    return fact === figure.fact && override.measure === figure.measure && against === figure.against;
  });
  return cell?.override?.why ?? prose?.why;
}

/** What the data say of a comparison that is not worked out. */
export function reasonOf(told: PublishedChange | Incomparable): string {
  return 'source' in told ? say`as published, ${told.source}` : told.why;
}

/** The cell that a figure of a table prints. */
export function cellOf({ place }: Figure, financials: Financials): Cell | undefined {
  if (place.kind !== 'cell') return undefined;
  const statement = financials.statements.get(place.statement);
  const grid = statement?.spec.grid;
  if (!grid) return statement?.rows[place.row]?.cells.find((cell) => cell?.column.id === place.column);
  // A row of periods has a column of figures for each of its cells.
  const column = grid.rows[place.row]?.columns[grid.columns.findIndex(({ id }) => id === place.column)];
  return statement.rows.flatMap(({ cells }) => cells).find((cell) => cell !== undefined && cell.column.id === column);
}

/** The cell that a figure of prose repeats. */
function sameCell(figure: Figure, financials: Financials): Cell | undefined {
  return financials.adjustments.find(
    (cell) =>
      cell.fact === figure.fact &&
      cell.measure === figure.measure &&
      comparedOfCell(cell) === figure.against &&
      cell.treatment === figure.treatment &&
      cell.printed.abs().equals(figure.printed.abs()),
  );
}
