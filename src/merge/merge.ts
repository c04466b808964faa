// Turn layouts, narratives and statements into a document: typed blocks in which every printed figure still knows its fact.

import { proseFigures } from '../figures/prose-figure.ts';
import { printedCharacters } from '../language/characters.ts';
import { language } from '../language/languages.ts';
import { writtenDates } from '../language/written-dates.ts';
import type { Document, Figure, Part } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Release } from '../model/release.ts';
import { wholeFiles } from '../model/release-files.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import type { Labels } from '../model/span.ts';
import { fileText } from '../template/mapped-text.ts';
import { templateParser } from '../template/parse-template.ts';
import { checkPlacements, checkReferences } from './check-parts.ts';
import type { Report } from './codes.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';
import { expandTemplate } from './expand-template.ts';
import { checkWords } from './layout-words.ts';
import { type Markup, markupKey } from './markup.ts';
import type { Merging } from './merging.ts';
import { readHtml } from './read-html.ts';
import { readParts } from './read-part.ts';
import { labelKey, worldKey } from './release-keys.ts';
import { settledParts } from './settled-parts.ts';
import { textNumber } from './text-number.ts';

/** The layout file that a release begins with. */
const entry = 'release';

export function merge(release: Release, financials: Financials, report: Report, memory: Memory = forgetful): Document {
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const merging = openMerging(release, financials, note, memory);
  const parts = expandLayout(merging, entry);
  checkWords(merging);
  // Where something could not be read, a sentence that prints the figure may be what is missing.
  if (sound) {
    reportIdleOverrides(financials, merging);
    reportUnusedFlags(merging);
    reportUnusedDates(merging);
    reportUnknownParts(merging);
    reportEmptyFiles(merging, parts);
  }
  const { titles, announced } = release.spec;
  const values = (labels: Labels) => perLang(release.languages, (lang) => inLang(labels, lang).value);
  const titled = release.draft ? perLang(release.languages, (lang) => draftTitle(inLang(titles, lang).value, lang)) : values(titles);
  return documentOf(merging, parts, { titles: titled, dates: values(announced) });
}

function draftTitle(title: string, lang: Lang): string {
  const { text } = language(lang);
  return text.remarked(title, text.draft);
}

/** A merge that has read nothing yet. */
export function openMerging(release: Release, financials: Financials, report: Report, memory: Memory = forgetful): Merging {
  const { languages, style } = release;
  const figures: Figure[] = [];
  const once = reportOnce(report);
  const markup: Markup = {
    report: once,
    languages,
    profile: style.profile,
    pictures: release.pictures,
    classes: perLang(languages, (lang) => new Set(inLang(style.blocks, lang).keys())),
    place(draft) {
      const figure = { id: figures.length, ...draft };
      figures.push(figure);
      return figure;
    },
  };
  return {
    ...markup,
    release,
    financials: { facts: financials.facts, statements: financials.statements },
    memory,
    worldKey: memory.keeps ? textNumber(worldKey(release, memory), memory) : 0,
    labelKey: memory.keeps ? textNumber(labelKey(release, memory), memory) : 0,
    financialsNumber: memory.numberOf(financials),
    markupKey: memory.keeps ? textNumber(markupKey(markup), memory) : 0,
    figures,
    ask: proseFigures(release, financials),
    usedOverrides: new Set(),
    usedFlags: new Set(),
    usedDates: new Set(),
    askedDates: new Set(),
    usedParts: new Set(),
    parseTemplate: templateParser(once, memory),
    placements: [],
  };
}

/** A layout is walked once per language: what is wrong with it in each of them is told once. */
function reportOnce(report: Report): Report {
  const told = new Set<string>();
  return (finding) => {
    const key = JSON.stringify([finding.code, finding.at, finding.message]);
    if (!told.has(key)) report(finding);
    told.add(key);
  };
}

/** The parts that a layout file makes, walked once for each language of the release; what it refers to is there. */
export function expandLayout(merging: Merging, name: string): readonly Part[] {
  const { templates, spec: release } = merging.release;
  const layout = templates.get(name);
  if (!layout) {
    const message = say`layout ${release.layout} has no ${name}.hbs`;
    merging.report({ severity: 'error', code: 'merge/template', message, at: release.at });
  }
  const walked = merging.release.languages.map((lang) => {
    const source = layout && expandTemplate(fileText(layout), { merging, lang, section: name, layout: true, origin: '' });
    return source && readParts(merging, readHtml(merging, source), lang);
  });
  const parts = walked.flatMap((each) => each ?? []);
  // Where one language could not be read, what another refers to may stand there.
  if (!walked.includes(undefined)) {
    checkReferences(merging, parts);
    checkPlacements(merging, parts);
  }
  return parts;
}

