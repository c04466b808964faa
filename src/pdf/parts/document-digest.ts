// Turn a PDF into a digest of its document: the same for the same objects, however they are numbered, packed, laid out and shared.
import { AnyPdfFile } from '../objects/any-pdf-file.ts';
import { type PdfDict, PdfFault } from '../objects/pdf-value.ts';
import { filePages } from './file-pages.ts';
import { digest, ValueWords } from './value-words.ts';

/** Entries of a catalog that only say how the file is written. */
const ofWriting: ReadonlySet<string> = new Set(['Pages', 'Version', 'Extensions']);

/**
 * Two files with one digest hold the same document: the same catalog, the same pages in their order with all that they lead to, the same
 * properties. Undefined where this cannot be told: for a file that is damaged or encrypted, or whose objects lead round in a circle.
 */
export function documentDigest(bytes: Uint8Array): string | undefined {
  try {
    const file = new AnyPdfFile(bytes);
    const catalog = file.dict(file.trailer.get('Root'));
    const pages = filePages(file, catalog);
    const words = new ValueWords(
      file,
      new Map(pages.flatMap(({ object, number }) => (object === undefined ? [] : [[object, `page ${number}`] as const]))),
    );
    const entries = (dict: PdfDict, left: ReadonlySet<string>) =>
      [...dict.keys()]
        .filter((key) => !left.has(key))
        .sort()
        .map((key) => `/${key} ${words.of(dict.get(key))}`)
        .join('\n');
    const upwards = new Set(['Parent']);
    return digest(
      [
        entries(catalog, ofWriting),
        ...pages.map(({ dict }) => entries(dict, upwards)),
        entries(file.dict(file.trailer.get('Info')), new Set()),
      ].join('\n\n'),
    );
  } catch (fault) {
    if (fault instanceof PdfFault) return undefined;
    throw fault;
  }
}

/** How a file is written, as far as it shows without reading its objects: in words, in this order. */
export function writtenForm(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const ending = Buffer.from(bytes.subarray(-2048)).toString('latin1');
  const start = Number(/startxref\s{1,16}(\d{1,10})(?![\s\S]*startxref)/.exec(ending)?.[1] ?? 0);
  const table = Buffer.from(bytes.subarray(start, start + 4)).toString('latin1') === 'xref';
  return [
    `PDF ${/%PDF-(\d\.\d)/.exec(text)?.[1] ?? 'of an unknown version'}`,
    ...(/\/Linearized/.test(text.slice(0, 1024)) ? ['linearised for the web'] : []),
    table ? 'a table of cross-references' : 'cross-references packed in a stream',
    `${bytes.length} bytes`,
  ];
}
