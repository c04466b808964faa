// Turn a value of a data file into itself and the place where it is typed.
import type { PerLang } from './language.ts';
import type { Span } from './span.ts';

/** A string per language, each with its place. */
export type Labels = PerLang<Located<string>>;

export interface Located<T> {
  readonly value: T;
  readonly at: Span;
}
