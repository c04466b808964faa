// Turn a JPEG file into its size and its colours: the file itself is what a PDF shows.
import type { Picture } from '../../model/picture.ts';
import { say } from '../../model/say.ts';
import { PictureFault, refuseProfile, refuseSize } from './picture-fault.ts';

const broken = 'export it again from the program that made it';
/** Markers that begin a frame, baseline or progressive; others code it in ways that PDF does not know (ISO 32000-1, 7.4.8). */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames: ReadonlySet<number> = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

export function readJpeg(file: Buffer): Pick<Picture, 'width' | 'height' | 'shown'> {
  const profile: Buffer[] = [];
  let size: { readonly width: number; readonly height: number; readonly components: 1 | 3 } | undefined;
  let at = 2;
  for (;;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++;
    if (file[at] !== 0xff || at + 4 > file.length) throw new PictureFault('ends in the middle', broken);
    const marker = file[at + 1]!;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length || end < at + 4) throw new PictureFault('ends in the middle', broken);
    const content = file.subarray(at + 4, end);
    if (frames.has(marker)) size = frameOf(content);
    if (otherFrames.has(marker)) throw new PictureFault('is packed in a way that a PDF does not show', 'save it as a baseline JPEG');
    if (marker === 0xe2 && content.toString('latin1', 0, 12) === 'ICC_PROFILE\0') profile.push(content.subarray(14));
    if (marker === 0xe1 && turned(content)) throw new PictureFault('is to be turned before it is shown', 'save it upright');
    if (marker === 0xda) break;
    at = end;
  }
  if (!size) throw new PictureFault('has no size', broken);
  if (file.lastIndexOf(Buffer.from([0xff, 0xd9])) < at) throw new PictureFault('ends in the middle', broken);
  if (profile.length > 0 && size.components === 3) refuseProfile(Buffer.concat(profile));
  const { width, height, components } = size;
  return { width, height, shown: { kind: 'pixels', components, filter: 'DCTDecode', data: file.toString('base64') } };
}

function frameOf(content: Buffer): { readonly width: number; readonly height: number; readonly components: 1 | 3 } {
  if (content.length < 6) throw new PictureFault('ends in the middle', broken);
  const [height, width, components] = [content.readUInt16BE(1), content.readUInt16BE(3), content[5]];
  refuseSize(width, height);
  if (content[0] !== 8) throw new PictureFault(say`has ${content[0]} bits a colour`, 'save it with 8 bits a colour');
  if (components === 4) throw new PictureFault('has the colours of print, CMYK', 'convert it to sRGB in the program that made it');
  if (components !== 1 && components !== 3) throw new PictureFault(say`has ${components} colours`, broken);
  return { width, height, components };
}

/** Exif may say that a camera was held otherwise (tag 0x0112 of its first directory): a PDF would show the picture lying. */
function turned(content: Buffer): boolean {
  if (content.toString('latin1', 0, 6) !== 'Exif\0\0' || content.length < 16) return false;
  const tiff = content.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(first);
  for (let entry = 0; entry < count && first + 2 + 12 * entry + 10 <= tiff.length; entry++) {
    const at = first + 2 + 12 * entry;
    if (short(at) === 0x0112) return short(at + 8) > 1;
  }
  return false;
}
