// Turn a line of contents into boxes: its words, the number of its page at the right edge, and what leads the eye from one to the other.
import type { Inline, Paragraph } from '../../model/document.ts';
import { isReference } from '../../model/page-references.ts';
import { type BlockStyle, drawnLeader } from '../../model/style.ts';
import { baselineIn, paragraphSpec, textSpec } from '../block-style.ts';
import type { Line } from '../paragraph/line.ts';
import { asArtifact, type Box, colored, move } from './flow.ts';
import { frameOf, lineBox, own, type Shop } from './flow-text.ts';
import { leaderMarks } from './leader.ts';

/** Least room between words and number, in em. */
const leastRoom = 2;
/** Room on both sides of what fills it, in em. */
const besideLeader = 0.5;
/** From the start of one mark to the next, in em: they stand under those of the line above. */
const step = 0.75;

/** Whether a paragraph is a line of contents: it ends with the number of a page, and its style fills the line up to it. */
export const endsWithPage = ({ inlines }: Paragraph, { leader }: BlockStyle): boolean =>
  leader !== '' && inlines.length > 1 && isReference(inlines.at(-1) as Inline);

/** The words wrap before the number, which stands on their last line. */
export function flowContents(paragraph: Paragraph, style: BlockStyle, shop: Shop): readonly Box[] {
  const spec = paragraphSpec(shop.setting, style);
  const text = own(paragraph.inlines, paragraph.id, shop);
  const number = shop.typesetter.line(text.slice(-1), textSpec(shop.setting, style));
  const room = spec.measure - number.width - leastRoom * style.size;
  const lines = shop.typesetter.paragraph(text.slice(0, -1), { ...spec, measure: room, align: 'left' });
  const frames = [frameOf(paragraph.id, 'paragraph', shop.setting, style)];
  return lines.map((line, index) => {
    const box = lineBox(line, style, { frames });
    return index < lines.length - 1 ? box : { ...box, items: withNumber(box, line, number, spec.measure, paragraph, style, shop) };
  });
}

function withNumber(box: Box, line: Line, number: Line, measure: number, { at }: Paragraph, style: BlockStyle, shop: Shop): Box['items'] {
  const baseline = baselineIn(style.leading, style.size);
  const mark = shop.typesetter.line([{ inline: { text: style.leader, at }, owner: '' }], textSpec(shop.setting, style));
  const end = measure - number.width;
  const moved = (each: Line, x: number) => each.runs.map((run) => move(colored(run, style.color), x, baseline));
  const drawn = drawnLeader(style.leader);
  if (drawn !== undefined) {
    const room = { from: line.width, to: end, baseline, size: style.size, lang: shop.setting.lang, color: style.color };
    const marks = leaderMarks(drawn, room);
    return () => [...box.items(), ...marks, ...moved(number, end)];
  }
  const pitch = Math.max(step * style.size, mark.width);
  const first = Math.ceil((line.width + besideLeader * style.size) / pitch);
  const last = Math.floor((end - besideLeader * style.size - mark.width) / pitch);
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * pitch);
  return () => [
    ...box.items(),
    ...places.flatMap((x) => moved(mark, x).map((run) => asArtifact(run, { artifact: 'leader' }))),
    ...moved(number, end),
  ];
}
