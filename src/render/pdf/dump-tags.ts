// Turn a document and its pages into its tags as text: the structure tree that the PDF gets, with the words that each element holds.
import type { PdfDictionary, PdfValue, StructureContent, StructureElement } from 'pdfkit';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import { writeRelease } from './render-pdf.ts';

/** One element a line, indented by its depth: type, attributes, then its words in quotes and its links after `@`. */
export function dumpTags(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
): string {
  const lines: string[] = [];
  writeRelease(document, layout, metrics, fonts, (options, packet) => {
    const writer = new RecordingWriter(options, packet);
    writer.onRoot = (root) => {
      // The tree grows while pages are drawn: it is told when the file is ended.
      writer.onEnd = () => dumpElement(writer, root, 0, lines);
    };
    return writer;
  });
  return `${lines.join('\n')}\n`;
}

/** What an element holds, in order: elements, words, descriptions of links. */
type Kid = { readonly element: StructureElement } | { readonly words: string } | { readonly link: string };

/** Writes as ever, and remembers what was hung where. */
class RecordingWriter extends ReleaseWriter {
  readonly nodes = new Map<StructureElement, { readonly data: PdfDictionary; readonly kids: Kid[] }>();
  onRoot: (root: StructureElement) => void = () => {};
  onEnd: () => void = () => {};
  private readonly said = new Map<StructureContent, string>();

  override struct(type: string, options?: Parameters<ReleaseWriter['struct']>[1]): StructureElement {
    const element = super.struct(type, options);
    const kids: Kid[] = [];
    // pdfkit lets go of an element's dictionary once it is written, and links are written while their page is drawn.
    this.nodes.set(element, { data: element.dictionary.data, kids });
    const add = element.add.bind(element);
    element.add = (child) => {
      if (!('refs' in child)) kids.push({ element: child });
      else if (this.said.has(child)) kids.push({ words: this.said.get(child) ?? '' });
      add(child);
      return element;
    };
    return element;
  }

  override addStructure(element: StructureElement): this {
    this.onRoot(element);
    return super.addStructure(element);
  }

  override says(content: StructureContent, words: string): StructureContent {
    this.said.set(content, words);
    return content;
  }

  override annotate(...[x, y, width, height, options]: Parameters<ReleaseWriter['annotate']>): this {
    const { structParent, Contents } = options;
    if (structParent) this.nodes.get(structParent)?.kids.push({ link: String(Contents) });
    return super.annotate(x, y, width, height, options);
  }

  override end(): void {
    this.onEnd();
    super.end();
  }
}

function dumpElement(writer: RecordingWriter, element: StructureElement, depth: number, lines: string[]): void {
  const node = writer.nodes.get(element);
  if (!node) return;
  const { S, ID, Lang, T, E, A } = node.data;
  const own = Object.entries((A ?? {}) as PdfDictionary).filter(([key]) => key !== 'O');
  const attributes = [...Object.entries({ ID, Lang, T, E }), ...own.sort(([a], [b]) => (a < b ? -1 : 1))];
  const written = attributes.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}=${plain(value)}`]));
  lines.push(`${'  '.repeat(depth)}${String(S)}${written.join('')}`);
  for (const kid of node.kids) {
    if ('element' in kid) dumpElement(writer, kid.element, depth + 1, lines);
    else lines.push(`${'  '.repeat(depth + 1)}${'words' in kid ? `"${kid.words}"` : `@ ${kid.link}`}`);
  }
}

function plain(value: PdfValue): string {
  return Array.isArray(value) ? `[${value.map(plain).join(' ')}]` : String(value);
}
