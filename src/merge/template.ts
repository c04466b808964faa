// Turn what a template may hold into types: text, expressions that write something, and the blocks of Handlebars.
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { MappedText } from '../template/mapped-text.ts';
import type { Merging } from './merging.ts';

/** What a template is expanded for. */
export interface Scope {
  readonly merging: Merging;
  /** Language of words and figures. */
  readonly lang: Lang;
  /** Narrative section or template, for the place of figures. */
  readonly section: string;
  /** A layout, where narratives are placed and languages told apart; left out for a narrative or a label. */
  readonly layout?: true;
  /** Says which text this is, with its place; left out where its steps are not worth recalling. */
  readonly origin?: string;
}

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

/** Blocks that are followed; those of languages, `only` and `words`, are settled while the template is read. */
export const blockWords = ['if', 'unless', 'each', 'with'] as const;
export type BlockWord = (typeof blockWords)[number];

export type Expression = LiteralValue | NamedValue | HelperCall;

interface LiteralValue {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
  readonly at: Span;
}

/** A list of the release, the language of the walk, or what a block gives for its turn: `this`, `@index`. */
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
  /** Narrative section or template in which it stands. */
  readonly section: string;
  /** Stands in `{{#only}}`: the layout says that some languages have it and others have not. */
  readonly only: boolean;
  readonly at: Span;
}
