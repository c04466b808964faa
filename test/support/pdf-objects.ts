// Turn PDF bytes into objects that tests can follow, as qpdf reads them. A second proof on purpose: qpdf shares no code with our writer and
// none with our reader (src/pdf/objects), which could be wrong in the same way. Content is read by the interpreter that all use.
import { execFileSync } from 'node:child_process';
import { readCharacterMap, readCodeMap } from '../../src/pdf/content/code-map.ts';
import { interpretContent } from '../../src/pdf/content/interpret-content.ts';
import type { PageFont } from '../../src/pdf/content/page-fonts.ts';
import { withFile } from './tools.ts';

/** What qpdf's JSON holds: names begin with `/`, text with `u:`, references read `12 0 R`. */
export type PdfValue = string | number | boolean | null | readonly PdfValue[] | { readonly [key: string]: PdfValue };
export type PdfDict = { readonly [key: string]: PdfValue };

export interface PdfObjects {
  readonly trailer: PdfDict;
  readonly catalog: PdfDict;
  /** A value with its reference followed. */
  follow(value: PdfValue | undefined): PdfValue;
  /** The same, where a dictionary must be. */
  dict(value: PdfValue | undefined): PdfDict;
  /** A stream's data, decoded. */
  stream(reference: PdfValue | undefined): Buffer;
  /** A text string without qpdf's prefix. */
  text(value: PdfValue | undefined): string;
  /** What each piece of marked content says, by page reference and number. */
  words(): ReadonlyMap<string, string>;
  /** Dictionaries of all objects, streams included. */
  readonly all: readonly PdfDict[];
}

interface QpdfObject {
  readonly value?: PdfValue;
  readonly stream?: { readonly data: string; readonly dict: PdfDict };
}

/** Opens a file; throws what `qpdf --check` says if it is not sound. */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const json = withFile(pdf, (file) => {
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized'];
    return execFileSync('qpdf', [...options, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  });
  const objects = (JSON.parse(json) as { qpdf: [unknown, { readonly [key: string]: QpdfObject }] }).qpdf[1];
  const entry = (value: PdfValue | undefined): QpdfObject | undefined =>
    typeof value === 'string' && /^\d+ 0 R$/.test(value) ? objects[`obj:${value}`] : undefined;
  const follow = (value: PdfValue | undefined): PdfValue => {
    const object = entry(value);
    return object ? (object.stream?.dict ?? object.value ?? null) : (value ?? null);
  };
  const dict = (value: PdfValue | undefined): PdfDict => {
    const found = follow(value);
    if (found === null || typeof found !== 'object' || Array.isArray(found)) throw new Error(`${JSON.stringify(value)} is no dictionary`);
    return found as PdfDict;
  };
  const trailer = dict(objects.trailer?.value);
  const objectsOfFile: PdfObjects = {
    trailer,
    catalog: dict(trailer['/Root']),
    follow,
    dict,
    stream: (reference) => Buffer.from(entry(reference)?.stream?.data ?? '', 'base64'),
    text: (value) => String(follow(value)).replace(/^[ub]:/, ''),
    words: () => markedText(objectsOfFile),
    all: Object.values(objects).flatMap(({ value, stream }) => {
      const found = stream?.dict ?? value;
      return found !== null && typeof found === 'object' && !Array.isArray(found) ? [found as PdfDict] : [];
    }),
  };
  return objectsOfFile;
}

/** The structure tree as text: type, attributes, and in their order the words and elements inside, one a line; `@` is an annotation. */
export function dumpStructure(objects: PdfObjects): string {
  const { follow, dict, text } = objects;
  const words = objects.words();
  const lines: string[] = [];
  const plain = (value: PdfValue): string => (Array.isArray(value) ? `[${value.map(plain).join(' ')}]` : text(value).replace(/^\//, ''));
  const attributes = (element: PdfDict): string => {
    const list = element['/A'] === undefined ? {} : dict(element['/A']);
    const named = Object.entries({ ID: element['/ID'], Lang: element['/Lang'], T: element['/T'], E: element['/E'], ...list });
    return named
      .flatMap(([key, value]) => (value === undefined || key === '/O' ? [] : [` ${key.replace('/', '')}=${plain(value)}`]))
      .join('');
  };
  const visit = (element: PdfDict, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${text(element['/S']).slice(1)}${attributes(element)}`);
    for (const kid of [element['/K'] ?? []].flat() as PdfValue[]) {
      const value = follow(kid);
      const marked =
        typeof value === 'number'
          ? { page: element['/Pg'], id: value }
          : { page: (value as PdfDict)['/Pg'], id: (value as PdfDict)['/MCID'] };
      const type = typeof value === 'number' ? '/MCR' : (value as PdfDict)['/Type'];
      if (type === '/MCR') lines.push(`${'  '.repeat(depth + 1)}"${words.get(`${marked.page} ${marked.id}`)}"`);
      else if (type === '/OBJR') lines.push(`${'  '.repeat(depth + 1)}@ ${text(dict((value as PdfDict)['/Obj'])['/Contents'])}`);
      else visit(value as PdfDict, depth + 1);
    }
  };
  for (const kid of [dict(objects.catalog['/StructTreeRoot'])['/K'] ?? []].flat() as PdfValue[]) visit(dict(kid), 0);
  return `${lines.join('\n')}\n`;
}

/** What each piece of marked content says, by page reference and number. The streams are qpdf's; what stands in them has one interpreter. */
function markedText({ dict, stream, catalog }: PdfObjects): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const reference of dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]) {
    const page = dict(reference);
    const fonts = new Map(
      Object.entries(dict(dict(page['/Resources'])['/Font'])).map(([name, font]): [string, PageFont] => {
        const texts = readCharacterMap(stream(dict(font)['/ToUnicode']).toString('latin1'));
        const codes = readCodeMap(stream(dict(font)['/Encoding']).toString('latin1'));
        return [name.slice(1), { codeLength: codes.length, texts, width: () => 0 }];
      }),
    );
    const open: (number | undefined)[] = [];
    for (const event of interpretContent(stream(page['/Contents']).toString('latin1'), fonts, () => {})) {
      if (event.kind === 'begin') open.push(event.id);
      else if (event.kind === 'end') open.pop();
      else if (event.kind === 'glyphs') {
        const id = open.findLast((each) => each !== undefined);
        const key = `${reference} ${id}`;
        if (id !== undefined) found.set(key, (found.get(key) ?? '') + event.glyphs.map(({ text }) => text ?? '?').join(''));
      }
    }
  }
  return found;
}
