// Turn a list into boxes, item by item: its marker or number in the indent of the first line, the text beside it.
import { language } from '../../language/languages.ts';
import type { List, ListItem } from '../../model/document.ts';
import { type BlockStyle, drawnLeader } from '../../model/style.ts';
import { baselineIn, blockStyle, paragraphSpec, textSpec } from '../block-style.ts';
import type { Line, OwnedInline } from '../paragraph/line.ts';
import { ownedBy } from '../paragraph/own.ts';
import { type Box, colored, move } from './flow.ts';
import { flowPairs } from './flow-pairs.ts';
import { type BlockFlow, breakable, frameOf, lineBox, own, type Shop } from './flow-text.ts';
import { leaderMarks } from './leader.ts';
import { spreadTerm, termGap } from './set-term.ts';

/** Least space between a number and the text beside it, in em: that of the numbers of notes. */
const numberGap = 0.5;

/** What stands in the indent of an item's first line, and how far from the left. */
interface Label {
  readonly line: Line;
  readonly shift: number;
}

export function flowList(list: List, shop: Shop): readonly BlockFlow[] {
  const plain = blockStyle(shop.setting, list.terms ? 'dl' : 'li', list.class);
  const pairs = list.terms && plain.columns === 2 ? flowPairs(list, plain, shop) : undefined;
  if (pairs) return pairs;
  const labels = list.items.map((item) => labelLine(item, plain, shop));
  const widest = Math.max(0, ...labels.map(({ width }) => width));
  const indent = Math.max(plain.indent, widest / plain.size + (list.terms ? termGap : numberGap));
  const style = list.numbered ? { ...plain, indent, hang: indent } : plain;
  return list.items.map((item, index) => {
    const plainLine = labels[index] as Line;
    const line = list.terms && plain.labels === 'spread' ? spreadTerm(plainLine, widest) : plainLine;
    const label = { line, shift: list.terms ? 0 : list.numbered ? numberShift(line, style) : markerShift(line, style, shop) };
    return { items: breakable(itemBoxes(item, label, list, style, shop), style), style };
  });
}

function labelLine(item: ListItem, style: BlockStyle, { setting, typesetter, marker }: Shop): Line {
  const owner = `${item.id}.label`;
  const inlines: readonly OwnedInline[] =
    item.label.length > 0 ? ownedBy(item.label, owner) : [{ inline: { text: marker, at: item.at }, owner }];
  return typesetter.line(inlines, textSpec(setting, style));
}

/** Numbers end on one edge, so that 9. and 10. stand under each other by their points. */
const numberShift = ({ width }: Line, { indent, size }: BlockStyle): number => (indent - numberGap) * size - width;

/** A marker stands in the middle of the indent in the cjk tradition (JLREQ sets ・ in a cell of one em), else at its start. */
const markerShift = ({ width }: Line, { indent, size }: BlockStyle, { setting }: Shop): number =>
  language(setting.lang).tradition === 'cjk' ? Math.max(0, (indent * size - width) / 2) : 0;

function itemBoxes(item: ListItem, label: Label, list: List, style: BlockStyle, shop: Shop): readonly Box[] {
  const { setting, typesetter } = shop;
  const lines = typesetter.paragraph(own(item.inlines, item.id, shop), paragraphSpec(setting, style));
  const frames = [frameOf(list.id, 'list', setting, style)];
  const baseline = baselineIn(style.leading, style.size);
  return lines.map((line, index) => {
    const box = lineBox(line, style, { frames });
    if (index > 0) return box;
    const from = label.shift + label.line.width;
    const to = Math.min(...line.runs.map(({ x }) => x));
    const room = { from, to, baseline, size: style.size, lang: setting.lang, color: style.color };
    const leader = list.terms ? leaderMarks(drawnLeader(style.leader), room) : [];
    return {
      ...box,
      items: () => [...label.line.runs.map((run) => move(colored(run, style.color), label.shift, baseline)), ...leader, ...box.items()],
    };
  });
}
