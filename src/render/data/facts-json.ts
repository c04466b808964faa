// Turn the facts that a release prints into JSON: exact values in base units, names in every language, how each came about.
import { inReports } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import { inLang, perLang } from '../../model/language.ts';
import type { Release } from '../../model/release.ts';

/** Version of the file's shape. */
const factsFormat = 1;

/** Periods, then facts in the order of the concepts file, one a line. Values are text, so that no reader rounds them. */
export function factsJson(document: Document, release: Release, financials: Financials): string {
  const used = new Set(document.figures.flatMap(({ fact, against }) => [fact, ...(against === undefined ? [] : [against])]));
  const periods = [...release.periods.values()].map(({ id, start, end }) => JSON.stringify({ period: id, start, end }));
  const facts = [...financials.facts.values()]
    .filter(({ key }) => used.has(key))
    .map((fact) => {
      const { concept, period, unit, value, nil, origin, formula } = fact;
      const labels = release.concepts.get(concept)?.labels;
      return JSON.stringify({
        concept,
        period,
        unit,
        ...(unit === 'money' || unit === 'per-share' ? { currency: release.issuer.currency } : {}),
        value,
        ...(nil ? { nil } : {}),
        origin,
        ...(formula === '' ? {} : { formula }),
        ...(labels ? { labels: perLang(release.languages, (lang) => inLang(labels, lang).value) } : {}),
      });
    });
  const head = { format: factsFormat, issuer: inReports(release.issuer.names).value, release: release.spec.id, date: document.date };
  return `${JSON.stringify(head).slice(0, -1)},\n"periods":[\n${periods.join(',\n')}\n],\n"facts":[\n${facts.join(',\n')}\n]}\n`;
}
