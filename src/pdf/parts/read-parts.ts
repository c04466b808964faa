// Turn the bytes of any PDF into the parts that are compared besides its pages; what cannot be read is named.
import { AnyPdfFile } from '../objects/any-pdf-file.ts';
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { PdfFault } from '../objects/pdf-value.ts';
import {
  type DocumentParts,
  type ListedPart,
  type NamedPart,
  type PageParts,
  type PartKind,
  partKinds,
  type TagPart,
  type UnreadParts,
} from './document-parts.ts';
import { type FilePage, filePages, rectangleOf, rotationOf, shownBox } from './file-pages.ts';
import { readAnnotations } from './read-annotations.ts';
import { readAttachments } from './read-attachments.ts';
import { Destinations } from './read-destinations.ts';
import { readForms } from './read-forms.ts';
import { readMetadata } from './read-metadata.ts';
import { readOutline } from './read-outline.ts';
import { readSettings } from './read-settings.ts';
import { readTagParts } from './read-tags.ts';
import { ValueWords } from './value-words.ts';

/**
 * The same of two files. Tags that stand in the same bytes of both, under the same numbers, are the same and are not read: most
 * corrections leave them as they are.
 */
export function readPartsOfBoth(old: Uint8Array, now: Uint8Array, wanted: WantedParts): readonly [DocumentParts, DocumentParts] {
  const [before, after] = [tried(() => new AnyPdfFile(old)), tried(() => new AnyPdfFile(now))];
  const bothOpen = typeof before !== 'string' && typeof after !== 'string';
  const tags = wanted.tags && !(bothOpen && tried(() => haveSameTags(before, after)) === true);
  return [readParts(old, { tags }, before), readParts(now, { tags }, after)];
}

/** What objects of tags have in them: elements, the root of all, attributes. */
const ofTags = /\/(?:StructElem|StructTreeRoot|RoleMap|O\s?\/(?:Table|List|Layout|PrintField|UserProperties))(?![A-Za-z])/;

/** False where it cannot be told. */
function haveSameTags(old: AnyPdfFile, now: AnyPdfFile): boolean {
  const [before, after] = [old.packs(), now.packs()];
  if (before.size === 0 || before.size !== after.size) return false;
  const pagesOf = (file: AnyPdfFile) => filePages(file, file.dict(file.trailer.get('Root'))).map(({ object }) => object);
  if (pagesOf(old).join(' ') !== pagesOf(now).join(' ')) return false;
  let isSeen = false;
  for (const [number, text] of before) {
    const other = after.get(number);
    const isTag = ofTags.test(text);
    isSeen ||= isTag;
    if (other === undefined || (text !== other && (isTag || ofTags.test(other)))) return false;
  }
  return isSeen;
}

/** What is read besides the rest. */
export interface WantedParts {
  /** The structure tree: it is the largest part of most files. */
  readonly tags: boolean;
}

/** Never throws for what a file holds: a file of which nothing can be read says so. `opened` is the file, or why it cannot be opened. */
export function readParts(bytes: Uint8Array, wanted: WantedParts, opened = tried(() => new AnyPdfFile(bytes))): DocumentParts {
  const first = typeof opened === 'string' ? opened : tried(() => partsOf(opened, wanted));
  if (typeof first !== 'string' && first.unread.length === 0) return first;
  // Cross-references that lead astray may lead so for one object only.
  const second = tried(() => partsOf(new AnyPdfFile(bytes, true), wanted));
  const best = typeof second === 'string' || (typeof first !== 'string' && first.unread.length <= second.unread.length) ? first : second;
  return typeof best === 'string' ? { named: [], listed: [], pages: [], unread: [{ kinds: partKinds, why: best }] } : best;
}

function tried<T>(read: () => T): T | string {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof PdfFault) return fault.message;
    throw fault;
  }
}

function partsOf(file: PdfObjects, wanted: WantedParts): DocumentParts {
  const catalog = file.dict(file.trailer.get('Root'));
  const pages = filePages(file, catalog);
  const numbers = new Map(pages.flatMap(({ object, number }) => (object === undefined ? [] : [[object, number] as const])));
  const words = new ValueWords(file, new Map([...numbers].map(([object, number]) => [object, `page ${number}`])));
  const destinations = new Destinations(file, catalog, numbers);
  const unread: UnreadParts[] = [];
  const read = <T>(what: string, kinds: readonly PartKind[], none: T, reading: () => T): T => {
    const found = tried(() => ({ value: reading() }));
    if (typeof found !== 'string') return found.value;
    unread.push({ kinds, why: `${what}: ${found}` });
    return none;
  };
  const notes = read('annotations', ['annotation', 'link'], { parts: [], widgets: new Map(), files: [] }, () =>
    readAnnotations(file, pages, destinations, words),
  );
  const metadata = read<readonly NamedPart[]>('metadata', ['metadata'], [], () => readMetadata(file, catalog));
  const named = [
    ...metadata,
    ...read<readonly NamedPart[]>('settings', ['setting', 'language'], [], () => readSettings(file, catalog, destinations, words)),
    ...read<readonly NamedPart[]>('form fields', ['form'], [], () => readForms(file, catalog, notes.widgets, words)),
    ...read<readonly NamedPart[]>('attachments', ['attachment'], [], () => readAttachments(file, catalog, notes.files)),
  ];
  const outline = read<readonly ListedPart[]>('bookmarks', ['outline'], [], () => readOutline(file, catalog, destinations));
  const tags = wanted.tags
    ? read<readonly TagPart[] | undefined>('tags', ['tags'], undefined, () => readTagParts(file, catalog, numbers))
    : undefined;
  const writer = metadata.find(({ name }) => name === 'producer in the metadata')?.value ?? '';
  return {
    named,
    listed: [...notes.parts, ...outline],
    pages: pages.map((page) => pageParts(file, page)),
    ...(tags ? { tags } : {}),
    writer,
    unread,
  };
}

const boxes: readonly (readonly [key: string, name: string])[] = [
  ['MediaBox', 'sheet'],
  ['CropBox', 'crop box'],
  ['BleedBox', 'bleed box'],
  ['TrimBox', 'trim box'],
  ['ArtBox', 'art box'],
];

/** A box that says the same as the one it is taken from where it is absent is absent. */
function pageParts(file: PdfObjects, { dict }: FilePage): PageParts {
  const found = new Map<string, string>();
  const shown = said(shownBox(file, dict));
  for (const [key, name] of boxes) {
    const own = rectangleOf(file, dict.get(key));
    if (!own) continue;
    const words = said(own);
    if (key === 'MediaBox' || words !== (key === 'CropBox' ? found.get('sheet') : shown)) found.set(name, words);
  }
  const turned = rotationOf(file, dict);
  if (turned !== 0) found.set('rotation', `${turned}°`);
  const unit = file.follow(dict.get('UserUnit'));
  if (typeof unit === 'number' && unit !== 1) found.set('unit', `${unit}/72 inch`);
  return { boxes: found };
}

/** Width, height and lower left corner, in points to a tenth: programs round. */
function said([left, bottom, right, top]: readonly [number, number, number, number]): string {
  const length = (value: number) => String(Number(value.toFixed(1)));
  const corner = Math.abs(left) < 0.05 && Math.abs(bottom) < 0.05 ? '' : ` from ${length(left)}, ${length(bottom)}`;
  return `${length(right - left)} × ${length(top - bottom)} pt${corner}`;
}
