// Turn "in each language" into types: the code of a language, and values that exist once in each.

/** Code of a language, `ja`; validation has found it among the languages that the program knows. */
export type Lang = string;

/** One value for each language of a release, in the order in which the issuer lists them; read by `inLang`. */
export type PerLang<T> = Readonly<Record<Lang, T>>;

/** One value for every language, or one for each. */
export type ForLangs<T extends string> = T | PerLang<T>;

/** The value in one language of what may be one for all. */
export function forLang<T extends string>(values: ForLangs<T>, lang: Lang): T {
  return typeof values === 'string' ? values : inLang(values, lang);
}

/** The value where no language is asked for, as in data files: that of the first language of a release. */
export const forFirst = <T extends string>(values: ForLangs<T>, [first]: readonly Lang[]): T =>
  typeof values === 'string' ? values : inLang(values, first ?? '');

/** The value in one language. Throws where there is none: validation lets no release pass that lacks one. */
export function inLang<T>(values: PerLang<T | undefined>, lang: Lang): T {
  const value = Object.hasOwn(values, lang) ? values[lang] : undefined;
  if (value === undefined) throw new Error(`no value in ${lang} among ${Object.keys(values).join(', ')}`);
  return value;
}

/** A value in each language, made by `make`, in the order of `languages`. */
export function perLang<T>(languages: readonly Lang[], make: (lang: Lang) => T): PerLang<T> {
  return Object.fromEntries(languages.map((lang) => [lang, make(lang)]));
}
