// Turn structure elements, as they are asked for and hung on one another, into the tree of tags: its objects, its parent tree, its IDs.
import {
  type PdfObject,
  pdfName,
  type StructureElement,
  type StructureType,
  type Voice,
  type WrittenDict,
  type WrittenValue,
} from './pdf-writer.ts';
import { checkTree, refuseMute } from './tag-rules.ts';
import { entry, nameTree, reference, written, writtenArray, writtenDict } from './write-value.ts';

/** What the tree needs of the file that it stands in. */
export interface TreeFile {
  /** The number of an object that is written later. */
  reserve(): number;
  /** Takes an object's value as it is to stand in the file: after the object `beside`, or in its own place. */
  write(number: number, value: string, beside?: number): void;
}

/**
 * The tree of tags of one file (ISO 32000-1, 14.7). Objects are numbered in the order in which they are asked for. IDs are written as short
 * names, in the order in which they were given: nobody but the tree reads them.
 */
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
    this.#file.write(this.#idTree, writtenDict(nameTree([...this.#ids.values()].map((element) => [element.shortId, element]))));
  }

  /** Writes all of it. Throws where an element hangs nowhere. */
  end(): void {
    for (const element of this.#elements) this.#file.write(element.number, element.written());
    const nums: WrittenValue[] = [];
    this.#parents.forEach((parent, key) => {
      nums.push(key, { number: typeof parent === 'number' ? parent : this.#writePieces(parent) });
    });
    const [first] = this.#elements;
    this.#file.write(
      this.#root,
      writtenDict({
        Type: pdfName('StructTreeRoot'),
        // Only leaves of a number tree have Limits (ISO 32000-1, 7.9.7).
        ParentTree: { Nums: nums },
        ParentTreeNextKey: this.#parents.length,
        ...(first && { K: [first] }),
        ...(this.#idTree !== undefined && { IDTree: { number: this.#idTree } }),
      }),
    );
  }

  /** Writes whose the pieces of a page are, beside the last of them: rows list the same elements, and neighbours pack well. */
  #writePieces(elements: readonly number[]): number {
    const object = this.#file.reserve();
    const beside = elements.reduce((last, each) => Math.max(last, each), 0);
    this.#file.write(object, writtenArray(elements.map(reference)), beside);
    return object;
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
  /** Its ID as the file has it. */
  shortId = '';
  attributes: WrittenDict = undescribed;
  isLinked = false;
  readonly #voice: Voice;
  /** Number of what it hangs on; 0 for nothing yet. */
  #parent = 0;
  /** Number of the page of its first content; 0 for none. */
  #page = 0;
  /** Its children as written. */
  readonly #kids: string[] = [];

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
  }

  identify(id: string): void {
    if (this.ids.has(id)) throw new Error(`two structure elements have the ID ${id}`);
    if (this.id !== undefined) throw new Error(`the element ${this.id} is given another ID, ${id}`);
    this.id = id;
    this.shortId = this.ids.size.toString(36);
    this.ids.set(id, this);
  }

  hangOn(parent: number): void {
    if (this.#parent !== 0) throw new Error(`the element ${this.type} has more than one parent`);
    this.#parent = parent;
  }

  addContent(page: number, mcid: number): void {
    if (this.#page === 0) this.#page = page;
    this.#addKid(page === this.#page ? String(mcid) : `<</Type/MCR/Pg ${reference(page)}/MCID ${mcid}>>`);
  }

  addLink(page: number, annotation: number): void {
    this.#addKid(`<</Type/OBJR/Obj ${reference(annotation)}/Pg ${reference(page)}>>`);
    this.isLinked = true;
  }

  written(): string {
    if (this.#parent === 0) throw new Error(`the element ${this.type} hangs on no other`);
    const { title, lang, alt, expanded } = this.#voice;
    let out = `<</S/${this.type}`;
    if (title) out += entry('T', written(title));
    if (lang) out += entry('Lang', written(lang));
    if (alt) out += entry('Alt', written(alt));
    if (expanded) out += entry('E', written(expanded));
    // What a cell shares with its neighbours comes first, what counts up with each comes last: of all orders this one packs best.
    if (this.id !== undefined) out += entry('ID', written(this.shortId));
    if (this.attributes !== undescribed) out += entry('A', this.#writtenAttributes());
    out += entry('P', reference(this.#parent));
    if (this.#page !== 0) out += entry('Pg', reference(this.#page));
    if (this.#kids.length > 0) out += entry('K', writtenArray(this.#kids));
    return `${out}>>`;
  }

  #writtenAttributes(): string {
    const { Headers: heads } = this.attributes;
    if (!Array.isArray(heads)) return writtenDict(this.attributes);
    return writtenDict({ ...this.attributes, Headers: heads.map((id: string) => this.ids.get(id)!.shortId) });
  }

  #addKid(kid: string): void {
    if (this.isLinked) throw new Error('a Link with its annotation takes nothing more');
    this.#kids.push(kid);
  }
}
