// Turn the content of a page into what it says: each piece of marked content, and the text that stands outside of any.
import type { PdfFile } from '../pdf-objects/pdf-file.ts';
import { isReference, type PdfDict, type PdfReference, type PdfValue } from '../pdf-objects/pdf-value.ts';

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
  return leaves(file, root.get('Pages'), new Set()).map((reference) => readPage(file, reference));
}

function leaves(file: PdfFile, node: PdfValue | undefined, seen: Set<number>): readonly PdfReference[] {
  if (!isReference(node) || seen.has(node.reference)) return [];
  seen.add(node.reference);
  const dict = file.dict(node);
  return dict.has('Kids') ? file.array(dict.get('Kids')).flatMap((kid) => leaves(file, kid, seen)) : [node];
}

function readPage(file: PdfFile, reference: PdfReference): PageContent {
  const page = file.dict(reference);
  const content = Buffer.from(file.data(page.get('Contents')) ?? []).toString('latin1');
  const fonts = file.dict(file.dict(page.get('Resources')).get('Font'));
  const maps = new Map([...fonts].map(([name, font]) => [name, characterMap(file, font)]));
  const marked = new Map<number, string>();
  const unmapped = new Map<string, number>();
  const open: { readonly id?: number; readonly replaced?: true }[] = [];
  let text = '';
  let loose = 0;
  let font = '';
  // In the content of our own files: property lists, fonts, shown glyphs, filled boxes, ends.
  const operators = /\/(\w+) <<([^>]*(?:<[0-9a-f]*>[^>]*)?)>> BDC|\/(\w+) -?[\d.]+ Tf|\[((?:<[0-9A-Fa-f]*>|[^\]<])*)\]TJ|\bEMC\b|\bre\b/g;
  for (const [token, , properties, chosen, shown] of content.matchAll(operators)) {
    if (properties !== undefined) {
      const id = /\/MCID (\d+)/.exec(properties)?.[1];
      const replacement = /\/ActualText <feff([0-9a-f]+)>/.exec(properties)?.[1];
      open.push({ ...(id === undefined ? {} : { id: Number(id) }), ...(replacement === undefined ? {} : { replaced: true }) });
      if (id !== undefined) marked.set(Number(id), marked.get(Number(id)) ?? '');
      if (replacement !== undefined) say(fromHex(replacement));
    } else if (chosen !== undefined) font = chosen;
    else if (token === 'EMC') open.pop();
    else if (open.length === 0) loose++;
    else if (shown !== undefined && !open.some(({ replaced }) => replaced)) {
      for (const [glyph] of [...shown.matchAll(/<([0-9A-Fa-f]*)>/g)]
        .map(([, hex]) => hex!)
        .join('')
        .matchAll(/.{4}/g)) {
        const said = maps.get(font)?.get(glyph.toLowerCase());
        if (said === undefined) unmapped.set(font, (unmapped.get(font) ?? 0) + 1);
        else say(said);
      }
    }
  }
  return { page, number: reference.reference, marked, text, loose, unmapped };

  function say(words: string): void {
    text += words;
    const id = open.findLast((entry) => entry.id !== undefined)?.id;
    if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + words);
  }
}

/** Text by glyph id in hexadecimal. */
export function characterMap(file: PdfFile, font: PdfValue | undefined): ReadonlyMap<string, string> {
  const cmap = Buffer.from(file.data(file.dict(font).get('ToUnicode')) ?? []).toString('latin1');
  const [, blocks = ''] = cmap.split('endcodespacerange');
  return new Map([...blocks.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].map(([, glyph, units]) => [glyph!, fromHex(units!)]));
}

function fromHex(units: string): string {
  return String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
