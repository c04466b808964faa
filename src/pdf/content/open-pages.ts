// Turn the tree of pages of a file into pages in order: each with its dictionary, its height and the events of its content.
import { fileLimits } from '../../model/limits.ts';
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
  if (references.length > fileLimits.pages) throw new PdfFault(`it has ${references.length} pages, and ${fileLimits.pages} are read`);
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
