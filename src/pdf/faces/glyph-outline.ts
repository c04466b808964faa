// Turn a glyph's record into the path of its outline: moves, lines and curves in font units, y upward.
import type { TrueTypeFace } from '../subset/truetype-face.ts';

/** A step of a path: its operator in PDF, and x and y of its points. */
export interface OutlineStep {
  readonly op: 'm' | 'l' | 'c' | 'h';
  readonly points: readonly number[];
}

/** Parts of composites in each other at most. */
const deepest = 8;

/** Empty for a glyph that shows nothing, as a space; undefined for one whose parts are joined by their points, as no face of today does. */
export function glyphOutline(face: TrueTypeFace, glyph: number, depth = 0): readonly OutlineStep[] | undefined {
  const record = face.record(glyph);
  if (record.length === 0) return [];
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const contours = view.getInt16(0);
  return contours >= 0 ? simpleOutline(view, contours) : depth < deepest ? compositeOutline(face, view, depth) : undefined;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** Flags of a point (OpenType, `glyf`). */
const onCurve = 1;
const repeated = 8;
const ofX = { short: 2, same: 16 };
const ofY = { short: 4, same: 32 };

function simpleOutline(view: DataView, contours: number): readonly OutlineStep[] {
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(10 + 2 * index));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 12 + 2 * contours + view.getUint16(10 + 2 * contours);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at++);
    const times = flag & repeated ? view.getUint8(at++) + 1 : 1;
    for (let each = 0; each < times; each++) flags.push(flag);
  }
  const places = ({ short, same }: typeof ofX): readonly number[] => {
    let place = 0;
    return flags.slice(0, count).map((flag) => {
      if (flag & short) place += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        place += view.getInt16(at);
        at += 2;
      }
      return place;
    });
  };
  const xs = places(ofX);
  const ys = places(ofY);
  const points = xs.map((x, index): Point => ({ x, y: ys[index]!, on: (flags[index]! & onCurve) !== 0 }));
  return ends.flatMap((end, index) => contourSteps(points.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1)));
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });

/** Between two control points in a row a point of the curve is left out. */
function contourSteps(points: readonly Point[]): readonly OutlineStep[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return [];
  const start = first.on ? first : last.on ? last : between(first, last);
  const steps: OutlineStep[] = [{ op: 'm', points: [start.x, start.y] }];
  let here = start;
  let control: Point | undefined;
  const curveTo = (by: Point, to: Point): void => {
    const third = (from: number, through: number): number => from + (2 / 3) * (through - from);
    steps.push({ op: 'c', points: [third(here.x, by.x), third(here.y, by.y), third(to.x, by.x), third(to.y, by.y), to.x, to.y] });
    here = to;
  };
  for (const point of [...(first.on ? points.slice(1) : points), start]) {
    if (!point.on) {
      if (control) curveTo(control, between(control, point));
      control = point;
    } else if (control) {
      curveTo(control, point);
      control = undefined;
    } else if (point !== here) {
      steps.push({ op: 'l', points: [point.x, point.y] });
      here = point;
    }
  }
  return [...steps, { op: 'h', points: [] }];
}

/** Flags of a part. */
const words = 1;
const offsets = 2;
const scaled = 8;
const more = 32;
const scaledApart = 64;
const twoByTwo = 128;

function compositeOutline(face: TrueTypeFace, view: DataView, depth: number): readonly OutlineStep[] | undefined {
  const steps: OutlineStep[] = [];
  let flags = more;
  for (let at = 10; flags & more; ) {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    at += 4;
    if (!(flags & offsets)) return undefined;
    const [dx, dy] = flags & words ? [view.getInt16(at), view.getInt16(at + 2)] : [view.getInt8(at), view.getInt8(at + 1)];
    at += flags & words ? 4 : 2;
    const fixed = (index: number): number => view.getInt16(at + 2 * index) / 16384;
    let matrix = [1, 0, 0, 1] as readonly number[];
    if (flags & scaled) matrix = [fixed(0), 0, 0, fixed(0)];
    else if (flags & scaledApart) matrix = [fixed(0), 0, 0, fixed(1)];
    else if (flags & twoByTwo) matrix = [fixed(0), fixed(1), fixed(2), fixed(3)];
    at += flags & scaled ? 2 : flags & scaledApart ? 4 : flags & twoByTwo ? 8 : 0;
    const part = glyphOutline(face, glyph, depth + 1);
    if (!part) return undefined;
    for (const { op, points } of part) steps.push({ op, points: placed(points, matrix, dx, dy) });
  }
  return steps;
}

const placed = (points: readonly number[], [a = 1, b = 0, c = 0, d = 1]: readonly number[], dx: number, dy: number): readonly number[] =>
  points.map((value, index) =>
    index % 2 === 0 ? a * value + c * (points[index + 1] ?? 0) + dx : b * (points[index - 1] ?? 0) + d * value + dy,
  );
