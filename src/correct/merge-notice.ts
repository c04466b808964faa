// Turn a correction into its notice: the layout's notice.hbs, filled with what the correction says of itself and what it changed.

import { language } from '../language/languages.ts';
import { writtenDates } from '../language/written-dates.ts';
import { documentOf, expandLayout, openMerging } from '../merge/merge.ts';
import type { Notice } from '../merge/merging.ts';
import type { Correction } from '../model/correction.ts';
import type { Document, Part } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { Report } from '../model/finding.ts';
import { inLang, type Lang, perLang } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import type { Located } from '../model/span.ts';
import { noticeBlocks } from './notice-blocks.ts';

/** The layout file that a notice begins with. */
const entry = 'notice';

/** What a notice says of itself; '' where there is nothing to say. */
const sayings: Readonly<Record<string, (correction: Correction, release: Release, lang: Lang) => string | Located<string>>> = {
  /** Title of the release that is corrected, as it was announced. */
  title: ({ announced }, { spec }, lang) => announced.titles[lang] ?? inLang(spec.titles, lang),
  announced: (_, { spec, issuer }, lang) => writtenDates(lang, issuer).date(inLang(spec.announced, lang).value, 'long'),
  date: ({ spec }, { issuer }, lang) => writtenDates(lang, issuer).date(inLang(spec.date, lang).value, 'long'),
  reason: ({ spec }, _, lang) => inLang(spec.reason, lang),
  contact: ({ spec }, _, lang) => spec.contact?.[lang] ?? '',
  addressees: ({ spec }, _, lang) =>
    inLang(spec.addressees, lang)
      .map(({ value }) => value)
      .join(language(lang).text.listJoint),
  /** Days of the corrections before this one. */
  earlier: ({ announced }, { issuer }, lang) =>
    announced.earlier
      .flatMap((days) => days[lang] ?? [])
      .map((day) => writtenDates(lang, issuer).date(day, 'long'))
      .join(language(lang).text.listJoint),
  /** Not '' when numerical data are corrected. */
  figures: ({ numericalData }, _, lang) => (inLang(numericalData, lang) ? 'yes' : ''),
  /** Not '' when words changed, in this language. */
  words: ({ changes }, _, lang) => (changes.texts.some((text) => text.lang === lang) ? 'yes' : ''),
};

/** A document of its own, titled by the first headings of its parts; no narrative of the release stands in it, and no language without a change. */
export function mergeNotice(release: Release, financials: Financials, correction: Correction, report: Report): Document {
  const { languages } = correction;
  const bare: Release = { ...release, languages, narratives: perLang(languages, () => new Map()) };
  const { correction: style } = release.style;
  const notice: Notice = {
    names: Object.keys(sayings),
    says: (name, lang) => sayings[name]?.(correction, release, lang) ?? '',
    blocks(part, words, at) {
      if (!style) throw new Error('corrections are written for notices with a style only');
      return noticeBlocks(part, correction, words, style.excerptLimit, at);
    },
  };
  const merging = { ...openMerging(bare, financials, report), notice };
  const parts = expandLayout(merging, entry);
  const { date } = correction.spec;
  const titles = perLang(languages, (lang) => titleOf(parts, lang, release));
  return documentOf(merging, parts, { titles, dates: perLang(languages, (lang) => inLang(date, lang).value) });
}

function titleOf(parts: readonly Part[], lang: Lang, release: Release): string {
  const blocks = parts.filter((part) => part.lang === lang).flatMap((part) => part.sections.flatMap((section) => section.blocks));
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  if (heading?.kind !== 'heading') return inLang(release.spec.titles, lang).value;
  return heading.inlines.map(({ text, lineBreak }) => (lineBreak ? language(lang).text.lineJoint + text : text)).join('');
}
