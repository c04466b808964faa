// Turn what a template may hold into types: text, expressions that write something, and the blocks of Handlebars.
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { MappedText } from './mapped-text.ts';

/** A template as it is followed from its beginning to its end. */
export type Step = TextStep | WriteStep | BlockStep;

/** Text as it was typed, less the white space that Handlebars takes out round blocks. */
export interface TextStep {
  readonly kind: 'text';
  readonly text: string;
  readonly source: MappedText;
  /** Offset of the text in `source`. */
  readonly offset: number;
}

/** `{{amount "revenue"}}`, `{{this}}`. */
export interface WriteStep {
  readonly kind: 'write';
  readonly value: NamedValue | HelperCall;
  readonly source: MappedText;
  /** Offset and length of the expression in `source`, braces included. */
  readonly offset: number;
  readonly length: number;
}

/** `{{#if …}} … {{else}} … {{/if}}`. */
export interface BlockStep {
  readonly kind: 'block';
  readonly word: BlockWord;
  readonly value: Expression;
  readonly body: readonly Step[];
  readonly otherwise: readonly Step[];
}

export const blockWords = ['if', 'unless', 'each', 'with'] as const;
export type BlockWord = (typeof blockWords)[number];

export type Expression = LiteralValue | NamedValue | HelperCall;

export interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
  readonly at: Span;
}

/** A list of the release, or what a block gives for its turn: `this`, `@index`. */
export interface NamedValue {
  readonly kind: 'name';
  /** With its `@`, where it has one; `this` for `.` too. */
  readonly name: string;
  readonly at: Span;
}

export interface HelperCall {
  readonly kind: 'call';
  readonly helper: string;
  readonly parameters: readonly Expression[];
  readonly options: ReadonlyMap<string, { readonly value: Expression; readonly at: Span }>;
  /** Language of the part round it; undefined outside one. */
  readonly lang: Lang | undefined;
  /** Narrative section or template in which it stands. */
  readonly section: string;
  readonly at: Span;
}
