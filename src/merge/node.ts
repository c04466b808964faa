// Turn markup into types: a tree of elements, texts and insertions that know their places.
import type { Span } from '../model/span.ts';
import type { MappedText } from '../template/mapped-text.ts';
import type { Insertion } from './manuscript.ts';

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Place of the opening tag. */
  readonly at: Span;
}

/** Typed text, character references and escapes resolved. */
export interface Text extends MappedText {
  readonly kind: 'text';
}

/** What an expression wrote. */
export interface Inserted extends Insertion {
  readonly kind: 'inserted';
}

export type Node = Element | Text | Inserted;
