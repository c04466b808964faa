// Turn the composer into what tables and pagination set text with: one memory of set text, one report for each caller.

import type { Report } from './codes.ts';
import type { Line, OwnedInline, ParagraphSpec, TextSpec } from './paragraph/line.ts';
import type { Composition } from './paragraph/prepare.ts';

/** Sets text: all that tables and pagination know of composition. */
export interface Typesetter {
  /** Breaks text into lines of the spec's measure. */
  paragraph(inlines: readonly OwnedInline[], spec: ParagraphSpec): readonly Line[];
  /** Sets one line at its natural width. */
  line(inlines: readonly OwnedInline[], spec: TextSpec): Line;
}

/** The two functions of paragraph composition. */
export interface Composer {
  readonly paragraph: (inlines: readonly OwnedInline[], spec: ParagraphSpec, composition: Composition) => readonly Line[];
  readonly line: (inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition) => Line;
}

/** Gives typesetters that share one memory; each tells its own report what it finds. */
export type Typesetters = (report: Report) => Typesetter;

/** Typesetters for one document; what they set is kept in the memory. */
export function typesetting(composer: Composer, fixed: Omit<Composition, 'report'>): Typesetters {
  return (report) => {
    const composition: Composition = { ...fixed, report };
    return {
      paragraph: (inlines, spec) => composer.paragraph(inlines, spec, composition),
      line: (inlines, spec) => composer.line(inlines, spec, composition),
    };
  };
}
