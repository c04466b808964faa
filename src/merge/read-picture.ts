// Turn an `<img>` that stands on its own into a block that shows its picture, at a width.
import type { Block } from '../model/document.ts';
import { type Picture, pointsPerPixel } from '../model/picture.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import { type BlockContext, baseOf } from './block-fields.ts';
import { type PictureReport, pictureReport, shownPicture } from './shown-picture.ts';
import type { Element } from './tree.ts';

const aligns = ['left', 'center', 'right'] as const;

export function readPicture(context: BlockContext, element: Element): readonly Block[] {
  const { attributes } = element;
  const report = pictureReport(context.markup, element);
  const shown = shownPicture(context.markup, element, report);
  const width = widthOf(attributes.get('width'), shown?.picture, report);
  const align = aligns.find((each) => each === (attributes.get('align') ?? 'left'));
  if (!align) report(say`a picture stands left, center or right, not ${quoted(attributes.get('align') ?? '')}`);
  const tall = attributes.get('height');
  if (tall !== undefined) {
    report(
      say`a picture on its own is as high as its width makes it, not ${quoted(tall)}`,
      'say its width in points, or put it into a line',
    );
  }
  if (!shown || width === undefined || !align || tall !== undefined) return [];
  return [{ kind: 'group', ...baseOf(context, element), blocks: [], picture: { ...shown, width, align } }];
}

/** In points, or as large as its pixels are at 96 an inch. */
function widthOf(written: string | undefined, picture: Picture | undefined, report: PictureReport) {
  if (written === undefined) return (picture?.width ?? 1) * pointsPerPixel;
  const width = /^\d{1,4}(?:\.\d{1,3})?$/.test(written) ? Number(written) : 0;
  return width > 0 ? width : report(say`${quoted(written)} is no width`, 'write it in points: width="120"');
}
