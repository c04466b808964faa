// Turn a document and its pages into its tags as text: the structure tree that the PDF gets, with the words that each element holds.
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import type {
  LinkTarget,
  PageWriter,
  PdfObject,
  PdfWriter,
  StructureElement,
  StructureType,
  Voice,
  WrittenDict,
  WrittenValue,
} from '../../pdf/writing/pdf-writer.ts';
import { writeRelease } from './render-pdf.ts';

/** One element a line, indented by its depth: type, attributes, then its words in quotes and its links after `@`. */
export function dumpTags(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
): string {
  const recorder = new TagRecorder();
  writeRelease(recorder, document, layout, metrics, fonts);
  const lines: string[] = [];
  if (recorder.root) dumpElement(recorder.root, 0, lines);
  return `${lines.join('\n')}\n`;
}

function dumpElement({ type, id, voice, attributes, kids }: RecordedElement, depth: number, lines: string[]): void {
  const own = Object.entries(attributes).filter(([key]) => key !== 'O');
  const said = Object.entries({ ID: id, Lang: voice.lang, T: voice.title, E: voice.expanded, Alt: voice.alt });
  const all: readonly (readonly [string, WrittenValue | undefined])[] = [...said, ...own.sort(([a], [b]) => (a < b ? -1 : 1))];
  const written = all.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}=${plain(value)}`]));
  lines.push(`${'  '.repeat(depth)}${type}${written.join('')}`);
  for (const kid of kids) {
    if ('element' in kid) dumpElement(kid.element, depth + 1, lines);
    else lines.push(`${'  '.repeat(depth + 1)}${'words' in kid ? `"${kid.words}"` : `@ ${kid.link}`}`);
  }
}

function plain(value: WrittenValue): string {
  if (Array.isArray(value)) return `[${(value as readonly WrittenValue[]).map(plain).join(' ')}]`;
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value);
}

/** What an element holds, in order: elements, words, descriptions of links. */
type Kid = { readonly element: RecordedElement } | { readonly words: string } | { readonly link: string };

/** An element as it was asked for. */
class RecordedElement implements StructureElement {
  readonly type: StructureType;
  readonly voice: Voice;
  readonly kids: Kid[] = [];
  id: string | undefined;
  attributes: WrittenDict = {};

  constructor(type: StructureType, voice: Voice) {
    this.type = type;
    this.voice = voice;
  }

  add(child: StructureElement): void {
    this.kids.push({ element: recorded(child) });
  }

  describe(attributes: WrittenDict): void {
    this.attributes = attributes;
  }

  identify(id: string): void {
    this.id = id;
  }
}

/** A writer that keeps elements alone. */
class TagRecorder implements PdfWriter {
  /** The first element that was asked for. */
  root: RecordedElement | undefined;
  #objects = 0;

  reserve(): PdfObject {
    return { number: ++this.#objects };
  }

  fill(): void {}

  put(): PdfObject {
    return this.reserve();
  }

  addPage(): PageWriter {
    return new RecordedPage(this.reserve());
  }

  element(type: StructureType, voice: Voice = {}): StructureElement {
    const element = new RecordedElement(type, voice);
    this.root ??= element;
    return element;
  }

  closeTree(): void {}

  outline(): void {}

  addToCatalog(): void {}

  addToNames(): void {}
}

/** A page that hangs what is drawn on its element. */
class RecordedPage implements PageWriter {
  readonly object: PdfObject;

  constructor(object: PdfObject) {
    this.object = object;
  }

  useFont(): void {}

  usePicture(): void {}

  show(): void {}

  hang(element: StructureElement, words: string): void {
    recorded(element).kids.push({ words });
  }

  addLink(element: StructureElement, _area: unknown, { contents }: LinkTarget): void {
    recorded(element).kids.push({ link: contents });
  }
}

function recorded(element: StructureElement): RecordedElement {
  if (element instanceof RecordedElement) return element;
  throw new Error(`the element ${element.type} belongs to another writer`);
}
