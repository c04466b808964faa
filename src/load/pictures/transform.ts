// Turn the transform of an SVG element into a matrix, and points by a matrix into others.
import { say } from '../../model/say.ts';
import { PictureFault } from './picture-fault.ts';

/** a b c d e f: x becomes a x + c y + e, y becomes b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** x and y in turn, with three decimals. */
export const moved = (points: readonly number[], [a, b, c, d, e, f]: Matrix): readonly number[] =>
  points.map((value, index) => {
    const [x, y] = index % 2 === 0 ? [value, points[index + 1] ?? 0] : [points[index - 1] ?? 0, value];
    const placed = index % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
    return Math.round(placed * 1000) / 1000 || 0;
  });

/** How much longer lengths become, on the whole. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));

const callAt = /[\s,]*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)/y;

export function parseTransform(written: string, line: number): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let at = 0;
  while (written.slice(at).trim() !== '') {
    callAt.lastIndex = at;
    const found = callAt.exec(written);
    const numbers = (found?.[2] ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (!found || at > 2000 || numbers.some((value) => !Number.isFinite(value))) {
      throw new PictureFault(say`has a transform that cannot be read (line ${line})`, 'export it again as plain SVG');
    }
    matrix = times(matrix, matrixOf(found[1]!, numbers));
    at = callAt.lastIndex;
  }
  return matrix;
}

function matrixOf(name: string, [first = 0, second, third = 0, ...rest]: readonly number[]): Matrix {
  const turn = (first * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return [first, second ?? 0, third, rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0];
    case 'translate':
      return [1, 0, 0, 1, first, second ?? 0];
    case 'scale':
      return [first, 0, 0, second ?? first, 0, 0];
    case 'skewX':
      return [1, 0, Math.tan(turn), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(turn), 0, 1, 0, 0];
    default: {
      const [x, y] = [second ?? 0, third];
      const turned: Matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
      return times(times([1, 0, 0, 1, x, y], turned), [1, 0, 0, 1, -x, -y]);
    }
  }
}
