// Turn a picture into one box: as wide as it is said to be, and never larger than the body of its page.
import type { Group } from '../../model/document.ts';
import type { PlacedImage } from '../../model/page.ts';
import type { PlacedPicture } from '../../model/picture.ts';
import { blockStyle } from '../block-style.ts';
import type { BlockFlow, Shop } from './flow-text.ts';
import { made } from './marks.ts';

/** White above and below a picture in lines of text; a lone line of it where the style wants none round paragraphs. */
const around = 0.5;

/** A group that is a picture. */
interface PictureGroup extends Group {
  readonly picture: PlacedPicture;
}

export const isPicture = (group: Group): group is PictureGroup => group.picture !== undefined;

export function flowPicture({ id, picture: placed }: PictureGroup, { setting }: Shop): BlockFlow {
  const { page } = setting;
  const { picture, alt, align } = placed;
  const ratio = picture.height / picture.width;
  const width = Math.min(placed.width, page.measure, (page.bottom - page.top) / ratio);
  const height = width * ratio;
  const x = align === 'left' ? 0 : align === 'right' ? page.measure - width : (page.measure - width) / 2;
  const owner: PlacedImage['owner'] = alt === '' ? { artifact: 'picture' } : { element: `${id}.drawing` };
  const item: PlacedImage = { kind: 'picture', x, y: 0, width, height, picture, owner };
  const box = {
    kind: 'box' as const,
    height,
    items: made([item]),
    frames: [{ element: id, role: 'picture', x, width }],
    lines: 1,
    onGrid: false,
    heading: false,
  };
  const style = blockStyle(setting, 'p');
  const white = around * style.leading;
  return { items: [box], style: { ...style, before: Math.max(style.before, white), after: Math.max(style.after, white) } };
}
