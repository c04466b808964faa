// Turn elements that are asked for into the tree of tags: who hangs on whom, who owns glyph runs, who has an ID.
import { language } from '../../language/languages.ts';
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { printsNothing } from '../../model/printable.ts';
import { type PdfWriter, pdfName, type StructureElement, type StructureType } from '../../pdf/writing/pdf-writer.ts';

/** An element that owns glyph runs. */
export interface Leaf {
  readonly element: StructureElement;
  /** Of the element. */
  readonly type: StructureType;
  readonly lang: Lang;
}

/** Where drawings stand, by their owner: left, bottom, right and top in the space of their page. */
export type Areas = ReadonlyMap<string, readonly number[]>;

/** Grows the tree: makes elements, remembers who owns runs and who has an ID. */
export class ElementTree {
  readonly root: StructureElement;
  readonly leaves = new Map<string, Leaf>();
  /** Owners that have text in the document, which no page shows. */
  readonly unshown: string[] = [];
  /** IDs that were given. */
  readonly ids = new Set<string>();
  private readonly writer: PdfWriter;
  /** Owners that have runs on some page: a label that layout does not set needs no element. */
  private readonly owners: ReadonlySet<string>;

  private readonly areas: Areas;

  constructor(writer: PdfWriter, owners: ReadonlySet<string>, lang: Lang, areas: Areas) {
    this.writer = writer;
    this.owners = owners;
    this.areas = areas;
    this.root = writer.element('Document', { lang: language(lang).tag });
  }

  branch(parent: StructureElement, type: StructureType, options: { lang?: string; title?: string; alt?: string } = {}): StructureElement {
    const element = this.writer.element(type, options);
    parent.add(element);
    return element;
  }

  /** An element that owns runs under `owner`; its language is written where it differs from `around`. */
  leaf(
    parent: StructureElement,
    type: StructureType,
    owner: string,
    lang: Lang,
    around: Lang,
    inlines: readonly Inline[],
  ): StructureElement {
    if (this.leaves.has(owner)) throw new Error(`two elements of the document are called ${owner}`);
    const element = this.branch(parent, type, lang === around ? {} : { lang: language(lang).tag });
    this.leaves.set(owner, { element, type, lang });
    if (!this.owners.has(owner) && !inlines.every(({ text }) => printsNothing(text))) this.unshown.push(owner);
    return element;
  }

  /** A Figure that owns a drawing under `owner`, described by `alt`; nothing where no page shows it. */
  drawing(parent: StructureElement, owner: string, lang: Lang, alt: string): void {
    const area = this.areas.get(owner);
    if (!area) return;
    const element = this.writer.element('Figure', { alt });
    parent.add(element);
    element.describe({ O: pdfName('Layout'), Placement: pdfName('Block'), BBox: area });
    this.leaves.set(owner, { element, type: 'Figure', lang });
  }

  /** True when pages show runs of this owner. */
  isShown(owner: string): boolean {
    return this.owners.has(owner);
  }

  /** Gives an element its ID. */
  name(element: StructureElement, id: string): void {
    element.identify(id);
    this.ids.add(id);
  }
}
