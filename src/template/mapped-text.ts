// Turn text that was put together from pieces into text of which every character still knows the file and line it came from.

import { lastAtOrBefore, lineStartsOf } from '../model/line-starts.ts';
import type { SourceFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';

/** Text and the source place of each of its characters. */
export interface MappedText {
  readonly text: string;
  /** Place of the character at `offset`; `length` is cut at the end of its line or piece. */
  locate(offset: number, length?: number): Span;
}

const wholeFiles = new WeakMap<SourceFile, MappedText>();

/** The text of a file: the same object for the same file, so that what is read of it need be read once. */
export function fileText(file: SourceFile): MappedText {
  let whole = wholeFiles.get(file);
  if (!whole) {
    whole = sourceText(file.file, file.text);
    wholeFiles.set(file, whole);
  }
  return whole;
}

/** A file's text, or a part of it that begins at the start of line `firstLine`. */
export function sourceText(file: string, text: string, firstLine = 1): MappedText {
  const lineStarts = lineStartsOf(text);
  return {
    text,
    locate(offset, length = 1) {
      const line = lastAtOrBefore(lineStarts, offset);
      const start = lineStarts[line] ?? 0;
      const end = (lineStarts[line + 1] ?? text.length + 1) - 1;
      return { file, line: firstLine + line, column: offset - start + 1, length: Math.max(1, Math.min(length, end - offset)) };
    },
  };
}

/** A value of a data file: characters of a one-line scalar are counted from its place, others all stand at it. */
export function scalarText(text: string, at: Span): MappedText {
  // A quoted scalar's place includes its two quotation marks.
  const lead = at.length === text.length ? 0 : at.length === text.length + 2 ? 1 : undefined;
  return {
    text,
    locate(offset, length = 1) {
      if (lead === undefined) return at;
      const inside = Math.min(offset, Math.max(0, text.length - 1));
      return { ...at, column: at.column + lead + inside, length: Math.max(1, Math.min(length, text.length - inside)) };
    },
  };
}

interface Piece {
  readonly start: number;
  readonly source: MappedText;
  readonly offset: number;
  /** How many characters of the source one call stands for; undefined where characters map one to one. */
  readonly whole: number | undefined;
}

/** Puts mapped text together, piece by piece. */
export class MappedTextBuilder {
  /** Characters so far. */
  length = 0;
  readonly #texts: string[] = [];
  readonly #starts: number[] = [];
  readonly #pieces: Piece[] = [];

  /** Appends characters that stand in `source` as they are, from `offset` on. */
  copy(text: string, source: MappedText, offset: number): void {
    this.#add(text, source, offset, undefined);
  }

  /** Appends characters that were made from `length` characters of `source` at `offset`. */
  make(text: string, source: MappedText, offset: number, length: number): void {
    this.#add(text, source, offset, length);
  }

  build(): MappedText {
    const starts = this.#starts;
    const pieces = this.#pieces;
    return {
      text: this.#texts.join(''),
      locate(offset, length = 1) {
        const index = lastAtOrBefore(starts, offset);
        const piece = pieces[index];
        if (!piece) throw new RangeError('mapped text: no piece at offset');
        if (piece.whole !== undefined) return piece.source.locate(piece.offset, piece.whole);
        const end = starts[index + 1] ?? offset + length;
        return piece.source.locate(piece.offset + offset - piece.start, Math.min(length, Math.max(1, end - offset)));
      },
    };
  }

  #add(text: string, source: MappedText, offset: number, whole: number | undefined): void {
    if (text === '') return;
    this.#starts.push(this.length);
    this.#pieces.push({ start: this.length, source, offset, whole });
    this.#texts.push(text);
    this.length += text.length;
  }
}
