// Turn bars and points at their places into the paths that are drawn: grid, bars with their hatching, lines with their markers, axis.
import { type ChartField, type ChartMark, heightOf } from '../../figures/chart-marks.ts';
import type { DrawnPath } from '../../model/page.ts';
import type { ChartStyle } from '../../model/style.ts';

const black = '#000000';
const white = '#ffffff';
const gridColor = '#bfbfbf';

/** Distance of the lines of a hatching, and half the size of a marker, in points. */
const hatchPitch = 3;
const markerSize = 2.2;
/** Strokes and gaps of lines, in points: the first is whole. */
const dashes: readonly (readonly number[])[] = [[], [4, 2], [1.2, 1.8], [6, 2, 1.2, 2], [8, 3], [2.5, 1.2]];

/** Where a field stands in its drawing. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Lines at the marks of the axis, behind all else. */
export function gridPaths(field: ChartField, at: Offset, style: ChartStyle): readonly DrawnPath[] {
  return field.marks
    .filter((mark) => mark !== 0)
    .map((mark) => level(heightOf(mark, field), field, at, { color: gridColor, width: style.rules.grid, dash: [] }));
}

/** The line at zero and the axis of the marks, before all else. */
export function axisPaths(field: ChartField, at: Offset, style: ChartStyle): readonly DrawnPath[] {
  const stroke = { color: black, width: style.rules.axis, dash: [] };
  return [level(heightOf(0, field), field, at, stroke), { points: [at.x, at.y, at.x, at.y + field.height], closed: false, stroke }];
}

function level(y: number, { width }: ChartField, at: Offset, stroke: NonNullable<DrawnPath['stroke']>): DrawnPath {
  return { points: [at.x, at.y + y, at.x + width, at.y + y], closed: false, stroke };
}

/** Bars, or lines with a marker at each value. */
export function markPaths(field: ChartField, marks: readonly ChartMark[], at: Offset, style: ChartStyle): readonly DrawnPath[] {
  if (field.form !== 'lines') {
    const bars = marks.filter(({ gap }) => !gap);
    return bars.flatMap(({ series, x, y, width, height }) => barPaths(series, { x: at.x + x, y: at.y + y, width, height }, style));
  }
  return field.values.flatMap((_, series) => {
    const stretches = stretchesOf(marks.filter((mark) => mark.series === series));
    const stroke = { color: lineColor(series, style), width: style.rules.line, dash: dashes[series % dashes.length] ?? [] };
    const moved = stretches.map((stretch) => stretch.map(({ x, y }): Offset => ({ x: at.x + x, y: at.y + y })));
    const lines = moved.map((points): DrawnPath => ({ points: points.flatMap(({ x, y }) => [x, y]), closed: false, stroke }));
    return [...lines.filter(({ points }) => points.length > 2), ...moved.flat().map((point) => markerPath(series, point, style))];
  });
}

/** Points of a line between its gaps. */
function stretchesOf(marks: readonly ChartMark[]): readonly (readonly ChartMark[])[] {
  const stretches: ChartMark[][] = [[]];
  for (const mark of marks) {
    if (mark.gap) stretches.push([]);
    else stretches.at(-1)!.push(mark);
  }
  return stretches.filter(({ length }) => length > 0);
}

/** What stands before the name of a series in the legend, in a square of that size. */
export function keyPaths(form: ChartField['form'], series: number, at: Offset, size: number, style: ChartStyle): readonly DrawnPath[] {
  if (form !== 'lines') return barPaths(series, { ...at, width: size, height: size }, style);
  const middle = at.y + size / 2;
  const stroke = { color: lineColor(series, style), width: style.rules.line, dash: dashes[series % dashes.length] ?? [] };
  const reach = size * keyReach;
  return [
    { points: [at.x, middle, at.x + reach, middle], closed: false, stroke },
    markerPath(series, { x: at.x + reach / 2, y: middle }, style),
  ];
}

/** The key of a line is so many times as wide as that of a bar: its dashes are to be seen. */
export const keyReach = 2.5;

interface Bar extends Offset {
  readonly width: number;
  readonly height: number;
}

const colorOf = (series: number, { colors }: ChartStyle): string => colors[series % colors.length]?.value ?? black;

/** White lines would not be seen. */
function lineColor(series: number, style: ChartStyle): string {
  const color = colorOf(series, style);
  return lightness(color) > 0.7 ? black : color;
}

/** From 0 for black to 1 for white, as a grey print shows it (ITU-R BT.601). */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function barPaths(series: number, bar: Bar, style: ChartStyle): readonly DrawnPath[] {
  const { x, y, width, height } = bar;
  const fill = colorOf(series, style);
  const outline: DrawnPath = {
    points: [x, y, x + width, y, x + width, y + height, x, y + height],
    closed: true,
    fill,
    stroke: { color: black, width: style.rules.axis, dash: [] },
  };
  return series % 2 === 0 ? [outline] : [outline, ...hatching(bar, lightness(fill) > 0.4 ? black : white, style.rules.grid)];
}

/** Lines that rise to the right, cut at the edges of the bar. */
function hatching({ x, y, width, height }: Bar, color: string, thickness: number): readonly DrawnPath[] {
  const paths: DrawnPath[] = [];
  for (let sum = hatchPitch; sum < width + height; sum += hatchPitch) {
    // On this line the distances from the left and from the upper edge have this sum.
    const right = Math.min(width, sum);
    const left = Math.max(0, sum - height);
    const points = [x + left, y + sum - left, x + right, y + sum - right];
    paths.push({ points, closed: false, stroke: { color, width: thickness, dash: [] } });
  }
  return paths;
}

/** A square, a diamond, a triangle on its side or on its tip; every second one is open. */
function markerPath(series: number, { x, y }: Offset, style: ChartStyle): DrawnPath {
  const r = markerSize;
  const shapes: readonly (readonly number[])[] = [
    [-r, -r, r, -r, r, r, -r, r],
    [0, -1.4 * r, 1.4 * r, 0, 0, 1.4 * r, -1.4 * r, 0],
    [0, -1.2 * r, 1.2 * r, r, -1.2 * r, r],
    [0, 1.2 * r, 1.2 * r, -r, -1.2 * r, -r],
  ];
  const shape = shapes[series % shapes.length] ?? [];
  const points = shape.map((length, index) => length + (index % 2 === 0 ? x : y));
  const color = lineColor(series, style);
  return { points, closed: true, fill: series % 2 === 0 ? color : white, stroke: { color, width: style.rules.axis, dash: [] } };
}
