// Turn the words of the dictionary into what {term} and {revenue} stand for in names of accounts, in each language.

import { language } from '../language/languages.ts';
import type { Term } from '../model/form.ts';
import type { Lang } from '../model/language.ts';
import { isMapping } from '../model/mapping.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { Sources, YamlFile } from '../model/sources.ts';
import { wordingFile } from './account-index.ts';
import type { Circumstances } from './circumstances.ts';
import type { Report } from './codes.ts';
import { failIn } from './fail-in.ts';

/** Fills a name of an account in a language; undefined where it needs a word that the language has not. */
export type NameFiller = (name: string, lang: Lang, term: Term | undefined) => string | undefined;

/** The concept whose own labels, where the issuer gives them, are what revenue is called. */
const revenueConcept = 'sales.total';

/** A name of revenue that the dictionary does not have, or not in a language of the release, is a fault of issuer.yaml. */
export function checkRevenueName(sources: Sources, report: Report): void {
  const chosen = revenueName(sources.issuer);
  if (typeof chosen !== 'string') return;
  const fail = failIn(sources.issuer, report);
  const names = mappingIn(wordingOf(sources).revenue);
  if (!isMapping(names[chosen])) {
    const message = say`revenue is ${quoted(chosen)}, which the dictionary does not name`;
    fail({ code: 'validate/wrong-type', message, path: ['revenue'], hints: nameHints(chosen, Object.keys(names)) });
    return;
  }
  for (const lang of sources.languages) {
    if (revenueIn(sources, chosen, lang) !== undefined) continue;
    const message = say`the dictionary has no ${language(lang).name} for ${chosen}`;
    const hints = [say`name it in concepts.yaml: ${revenueConcept}: {labels: {${lang}: …}}`];
    fail({ code: 'validate/missing-label', message, path: ['revenue'], hints });
  }
}

type Naming = Pick<Sources, 'dictionary' | 'concepts'>;

const wordingOf = ({ dictionary }: Naming): Readonly<Record<string, unknown>> => mappingIn(dictionary.get(wordingFile)?.value);

/** As the issuer names the concept, else as the dictionary has the name that is chosen. */
function revenueIn(sources: Naming, chosen: string, lang: Lang): unknown {
  const own = mappingIn(mappingIn(mappingIn(sources.concepts.value)[revenueConcept]).labels);
  return own[lang] ?? mappingIn(mappingIn(wordingOf(sources).revenue)[chosen])[lang];
}

/** What issuer.yaml chooses, as typed. */
export const revenueName = (issuer: YamlFile): unknown => mappingIn(issuer.value).revenue;

export function nameFiller(sources: Naming, { form, revenue: chosen }: Circumstances): NameFiller {
  // What has no name in a language is told where it is chosen.
  const revenue = (lang: Lang): unknown => revenueIn(sources, chosen, lang) ?? chosen;
  const lengths = mappingIn(wordingOf(sources).terms);
  const wordOfTerm = (lang: Lang, term: Term | undefined): unknown =>
    mappingIn(lengths[lang])[term === 'year' ? 'year' : term === 'half' && form.halfYear === 'interim' ? 'interim' : 'quarter'];
  return (name, lang, term) => {
    if (!name.includes('{')) return name;
    let whole = true;
    const filled = name.replace(/\{(term|revenue)\}/g, (_, slot: string, offset: number) => {
      const word = slot === 'term' ? wordOfTerm(lang, term) : revenue(lang);
      if (typeof word !== 'string') whole = false;
      // Inside a name, words of a language with capitals begin with a small letter.
      const text = String(word);
      return slot === 'revenue' && offset > 0 ? text.charAt(0).toLowerCase() + text.slice(1) : text;
    });
    return whole ? filled : undefined;
  };
}

function mappingIn(value: unknown): Readonly<Record<string, unknown>> {
  return isMapping(value) ? value : {};
}
