// Turn the folders named pictures into pictures by their names: of the release, of its issuer, of its layout, the nearest first.
import { createHash } from 'node:crypto';
import { forgetful, type Memory } from '../../model/memory.ts';
import type { Picture } from '../../model/picture.ts';
import { recallTold, toldKind } from '../../model/recall-told.ts';
import { say } from '../../model/say.ts';
import type { LoadCode, Report } from '../codes.ts';
import type { FileReader } from '../file-reader.ts';
import { PictureFault } from './picture-fault.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { type ReadSvg, readSvg } from './read-svg.ts';
import type { WordFaces } from './svg-words.ts';

/** Bytes of a file: a photograph of a page has less. */
const mostBytes = 10 * 1024 * 1024;
const namePattern = /^[a-z0-9][a-z0-9-]*\.(?:png|jpe?g|svg)$/;

const pictures = toldKind<Picture | undefined, LoadCode>({
  name: 'load/picture',
  bytes: (picture) => (picture ? 600 + 2 * picture.source.length : 0),
});

/** The folder of pictures beside a release, an issuer's data, the parts of a layout. */
export const picturesFolder = 'pictures';

/** `folders` are those that may hold a folder pictures, the nearest first; `faces` set the words of drawings, which are passed over without them. */
export function loadPictures(
  folders: readonly string[],
  read: FileReader,
  report: Report,
  memory: Memory = forgetful,
  faces?: WordFaces,
): ReadonlyMap<string, Picture> {
  const found = new Map<string, Picture>();
  const seen = new Set<string>();
  for (const folder of folders) {
    if (!read.has(`${folder}/${picturesFolder}`)) continue;
    for (const name of read.names(`${folder}/${picturesFolder}`) ?? []) {
      if (name.startsWith('.') || name.endsWith('~') || seen.has(name)) continue;
      seen.add(name);
      const picture = loadPicture(`${folder}/${picturesFolder}/${name}`, name, read, report, memory, faces);
      if (picture) found.set(name, picture);
    }
  }
  return found;
}

function loadPicture(
  file: string,
  name: string,
  read: FileReader,
  report: Report,
  memory: Memory,
  faces: WordFaces | undefined,
): Picture | undefined {
  const at = { file, line: 1, column: 1, length: 1 };
  if (!namePattern.test(name)) {
    const message = say`${name} is not read: pictures are named in lower-case letters, digits and hyphens, and end in .png, .jpg or .svg`;
    report({ severity: 'error', code: 'load/bad-id', message, at, hints: ['rename or remove the file'] });
    return undefined;
  }
  const bytes = read.bytes(file, mostBytes);
  if (!bytes) return undefined;
  const { data, sha256 } = bytes;
  // Of faces that could not be loaded it is told elsewhere.
  if (!faces && holdsWords(data)) return undefined;
  return recallTold(
    memory,
    pictures,
    () => `${sha256} ${file}${faces && holdsWords(data) ? ` ${memory.numberOf(faces.files)}` : ''}`,
    report,
    (told) => {
      try {
        const { source, ...read } = readPicture(data, faces);
        // Words show what their faces make of them: a picture of others is another one.
        if (source !== undefined) return { file, ...read, sha256: hashOf(source), source: Buffer.from(source).toString('base64') };
        return { file, sha256, ...read, source: data.toString('base64') };
      } catch (fault) {
        if (!(fault instanceof PictureFault)) throw fault;
        told({ severity: 'error', code: 'load/picture', message: say`${file} ${fault.message}`, at, hints: [fault.hint] });
        return undefined;
      }
    },
  );
}

const holdsWords = (data: Buffer): boolean => data.includes('<text');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By what it is, whatever its name says. */
function readPicture(data: Buffer, faces?: WordFaces): Pick<Picture, 'type' | 'width' | 'height' | 'shown'> & Pick<ReadSvg, 'source'> {
  if (data.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', ...readPng(data) };
  if (data[0] === 0xff && data[1] === 0xd8) return { type: 'image/jpeg', ...readJpeg(data) };
  if (data.subarray(0, 4096).includes('<svg') || data.subarray(0, 1024).toString('latin1').trimStart().startsWith('<?xml')) {
    return { type: 'image/svg+xml', ...readSvg(data, faces) };
  }
  throw new PictureFault('is no PNG, JPEG or SVG', 'save it as one of these');
}
