// Turn our writer's calls into pdfkit's, and its defects into what the standard asks for. No other file knows that pdfkit writes.
import type * as pdfkit from 'pdfkit';
import PDFDocument from 'pdfkit';
import type { PdfName } from '../objects/pdf-value.ts';
import { ObjectLines } from './object-lines.ts';
import { ObjectWriter } from './object-writer.ts';
import {
  type Area,
  type ArtifactKind,
  decimal,
  type LinkTarget,
  nameTree,
  type OutlineEntry,
  type PageWriter,
  type PdfObject,
  type PdfSettings,
  type PdfWriter,
  type StructureElement,
  type StructureType,
  type Voice,
  type WrittenDict,
  type WrittenValue,
} from './pdf-writer.ts';
import { checkTree, refuseMute, refuseSilentLink } from './tag-rules.ts';
import { producer } from './xmp-packet.ts';

/** A tagged PDF 1.7 that is to be PDF/UA-1 and PDF/A at once. */
export class PdfkitWriter implements PdfWriter {
  readonly #document: CompactDocument;
  readonly #elements: WrittenElement[] = [];
  readonly #ids = new Map<string, WrittenElement>();

  constructor(settings: PdfSettings) {
    this.#document = new CompactDocument(settings);
    const preferences = this.#document._root.data.ViewerPreferences as pdfkit.PdfReference;
    preferences.data.PrintScaling = 'None';
  }

