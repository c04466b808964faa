// Turn layouts, narratives and statements into a document: typed blocks in which every printed figure still knows its fact.
import { locale } from '../locale/locale.ts';
import type { Report } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { Lang } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import { checkReferences } from './check-references.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';
import { expandTemplate } from './expand-template.ts';
import { sourceText } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { parseMarkup } from './parse-markup.ts';
import { templateParser } from './parse-template.ts';
import { indexCells } from './printed-cells.ts';
import { readParts } from './read-part.ts';

/** The layout file that a release begins with. */
const entry = 'release';

export function merge(release: Release, financials: Financials, report: Report): Document {
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const merging: Merging = {
    release,
    financials,
    report: note,
    drafts: [],
    bounds: [],
    figures: [],
    cells: indexCells(financials),
    usedOverrides: new Set(),
    parseTemplate: templateParser(note),
  };
  const layout = release.templates.get(entry);
  if (!layout) {
    const message = `layout ${release.release.layout} has no ${entry}.hbs`;
    note({ severity: 'error', code: 'merge/template', message, at: release.release.at });
  }
  const source = layout && expandTemplate(sourceText(layout.file, layout.text), { merging, lang: undefined, section: entry });
  const parts = source ? readParts(merging, parseMarkup(merging, source)) : [];
  checkReferences(merging, parts);
  // Where something could not be read, a sentence that prints the figure may be what is missing.
  if (sound) reportIdleOverrides(merging);
  const lang = parts[0]?.lang ?? 'ja';
  const { issuer, release: spec } = release;
  const furniture = (lang: Lang) => ({ issuer: issuer.names[lang].value, date: locale(lang).date(spec.announced[lang].value, 'long') });
  return {
    lang,
    titles: { ja: spec.titles.ja.value, en: spec.titles.en.value },
    author: issuer.names[lang].value,
    date: spec.announced[lang].value,
    furniture: { ja: furniture('ja'), en: furniture('en') },
    parts: expandAbbreviations(parts, issuer.abbreviations),
    figures: merging.figures,
  };
}

/** An override of a prose figure that no sentence prints hides a change of mind. */
function reportIdleOverrides({ financials, usedOverrides, report }: Merging): void {
  for (const override of financials.proseOverrides) {
    if (usedOverrides.has(override)) continue;
    const message = `no sentence prints ${override.concept} at ${override.period} (${override.measure}), so this override changes nothing`;
    const hints = ['take it out, or check its of, from and decimals against the sentence that it was written for'];
    report({ severity: 'error', code: 'derive/override-idle', message, at: override.at, hints });
  }
}
