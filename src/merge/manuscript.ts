// Turn source text and what expressions wrote into one manuscript, in which both are known by their offsets and neither by a character.
import type { Span } from '../model/span.ts';
import { type MappedText, MappedTextBuilder } from '../template/mapped-text.ts';
import type { Piece } from './call.ts';

/** What an expression wrote, and where the expression stands. */
export interface Insertion {
  readonly written: Piece;
  /** Stands in `{{#only}}`, so that other languages may lack it; left out where it does not. */
  readonly only?: true;
  readonly at: Span;
}

/** Text as it was typed; at the offset of each insertion one character stands for it, so that grammars of text can be read round it. */
export interface Manuscript extends MappedText {
  /** By offset. A character that looks like the one that stands for an insertion, but has another offset, is text like any other. */
  readonly insertions: ReadonlyMap<number, Insertion>;
}

/**
 * The character that stands where an expression wrote something. It means nothing to Markdown or HTML, counts as punctuation beside
 * emphasis, and ends a run of plain text in the Markdown parser, so that the parser asks there whether an insertion stands.
 */
export const standIn = '%';

/** Text without expressions. */
export const plainManuscript = (source: MappedText): Manuscript => ({ ...source, insertions: new Map() });

/** Puts a manuscript together in reading order. */
export class ManuscriptBuilder {
  readonly #text = new MappedTextBuilder();
  readonly #insertions = new Map<number, Insertion>();

  /** Appends characters of `source` as they are, from `offset` on. */
  copy(text: string, source: MappedText, offset: number): void {
    this.#text.copy(text, source, offset);
  }

  /** Appends what the expression of `length` characters at `offset` of `source` wrote. */
  insert(insertion: Insertion, source: MappedText, offset: number, length: number): void {
    this.#insertions.set(this.#text.length, insertion);
    this.#text.make(standIn, source, offset, length);
  }

  build(): Manuscript {
    return { ...this.#text.build(), insertions: this.#insertions };
  }
}

/** What an insertion reads as where only words may stand: in an attribute, in the target of a link. */
export function wordsOf({ written }: Insertion): string {
  if ('text' in written) return written.text;
  return 'figure' in written ? written.figure.text : '';
}
