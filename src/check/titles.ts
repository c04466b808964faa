// Turn numbers in a document's title that its first heading does not print into findings.

import type { Block, Document } from '../model/document.ts';
import type { FindingDetails } from '../model/finding.ts';
import { inLang, type Lang } from '../model/language.ts';
import { quoted } from '../model/printable.ts';
import type { Release } from '../model/release.ts';
import type { DocumentCheck } from './check-shapes.ts';
import { folded } from './typed-text.ts';

/** A title is typed once more for the file's own data; readers see the heading, whose numbers helpers write. */
export const titlesAgree: DocumentCheck = {
  code: 'check/unbound-figure',
  severity: 'error',
  hint: 'compare the title with the first heading',
  run: ({ document, release }) => release.languages.flatMap((lang) => unprintedNumbers(lang, document, release)),
};

function unprintedNumbers(lang: Lang, document: Document, release: Release): readonly FindingDetails[] {
  const parts = document.parts.filter((part) => part.lang === lang);
  const headings = parts.flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(firstHeadings)));
  // A document without a title of its own has nothing to compare.
  if (headings.length === 0) return [];
  const printed = new Set(headings.flatMap(numbersIn));
  const { value, at } = inLang(release.spec.titles, lang);
  return numbersIn(value)
    .filter((number) => !printed.has(number))
    .map((number) => ({
      message: `the title ${quoted(value)} says ${number}, which no first heading prints`,
      at,
    }));
}

/** The text of a heading of the first level, as printed. */
function firstHeadings(block: Block): readonly string[] {
  if (block.kind === 'group') return block.blocks.flatMap(firstHeadings);
  return block.kind === 'heading' && block.level === 1 ? [block.inlines.map(({ text }) => text).join(' ')] : [];
}

const numbersIn = (text: string): readonly string[] => folded(text).match(/\d+/g) ?? [];
