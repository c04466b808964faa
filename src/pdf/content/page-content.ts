// Turn the tree of pages of a file into pages in order: the events of each one's content, and what its pieces of marked content say.
import { fileLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import type { PdfFile } from '../objects/pdf-file.ts';
import { isReference, type PdfDict, PdfFault, type PdfReference, type PdfValue } from '../objects/pdf-value.ts';
import { type ContentEvent, interpretContent } from './interpret-content.ts';
import { PageFonts } from './page-fonts.ts';

/** A page that was found; its content is read when it is asked for. */
export interface OpenPage {
  readonly dict: PdfDict;
  /** Number of the page's object. */
  readonly number: number;
  /** The top of its media box, in points. */
  readonly height: number;
  /** Anew at every call; throws `PdfFault` where the content cannot be read. */
  readonly events: () => Iterable<ContentEvent>;
}

/** All pages. Throws `PdfFault` when there are more than are read. */
export function openPages(file: PdfFile): readonly OpenPage[] {
  const references = pageReferences(file);
  if (references.length > fileLimits.pages) throw new PdfFault(say`it has ${references.length} pages, and ${fileLimits.pages} are read`);
  const fonts = new PageFonts(file);
  return references.map((reference): OpenPage => {
    const dict = file.dict(reference);
    return {
      dict,
      number: reference.reference,
      height: Number(file.follow(file.array(dict.get('MediaBox'))[3]) ?? 0),
      events: () => interpretContent(contentOf(file, dict), fonts.of(dict), file.step),
    };
  });
}

function pageReferences(file: PdfFile): readonly PdfReference[] {
  const references: PdfReference[] = [];
  const seen = new Set<number>();
  // A stack of its own: a tree of pages may be as deep as its file is long.
  const waiting: PdfValue[] = [file.dict(file.trailer.get('Root')).get('Pages') ?? null];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isReference(node) || seen.has(node.reference)) continue;
    seen.add(node.reference);
    const dict = file.dict(node);
    if (dict.has('Kids')) for (const kid of [...file.array(dict.get('Kids'))].reverse()) waiting.push(kid);
    else references.push(node);
  }
  return references;
}

/** One stream, or several that are read as one with white space between (ISO 32000-1, 7.8.2). */
function contentOf(file: PdfFile, page: PdfDict): string {
  const contents = file.follow(page.get('Contents'));
  const streams = Array.isArray(contents) ? (contents as readonly PdfValue[]) : [page.get('Contents')];
  return streams.map((stream) => Buffer.from(file.data(stream) ?? []).toString('latin1')).join('\n');
}

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
