// Turn a list into boxes, item by item: its marker or number in the indent of the first line, the text beside it.
import { language } from '../../language/languages.ts';
import type { List, ListItem } from '../../model/document.ts';
import { type ListLevel, nestedList } from '../../model/nested-lists.ts';
import { type BlockStyle, drawnLeader } from '../../model/style.ts';
import { baselineIn, blockStyle, paragraphSpec, type Setting, textSpec } from '../block-style.ts';
import type { Line, OwnedInline } from '../paragraph/line.ts';
import { ownedBy } from '../paragraph/own.ts';
import type { Box } from './flow.ts';
import { flowPairs } from './flow-pairs.ts';
import { type BlockFlow, breakable, frameOf, lineBox, own, type Shop } from './flow-text.ts';
import { leaderMarks } from './leader.ts';
import { lineMarks, made, together } from './marks.ts';
import { spreadTerm, termGap } from './set-term.ts';

/** Least space between a number and the text beside it, in em: that of the numbers of notes. */
const numberGap = 0.5;

/** What stands in the indent of an item's first line, and how far from the left. */
interface Label {
  readonly line: Line;
  readonly shift: number;
}

/** A list and what is set inside it begins so far from the left of the measure, in points. */
interface Place {
  readonly list: List;
  readonly left: number;
}

export function flowList(list: List, shop: Shop): readonly BlockFlow[] {
  const plain = listStyle(shop.setting, list, 0);
  const pairs = list.terms && plain.columns === 2 ? flowPairs(list, plain, shop) : undefined;
  return pairs ?? flowLevel(nestedList(list), { list, left: 0 }, shop);
}

function flowLevel(level: ListLevel, { list, left }: Place, shop: Shop): readonly BlockFlow[] {
  const plain = listStyle(shop.setting, list, level.depth);
  const labels = level.entries.map(({ item }) => labelLine(item, plain, level.depth, shop));
  const widest = Math.max(0, ...labels.map(({ width }) => width));
  const indent = Math.max(plain.indent, widest / plain.size + (list.terms ? termGap : numberGap));
  const style = level.numbered ? { ...plain, indent, hang: indent } : plain;
  return level.entries.flatMap(({ item, inner }, index): readonly BlockFlow[] => {
    const plainLine = labels[index] as Line;
    const line = list.terms && plain.labels === 'spread' ? spreadTerm(plainLine, widest) : plainLine;
    const label = { line, shift: list.terms ? 0 : level.numbered ? numberShift(line, style) : markerShift(line, style, shop) };
    const own = { items: breakable(itemBoxes(item, label, { list, left }, style, shop), style), style };
    const inside = { list, left: left + style.hang * style.size };
    // The words of an item say what the list inside it is about.
    const words = inner.length > 0 ? { ...own, style: { ...style, keepWithNext: true } } : own;
    return [words, ...inner.flatMap((each) => flowLevel(each, inside, shop))];
  });
}

/** The style of the items of a list: of one inside another list `li-2` and `li-3` where the style has them. */
export function listStyle(setting: Setting, list: List, depth: number): BlockStyle {
  const tag = `li-${depth + 1}`;
  const own = depth > 0 ? (setting.blocks.get(`${tag}.${list.class}`) ?? setting.blocks.get(tag)) : undefined;
  return own ?? blockStyle(setting, list.terms ? 'dl' : 'li', list.class);
}

function labelLine(item: ListItem, style: BlockStyle, depth: number, { setting, typesetter, markers }: Shop): Line {
  const owner = `${item.id}.label`;
  const marker = markers[depth] ?? markers.at(-1) ?? '';
  const inlines: readonly OwnedInline[] =
    item.label.length > 0 ? ownedBy(item.label, owner) : [{ inline: { text: marker, at: item.at }, owner }];
  return typesetter.line(inlines, textSpec(setting, style));
}

/** Numbers end on one edge, so that 9. and 10. stand under each other by their points. */
const numberShift = ({ width }: Line, { indent, size }: BlockStyle): number => (indent - numberGap) * size - width;

/** A marker stands in the middle of the indent in the cjk tradition (JLREQ sets ・ in a cell of one em), else at its start. */
const markerShift = ({ width }: Line, { indent, size }: BlockStyle, { setting }: Shop): number =>
  language(setting.lang).tradition === 'cjk' ? Math.max(0, (indent * size - width) / 2) : 0;

function itemBoxes(item: ListItem, label: Label, { list, left }: Place, style: BlockStyle, shop: Shop): readonly Box[] {
  const { setting, typesetter } = shop;
  const spec = paragraphSpec(setting, style);
  const lines = typesetter.paragraph(own(item.inlines, item.id, shop), { ...spec, measure: spec.measure - left });
  const whole = frameOf(list.id, 'list', setting, style);
  const frames = left === 0 ? [whole] : [whole, { ...whole, element: item.id, x: left, width: whole.width - left }];
  const baseline = baselineIn(style.leading, style.size);
  return lines.map((line, index) => {
    // Terms of a form are set closer than text, and keep to no grid.
    const box = lineBox(line, style, { frames, shift: left, onGrid: style.leading === setting.page.grid });
    if (index > 0) return box;
    const from = label.shift + label.line.width;
    const to = Math.min(...line.marks.map(({ x }) => x));
    const room = { from, to, baseline, size: style.size, lang: setting.lang, color: style.color };
    const leader = list.terms ? leaderMarks(drawnLeader(style.leader), room) : [];
    const marked = lineMarks(label.line, left + label.shift, baseline, style.color);
    return { ...box, items: together([marked, made(leader), box.items]) };
  });
}
