// Turn what rendering asks a writer for into the tree of tags that the PDF would get, with the words of each element; no file is written.
import type {
  LinkTarget,
  PageWriter,
  PdfObject,
  PdfWriter,
  StructureElement,
  StructureType,
  Voice,
  WrittenDict,
} from '../../pdf/writing/pdf-writer.ts';

/** What an element holds, in order: elements, words, descriptions of links. */
export type Kid = { readonly element: RecordedElement } | { readonly words: string } | { readonly link: string };

/** An element as it was asked for. */
export class RecordedElement implements StructureElement {
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
export class TagRecorder implements PdfWriter {
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

  drawArtifact(): void {}

  drawContent(element: StructureElement, _operators: string, words: string): void {
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
