// Turn numbers in a document's title that its first heading does not print into findings.

import { language } from '../../language/languages.ts';
import type { Block, Document } from '../../model/document.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { matchesIn } from '../../model/matches.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded } from '../typed-text.ts';
import { fits } from './period-fits.ts';

/** A title is typed once more for the file's own data; readers see the heading, whose numbers helpers write. */
export const titlesAgree: DocumentCheck = {
  code: 'check/unbound-figure',
  severity: 'error',
  hint: 'compare the title with the first heading',
  run: (printed) =>
    printed.release.languages.flatMap((lang) => {
      const { value, at } = inLang(printed.release.spec.titles, lang);
      return unprintedNumbers(lang, printed).map(({ start, end }) => ({
        message: say`the title ${quoted(value)} says ${folded(value.slice(start, end))}, which no first heading prints`,
        at,
      }));
    }),
};

/** Numbers of a title by their places; those of a name that the period reported has need no heading. */
export function unprintedNumbers(lang: Lang, { document, release }: Pick<Printed, 'document' | 'release'>): readonly Stretch[] {
  const headings = firstHeadings(document, lang);
  // A document without a title of its own has nothing to compare.
  if (headings.length === 0) return [];
  const printed = new Set(headings.flatMap((heading) => numbersIn(heading).map(({ number }) => number)));
  const stray = numbersIn(inLang(release.spec.titles, lang).value).filter(({ number }) => !printed.has(number));
  if (stray.length === 0) return [];
  const names = namesOfPeriod(lang, release);
  return stray.filter(({ start, end }) => !names.some((name) => name.start <= start && end <= name.end));
}

/** Where the title names the period reported. */
function namesOfPeriod(lang: Lang, { spec, periods }: Release): readonly Stretch[] {
  const current = periods.get(spec.periods.get('current')?.value ?? '');
  if (!current) return [];
  return language(lang)
    .legends.periods(folded(inLang(spec.titles, lang).value))
    .filter((said) => fits(said, current));
}

/** The texts of the headings of the first level, as printed. */
export function firstHeadings({ parts }: Document, lang: Lang): readonly string[] {
  const sections = parts.filter((part) => part.lang === lang).flatMap((part) => part.sections);
  return sections.flatMap((section) => section.blocks.flatMap(headingsIn));
}

function headingsIn(block: Block): readonly string[] {
  if (block.kind === 'group') return block.blocks.flatMap(headingsIn);
  return block.kind === 'heading' && block.level === 1 ? [block.inlines.map(({ text }) => text).join(' ')] : [];
}

const numbersIn = (text: string): readonly (Stretch & { readonly number: string })[] =>
  matchesIn(folded(text), /\d+/g).map(({ index, 0: number }) => ({ number, start: index, end: index + number.length }));
