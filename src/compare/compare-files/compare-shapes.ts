// Turn the paths of two pages into those that are drawn at the same place in another weight or colour: finer than any image shows.
import type { Box } from '../../model/difference.ts';
import type { PageShape } from '../../pdf/engine/page-shapes.ts';
import { colourWords, otherColour } from './colour-words.ts';
import type { LookChange } from './look-change.ts';

/** Points by which a line or a surface may stand elsewhere and be the same. */
const samePlace = 0.75;
/** Points by which the same weight may be written otherwise, by one program and by two. */
const sameWeight = { one: 0.015, two: 0.06 } as const;

/** Of two pages. */
export interface ShapesCompared {
  readonly changes: readonly LookChange[];
  /** Boxes on the new page of lines that are the same. */
  readonly same: readonly Box[];
}

/** `redrawn`: two programs wrote the files. */
export function compareShapes(
  oldPage: number,
  old: readonly PageShape[],
  newPage: number,
  now: readonly PageShape[],
  redrawn: boolean,
): ShapesCompared {
  const free = new Map<string, PageShape[]>();
  for (const shape of now) {
    const key = cellOf(shape, 0, 0);
    const known = free.get(key);
    if (known) known.push(shape);
    else free.set(key, [shape]);
  }
  const changes: LookChange[] = [];
  const same: Box[] = [];
  const weigh = redrawn ? sameWeight.two : sameWeight.one;
  for (const shape of old) {
    const other = take(free, shape);
    if (!other) continue;
    const found = differences(oldPage, shape, newPage, other, weigh);
    changes.push(...found);
    if (found.length === 0 && other.weight !== undefined) same.push(boxOf(newPage, other));
  }
  return { changes, same };
}

/** Points of a cell in which a shape's middle is looked for. */
const cell = 2;

const cellOf = ({ x, y, width, height }: PageShape, right: number, down: number): string =>
  `${Math.floor((x + width / 2) / cell) + right} ${Math.floor((y + height / 2) / cell) + down}`;

/** Shapes of one cell that are looked at: thousands lie on each other in drawings only. */
const mostInCell = 50;

/** The one that is most alike, which is taken. */
function take(free: Map<string, PageShape[]>, shape: PageShape): PageShape | undefined {
  let best: { readonly list: PageShape[]; readonly index: number; readonly unlike: number } | undefined;
  for (const right of [-1, 0, 1]) {
    for (const down of [-1, 0, 1]) {
      const list = free.get(cellOf(shape, right, down)) ?? [];
      for (let index = 0; index < Math.min(list.length, mostInCell); index++) {
        const unlike = unlikeness(shape, list[index] as PageShape);
        if (unlike !== undefined && (!best || unlike < best.unlike)) best = { list, index, unlike };
      }
    }
  }
  return best?.list.splice(best.index, 1)[0];
}

/** Undefined for two that are not the same; else the less, the more alike. */
function unlikeness(a: PageShape, b: PageShape): number | undefined {
  const [one, two] = [outline(a), outline(b)];
  const lengths = one.map((value, index) => Math.abs(value - (two[index] ?? 0)));
  if (lengths.some((length) => length > samePlace) || (a.weight === undefined) !== (b.weight === undefined)) return undefined;
  const looks = [a.fill !== b.fill, a.stroke !== b.stroke, Math.abs((a.weight ?? 0) - (b.weight ?? 0)) > sameWeight.one];
  return lengths.reduce((sum, length) => sum + length, 0) + looks.filter(Boolean).length;
}

/** Middle and extent, without the thickness of a filled rule, which is its weight. */
function outline({ x, y, width, height, weight = 0, stroke }: PageShape): readonly number[] {
  const thickness = stroke === undefined ? weight : 0;
  const own = (length: number) => (thickness > 0 && length <= thickness ? 0 : length);
  return [x + width / 2, y + height / 2, own(width), own(height)];
}

function differences(oldPage: number, a: PageShape, newPage: number, b: PageShape, weigh: number): readonly LookChange[] {
  const isLine = a.weight !== undefined;
  const base = { what: isLine ? 'line' : 'surface', old: boxOf(oldPage, a), new: boxOf(newPage, b) };
  const found: LookChange[] = [];
  if (Math.abs((a.weight ?? 0) - (b.weight ?? 0)) > weigh)
    found.push({ ...base, kind: 'weight', before: points(a.weight), after: points(b.weight) });
  // A rule may be a filled rectangle in one file and a line in the other.
  const colours: readonly (readonly [number | undefined, number | undefined, string])[] = isLine
    ? [
        [a.stroke ?? a.fill, b.stroke ?? b.fill, 'line'],
        [a.stroke === undefined ? undefined : a.fill, b.stroke === undefined ? undefined : b.fill, 'surface'],
      ]
    : [[a.fill, b.fill, 'surface']];
  for (const [one, two, what] of colours)
    if (otherColour(one, two)) found.push({ ...base, what, kind: 'colour', before: colourWords(one ?? -1), after: colourWords(two ?? -1) });
  return found;
}

const points = (weight: number | undefined): string => `${Number((weight ?? 0).toFixed(2))} pt`;

const boxOf = (page: number, { x, y, width, height }: PageShape): Box => ({ page, x, y, width, height });
