// Turn the pieces of a framed block into one flow inside its lines: padding, a title in the upper line, and sides that go on over pages.
import { language } from '../../language/languages.ts';
import type { Heading } from '../../model/document.ts';
import type { Rule } from '../../model/page.ts';
import type { BlockStyle, FrameStyle } from '../../model/style.ts';
import { baselineIn, blockStyle, paragraphSpec, type Setting } from '../block-style.ts';
import { encloseItem } from './enclosures.ts';
import { type Box, type Enclosure, type FlowItem, forbidden } from './flow.ts';
import { type BlockFlow, frameOf, own, type Shop } from './flow-text.ts';
import { lineMarks, made, together } from './marks.ts';

/** Room left and right of a title in the upper line, and the line before it, in em of the title. */
const titleGap = 0.4;
const titleIndent = 1;

/** A shop that sets what stands inside the frame of a block as wide as the measure, and of blocks inside it no frame of the same kind. */
export function insideFrame(shop: Shop, frame: FrameStyle, { size }: BlockStyle): Shop {
  const { page, blocks, lang } = shop.setting;
  const room = page.measure - 2 * (frame.rule + frame.padding);
  // Lines of the cjk tradition hold whole characters; what is left goes to both sides.
  const measure = language(lang).tradition === 'cjk' ? Math.floor(room / size + 1e-6) * size : room;
  const inner = new Map<string, BlockStyle>();
  for (const [name, style] of blocks) {
    const { frame: around, ...plain } = style;
    const kept = around && around !== frame ? { ...plain, frame: around } : plain;
    inner.set(name, { ...kept, measure: Math.min(style.measure, measure) });
  }
  // As high as it is wide: nothing inside a frame is turned. Lines keep to the frame, not to the grid.
  const setting: Setting = { ...shop.setting, blocks: inner, page: { ...page, measure, grid: 0, height: page.width } };
  return { ...shop, setting, planOf: shop.planIn(setting) };
}

/** `title` is the heading that is set in the upper line; `style` is that of the framed block, `measure` the width that it was set in. */
export function flowFramed(
  inside: readonly FlowItem[],
  {
    frame,
    style,
    title,
    measure,
  }: { readonly frame: FrameStyle; readonly style: BlockStyle; readonly title: Heading | undefined; readonly measure: number },
  shop: Shop,
): BlockFlow {
  const width = shop.setting.page.measure;
  const { rule, padding } = frame;
  const color = frame.color && { color: frame.color.value };
  const side = (x: number) => ({ x, width: rule, role: 'frame' as const, ...color });
  const enclosure: Enclosure = {
    grounds: frame.tint ? [{ x: 0, width, color: frame.tint }] : [],
    sides: rule > 0 ? [side(0), side(width - rule)] : [],
  };
  const line = (x: number, y: number, length: number): readonly Rule[] =>
    rule > 0 ? [{ kind: 'rule', x, y, width: length, height: rule, role: 'frame', ...color }] : [];
  const box = (height: number, items: Box['items'], more: Partial<Box> = {}): Box => ({
    kind: 'box',
    height,
    items,
    frames: [],
    lines: 0,
    onGrid: false,
    heading: false,
    enclosed: [{ enclosure }],
    ...more,
  });
  const opening = (title && openingOfTitle(title, frame, shop, { box, line, enclosure })) ?? box(rule + padding, made(line(0, 0, width)));
  const closing = box(padding + rule, made(line(0, padding, width)));
  // Where it goes on over a page it is open at the foot, and begins with some room below the margin.
  const again = box(padding / 2, made([]));
  const moved = new Map<Enclosure, Enclosure>();
  const items = inside.map((item) => encloseItem(item, enclosure, (width - measure) / 2, again, moved));
  const { frame: _frame, ...plain } = style;
  return {
    items: [opening, forbidden, ...items, forbidden, closing],
    style: { ...plain, before: frame.margin, after: frame.margin },
  };
}

interface Means {
  readonly box: (height: number, items: Box['items'], more?: Partial<Box>) => Box;
  readonly line: (x: number, y: number, length: number) => readonly Rule[];
  readonly enclosure: Enclosure;
}

/** The upper line opens for a title of one line; undefined for a longer one. */
function openingOfTitle(title: Heading, { rule, padding }: FrameStyle, shop: Shop, { box, line, enclosure }: Means): Box | undefined {
  const style = blockStyle(shop.setting, `h${title.level}`, title.class);
  const width = shop.setting.page.measure;
  const start = titleIndent * style.size;
  const gap = titleGap * style.size;
  const spec = { ...paragraphSpec(shop.setting, style), align: 'left' as const, indent: 0, measure: width - 2 * (start + gap) };
  const lines = shop.typesetter.paragraph(own(title.inlines, title.id, shop), spec);
  const [set] = lines;
  if (!set || lines.length > 1) return undefined;
  const middle = (style.leading - rule) / 2;
  const end = start + 2 * gap + set.width;
  const items = together([
    lineMarks(set, start + gap, baselineIn(style.leading, style.size), style.color),
    made([...line(0, middle, start), ...line(end, middle, width - end)]),
  ]);
  const frames = [{ ...frameOf(title.id, 'heading', shop.setting, style), x: start + gap, width: set.width }];
  const height = Math.max(style.leading, middle + rule + padding);
  return box(height, items, { frames, heading: true, enclosed: [{ enclosure, from: middle }] });
}
