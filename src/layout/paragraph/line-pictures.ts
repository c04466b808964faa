// Turn a picture in a line into a unit of composition: a box on the line that parts and spaces as a character of the language does.
import { language } from '../../language/languages.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Lang } from '../../model/language.ts';
import type { PlacedImage } from '../../model/page.ts';
import type { LinePicture } from '../../model/picture.ts';
import { say } from '../../model/say.ts';
import type { Report } from '../codes.ts';
import type { Cluster } from './cluster.ts';
import type { OwnedInline, TextSource, TextSpec } from './line.ts';

/** Stands for a picture in the text that line breaking reads, and nowhere else (Unicode's object replacement character). */
export const standIn = '\ufffc';

/** Share of an ideograph's em box above the baseline. */
const emAscent = 0.88;

/** Highest picture in lines that say nothing of their leading, in em of the text: no label or cell is set closer. */
const highestSolid = 1.2;

/**
 * Beside ideographs a picture is as high as one of them and stands in its em box; beside Latin letters it is as high as a capital and
 * stands on the baseline. A height of its own grows from the middle of that up and down.
 */
export function pictureCluster({ picture, height }: LinePicture, lang: Lang, face: FontMetrics): Cluster {
  const cjk = language(lang).tradition === 'cjk';
  const own = cjk ? 1 : face.capHeight / face.upem;
  const middle = cjk ? emAscent - own / 2 : own / 2;
  const high = height ?? own;
  const width = (high * picture.width) / picture.height;
  const box = { height: high, rise: middle + high / 2 };
  return {
    text: '',
    codePoint: standIn.codePointAt(0)!,
    class: cjk ? 'ideograph' : 'sign',
    face,
    glyph: { id: 0, text: '' },
    scale: 1,
    width,
    shift: 0,
    box,
  };
}

/** The picture of a cluster at `x` of its line, in the middle of a body that is drawn `stretch` times as wide. */
export function placedPicture(
  { width, box }: Cluster & { readonly box: NonNullable<Cluster['box']> },
  { owner, href, picture }: TextSource & { readonly picture: LinePicture },
  x: number,
  size: number,
  stretch: number,
): PlacedImage {
  const { alt } = picture;
  return {
    kind: 'picture',
    x: x + ((stretch - 1) * width * size) / 2,
    y: -box.rise * size,
    width: width * size,
    height: box.height * size,
    picture: picture.picture,
    ...(alt === '' ? { owner: { artifact: 'picture' } } : { owner: { element: owner }, alt, ...(href !== undefined && { href }) }),
  };
}

/** Reports pictures that reach into the lines above and below. */
export function reportTallPictures(inlines: readonly OwnedInline[], { size, leading = 0 }: TextSpec, report: Report): void {
  const most = Math.max(leading / size, highestSolid);
  for (const { inline } of inlines) {
    if (!inline.picture) continue;
    const high = inline.picture.height ?? 0;
    if (high <= most + 1e-9) continue;
    const message = say`a picture ${high} em high does not fit its line: ${(Math.floor(most * 100) / 100).toString()} em at most`;
    const hints = ['say a smaller height, or let it stand on its own'];
    report({ severity: 'error', code: 'layout/overfull-line', message, at: inline.at, hints });
  }
}
