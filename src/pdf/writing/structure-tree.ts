// Turn structure elements, as they are asked for and hung on one another, into the tree of tags: its objects, its parent tree, its IDs.
import { type PdfObject, pdfName, type StructureElement, type StructureType, type Voice, type WrittenDict } from './pdf-writer.ts';
import { checkTree, refuseMute } from './tag-rules.ts';
import { nameTree, reference, written, writtenDict } from './write-value.ts';

/** What the tree needs of the file that it stands in. */
export interface TreeFile {
  /** The number of an object that is written later. */
  reserve(): number;
  /** Takes an object's value as it is to stand in the file. */
  write(number: number, value: string): void;
}

/** The tree of tags of one file (ISO 32000-1, 14.7). Objects are numbered in the order in which they are asked for. */
export class StructureTree {
  readonly #file: TreeFile;
  /** Number of the StructTreeRoot. */
  readonly #root: number;
  readonly #elements: TreeElement[] = [];
  readonly #ids = new Map<string, TreeElement>();
  /** By key in the parent tree: an annotation's element, or those of a page's marked content. */
  readonly #parents: (number | number[])[] = [];
  #idTree: number | undefined;

  constructor(file: TreeFile, root: number) {
    this.#file = file;
    this.#root = root;
  }

  /** The first is the root, and hangs on no other. */
  element(type: StructureType, voice: Voice): StructureElement {
    refuseMute(type, voice);
    const element = new TreeElement(type, voice, this.#file.reserve(), this.#ids);
    if (this.#elements.length === 0) element.hangOn(this.#root);
    this.#elements.push(element);
    return element;
  }

  /** The key of a page that has marked content. */
  addPage(): number {
    return this.#parents.push([]) - 1;
  }

  /** Hangs the next piece of marked content of a page, known by its key, on an element. */
  addContent(element: StructureElement, page: PdfObject, key: number): void {
    const own = this.#own(element);
    const pieces = this.#parents[key] as number[];
    own.addContent(page.number, pieces.push(own.number) - 1);
  }

  /** Hangs an annotation on its Link, which takes nothing more; gives the annotation's key. */
  addLink(element: StructureElement, page: PdfObject, annotation: PdfObject): number {
    const own = this.#own(element);
    own.addLink(page.number, annotation.number);
    return this.#parents.push(own.number) - 1;
  }

  /** The tree is whole: its rules are checked, its IDs get their own tree. */
  close(): void {
    checkTree(this.#elements, this.#ids);
    this.#idTree = this.#file.reserve();
    this.#file.write(this.#idTree, writtenDict(nameTree([...this.#ids])));
  }

  /** Writes all of it. Throws where an element hangs nowhere. */
  end(): void {
    for (const element of this.#elements) this.#file.write(element.number, element.written());
    let nums = '';
    this.#parents.forEach((parent, key) => {
      nums += `\n    ${key} ${typeof parent === 'number' ? reference(parent) : `[${parent.map(reference).join(' ')}]`}`;
    });
    // Only leaves of a number tree have Limits (ISO 32000-1, 7.9.7).
    let root = `<<\n/Type /StructTreeRoot\n/ParentTree <<\n  /Nums [${nums}\n]\n>>\n/ParentTreeNextKey ${this.#parents.length}`;
    if (this.#elements.length > 0) root += `\n/K [${reference(this.#elements[0]!.number)}]`;
    if (this.#idTree !== undefined) root += `\n/IDTree ${reference(this.#idTree)}`;
    this.#file.write(this.#root, `${root}\n>>`);
  }

  #own(element: StructureElement): TreeElement {
    if (element instanceof TreeElement && element.ids === this.#ids) return element;
    throw new Error(`the element ${element.type} belongs to another writer`);
  }
}

/** What an element says of itself before it is described. */
const undescribed: WrittenDict = {};

class TreeElement implements StructureElement, PdfObject {
  readonly type: StructureType;
  readonly number: number;
  /** The IDs of its tree. */
  readonly ids: Map<string, TreeElement>;
  id: string | undefined;
  attributes: WrittenDict = undescribed;
  isLinked = false;
  readonly #voice: Voice;
  /** Number of what it hangs on; 0 for nothing yet. */
  #parent = 0;
  /** Number of the page of its first content; 0 for none. */
  #page = 0;
  /** Its ID and attributes as written, in the order in which they were given. */
  #entries = '';
  /** Its children as written. */
  #kids = '';

  constructor(type: StructureType, voice: Voice, number: number, ids: Map<string, TreeElement>) {
    this.type = type;
    this.number = number;
    this.ids = ids;
    this.#voice = voice;
    if (voice.decoration) this.describe({ O: pdfName('Layout'), TextDecorationType: pdfName(voice.decoration) });
  }

  add(child: StructureElement): void {
    if (!(child instanceof TreeElement && child.ids === this.ids)) throw new Error(`the element ${child.type} belongs to another writer`);
    child.hangOn(this.number);
    this.#addKid(reference(child.number));
  }

  describe(attributes: WrittenDict): void {
    if (this.attributes !== undescribed) throw new Error(`the element ${this.type} is described twice`);
    this.attributes = attributes;
    this.#entries += `\n/A ${writtenDict(attributes)}`;
  }

  identify(id: string): void {
    if (this.ids.has(id)) throw new Error(`two structure elements have the ID ${id}`);
    if (this.id !== undefined) throw new Error(`the element ${this.id} is given another ID, ${id}`);
    this.id = id;
    this.#entries += `\n/ID ${written(id)}`;
    this.ids.set(id, this);
  }

  hangOn(parent: number): void {
    if (this.#parent !== 0) throw new Error(`the element ${this.type} has more than one parent`);
    this.#parent = parent;
  }

  addContent(page: number, mcid: number): void {
    if (this.#page === 0) this.#page = page;
    this.#addKid(page === this.#page ? String(mcid) : `<<\n/Type /MCR\n/Pg ${reference(page)}\n/MCID ${mcid}\n>>`);
  }

  addLink(page: number, annotation: number): void {
    this.#addKid(`<<\n/Type /OBJR\n/Obj ${reference(annotation)}\n/Pg ${reference(page)}\n>>`);
    this.isLinked = true;
  }

  written(): string {
    if (this.#parent === 0) throw new Error(`the element ${this.type} hangs on no other`);
    const { title, lang, alt, expanded } = this.#voice;
    let out = `<<\n/S /${this.type}`;
    if (title) out += `\n/T ${written(title)}`;
    if (lang) out += `\n/Lang ${written(lang)}`;
    if (alt) out += `\n/Alt ${written(alt)}`;
    if (expanded) out += `\n/E ${written(expanded)}`;
    out += `\n/P ${reference(this.#parent)}${this.#entries}\n/K [${this.#kids}]`;
    if (this.#page !== 0) out += `\n/Pg ${reference(this.#page)}`;
    return `${out}\n>>`;
  }

  #addKid(kid: string): void {
    if (this.isLinked) throw new Error('a Link with its annotation takes nothing more');
    this.#kids += this.#kids === '' ? kid : ` ${kid}`;
  }
}