/** The whole document; `dates` are the ISO days on which it goes out. */
export function documentOf(
  merging: Merging,
  parts: readonly Part[],
  { titles, dates }: { readonly titles: PerLang<string>; readonly dates: PerLang<string> },
): Document {
  const { memory, release } = merging;
  const { issuer, languages } = release;
  const lang = parts[0]?.lang ?? (languages[0] as Lang);
  const issuerName = (lang: Lang) => printedCharacters(inLang(issuer.names, lang).value);
  const furniture = (lang: Lang) => ({
    issuer: issuerName(lang),
    date: writtenDates(lang, release.issuer).date(inLang(dates, lang), 'long'),
  });
  return {
    lang,
    languages,
    titles: perLang(languages, (each) => printedCharacters(inLang(titles, each))),
    author: issuerName(lang),
    date: inLang(dates, lang),
    furniture: perLang(languages, furniture),
    parts: settledParts(expandAbbreviations(parts, issuer.abbreviations, memory), memory),
    figures: merging.figures,
    ...(release.draft && { draft: true as const }),
    ...(wholeFiles(release.files ?? []).length > 1 && { apart: dates }),
  };
}

/** An override of a prose figure that no sentence prints hides a change of mind. */
function reportIdleOverrides(financials: Financials, { usedOverrides, report }: Merging): void {
  for (const override of financials.proseOverrides) {
    if (usedOverrides.has(override)) continue;
    const message = say`no sentence prints ${override.concept} at ${override.period} (${override.measure}), so this override changes nothing`;
    const hints = ['take it out, or check its of, from and decimals against the sentence that it was written for'];
    report({ severity: 'error', code: 'derive/override-idle', message, at: override.at, hints });
  }
}

/** A file of one language wants a part in it, and a file of the summary a page of the summary in each of its languages. */
function reportEmptyFiles({ release: { files = [], style, spec }, report }: Merging, parts: readonly Part[]): void {
  for (const { languages, summary, name } of files) {
    if (!parts.some(({ lang }) => languages.includes(lang))) {
      const message = say`${name}.pdf would be empty: the layout makes no part in ${sayAll(
        languages.map((lang) => language(lang).name),
        ', ',
      )}`;
      const hints = ['let the layout make one', 'or publish the languages together: files: {languages: together}'];
      report({ severity: 'error', code: 'merge/template', message, at: spec.at, hints });
      continue;
    }
    for (const lang of summary ? languages : []) {
      const own = parts.filter((part) => part.lang === lang);
      if (own.length === 0 || own.some(({ sections }) => sections.some(({ page }) => style.pages.get(page)?.summary))) continue;
      const message = say`a file of the summary is asked for, and the ${language(lang).name} part has no page of the summary`;
      const hints = ['set its summary in a page class that the style marks with summary: true', 'or take summary out of files'];
      report({ severity: 'error', code: 'merge/template', message, at: own[0]?.at ?? spec.at, hints });
    }
  }
}

/** A flag that nothing asks for is answered by hand where it is printed, or is left over. */
function reportUnusedFlags({ release, usedFlags, report }: Merging): void {
  for (const [name, { at }] of release.spec.flags) {
    if (usedFlags.has(name) || release.decidingFlags.has(name)) continue;
    const hints = [say`write {{flag "${name}"}} where the answer is printed, or take the flag out`];
    report({
      severity: 'warning',
      code: 'merge/flag-unused',
      message: say`flag ${name} is stated, and no layout or narrative prints it`,
      at,
      hints,
    });
  }
}

/** A date that nothing prints is left over, or has another name than the layout prints it by. */
function reportUnusedDates({ release, usedDates, askedDates, report }: Merging): void {
  const { dates, undecidedDates } = release.spec;
  const given = new Map([...[...dates].map(([name, { at }]) => [name, at] as const), ...(undecidedDates ?? [])]);
  const lacking = [...askedDates].filter((name) => !given.has(name));
  for (const [name, at] of given) {
    if (usedDates.has(name)) continue;
    const hints = [
      ...nameHints(name, lacking),
      ...(lacking.length > 0 ? [say`dates that the layout prints and the release does not give: ${sayAll(lacking)}`] : []),
      say`write {{date "${name}"}} where the day is printed, or take the date out`,
    ];
    report({
      severity: 'warning',
      code: 'merge/date-unused',
      message: say`date ${name} is given, and no layout or text prints it`,
      at,
      hints,
    });
  }
}

/** A part that no layout asks for would be missing without a word. */
function reportUnknownParts({ release, usedParts, report }: Merging): void {
  for (const { value, at } of release.spec.parts) {
    if (usedParts.has(value)) continue;
    const hints = [...nameHints(value, usedParts), say`parts of this layout: ${sayAll([...usedParts], ', ') || sayWord('none')}`];
    report({ severity: 'error', code: 'merge/unknown-part', message: say`the layout has no part ${value}`, at, hints });
  }
}
