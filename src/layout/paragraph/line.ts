// Turn inlines and a text style into set lines: the types that paragraph composition shares with tables and pagination.

import type { Inline } from '../../model/document.ts';
import type { FontChoice, FontMetrics } from '../../model/font.ts';
import type { Lang } from '../../model/language.ts';
import type { LineMark } from '../../model/page.ts';
import type { Style } from '../../model/style.ts';
import type { Report } from '../codes.ts';

/** All that composition reads of a style: a key of set text needs no more. */
export type TypeStyle = Pick<Style, 'fonts' | 'sup' | 'justification'>;

/** What all composition reads besides the text itself. */
export interface CompositionInputs {
  readonly style: TypeStyle;
  readonly fonts: ReadonlyMap<string, FontMetrics>;
  readonly report: Report;
}

/** An inline and the element that owns its glyphs. */
export interface OwnedInline {
  readonly inline: Inline;
  readonly owner: string;
  /** Its index in the text of the owner; absent for words that layout adds. */
  readonly index?: number;
  /** Extra space before this inline, in em of the text (run-in heads); no line breaks there when it is set. */
  readonly gapBefore?: number;
  /** Set in these letters instead of those of its paragraph, at the same size: a head that runs into its text. */
  readonly face?: FaceChoice;
}

/** What glyphs have from the inline that they print: all but its words, its weight and its place, which may move while the text stays. */
export interface TextSource extends Pick<Inline, 'sup' | 'figure' | 'href' | 'noteRef' | 'expansion' | 'changed' | 'revision' | 'picture'> {
  readonly owner: string;
  readonly index?: number;
  readonly gapBefore?: number;
  readonly lang: Lang;
  /** Its index among the inlines that are set together: where a finding looks for the place. */
  readonly position: number;
}

/** Letters of a language, whichever it is. */
export interface FaceChoice {
  readonly role: 'text' | 'heading' | 'table';
  readonly weight: FontChoice['weight'];
  readonly italic: boolean;
}

/** What text is set in, whatever its size. */
export interface FaceSpec extends FaceChoice {
  readonly lang: Lang;
}

/** How text is set, whatever its measure. */
export interface TextSpec extends FaceSpec {
  readonly size: number;
  /** How far lines stand apart, in points, where that is known: no picture in them is higher. */
  readonly leading?: number;
}

export interface ParagraphSpec extends TextSpec {
  /** Width of the lines, in points. */
  readonly measure: number;
  readonly align: 'justify' | 'left' | 'center' | 'right';
  /** Indent of the first line and of all the others, in points. */
  readonly indent: number;
  readonly hang: number;
  /** In as few lines as its spaces allow without being seen: the page lacks one. */
  readonly fewest?: true;
}

/**
 * One set line; its marks are made when they are first asked for, since lines that are only counted need none. Marks have x from the
 * paragraph's left edge and y = 0 for the baseline, below the top of a picture; pagination moves them to their place.
 */
export interface Line {
  readonly marks: readonly LineMark[];
  /** From the left edge to the end of the last visible glyph, indent included. */
  readonly width: number;
  /** Ends with a hyphen that parts a word: no page ends after it. */
  readonly hyphenated?: true;
  /** Ends inside a name, a date or other words that belong together: a page ends after it only at a cost. */
  readonly parting?: true;
}
