// Turn our writer's calls into pdfkit's, and its defects into what the standard asks for. No other file knows that pdfkit writes.
import type * as pdfkit from 'pdfkit';
import PDFDocument from 'pdfkit';
import { forgetful, type Memory } from '../../model/memory.ts';
import { ObjectLines } from './object-lines.ts';
import { ObjectWriter } from './object-writer.ts';
import type { PackedStream } from './packed-stream.ts';
import {
  type Area,
  type LinkTarget,
  type OutlineEntry,
  type PageContent,
  type PageWriter,
  type PdfObject,
  type PdfSettings,
  type PdfWriter,
  pdfName,
  type StructureElement,
  type StructureType,
  type Voice,
  type WrittenDict,
  type WrittenValue,
} from './pdf-writer.ts';
import { srgbProfile } from './srgb-profile.ts';
import { StructureTree, type TreeFile } from './structure-tree.ts';
import { refuseSilentLink } from './tag-rules.ts';
import { escapedName, isName, writtenDict } from './write-value.ts';
import { producer } from './xmp-packet.ts';

/**
 * A tagged PDF 1.7 that is to be PDF/UA-1 and PDF/A at once. pdfkit writes what there is once or once a page; tags, links, contents and
 * fonts, which are thousands of objects, are written by this folder.
 */
export class PdfkitWriter implements PdfWriter {
  readonly #document: CompactDocument;
  readonly #pages: WrittenPage[] = [];

  constructor(settings: PdfSettings, memory: Memory = forgetful) {
    this.#document = new CompactDocument(settings, memory);
    const preferences = this.#document._root.data.ViewerPreferences as pdfkit.PdfReference;
    preferences.data.PrintScaling = 'None';
  }

