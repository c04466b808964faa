// Turn the content of a page into what it says: each piece of marked content, and the text that stands outside of any.
import { fileLimits } from '../../model/limits.ts';
import type { PdfFile } from '../objects/pdf-file.ts';
import { isReference, nameOf, type PdfDict, PdfFault, type PdfReference, type PdfValue, textOf } from '../objects/pdf-value.ts';
import { contentOperators } from './content-operators.ts';

export interface PageContent {
  readonly page: PdfDict;
  /** Number of the page's object. */
  readonly number: number;
  /** What each piece says, by MCID. */
  readonly marked: ReadonlyMap<number, string>;
  /** Everything shown, artifacts too, in order; a triangle that is replaced reads as its replacement. */
  readonly text: string;
  /** Marks outside of tags and artifacts. */
  readonly loose: number;
  /** Glyphs without a text, by resource name of their font. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** Pages in order. */
export function readPages(file: PdfFile): readonly PageContent[] {
  const root = file.dict(file.trailer.get('Root'));
  const references: PdfReference[] = [];
  const seen = new Set<number>();
  // A stack of its own: a tree of pages may be as deep as its file is long.
  const waiting: PdfValue[] = [root.get('Pages') ?? null];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isReference(node) || seen.has(node.reference)) continue;
    seen.add(node.reference);
    const dict = file.dict(node);
    if (dict.has('Kids')) for (const kid of [...file.array(dict.get('Kids'))].reverse()) waiting.push(kid);
    else references.push(node);
  }
  if (references.length > fileLimits.pages) throw new PdfFault(`it has ${references.length} pages, and ${fileLimits.pages} are read`);
  const maps = new FontMaps(file);
  return references.map((reference) => readPage(file, reference, maps));
}

/** Text of glyphs by font; a font that is on every page is read once. */
class FontMaps {
  readonly #file: PdfFile;
  readonly #known = new Map<number, ReadonlyMap<string, string>>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  of(font: PdfValue): ReadonlyMap<string, string> {
    if (!isReference(font)) return characterMap(this.#file, font);
    const known = this.#known.get(font.reference) ?? characterMap(this.#file, font);
    this.#known.set(font.reference, known);
    return known;
  }
}

function readPage(file: PdfFile, reference: PdfReference, fontMaps: FontMaps): PageContent {
  const page = file.dict(reference);
  const content = Buffer.from(file.data(page.get('Contents')) ?? []).toString('latin1');
  const fonts = file.dict(file.dict(page.get('Resources')).get('Font'));
  const maps = new Map([...fonts].map(([name, font]) => [name, fontMaps.of(font)]));
  const marked = new Map<number, string>();
  const unmapped = new Map<string, number>();
  const open: { readonly id?: number; readonly replaced?: true }[] = [];
  let text = '';
  let loose = 0;
  let font = '';
  // In the content of our own files: marked content, fonts, shown glyphs, filled boxes.
  for (const { name, operands } of contentOperators(content, file.step)) {
    const last = operands.at(-1);
    if ((name === 'BDC' || name === 'BMC') && open.length >= mostOpen)
      throw new PdfFault(`the content of a page is nested deeper than ${mostOpen}`);
    if (name === 'BDC' && last instanceof Map) {
      const properties = last as PdfDict;
      const id = properties.get('MCID');
      const replacement = properties.get('ActualText');
      const replaced = typeof replacement === 'object' && isUnicode(replacement) ? textOf(replacement) : undefined;
      open.push({ ...(typeof id === 'number' ? { id } : {}), ...(replaced === undefined ? {} : { replaced: true }) });
      if (typeof id === 'number') marked.set(id, marked.get(id) ?? '');
      if (replaced !== undefined) say(replaced);
    } else if (name === 'Tf') font = nameOf(operands.at(-2)) ?? font;
    else if (name === 'BMC') open.push({});
    else if (name === 'EMC') open.pop();
    else if (name === 're' || (name === 'TJ' && Array.isArray(last))) {
      if (open.length === 0) loose++;
      else if (name === 'TJ' && !open.some(({ replaced }) => replaced)) show(last as readonly PdfValue[]);
    }
  }
  return { page, number: reference.reference, marked, text, loose, unmapped };

  function show(pieces: readonly PdfValue[]): void {
    const map = maps.get(font);
    const bytes = pieces.map((piece) => (typeof piece === 'object' && piece !== null && 'string' in piece ? piece.string : '')).join('');
    let words = '';
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const glyph = ((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1)).toString(16).padStart(4, '0');
      const said = map?.get(glyph);
      if (said === undefined) unmapped.set(font, (unmapped.get(font) ?? 0) + 1);
      else words += said;
    }
    say(words);
  }

  function say(words: string): void {
    text += words;
    const id = open.findLast((entry) => entry.id !== undefined)?.id;
    if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + words);
  }
}

/** Marked content in marked content: ours has two levels. */
const mostOpen = 64;

/** A text string in UTF-16, after its byte order mark. */
const isUnicode = (value: PdfValue): boolean =>
  typeof value === 'object' && value !== null && 'string' in value && value.string.startsWith('\xfe\xff');

/** Text by glyph id in hexadecimal. */
export function characterMap(file: PdfFile, font: PdfValue | undefined): ReadonlyMap<string, string> {
  const cmap = Buffer.from(file.data(file.dict(font).get('ToUnicode')) ?? []).toString('latin1');
  const [, blocks = ''] = cmap.split('endcodespacerange');
  return new Map([...blocks.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]{1,256})>$/gm)].map(([, glyph, units]) => [glyph!, fromHex(units!)]));
}

function fromHex(units: string): string {
  return String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
