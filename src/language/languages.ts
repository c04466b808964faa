// Turn the code of a language into the language: the list of all that the program knows.
import { inLang, type Lang, type PerLang } from '../model/language.ts';
import { english } from './en/english.ts';
import { japanese } from './ja/japanese.ts';
import type { Language } from './language.ts';

/** One line a language. */
export const languages: readonly Language[] = [japanese, english];

const byCode: ReadonlyMap<Lang, Language> = new Map(languages.map((each) => [each.code, each]));

/** Codes of all languages, in the order of the list. */
export const languageCodes: readonly Lang[] = [...byCode.keys()];

/** Those of an issuer that lists none of its own. */
export const usualLanguages: readonly Lang[] = [japanese.code, english.code];

/** The language of a code. Throws for one that is not listed: validation lets none in. */
export function language(code: Lang): Language {
  const found = byCode.get(code);
  if (!found) throw new Error(`no language ${JSON.stringify(code)}; there are ${languageCodes.join(', ')}`);
  return found;
}

/** Whether a code that somebody typed names a language. */
export function isLanguage(code: string | undefined): code is Lang {
  return code !== undefined && byCode.has(code);
}

/** The language that messages are written in; others tell them by a catalogue. */
export const writtenIn: Lang = english.code;

/** What findings and reports print, which are in English themselves: the English value, of an issuer without one the first. */
export function inReports<T>(values: PerLang<T>): T {
  const [first = english.code] = Object.keys(values);
  return inLang(values, Object.hasOwn(values, english.code) ? english.code : first);
}
