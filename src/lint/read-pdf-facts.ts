// Turn the finished bytes into the few facts that rules ask of a file: pages, links, outline, labels, fonts, dates, colours.
import { inflateSync } from 'node:zlib';

export interface PdfFacts {
  readonly bytes: number;
  readonly pages: readonly {
    readonly height: number;
    readonly links: readonly PdfLink[];
    readonly colours: readonly (readonly number[])[];
  }[];
  /** First page and prefix of each range of labels. */
  readonly labels: readonly { readonly page: number; readonly prefix: string }[];
  /** In order of the file's numbers, which is that of writing. */
  readonly outline: readonly { readonly title: string; readonly page: number; readonly top: number }[];
  /** Names of embedded fonts, with their subset tags. */
  readonly fonts: readonly string[];
  /** Creation and modification dates as written. */
  readonly dates: readonly string[];
}

/** A link: its rectangle with y downward from the page's top edge, what it says, whether it leads anywhere. */
export interface PdfLink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly contents: string;
  readonly target: string;
}

/** Reads what our writer writes: dictionaries as text, in object streams or plain; not a reader of any PDF. */
export function readPdfFacts(pdf: Uint8Array): PdfFacts {
  const { objects, streams } = readObjects(pdf);
  const kids = [...([...objects.values()].find((text) => /\/Type \/Pages\b/.test(text)) ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) =>
    Number(id),
  );
  const pageIds = kids.filter((id) => /\/Type \/Page\b(?!s)/.test(objects.get(id) ?? ''));
  const pages = pageIds.map((id) => {
    const text = objects.get(id) ?? '';
    const height = Number(/\/MediaBox \[\S+ \S+ \S+ ([\d.]+)\]/.exec(text)?.[1] ?? 0);
    const annots = [...(/\/Annots \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
      ([, annot]) => objects.get(Number(annot)) ?? '',
    );
    const content = streams.get(Number(/\/Contents (\d+) 0 R/.exec(text)?.[1] ?? 0)) ?? '';
    return { height, links: annots.map((annot) => readLink(annot, height)), colours: readColours(content) };
  });
  const all = [...objects.entries()].sort((a, b) => a[0] - b[0]).map(([, text]) => text);
  const catalog = all.find((text) => /\/Type \/Catalog/.test(text)) ?? '';
  return {
    bytes: pdf.length,
    pages,
    labels: [...(/\/Nums \[([\s\S]*?)\]/.exec(catalog)?.[1] ?? '').matchAll(/(\d+) <<([\s\S]*?)>>/g)].map(([, page, dict]) => ({
      page: Number(page),
      prefix: pdfString(/\/P (\([^)]*\)|<[^>]*>)/.exec(dict ?? '')?.[1] ?? '()'),
    })),
    outline: outlineOf(objects, pageIds, pages),
    fonts: all.flatMap((text) => (/\/Type \/FontDescriptor/.test(text) ? [/\/FontName \/(\S+)/.exec(text)?.[1] ?? ''] : [])),
    dates: all.flatMap((text) =>
      [...text.matchAll(/\/(?:CreationDate|ModDate) (?:(\d+) 0 R|\((D:[^)]*)\))/g)].map(
        ([, id, date]) => date ?? pdfString((objects.get(Number(id)) ?? '()').trim()),
      ),
    ),
  };
}

interface PdfObjects {
  readonly objects: ReadonlyMap<number, string>;
  readonly streams: ReadonlyMap<number, string>;
}

function readObjects(pdf: Uint8Array): PdfObjects {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const text = file.toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const id = Number(match[1]);
    const dict = match[2] ?? '';
    objects.set(id, dict);
    const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
    if (!match[0].includes('stream') || length === 0) continue;
    const start = match.index + match[0].length;
    const data = file.subarray(start, start + length);
    // Fonts and pictures hold nothing that is asked for.
    if (/\/Length1|\/Subtype/.test(dict)) continue;
    const content = /\/FlateDecode/.test(dict) ? inflateSync(data).toString('latin1') : data.toString('latin1');
    if (/\/Type \/ObjStm/.test(dict)) unpack(content, dict, objects);
    else streams.set(id, content);
  }
  return { objects, streams };
}

function unpack(content: string, dict: string, objects: Map<number, string>): void {
  const first = Number(/\/First (\d+)/.exec(dict)?.[1] ?? 0);
  const numbers = content.slice(0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const end = numbers[i + 3];
    objects.set(numbers[i] ?? 0, content.slice(first + (numbers[i + 1] ?? 0), end === undefined ? undefined : first + end));
  }
}

function readLink(text: string, height: number): PdfLink {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (/\/Rect \[([^\]]*)\]/.exec(text)?.[1] ?? '').trim().split(/\s+/).map(Number);
  const contents = pdfString(/\/Contents (\((?:[^\\)]|\\[\s\S])*\)|<[^>]*>)/.exec(text)?.[1] ?? '()');
  return { left: x1, top: height - y2, right: x2, bottom: height - y1, contents, target: /\/(?:Dest|URI) ?[[(<]/.exec(text)?.[0] ?? '' };
}

/** Fill colours that a page sets, as red, green, blue from 0 to 1. */
function readColours(content: string): readonly (readonly number[])[] {
  return [...content.matchAll(/(?:^|\s)((?:[\d.]+\s+){1,4})(g|rg|k|scn|sc)(?=\s)/g)].map(([, numbers, operator]) => {
    const values = (numbers ?? '').trim().split(/\s+/).map(Number);
    const [c = 0, m = 0, y = 0, k = 0] = values;
    if (operator === 'k' || values.length === 4) return [1 - Math.min(1, c + k), 1 - Math.min(1, m + k), 1 - Math.min(1, y + k)];
    return values.length === 3 ? [c, m, y] : [c, c, c];
  });
}

/** Entries in reading order: first child, then next sibling, from the root. */
function outlineOf(objects: ReadonlyMap<number, string>, pageIds: readonly number[], pages: PdfFacts['pages']): PdfFacts['outline'] {
  const root = [...objects.values()].find((text) => /\/Type \/Catalog/.test(text))?.match(/\/Outlines (\d+) 0 R/)?.[1];
  const found: PdfFacts['outline'][number][] = [];
  const visit = (id: number): void => {
    for (let next: number | undefined = Number(objects.get(id)?.match(/\/First (\d+) 0 R/)?.[1] ?? 0); next; ) {
      const text: string = objects.get(next) ?? '';
      const dest = /\/Dest \[(\d+) 0 R \/XYZ \S+ ([\d.]+)/.exec(text);
      const page = pageIds.indexOf(Number(dest?.[1]));
      found.push({
        title: pdfString(/\/Title (\((?:[^\\)]|\\[\s\S])*\)|<[^>]*>)/.exec(text)?.[1] ?? '()'),
        page,
        top: (pages[page]?.height ?? 0) - Number(dest?.[2] ?? 0),
      });
      visit(next);
      next = Number(text.match(/\/Next (\d+) 0 R/)?.[1] ?? 0);
    }
  };
  visit(Number(root ?? 0));
  return found;
}

/** A text string: literal with escapes, or hexadecimal; in UTF-16 with its mark, else in one byte a character. */
function pdfString(raw: string): string {
  const bytes = raw.startsWith('<')
    ? Buffer.from(raw.slice(1, -1).replaceAll(/\s/g, ''), 'hex')
    : Buffer.from(
        raw
          .slice(1, -1)
          .replaceAll(/\\(\d{1,3}|[\s\S])/g, (_, code: string) =>
            /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
          ),
        'latin1',
      );
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
