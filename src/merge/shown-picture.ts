// Turn an `<img>` into the picture of the release that it names and what is said of it: described, or marked as a decoration.
import { nameHints } from '../model/nearest-name.ts';
import type { Picture } from '../model/picture.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Markup } from './markup.ts';
import type { Element } from './tree.ts';

/** Reports what is wrong with a picture; nothing comes of it. */
export type PictureReport = (message: string, ...hints: string[]) => undefined;

export const pictureReport =
  ({ report }: Markup, { at }: Element): PictureReport =>
  (message, ...hints) => {
    report({ severity: 'error', code: 'merge/picture', message, at, hints });
    return undefined;
  };

/** Undefined, and reported, for a picture that there is not, or that says nothing to those who do not see it. */
export function shownPicture(
  markup: Markup,
  { attributes }: Element,
  report: PictureReport,
): { readonly picture: Picture; readonly alt: string } | undefined {
  const picture = named(markup, attributes.get('src')?.trim() ?? '', report);
  const alt = attributes.get('alt')?.trim() ?? '';
  const decorates = attributes.has('decorative');
  if (alt === '' && !decorates) {
    report(
      'a picture has no words for those who do not see it',
      'say in alt what it shows, or write <img … alt="" decorative> where it shows nothing',
    );
  }
  if (alt !== '' && decorates) report('a picture is marked decorative and is described', 'take out decorative, or leave alt empty');
  return picture && (alt === '') === decorates ? { picture, alt } : undefined;
}

function named(markup: Markup, src: string, report: PictureReport): Picture | undefined {
  const picture = markup.pictures.get(src);
  if (picture) return picture;
  const beside = 'put it into the folder pictures of the release, of its issuer or of its layout, and name the file alone';
  return report(say`there is no picture ${quoted(src)}`, ...nameHints(src, markup.pictures.keys()), beside);
}
