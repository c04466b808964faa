// Turn the content of a page into what it says: each piece of marked content, and the text that stands outside of any.
import type { PdfFile } from '../objects/pdf-file.ts';
import type { PdfDict } from '../objects/pdf-value.ts';
import { type OpenPage, openPages } from './open-pages.ts';

/** What a page says. */
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
  return openPages(file).map(readPage);
}

/** Marked content that was begun and not ended. */
interface Begun {
  readonly id?: number;
  readonly replaced: boolean;
}

function readPage({ dict, number, events }: OpenPage): PageContent {
  const marked = new Map<number, string>();
  const unmapped = new Map<string, number>();
  const open: Begun[] = [];
  let text = '';
  let loose = 0;
  const say = (words: string): void => {
    text += words;
    const id = open.findLast((entry) => entry.id !== undefined)?.id;
    if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + words);
  };
  for (const event of events()) {
    if (event.kind === 'begin') {
      const { id, replacement } = event;
      open.push({ ...(id === undefined ? {} : { id }), replaced: replacement !== undefined });
      if (id !== undefined) marked.set(id, marked.get(id) ?? '');
      if (replacement !== undefined) say(replacement);
    } else if (event.kind === 'end') open.pop();
    else if (event.kind === 'paint') loose += open.length === 0 ? event.pieces : 0;
    else if (event.kind === 'glyphs') {
      if (open.length === 0) loose++;
      else if (!open.some(({ replaced }) => replaced)) {
        const mute = event.glyphs.filter((glyph) => glyph.text === undefined).length;
        if (mute > 0) unmapped.set(event.font, (unmapped.get(event.font) ?? 0) + mute);
        say(event.glyphs.map((glyph) => glyph.text ?? '').join(''));
      }
    }
  }
  return { page: dict, number, marked, text, loose, unmapped };
}
