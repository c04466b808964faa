// Turn the cells that are of one concept and period into one figure: those of a sheet are summed, and two sheets say the same.
import { factKey } from '../figures/fact-key.ts';
import type { Exact } from '../model/exact.ts';
import { say } from '../model/say.ts';
import type { Remark } from './remark.ts';

/** A figure of a workbook, as a data file would have it. */
export interface ImportedFigure {
  readonly concept: string;
  readonly period: string;
  /** In the scale of its concept; of a ratio, in percent. */
  readonly value: Exact;
  readonly nil: boolean;
  /** Undecided, or a range: as a data file types it. Never of several cells. */
  readonly open?: string;
  /** Its cells: `Balance sheet!C7`. Several are summed. */
  readonly cells: readonly string[];
  /** Of these, cells that show another figure than they hold. */
  readonly hidden: readonly HiddenDigits[];
}

/** A cell whose format hides digits that it holds, or shows it in thousands. */
export interface HiddenDigits {
  readonly place: string;
  readonly holds: string;
  readonly shows: string;
}

/** One cell's part in a figure. */
export interface Part {
  readonly concept: string;
  readonly period: string;
  readonly value: Exact;
  readonly nil: boolean;
  readonly open?: string;
  readonly cell: string;
  readonly hidden?: HiddenDigits;
  readonly sheet: string;
}

/** Parts of one sheet are summed; two sheets say the same. */
export function summed(parts: readonly Part[]): { figures: readonly ImportedFigure[]; remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const bySheet = new Map<string, ImportedFigure & { readonly sheet: string }>();
  for (const { concept, period, value, nil, open, cell, hidden, sheet } of parts) {
    const key = `${factKey(concept, period)} ${sheet}`;
    const known = bySheet.get(key);
    if (known && (open ?? known.open) !== undefined) {
      const hint = 'give it a row of its own, or leave it to the data file';
      remarks.push({
        severity: 'error',
        place: cell,
        message: say`${open ?? known.open} is part of a sum, ${factKey(concept, period)}`,
        hint,
      });
      continue;
    }
    bySheet.set(key, {
      concept,
      period,
      sheet,
      value: known ? known.value.add(value) : value,
      nil: known ? known.nil && nil : nil,
      ...(open !== undefined && { open }),
      cells: [...(known?.cells ?? []), cell],
      hidden: [...(known?.hidden ?? []), ...(hidden ? [hidden] : [])],
    });
  }
  const figures = new Map<string, ImportedFigure>();
  for (const { sheet: _, ...figure } of bySheet.values()) {
    const key = factKey(figure.concept, figure.period);
    const known = figures.get(key);
    if (!known) figures.set(key, figure);
    else if (!known.value.equals(figure.value) || known.open !== figure.open)
      remarks.push({
        severity: 'error',
        place: figure.cells[0] ?? '',
        message: say`${key} is ${said(figure)} here and ${said(known)} in ${known.cells.join(' + ')}`,
        hint: 'correct the workbook, or take one of the two out of the map',
      });
  }
  return { figures: [...figures.values()], remarks };
}

const said = ({ value, open }: ImportedFigure): string => open ?? value.toString();
