// Turn the figure of a cell into the value that a data file types for it: in the scale of its concept, with the digits that the map asks for.
import { inPrintedUnits, sizeOf } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { SheetMap, WorkbookScale } from '../model/import-map.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { CellFigure } from './cell-figure.ts';

/**
 * In the scale that data files have; words where it cannot be told. What a sheet is in holds for its amounts of money: ratios, counts and
 * figures of a share are in what their row or column says, counts and figures of a share else as the concept has them.
 */
export function typedValue(
  { value, nil, percent, open }: Pick<CellFigure, 'value' | 'nil' | 'percent' | 'open'>,
  concept: Concept,
  said: WorkbookScale | undefined,
  ofSheet: WorkbookScale | undefined,
): Exact | string {
  if (nil || open === 'undecided') return Exact.zero;
  if (concept.unit === 'ratio') {
    if (percent || said === 'percent') return value;
    if (said === 'one') return inPrintedUnits(value, 'ratio', 'one');
    return say`${value.toString()} has no sign %, and ${concept.id} is a ratio`;
  }
  if (percent) return say`${value.toString()}% is a percentage, and ${concept.id} is none`;
  const scale = said ?? (concept.unit === 'money' ? ofSheet : undefined) ?? concept.scale;
  if (scale === 'percent') return say`${concept.id} is no ratio, and its scale is percent`;
  return inPrintedUnits(value.mul(sizeOf(scale)), concept.unit, concept.scale);
}

/** Rounded or cut off as the concept is printed, where the map says so. */
export function cut(value: Exact, { decimals }: Concept, { digits }: SheetMap): Exact {
  if (digits === 'round') return value.round(decimals);
  return digits === 'truncate' ? value.truncate(decimals) : value;
}
