// Turn the pictures of a file into findings: pixels and paths that say all themselves are a release's own, whatever fetches or hides more is not.
import { say } from '../model/say.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import type { PdfDict } from '../pdf/objects/pdf-value.ts';
import type { FindInFile } from './file-finding.ts';

/** Keys by which a picture asks for another file, another picture or another program (ISO 19005-2, 6.2.8 and 6.2.9). */
const strangeKeys = ['Ref', 'PS', 'Subtype2', 'OPI', 'Alternates', 'OC', 'Metadata', 'Group'] as const;
/** Colours of pixels: grey, and sRGB by the file's output intent. */
const knownSpaces: ReadonlySet<string | undefined> = new Set(['DeviceGray', 'DeviceRGB']);

/** `number` is that of the object which holds `dict`. */
export function checkPicture(file: PdfFile, dict: PdfDict, number: number, find: FindInFile): void {
  const kind = file.name(dict.get('Subtype'));
  if (file.name(dict.get('Type')) !== 'XObject' && kind !== 'Image' && kind !== 'Form') return;
  for (const key of strangeKeys) if (dict.has(key)) find('objects', say`the picture ${number} has ${key}`);
  if (kind === 'Image') {
    const space = file.name(dict.get('ColorSpace'));
    if (!knownSpaces.has(space)) find('objects', say`the colours of the picture ${number} are neither grey nor sRGB`);
  } else if (kind === 'Form') {
    if (file.dict(dict.get('Resources')).size > 0) find('objects', say`the picture ${number} holds more than paths`);
  } else find('objects', say`object ${number} is a picture of kind ${kind ?? '?'}`);
}
