// Turn the thin lines of a page into those whose like stands in the other file where the lines of text near them do.
import type { PageShape } from '../../pdf/engine/page-shapes.ts';
import { type Band, nearBands } from './moved-bands.ts';

/** Points up to which a line is thin: the reader draws it on whole pixels, one row of them or two, as it falls. */
const thin = 4;
/** Points by which a line may stand, and be, otherwise: files round. */
const samePlace = 0.4;

/** `shapesOf`: those of a page of the other file, by its index. */
export function movedRules(
  shapes: readonly PageShape[],
  bands: readonly Band[],
  shapesOf: (page: number) => readonly PageShape[],
): readonly PageShape[] {
  const places = new Map<number, ReadonlyMap<string, readonly PageShape[]>>();
  const placesOf = (page: number) => {
    const known = places.get(page) ?? byCell(shapesOf(page).filter(isThin));
    places.set(page, known);
    return known;
  };
  return shapes.filter((shape) => {
    if (!isThin(shape)) return false;
    return nearBands(bands, shape.y + shape.height / 2).some(({ dx, dy, page }) => {
      const moved = { ...shape, x: shape.x + dx, y: shape.y + dy };
      return around(moved).some((cell) =>
        placesOf(page)
          .get(cell)
          ?.some((other) => isLike(moved, other)),
      );
    });
  });
}

const isThin = ({ width, height }: PageShape): boolean => Math.min(width, height) <= thin;

function isLike(a: PageShape, b: PageShape): boolean {
  const lengths = [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height, (a.weight ?? 0) - (b.weight ?? 0)];
  return a.fill === b.fill && a.stroke === b.stroke && lengths.every((length) => Math.abs(length) <= samePlace);
}

/** Points of a cell in which a line is looked for. */
const cell = 2;

const cellAt = (x: number, y: number): string => `${Math.floor(x / cell)} ${Math.floor(y / cell)}`;

function byCell(shapes: readonly PageShape[]): ReadonlyMap<string, readonly PageShape[]> {
  const cells = new Map<string, PageShape[]>();
  for (const shape of shapes) {
    const key = cellAt(shape.x, shape.y);
    const known = cells.get(key);
    if (known) known.push(shape);
    else cells.set(key, [shape]);
  }
  return cells;
}

/** Cells in which the beginning of a line may fall: one, two or four. */
const around = ({ x, y }: PageShape): readonly string[] => [
  ...new Set([-samePlace, samePlace].flatMap((right) => [-samePlace, samePlace].map((down) => cellAt(x + right, y + down)))),
];
