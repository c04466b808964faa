// Turn what a tagged PDF is made of into types (objects, pages, elements, marks), as rendering asks for them, and lengths and names into its values.
import type { PdfName } from '../objects/pdf-value.ts';
import type { PackedStream } from './packed-stream.ts';

/** An indirect object that others may refer to; only the writer that gave it knows more. */
export interface PdfObject {
  /** In the file. */
  readonly number: number;
}

/** What can be written: a string is text, a name says so; bytes are a string of bytes. */
export type WrittenValue =
  | null
  | boolean
  | number
  | string
  | Date
  | Uint8Array
  | PdfName
  | PdfObject
  | readonly WrittenValue[]
  | WrittenDict;

/** Keys are names, which PDF begins with capitals; what is undefined is left out. */
export interface WrittenDict {
  readonly [key: string]: WrittenValue | undefined;
}

/** A name: a keyword of the format, never shown. */
export const pdfName = (name: string): PdfName => ({ name });

/** Standard structure types (ISO 32000-1, 14.8.4) that a release is made of; there are no types of our own, so no map of roles. */
export type StructureType =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | `H${1 | 2 | 3 | 4}`
  | 'P'
  | 'TOC'
  | 'TOCI'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Span'
  | 'Figure';

/** What a voice needs to know of an element. */
export interface Voice {
  /** Language tag, where it differs from that around it. */
  readonly lang?: string;
  /** What it is called, in lists of parts. */
  readonly title?: string;
  /** The long form of an abbreviation. */
  readonly expanded?: string;
  /** Added words of a blackline are underlined, deleted ones struck out (ISO 32000-1, 14.8.5.4.4). */
  readonly decoration?: 'Underline' | 'LineThrough';
  /** What is seen, for those who do not see it. */
  readonly alt?: string;
}

/** A node of the tree of tags. */
export interface StructureElement {
  /** What it is, in the tree and in the content of pages. */
  readonly type: StructureType;
  /** Hangs another element on this one, behind what is there. */
  add(child: StructureElement): void;
  /** Sets its attributes; `O` names their owner (ISO 32000-1, 14.7.5). */
  describe(attributes: WrittenDict): void;
  /** Gives it an ID that others refer to. Throws when another element has it. */
  identify(id: string): void;
}

/** Kinds of marks that are not content (ISO 32000-1, 14.8.2.2). */
export type ArtifactKind = 'header' | 'footer' | 'pagination' | 'layout';

/** A rectangle: points from the left and the top edge of the page. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a link leads, and what is said of it. */
export interface LinkTarget {
  /** An explicit destination in the file, or an address outside. */
  readonly lead: { readonly destination: WrittenValue } | { readonly address: string };
  /** What a voice says. Throws when it says nothing. */
  readonly contents: string;
  /** Corners of each line, where the link has several: x and y from the left and the bottom edge, four points a line. */
  readonly corners?: readonly number[];
}

/** What one page shows. It names no object of a file, so every file with this page may have it. */
export interface PageContent {
  readonly stream: PackedStream;
  /** What the pieces of marked content stand in, in their order: a piece's place here is its MCID. */
  readonly tags: readonly StructureType[];
}

/** A page being written. */
export interface PageWriter {
  /** For destinations. */
  readonly object: PdfObject;
  /** Names a font for operators. */
  useFont(name: string, font: PdfObject): void;
  /** Names a picture for operators. */
  usePicture(name: string, picture: PdfObject): void;
  /** Sets all that the page shows: once, before its pieces are hung. */
  show(content: PageContent): void;
  /** Hangs the next piece of the page's marked content on the element that it stands in, which says `words`. */
  hang(element: StructureElement, words: string): void;
  /** Lays a link over content of a Link element, which takes no more content after that. */
  addLink(element: StructureElement, area: Area, target: LinkTarget): void;
}

/** A line of the outline. */
export interface OutlineEntry {
  /** As viewers show it. */
  readonly title: string;
  /** An explicit destination. */
  readonly destination: WrittenValue;
  /** Its own entries are shown at first. */
  readonly open: boolean;
  /** Lines inside it, in order. */
  readonly entries: readonly OutlineEntry[];
}

/** Writes one tagged PDF. Objects are numbered in the order in which they are asked for. */
export interface PdfWriter {
  /** A number for an object that is written later. */
  reserve(): PdfObject;
  /** Writes an object that was reserved, as a stream where there is data. */
  fill(object: PdfObject, dict: WrittenDict, data?: Uint8Array | PackedStream): void;
  /** Both at once. */
  put(dict: WrittenDict, data?: Uint8Array | PackedStream): PdfObject;
  /** Sizes in points. */
  addPage(width: number, height: number): PageWriter;
  /** An element; the first is the root, others are hung on one by `add`. Throws where its type asks for words that are not given. */
  element(type: StructureType, voice?: Voice): StructureElement;
  /** Says that the tree of tags is whole, and writes its IDs. Throws where an element lacks what its type needs (tag-rules.ts). */
  closeTree(): void;
  /** The whole outline, its first level and what is inside. */
  outline(entries: readonly OutlineEntry[]): void;
  /** Entries of the catalog that the writer does not know by itself. */
  addToCatalog(entries: WrittenDict): void;
  /** Name trees by the kind of what they name (ISO 32000-1, 7.7.4). */
  addToNames(entries: WrittenDict): void;
}

/** What stands in a file besides its pages. */
export interface PdfSettings {
  /** Part of PDF/A: 3 where files are attached. */
  readonly part: 2 | 3;
  /** Language tag of the document. */
  readonly lang: string;
  /** Shown in the title bar of viewers; not blank. */
  readonly title: string;
  readonly author: string;
  /** Created and changed at once. */
  readonly date: Date;
  /** The metadata, ready made. */
  readonly packet: string;
}

/** A number with three decimals at most: a thousandth of a point is finer than any device. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0);
}
