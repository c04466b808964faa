// Turn a PDF of ours into the bytes that each kind of its parts takes: what its size is made of.
import { inflateSync } from 'node:zlib';

export type FilePart = 'fonts' | 'text of glyphs' | 'content' | 'objects' | 'cross-references' | 'metadata' | 'other streams' | 'frames';

/** All bytes of the file, each counted once. A stream counts where it belongs, what stands around streams as frames. */
export function fileParts(pdf: Uint8Array): ReadonlyMap<FilePart, number> {
  const text = Buffer.from(pdf).toString('latin1');
  const parts = new Map<FilePart, number>();
  const count = (part: FilePart, bytes: number): void => {
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  };
  let streams = 0;
  const head = /\d+ 0 obj\n(<<(?:(?!\nendobj\n)[\s\S])*?>>)\nstream\n/g;
  for (let found = head.exec(text); found; found = head.exec(text)) {
    const dictionary = found[1]!;
    const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
    count(partOf(dictionary, pdf.subarray(head.lastIndex, head.lastIndex + length)), length);
    streams += length;
    head.lastIndex += length;
  }
  count('frames', pdf.length - streams);
  return parts;
}

function partOf(dictionary: string, data: Uint8Array): FilePart {
  if (/\/Length1 /.test(dictionary)) return 'fonts';
  if (/\/Type ?\/ObjStm/.test(dictionary)) return 'objects';
  if (/\/Type ?\/XRef/.test(dictionary)) return 'cross-references';
  if (/\/Type ?\/Metadata/.test(dictionary)) return 'metadata';
  const bytes = /\/FlateDecode/.test(dictionary) ? inflateSync(data) : data;
  const start = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  if (start.includes('begincmap')) return 'text of glyphs';
  return /<<\/MCID|\/Artifact<</.test(start) ? 'content' : 'other streams';
}
