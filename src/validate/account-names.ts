// Turn the words of the dictionary into what {term} and {revenue} stand for in names of accounts, in each language.
import type { Term } from '../model/form.ts';
import type { Lang } from '../model/language.ts';
import { isMapping } from '../model/mapping.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import type { Sources, YamlFile } from '../model/sources.ts';
import { wordingFile } from './account-index.ts';
import type { Circumstances } from './circumstances.ts';
import type { Report } from './codes.ts';
import { failIn } from './fail-in.ts';

/** Fills a name of an account in a language; undefined where it needs a word that the language has not. */
export type NameFiller = (name: string, lang: Lang, term: Term | undefined) => string | undefined;

/** The concept whose own labels, where the issuer gives them, are what revenue is called. */
export const revenueConcept = 'sales.total';

/** A name of revenue that the dictionary does not have is a fault of issuer.yaml. */
export function checkRevenueName({ dictionary, issuer }: Sources, report: Report): void {
  const names = mappingIn(mappingIn(dictionary.get(wordingFile)?.value).revenue);
  const chosen = revenueName(issuer);
  if (typeof chosen === 'string' && !isMapping(names[chosen])) {
    const hints = nameHints(chosen, Object.keys(names));
    failIn(
      issuer,
      report,
    )({
      code: 'validate/wrong-type',
      message: `revenue is ${quoted(chosen)}, which the dictionary does not name`,
      path: ['revenue'],
      hints,
    });
  }
}

/** What issuer.yaml chooses, as typed. */
export const revenueName = (issuer: YamlFile): unknown => mappingIn(issuer.value).revenue;

export function nameFiller({ dictionary, concepts }: Sources, { form, revenue: chosen }: Circumstances): NameFiller {
  const wording = mappingIn(dictionary.get(wordingFile)?.value);
  const names = mappingIn(wording.revenue);
  const ofRevenue = mappingIn(names[chosen]);
  const own = mappingIn(mappingIn(mappingIn(concepts.value)[revenueConcept]).labels);
  const revenue = (lang: Lang): unknown => own[lang] ?? ofRevenue[lang];
  const lengths = mappingIn(wording.terms);
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