  reserve(): PdfObject {
    return new WrittenObject(this.#document.ref());
  }

  fill(object: PdfObject, dict: WrittenDict, data?: Uint8Array | PackedStream): void {
    this.#document.objects.put(ownObject(object).number, writtenDict(data ? { ...dict, Length: data.length } : dict), data);
  }

  put(dict: WrittenDict, data?: Uint8Array | PackedStream): PdfObject {
    const object = this.reserve();
    this.fill(object, dict, data);
    return object;
  }

  addPage(width: number, height: number): PageWriter {
    const { page } = this.#document.addPage({ size: [width, height], margin: 0 });
    const written = new WrittenPage(this.#document, page);
    this.#pages.push(written);
    return written;
  }

  element(type: StructureType, voice: Voice = {}): StructureElement {
    return this.#document.tree.element(type, voice);
  }

  closeTree(): void {
    this.#document.tree.close();
  }

  outline(entries: readonly OutlineEntry[]): void {
    const put = (parent: pdfkit.OutlineItem, { title, destination, open, entries: inner }: OutlineEntry): void => {
      const item = parent.addItem(title, { fit: true });
      // pdfkit measures the left of XYZ from the right edge; its Fit would change the reader's zoom.
      item.outlineData.Dest = converted(destination);
      // pdfkit counts children only, and never the root's.
      if (inner.length > 0) item.outlineData.Count = open ? inner.length : -inner.length;
      for (const each of inner) put(item, each);
    };
    const { outline } = this.#document;
    for (const entry of entries) put(outline, entry);
    outline.outlineData.Count = entries.reduce((sum, { open, entries: inner }) => sum + 1 + (open ? inner.length : 0), 0);
  }

  addToCatalog(entries: WrittenDict): void {
    Object.assign(this.#document._root.data, convertedDict(entries));
  }

  addToNames(entries: WrittenDict): void {
    // pdfkit would sort names by the machine's locale.
    Object.assign((this.#document._root.data.Names as pdfkit.PdfReference).data, convertedDict(entries));
  }

  /** Writes all that is left, and gives the file. Nothing can be written after that. */
  end(): Promise<Uint8Array> {
    for (const page of this.#pages) page.refuseLoose();
    this.#document.end();
    return this.#document.finish();
  }
}

/** pdfkit's document, with our objects, tags and contents of pages, our metadata packet, and bytes at the end instead of a stream. */
class CompactDocument extends PDFDocument {
  readonly objects: ObjectWriter;
  readonly tree: StructureTree;
  /** Pages that were shown, by the number of the object that pdfkit has for their content. */
  readonly contents = new Map<number, { readonly content: PageContent; readonly height: number }>();
  readonly #packet: string;
  readonly #lines = new ObjectLines((number, value, stream) => this.#take(number, value, stream));

  constructor({ part, lang, title, author, date, packet }: PdfSettings, memory: Memory) {
    if (title.trim() === '' || lang === '') throw new Error('a PDF needs a title and a language');
    super({
      // pdfkit takes versions and conformances that it does not know without a word: these it knows.
      pdfVersion: '1.7',
      subset: `PDF/A-${part}a`,
      tagged: true,
      displayTitle: true,
      lang,
      font: null,
      compress: false,
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      info: { Title: title, Author: author, Producer: producer, Creator: producer, CreationDate: date, ModDate: date },
    });
    this.#packet = packet;
    this._addColorOutputIntent = () => this.#addOutputIntent();
    this.objects = new ObjectWriter(memory);
    const file: TreeFile = {
      reserve: () => this.#reserve(),
      write: (number, value, beside) => this.objects.put(number, value, undefined, beside),
    };
    this.tree = new StructureTree(file, this.getStructTreeRoot().id);
  }

  finish(): Promise<Uint8Array> {
    return this.objects.finish({ count: this._offsets.length, root: `${this._root}`, info: `${this._info}` });
  }

  override _write(data: string | Uint8Array): void {
    // pdfkit's constructor writes a header before there are fields; the writer of objects has its own.
    if (#lines in this) this.#lines.take(data);
  }

  /** pdfkit's elements are many objects each, and slow: there are none, and its root of the tree is never written. */
  override endMarkings(): void {
    this.tree.end();
    this.getMarkInfoDictionary().end();
  }

  /** pdfkit's packet leaves values unescaped and has one title, no language and no modification date: it is never written. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.write(new TextEncoder().encode(this.#packet));
    metadata.end();
    this._root.data.Metadata = metadata;
  }

  /** In the place of pdfkit's, whose profile is a table of three kilobytes. */
  #addOutputIntent(): void {
    const profile = this.ref({ N: 3 });
    profile.compress = false;
    profile.end(srgbProfile());
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: converted('sRGB IEC61966-2.1'),
      OutputConditionIdentifier: converted('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }

  /** pdfkit's table of cross-references is never written: `finish` writes ours. */
  override _finalize(): void {}

  /** pdfkit's next number, without an object that it would write. */
  #reserve(): number {
    return this._offsets.push(null);
  }

  /** The content of a page stands in the place of the one that pdfkit began. */
  #take(number: number, value: string, stream?: Uint8Array): void {
    const shown = this.contents.get(number);
    if (shown && (!stream || Buffer.from(stream).toString('latin1') !== pageStart(shown.height))) throw new Error('pdfkit drew on a page');
    this.objects.put(number, value, shown?.content.stream ?? stream);
  }
}

class WrittenObject implements PdfObject {
  readonly reference: pdfkit.PdfReference;

  constructor(reference: pdfkit.PdfReference) {
    this.reference = reference;
  }

  get number(): number {
    return this.reference.id;
  }
}

class WrittenPage implements PageWriter {
  readonly object: WrittenObject;
  readonly #document: CompactDocument;
  readonly #page: pdfkit.PdfPage;
  #content: PageContent | undefined;
  /** Pieces of its content that hang on elements. */
  #hung = 0;

  constructor(document: CompactDocument, page: pdfkit.PdfPage) {
    this.object = new WrittenObject(page.dictionary);
    this.#document = document;
    this.#page = page;
  }

  useFont(name: string, font: PdfObject): void {
    this.#page.fonts[name] = ownObject(font).reference;
  }

  usePicture(name: string, picture: PdfObject): void {
    this.#page.xobjects[name] = ownObject(picture).reference;
  }

  show(content: PageContent): void {
    if (this.#content) throw new Error('a page is shown twice');
    this.#content = content;
    this.#document.contents.set(this.#page.content.id, { content, height: this.#page.height });
    if (content.tags.length > 0) this.#page.dictionary.data.StructParents = this.#document.tree.addPage();
  }

  hang(element: StructureElement): void {
    const tag = this.#content?.tags[this.#hung++];
    if (tag !== element.type) throw new Error(`a piece of content in ${tag ?? 'no element'} is hung on ${element.type}`);
    this.#document.tree.addContent(element, this.object, this.#page.dictionary.data.StructParents as number);
  }

  addLink(element: StructureElement, { left, top, width, height }: Area, { lead, contents, corners }: LinkTarget): void {
    refuseSilentLink(element.type, contents);
    const reference = this.#document.ref();
    const target = 'address' in lead ? { A: { S: pdfName('URI'), URI: lead.address } } : { Dest: lead.destination };
    const annotation: WrittenDict = {
      Subtype: pdfName('Link'),
      ...target,
      ...(corners ? { QuadPoints: corners } : {}),
      Contents: contents,
      Type: pdfName('Annot'),
      Rect: [left, this.#page.height - (top + height), left + width, this.#page.height - top],
      Border: [0, 0, 0],
      F: printed,
      StructParent: this.#document.tree.addLink(element, this.object, new WrittenObject(reference)),
    };
    this.#document.objects.put(reference.id, writtenDict(annotation));
    this.#page.annotations.push(reference);
  }

  /** Throws where content hangs on no element. */
  refuseLoose(): void {
    if (this.#hung !== (this.#content?.tags.length ?? 0)) throw new Error('a page has content that hangs on no element');
  }
}

/** The lines by which pdfkit begins every page: a space that is upside down. */
const pageStart = (height: number): string => `1 0 0 -1 0 ${Math.round(height * 1e6) / 1e6} cm\n`;

/** Flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3). */
const printed = 1 << 2;

function ownObject(object: PdfObject): WrittenObject {
  if (object instanceof WrittenObject) return object;
  throw new Error(`object ${object.number} belongs to another writer`);
}

/** pdfkit writes plain strings as names and String objects as text. */
function converted(value: WrittenValue): pdfkit.PdfValue {
  if (typeof value === 'string') return Object(value) as pdfkit.PdfText;
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array) return value;
  if (value instanceof WrittenObject) return value.reference;
  if (Array.isArray(value)) return (value as readonly WrittenValue[]).map(converted);
  return isName(value) ? escapedName(value.name) : convertedDict(value as WrittenDict);
}

function convertedDict(dict: WrittenDict): pdfkit.PdfDictionary {
  const entries = Object.entries(dict).flatMap(([key, value]) => (value === undefined ? [] : [[key, converted(value)] as const]));
  return Object.fromEntries(entries);
}
