// Turn rules into operators, in the page's own space: boxes that are filled, rows of dots that are stroked.
import type { Rule } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/pdf-writer.ts';
import { fillOperator, strokeOperator } from './fill-operator.ts';

/** Length of a dash that its round ends make a dot, in points: not every program paints one of no length. */
const dash = 0.01;

/** One path for neighbours of one colour: a tint is painted before the rules on it. What is set here ends here. */
export function drawRules(rules: readonly Rule[], pageHeight: number): readonly string[] {
  const out: string[] = [];
  let color: string | undefined;
  rules.forEach((rule, index) => {
    const { x, y, width, height } = rule;
    if (rule.dots !== undefined) {
      out.push(...drawDots(rule, rule.dots, pageHeight));
      return;
    }
    if (rule.color !== color) out.push(fillOperator(rule.color));
    color = rule.color;
    out.push(`${[x, pageHeight - y - height, width, height].map(decimal).join(' ')} re`);
    const next = rules[index + 1];
    if (!next || next.color !== color || next.dots !== undefined) out.push('f');
  });
  return color === undefined ? out : [...out, fillOperator(undefined)];
}

/** A line of dashes with round ends, as long as its last gap: no end of a line stands on a dot. */
function drawDots({ x, y, width, height, color }: Rule, pitch: number, pageHeight: number): readonly string[] {
  const middle = decimal(pageHeight - y - height / 2);
  const from = decimal(x + height / 2);
  const to = decimal(x + width - height / 2 + pitch / 2);
  return [
    'q',
    ...(color === undefined ? [] : [strokeOperator(color)]),
    `1 J ${decimal(height)} w [${decimal(dash)} ${decimal(pitch - dash)}] ${decimal(dash / 2)} d`,
    `${from} ${middle} m ${to} ${middle} l S`,
    'Q',
  ];
}