  reserve(): PdfObject {
    return new WrittenObject(this.#document.ref());
  }

  fill(object: PdfObject, dict: WrittenDict, data?: Uint8Array): void {
    const { reference } = ownObject(object);
    reference.data = convertedDict(dict);
    reference.end(data);
  }

  put(dict: WrittenDict, data?: Uint8Array): PdfObject {
    const reference = this.#document.ref(convertedDict(dict));
    reference.end(data);
    return new WrittenObject(reference);
  }

  addPage(width: number, height: number): PageWriter {
    const { page } = this.#document.addPage({ size: [width, height], margin: 0 });
    return new WrittenPage(this.#document, page, this.#document.pageCount++);
  }

  element(type: StructureType, voice: Voice = {}): StructureElement {
    refuseMute(type, voice);
    const element = new WrittenElement(type, this.#document.struct(type, voice), this.#ids);
    if (this.#elements.length === 0) this.#document.addStructure(element.inner);
    this.#elements.push(element);
    return element;
  }

  closeTree(): void {
    checkTree(this.#elements, this.#ids);
    // pdfkit knows no tree of IDs.
    const ids = [...this.#ids].map(([id, { object }]): [string, PdfObject] => [id, object]);
    this.#document.getStructTreeRoot().data.IDTree = ownObject(this.put(nameTree(ids))).reference;
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
  end(): Uint8Array {
    this.#document.end();
    return this.#document.bytes;
  }
}

/** pdfkit's document, with our objects, our metadata packet, and bytes at the end instead of a stream. */
class CompactDocument extends PDFDocument {
  /** Pages made so far. */
  pageCount = 0;
  /** Where the transformation of pdfkit's own text was taken back. */
  readonly turned = new Set<pdfkit.PdfPage>();
  readonly #objects = new ObjectWriter();
  readonly #packet: string;
  readonly #lines = new ObjectLines((number, value, stream) => this.#objects.put(number, value, stream));
  #file: Uint8Array | undefined;

  constructor({ part, lang, title, author, date, packet }: PdfSettings) {
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
    // pdfkit writes /Limits into the root of the number tree, where only leaves have them (ISO 32000-1, 7.9.7).
    this.getStructParentTree().limits = false;
  }

  get bytes(): Uint8Array {
    if (!this.#file) throw new Error('the PDF is not ended');
    return this.#file;
  }

  override _write(data: string | Uint8Array): void {
    // pdfkit's constructor writes a header before there are fields; the writer of objects has its own.
    if (#lines in this) this.#lines.take(data);
  }

  override _finalize(): void {
    this.#file = this.#objects.finish({ count: this._offsets.length, root: `${this._root}`, info: `${this._info}` });
  }

  /** pdfkit's packet leaves values unescaped and has one title, no language and no modification date: it is never written. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.write(new TextEncoder().encode(this.#packet));
    metadata.end();
    this._root.data.Metadata = metadata;
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

class WrittenElement implements StructureElement {
  readonly type: StructureType;
  readonly inner: pdfkit.StructureElement;
  id: string | undefined;
  attributes: WrittenDict = {};
  isLinked = false;
  readonly #ids: Map<string, WrittenElement>;

  constructor(type: StructureType, inner: pdfkit.StructureElement, ids: Map<string, WrittenElement>) {
    this.type = type;
    this.inner = inner;
    this.#ids = ids;
  }

  get object(): PdfObject {
    return new WrittenObject(this.inner.dictionary);
  }

  add(child: StructureElement): void {
    this.inner.add(ownElement(child).inner);
  }

  describe(attributes: WrittenDict): void {
    this.attributes = attributes;
    // pdfkit has no options for spans, heads, summaries and numbering.
    this.inner.dictionary.data.A = convertedDict(attributes);
  }

  identify(id: string): void {
    if (this.#ids.has(id)) throw new Error(`two structure elements have the ID ${id}`);
    this.id = id;
    this.inner.dictionary.data.ID = converted(id);
    this.#ids.set(id, this);
  }
}

class WrittenPage implements PageWriter {
  readonly object: PdfObject;
  readonly #document: CompactDocument;
  readonly #page: pdfkit.PdfPage;
  readonly #index: number;

  constructor(document: CompactDocument, page: pdfkit.PdfPage, index: number) {
    this.object = new WrittenObject(page.dictionary);
    this.#document = document;
    this.#page = page;
    this.#index = index;
  }

  useFont(name: string, font: PdfObject): void {
    this.#page.fonts[name] = ownObject(font).reference;
  }

  drawArtifact(kind: ArtifactKind, operators: string): void {
    this.#turnTo();
    // pdfkit leaves the Subtype of an artifact out.
    this.#document.addContent(`/Artifact ${artifactProperties[kind]} BDC\n${operators}\nEMC`);
  }

  drawContent(element: StructureElement, operators: string): void {
    this.#turnTo();
    ownElement(element).inner.add(this.#document.markStructureContent(element.type));
    this.#document.addContent(operators);
    this.#document.endMarkedContent();
  }

  addLink(element: StructureElement, { left, top, width, height }: Area, { lead, contents, corners }: LinkTarget): void {
    refuseSilentLink(element.type, contents);
    this.#turnTo();
    const own = ownElement(element);
    const target = 'address' in lead ? { A: { S: { name: 'URI' }, URI: lead.address } } : { Dest: lead.destination };
    this.#document.annotate(left, top, width, height, {
      Subtype: 'Link',
      // Left to itself pdfkit writes empty Contents.
      ...convertedDict({ ...target, ...(corners ? { QuadPoints: corners } : {}), Contents: contents }),
      structParent: own.inner,
    });
    own.isLinked = true;
    // Ended while its page is current: pdfkit notes the page of an annotation only when the element ends.
    own.inner.end();
  }

  #turnTo(): void {
    if (this.#document.page !== this.#page) this.#document.switchToPage(this.#index);
    // pdfkit leaves the transformation of the page made last, and places annotations by it.
    this.#document._ctm = [1, 0, 0, -1, 0, this.#page.height];
    if (this.#document.turned.has(this.#page)) return;
    this.#document.turned.add(this.#page);
    // pdfkit turns the page upside down for its own text; ours is written in the page's own space.
    this.#document.addContent(`1 0 0 -1 0 ${decimal(this.#page.height)} cm`);
  }
}

const artifactProperties: Readonly<Record<ArtifactKind, string>> = {
  header: '<< /Type /Pagination /Subtype /Header /Attached [/Top] >>',
  footer: '<< /Type /Pagination /Subtype /Footer /Attached [/Bottom] >>',
  pagination: '<< /Type /Pagination >>',
  layout: '<< /Type /Layout >>',
};

function ownObject(object: PdfObject): WrittenObject {
  if (object instanceof WrittenObject) return object;
  throw new Error(`object ${object.number} belongs to another writer`);
}

function ownElement(element: StructureElement): WrittenElement {
  if (element instanceof WrittenElement) return element;
  throw new Error(`the element ${element.type} belongs to another writer`);
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

/** Dictionaries have no key of this name. */
const isName = (value: object): value is PdfName => 'name' in value && typeof value.name === 'string';

/** pdfkit writes names as they are; what is not regular in them is escaped (ISO 32000-1, 7.3.5). */
function escapedName(name: string): string {
  return name.replace(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}
