// Turn set blocks into what is measured in both languages: line ends against the rules, edges, spaces that readers make up.

import { kinsoku } from '../../../src/lint/kinsoku.ts';
import type { LintInput, LintRule } from '../../../src/lint/lint-rule.ts';
import type { Page } from '../../../src/model/page.ts';
import { bodiesOf, mean, textLineOf } from './line-marks.ts';
import type { Measure } from './print-table.ts';
import type { SetBlock, SetLine } from './set-lines.ts';

/** Rules of the lint that tell of a line's start and end, and of what a line's end parts. */
const lineEnds: readonly LintRule['code'][] = ['lint/TL-01', 'lint/TL-02'];
const parted: readonly LintRule['code'][] = ['lint/TL-03', 'lint/TL-04'];

export function measureLines(blocks: readonly SetBlock[], falseSpaces: string, input: LintInput): readonly Measure[] {
  const lines = blocks.flatMap((block) => block.lines);
  const [page] = input.layout.pages;
  if (!page) throw new Error('the layout has no page');
  return [
    ['blocks read / all', `${blocks.filter((block) => block.lines.length > 0).length}/${blocks.length}`],
    ['lines', String(lines.length)],
    ['kinsoku faults', String(breaches(lineEnds, lines, page, input))],
    ['breaks inside figures, ties', String(breaches(parted, lines, page, input))],
    ['right edge off, pt: mean, most', edges(lines)],
    ['spaces made up, lost (poppler)', falseSpaces],
  ];
}

function breaches(codes: readonly LintRule['code'][], lines: readonly SetLine[], page: Page, input: LintInput): number {
  const measured = { ...input, lines: lines.map((line) => textLineOf(line, page)) };
  return kinsoku.filter(({ code }) => codes.includes(code)).reduce((sum, { run }) => sum + [...run(measured)].length, 0);
}

/** Lines that have to fill their measure. */
export const fullLines = (blocks: readonly SetBlock[]): readonly SetLine[] =>
  blocks.flatMap(({ lines }) => lines.filter(({ open }) => !open));

/** Last lines of blocks that have more than one. */
export const lastLines = (blocks: readonly SetBlock[]): readonly SetLine[] =>
  blocks.flatMap(({ lines }) => lines.filter(({ first, last }) => last && !first));

/** How far a line's last body ends right of the measure, in points. */
export const overhang = (line: SetLine): number => (bodiesOf(line).at(-1)?.right ?? 0) - line.block.left - line.block.measure;

function edges(lines: readonly SetLine[]): string {
  const off = lines.filter(({ open }) => !open).map(overhang);
  const worst = off.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
  return `${mean(off.map(Math.abs)).toFixed(2)}, ${worst > 0 ? '+' : ''}${worst.toFixed(2)}`;
}

/** As tables of type have it: no nought before the point. */
export const em = (value: number, digits = 3): string =>
  Number.isFinite(value)
    ? value
        .toFixed(digits)
        .replace(/^(-?)0\./, '$1.')
        .replace(/^-(?=\.0+$)/, '')
    : '-';

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
