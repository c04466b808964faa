// Turn a row of dots into operators: one line of round caps and nothing between them.
import type { Rule } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';
import { strokeOperator } from './fill-operator.ts';

/** `height` is that of the page. What is set here ends here. */
export function drawDots({ x, y, width, height: diameter, dots = 0, color }: Rule, height: number): string {
  const middle = decimal(height - y - diameter / 2);
  const [first, last] = [x + diameter / 2, x + width - diameter / 2];
  return [
    `q ${strokeOperator(color)} ${decimal(diameter)} w 1 J [0 ${decimal(dots)}] 0 d`,
    // A hair more: the last dot must not be lost to a sum that is rounded elsewhere.
    `${decimal(first)} ${middle} m ${decimal(last + dots / 10)} ${middle} l S Q`,
  ].join('\n');
}
