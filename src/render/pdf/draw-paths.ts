// Turn the paths of a drawing into operators, in the page's own space: points from its left and its bottom edge.
import type { Drawing, DrawnPath } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';
import { fillOperator, strokeOperator } from './fill-operator.ts';

/** `height` is that of the page. What is set here ends here. */
export function drawPaths({ x, y, paths }: Drawing, height: number): string {
  return ['q', ...paths.flatMap((path) => operatorsOf(path, x, height - y)), 'Q'].join('\n');
}

function operatorsOf({ points, closed, fill, stroke }: DrawnPath, left: number, top: number): readonly string[] {
  const corners: string[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [left + (points[at] ?? 0), top - (points[at + 1] ?? 0)];
    corners.push(`${decimal(x)} ${decimal(y)} ${at === 0 ? 'm' : 'l'}`);
  }
  const inks = [
    ...(fill ? [fillOperator(fill)] : []),
    ...(stroke ? [strokeOperator(stroke.color), `${decimal(stroke.width)} w`, `[${stroke.dash.map(decimal).join(' ')}] 0 d`] : []),
  ];
  const paint = fill ? (stroke ? 'B' : 'f') : 'S';
  return [...inks, ...corners, ...(closed ? ['h'] : []), paint];
}
