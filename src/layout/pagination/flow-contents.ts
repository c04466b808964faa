// Turn a line of contents into boxes: its words, the number of its page at the right edge, and what leads the eye from one to the other.
import type { Inline, Paragraph } from '../../model/document.ts';
import type { PageItem } from '../../model/page.ts';
import { isReference } from '../../model/page-references.ts';
import { type BlockStyle, drawnLeader } from '../../model/style.ts';
import { baselineIn, paragraphSpec, textSpec } from '../block-style.ts';
import type { Line, OwnedInline } from '../paragraph/line.ts';
import type { Box } from './flow.ts';
import { frameOf, lineBox, own, type Shop } from './flow-text.ts';
import { type LeaderRoom, leaderMarks } from './leader.ts';
import { asArtifact, lineMarks, type MarksAt, made, together } from './marks.ts';

/** Least room between words and number, in em. */
const leastRoom = 2;
/** Room on both sides of what fills it, in em. */
const besideLeader = 0.5;
/** From the start of one mark to the next, in em: they stand under those of the line above. */
const step = 0.75;

/** Whether a paragraph is a line of contents: it ends with the number of a page, and its style fills the line up to it. */
export const endsWithPage = ({ inlines }: Paragraph, { leader }: BlockStyle): boolean =>
  leader !== '' && inlines.length > 1 && isReference(inlines.at(-1) as Inline);

/** The words wrap before the number, which stands on their last line; words without a link of their own lead where the number leads. */
export function flowContents(paragraph: Paragraph, style: BlockStyle, shop: Shop): readonly Box[] {
  const spec = paragraphSpec(shop.setting, style);
  const text = linked(own(paragraph.inlines, paragraph.id, shop));
  const number = shop.typesetter.line(text.slice(-1), textSpec(shop.setting, style));
  const room = spec.measure - number.width - leastRoom * style.size;
  const lines = shop.typesetter.paragraph(text.slice(0, -1), { ...spec, measure: room, align: 'left' });
  const frames = [frameOf(paragraph.id, 'contents', shop.setting, style)];
  return lines.map((line, index) => {
    const box = lineBox(line, style, { frames });
    return index < lines.length - 1 ? box : { ...box, items: withNumber(box, line, number, spec.measure, paragraph, style, shop) };
  });
}

function linked(text: readonly OwnedInline[]): readonly OwnedInline[] {
  const href = text.at(-1)?.inline.href;
  if (href === undefined) return text;
  return text.map((each) =>
    each.inline.href !== undefined || each.inline.noteRef !== undefined ? each : { ...each, inline: { ...each.inline, href } },
  );
}

function withNumber(box: Box, line: Line, number: Line, measure: number, paragraph: Paragraph, style: BlockStyle, shop: Shop): MarksAt {
  const baseline = baselineIn(style.leading, style.size);
  const end = measure - number.width;
  const room = { from: line.width, to: end, baseline, size: style.size, lang: shop.setting.lang, color: style.color };
  const drawn = drawnLeader(style.leader);
  const fill = drawn === undefined ? marks(paragraph, style, room, shop) : leaderMarks(drawn, room);
  // The words and the number are one link: nothing stands between them in the order of reading.
  return together([box.items, lineMarks(number, end, baseline, style.color), made(fill)]);
}

/** Of a mark that is text, as many as have room. */
function marks({ at }: Paragraph, style: BlockStyle, { from, to, baseline, size }: LeaderRoom, shop: Shop): readonly PageItem[] {
  const mark = shop.typesetter.line([{ inline: { text: style.leader, at }, owner: '' }], textSpec(shop.setting, style));
  const pitch = Math.max(step * size, mark.width);
  const first = Math.ceil((from + besideLeader * size) / pitch);
  const last = Math.floor((to - besideLeader * size - mark.width) / pitch);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * pitch);
  return places.flatMap((x) => lineMarks(mark, x, baseline, style.color)(0, 0).map((each) => asArtifact(each, { artifact: 'leader' })));
}
