// Turn the marks of one page into its content stream: each stands in an element or is an artifact, there is no way to draw anything else.
import { packStream, streamBytes } from './packed-stream.ts';
import type { ArtifactKind, PageContent, StructureType } from './pdf-writer.ts';
import { TextWriter } from './text-writer.ts';

/** Bytes that a content holds, by estimate. */
export const contentBytes = ({ stream, tags }: PageContent): number => streamBytes(stream) + 8 * tags.length;

/** The text of one mark. */
export interface MarkedText {
  /** Height of its first line, in points from the bottom edge of the page. */
  readonly y: number;
  /** Writes its glyphs. */
  readonly set: (text: TextWriter) => void;
}

/**
 * Takes marks in the order in which they are drawn. Operators are in the page's own space: points from its left and bottom edge. They leave
 * colours, font and matrix as they were. Texts that follow each other at one height share a text object, in which each is marked.
 */
export class ContentBuilder {
  readonly #lines: string[];
  readonly #text: TextWriter;
  readonly #tags: StructureType[] = [];

  /** Operators are added to `lines`. */
  constructor(lines: string[] = []) {
    this.#lines = lines;
    this.#text = new TextWriter(lines);
  }

  artifact(kind: ArtifactKind, operators: string): void {
    this.#draw(artifactMark(kind), operators);
  }

  /** The next piece of marked content. */
  piece(tag: StructureType, operators: string): void {
    this.#draw(this.#nextMark(tag), operators);
  }

  /** Text that is no content, with boxes under it. */
  textArtifact(kind: ArtifactKind, boxes: string, text: MarkedText): void {
    if (boxes === '') {
      this.#set(artifactMark(kind), text);
      return;
    }
    this.#text.close();
    this.#lines.push(artifactMark(kind), boxes);
    this.#text.open(text.y);
    text.set(this.#text);
    this.#text.close();
    this.#lines.push('EMC');
  }

  /** The next piece of marked content, of text. */
  textPiece(tag: StructureType, text: MarkedText): void {
    this.#set(this.#nextMark(tag), text);
  }

  end(): PageContent {
    this.#text.close();
    return { stream: packStream(Buffer.from(`${this.#lines.join('\n')}\n`, 'latin1')), tags: this.#tags };
  }

  /** Paths and pictures stand outside of text objects, and so does their mark: one ends within the other or not at all (14.6.1). */
  #draw(mark: string, operators: string): void {
    this.#text.close();
    this.#lines.push(mark, operators, 'EMC');
  }

  #set(mark: string, { y, set }: MarkedText): void {
    this.#text.open(y);
    this.#lines.push(mark);
    set(this.#text);
    this.#lines.push('EMC');
  }

  #nextMark(tag: StructureType): string {
    const mark = `/${tag}<</MCID ${this.#tags.length}>>BDC`;
    this.#tags.push(tag);
    return mark;
  }
}

const artifactMark = (kind: ArtifactKind): string => `/Artifact<<${artifactProperties[kind]}>>BDC`;

const artifactProperties: Readonly<Record<ArtifactKind, string>> = {
  header: '/Type/Pagination/Subtype/Header/Attached[/Top]',
  footer: '/Type/Pagination/Subtype/Footer/Attached[/Bottom]',
  pagination: '/Type/Pagination',
  layout: '/Type/Layout',
};
