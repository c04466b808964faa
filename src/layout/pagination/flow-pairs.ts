// Turn a list of terms into boxes of two terms beside each other, as the head of a release has them: name and exchange, code and address.
import type { List, ListItem } from '../../model/document.ts';
import { type BlockStyle, drawnLeader } from '../../model/style.ts';
import { baselineIn, paragraphSpec, textSpec } from '../block-style.ts';
import type { Line } from '../paragraph/line.ts';
import { ownedBy } from '../paragraph/own.ts';
import type { Box } from './flow.ts';
import { type BlockFlow, breakable, frameOf, own, type Shop } from './flow-text.ts';
import { leaderMarks } from './leader.ts';
import { lineMarks, type MarksAt, made, together } from './marks.ts';
import { spreadTerm, termGap } from './set-term.ts';

/** Between the two columns, in em. */
const columnGap = 1.5;

/** A term and what is said of it, each on one line. */
interface Pair {
  readonly item: ListItem;
  readonly term: Line;
  readonly said: Line;
}

/** Where the two columns stand, and how wide their terms are, in points. */
interface Columns {
  readonly starts: readonly [number, number];
  readonly terms: readonly [number, number];
  readonly end: number;
}

/** Undefined where the terms alone take more than half of the line: they stand one below another then. */
export function flowPairs(list: List, style: BlockStyle, shop: Shop): readonly BlockFlow[] | undefined {
  const spec = textSpec(shop.setting, style);
  const pairs = list.items.map(
    (item): Pair => ({
      item,
      term: shop.typesetter.line(ownedBy(item.label, `${item.id}.label`), spec),
      said: shop.typesetter.line(own(item.inlines, item.id, shop), spec),
    }),
  );
  const columns = placeColumns(pairs, style, paragraphSpec(shop.setting, style).measure);
  if (!columns) return undefined;
  const frames = [frameOf(list.id, 'list', shop.setting, style)];
  const { grid } = shop.setting.page;
  const rows = pairs.flatMap((pair, index) => (index % 2 === 0 ? [[pair, pairs[index + 1]] as const] : []));
  const boxes = rows.map(([left, right]): Box => {
    // What is alone on its line has the room of both.
    const first = setPair(left, 0, right ? columns : { ...columns, starts: [columns.starts[0], columns.end] }, style, shop);
    const second = right ? setPair(right, 1, columns, style, shop) : { marks: [], lines: 1 };
    const lines = Math.max(first.lines, second.lines);
    const items = together([...first.marks, ...second.marks]);
    return { kind: 'box', height: lines * style.leading, items, frames, lines, onGrid: style.leading === grid, heading: false };
  });
  return [{ items: breakable(boxes, style), style }];
}

/** Both columns are as wide as each other, unless one wants more than its half and the other leaves it. */
function placeColumns(pairs: readonly Pair[], style: BlockStyle, measure: number): Columns | undefined {
  const widest = (column: number, width: (pair: Pair) => number): number =>
    Math.max(0, ...pairs.flatMap((pair, index) => (index % 2 === column ? [width(pair)] : [])));
  const terms = [widest(0, ({ term }) => term.width), widest(1, ({ term }) => term.width)] as const;
  const gap = columnGap * style.size;
  if (terms[0] + terms[1] + gap + 2 * termGap * style.size > measure / 2) return undefined;
  // A pair alone on the last line may reach into the second column.
  const beside = pairs.length % 2 === 1 ? pairs.slice(0, -1) : pairs;
  const said = (column: number): number => Math.max(0, ...beside.flatMap((pair, index) => (index % 2 === column ? [pair.said.width] : [])));
  const wanted = [0, 1].map((column) => (terms[column] ?? 0) + termGap * style.size + said(column));
  const [left = 0, right = 0] = wanted;
  const half = (measure + gap) / 2;
  const second = left + gap + right > measure ? half : Math.max(left + gap, Math.min(half, measure - right));
  return { starts: [0, second], terms, end: measure + gap };
}

function setPair(pair: Pair, column: 0 | 1, columns: Columns, style: BlockStyle, shop: Shop): { marks: readonly MarksAt[]; lines: number } {
  const start = columns.starts[column];
  const width = columns.terms[column];
  const x = start + width + termGap * style.size;
  const gap = columnGap * style.size;
  const room = (column === 0 ? columns.starts[1] - gap : columns.end - gap) - x;
  const spec = { ...paragraphSpec(shop.setting, style), measure: room, indent: 0, hang: 0 };
  // A hair more: what was measured whole must not break for a sum that is rounded elsewhere.
  const lines = pair.said.width <= room + 0.01 ? [pair.said] : shop.typesetter.paragraph(own(pair.item.inlines, pair.item.id, shop), spec);
  const baseline = baselineIn(style.leading, style.size);
  const term = column === 0 && style.labels === 'spread' ? spreadTerm(pair.term, width) : pair.term;
  const leads = { from: start + term.width, to: x, baseline, size: style.size, lang: shop.setting.lang, color: style.color };
  return {
    marks: [
      made(leaderMarks(drawnLeader(style.leader), leads)),
      lineMarks(term, start, baseline, style.color),
      ...lines.map((line, index) => lineMarks(line, x, baseline + index * style.leading, style.color)),
    ],
    lines: Math.max(1, lines.length),
  };
}
