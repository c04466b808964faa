// Turn marks that Markdown left in the text, though their writer meant more, into findings.
import type { Manuscript } from './manuscript.ts';
import type { Merging } from './merging.ts';

interface LeftMark {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** A single mark is text: 甲|乙, a > b, *1. These shapes are a table's row, a link and the mark of a footnote. */
const leftMarks: readonly LeftMark[] = [
  {
    pattern: /^[ \t]*\|.*\|[ \t]*$/gm,
    message: 'a row of a table is not set in a narrative',
    hint: 'write the words as a list, or the figures as a statement: {{table "name"}}',
  },
  { pattern: /\]\([^()\s]*\)/g, message: 'this link cannot be read', hint: 'write [words](https://…), no link inside another' },
  {
    pattern: /\[\^[\w-]+\]:?/g,
    message: 'a footnote in this form is not set in a narrative',
    hint: 'raise its mark, <sup>(1)</sup>, and begin the note with <dfn data-mark="(1)">',
  },
];

/** `text` stands in the manuscript from `offset` on. */
export function reportLeftMarks(merging: Merging, manuscript: Manuscript, text: string, offset: number): void {
  for (const { pattern, message, hint } of leftMarks) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const at = manuscript.locate(offset + index, found.length);
      merging.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints: [hint] });
    }
  }
}
