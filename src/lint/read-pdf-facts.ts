// Turn the objects of the finished file into the few facts that rules ask of it: pages, links, outline, labels, fonts, dates, colours.
import type { OpenPage } from '../pdf/content/page-content.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import { isReference, isStream, type PdfDict, type PdfValue, textOf } from '../pdf/objects/pdf-value.ts';

/** What rules ask of a file. */
export interface PdfFacts {
  /** Size of the file. */
  readonly bytes: number;
  /** In order. */
  readonly pages: readonly {
    /** Points. */
    readonly height: number;
    readonly links: readonly PdfLink[];
    /** Fill colours that the page sets for text and rules, as red, green, blue from 0 to 1. */
    readonly colours: readonly (readonly number[])[];
  }[];
  /** First page and prefix of each range of labels. */
  readonly labels: readonly { readonly page: number; readonly prefix: string }[];
  /** In the order of reading: an entry, those inside it, the next. Pages from 0, -1 for none; points from the page's top edge. */
  readonly outline: readonly { readonly title: string; readonly page: number; readonly top: number }[];
  /** Names of embedded fonts, with their subset tags. */
  readonly fonts: readonly string[];
  /** Creation and modification dates as written. */
  readonly dates: readonly string[];
}

/** A link: its rectangle with y downward from the page's top edge, what it says, where it leads. */
export interface PdfLink {
  /** Points. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** What a voice says of it. */
  readonly contents: string;
  /** An address, or `page 3`; empty when it leads nowhere. */
  readonly target: string;
}

/** Reads a file of ours. `bytes` is its size; `pages` are its own. Throws `PdfFault` when it is broken. */
export function readPdfFacts(file: PdfFile, pages: readonly OpenPage[], bytes: number): PdfFacts {
  const catalog = file.dict(file.trailer.get('Root'));
  const facts = pages.map((page) => ({
    height: page.height,
    links: file.array(page.dict.get('Annots')).map((annotation) => readLink(file, file.dict(annotation), page.height, pages)),
    colours: textColours(page),
  }));
  const objects = file.numbers.map((number) => file.dict({ reference: number }));
  return {
    bytes,
    pages: facts,
    labels: readLabels(file, file.dict(catalog.get('PageLabels'))),
    outline: readOutline(file, file.dict(catalog.get('Outlines')), pages),
    fonts: objects.filter((dict) => file.name(dict.get('Type')) === 'FontDescriptor').map((dict) => file.name(dict.get('FontName')) ?? ''),
    dates: file.numbers.flatMap((number) => datesIn(file, file.object(number))),
  };
}

/** Without those of drawings, which end with them. */
function textColours(page: OpenPage): readonly (readonly number[])[] {
  const colours: (readonly number[])[] = [];
  /** For each piece of marked content that is open, whether it is that of a drawing. */
  const open: boolean[] = [];
  for (const event of page.events()) {
    if (event.kind === 'begin') open.push(event.tag === 'Figure');
    else if (event.kind === 'end') open.pop();
    else if (event.kind === 'colour' && !open.includes(true)) colours.push(event.rgb);
  }
  return colours;
}

function readLabels(file: PdfFile, tree: PdfDict): PdfFacts['labels'] {
  const entries = file.array(tree.get('Nums'));
  return entries.flatMap((page, index) =>
    index % 2 === 0 ? [{ page: Number(page), prefix: file.text(file.dict(entries[index + 1]).get('P')) ?? '' }] : [],
  );
}

function readLink(file: PdfFile, link: PdfDict, height: number, pages: readonly OpenPage[]): PdfLink {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = file.array(link.get('Rect')).map(Number);
  const { page } = placeOf(file, link.get('Dest'), pages);
  const address = file.text(file.dict(link.get('A')).get('URI')) ?? '';
  return {
    left: x1,
    top: height - y2,
    right: x2,
    bottom: height - y1,
    contents: file.text(link.get('Contents')) ?? '',
    target: page >= 0 ? `page ${page + 1}` : address,
  };
}

/** An explicit destination: index of its page, -1 for none, and points from the page's top edge. */
function placeOf(file: PdfFile, value: PdfValue | undefined, pages: readonly OpenPage[]): { readonly page: number; readonly top: number } {
  const [target, , , top] = file.array(value);
  const page = isReference(target) ? pages.findIndex(({ number }) => number === target.reference) : -1;
  return { page, top: (pages[page]?.height ?? 0) - Number(top ?? 0) };
}

/** First child, then next sibling; an entry that leads back to one before it ends its list. */
function readOutline(file: PdfFile, root: PdfDict, pages: readonly OpenPage[]): PdfFacts['outline'] {
  const found: PdfFacts['outline'][number][] = [];
  const seen = new Set<number>();
  const visit = (parent: PdfDict): void => {
    for (let next = parent.get('First'); isReference(next) && !seen.has(next.reference); ) {
      seen.add(next.reference);
      const entry = file.dict(next);
      found.push({ title: file.text(entry.get('Title')) ?? '', ...placeOf(file, entry.get('Dest'), pages) });
      visit(entry);
      next = entry.get('Next');
    }
  };
  visit(root);
  return found;
}

/** Dates anywhere in an object: the document's own, and those of files inside. */
function datesIn(file: PdfFile, value: PdfValue): readonly string[] {
  const dict = isStream(value) ? value.dict : value;
  if (!(dict instanceof Map)) return [];
  return [...(dict as PdfDict)].flatMap(([key, inner]) =>
    key === 'CreationDate' || key === 'ModDate' ? [textOf(file.follow(inner)) ?? ''] : datesIn(file, inner),
  );
}
