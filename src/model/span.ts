// Turn "where did this come from" into a value: a place in a source file, a stretch of one text, a value of a data file with its place.
import type { PerLang } from './language.ts';

/** A stretch of one source file. Every value, fact, cell, run of text and glyph carries one as `at`. */
export interface Span {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based column, in UTF-16 code units. */
  readonly column: number;
  /** Length in UTF-16 code units on that line; at least 1. */
  readonly length: number;
}

/** A stretch of one text, by offsets in UTF-16 code units; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Order of findings in a report: by file, then line, then column. */
export function compareSpans(a: Span | undefined, b: Span | undefined): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** A string per language, each with its place. */
export type Labels = PerLang<Located<string>>;

export interface Located<T> {
  readonly value: T;
  readonly at: Span;
}
