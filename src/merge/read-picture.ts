// Turn an `<img>` that stands on its own into a picture of the release at a width, described or marked as a decoration.
import type { Block } from '../model/document.ts';
import { nameHints } from '../model/nearest-name.ts';
import { type Picture, pointsPerPixel } from '../model/picture.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import { type BlockContext, baseOf } from './block-fields.ts';
import type { Element } from './tree.ts';

const aligns = ['left', 'center', 'right'] as const;

export function readPicture(context: BlockContext, element: Element): readonly Block[] {
  const { attributes, at } = element;
  const report = (message: string, ...hints: string[]) => {
    context.markup.report({ severity: 'error', code: 'merge/picture', message, at, hints });
    return undefined;
  };
  const picture = named(context, attributes.get('src')?.trim() ?? '', report);
  const alt = attributes.get('alt')?.trim() ?? '';
  const decorates = attributes.has('decorative');
  if (alt === '' && !decorates) {
    report(
      'a picture has no words for those who do not see it',
      'say in alt what it shows, or write <img … alt="" decorative> where it shows nothing',
    );
  }
  if (alt !== '' && decorates) report('a picture is marked decorative and is described', 'take out decorative, or leave alt empty');
  const width = widthOf(attributes.get('width'), picture, report);
  const align = aligns.find((each) => each === (attributes.get('align') ?? 'left'));
  if (!align) report(say`a picture stands left, center or right, not ${quoted(attributes.get('align') ?? '')}`);
  if (!picture || width === undefined || !align || (alt === '') !== decorates) return [];
  return [{ kind: 'group', ...baseOf(context, element), blocks: [], picture: { picture, alt, width, align } }];
}

function named({ markup }: BlockContext, src: string, report: (message: string, ...hints: string[]) => undefined): Picture | undefined {
  const picture = markup.pictures.get(src);
  if (picture) return picture;
  const beside = 'put it into the folder pictures of the release, of its issuer or of its layout, and name the file alone';
  return report(say`there is no picture ${quoted(src)}`, ...nameHints(src, markup.pictures.keys()), beside);
}

/** In points, or as large as its pixels are at 96 an inch. */
function widthOf(written: string | undefined, picture: Picture | undefined, report: (message: string, ...hints: string[]) => undefined) {
  if (written === undefined) return (picture?.width ?? 1) * pointsPerPixel;
  const width = /^\d{1,4}(?:\.\d{1,3})?$/.test(written) ? Number(written) : 0;
  return width > 0 ? width : report(say`${quoted(written)} is no width`, 'write it in points: width="120"');
}
