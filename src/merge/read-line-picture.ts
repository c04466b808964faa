// Turn an `<img>` in the midst of a line into a run that shows its picture, as high as the characters beside it or as it is said to be.
import type { LinePicture } from '../model/picture.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Markup } from './markup.ts';
import { type PictureReport, pictureReport, shownPicture } from './shown-picture.ts';
import type { Element } from './tree.ts';

/** Attributes of a picture that has room of its own. */
const ofItsOwn = ['width', 'align', 'id'] as const;

export function readLinePicture(markup: Markup, element: Element): LinePicture | undefined {
  const { attributes } = element;
  const report = pictureReport(markup, element);
  const shown = shownPicture(markup, element, report);
  const strange = ofItsOwn.find((name) => attributes.has(name));
  if (strange) {
    report(say`a picture in a line has no ${strange}`, 'say its height in em of the text, height="1.2em", or let it stand on its own');
  }
  const written = attributes.get('height');
  const height = written === undefined ? undefined : heightOf(written, report);
  if (!shown || strange || (written !== undefined && height === undefined)) return undefined;
  return { ...shown, ...(height === undefined ? {} : { height }) };
}

function heightOf(written: string, report: PictureReport): number | undefined {
  const [, em] = /^(\d(?:\.\d{1,2})?)em$/.exec(written) ?? [];
  if (Number(em) > 0) return Number(em);
  return report(say`${quoted(written)} is no height of a picture in a line`, 'write it in em of the text: height="1.2em"');
}
