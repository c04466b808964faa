// Turn "in each language" into types: the code of a language, and values that exist once in each.

/** Code of a language, `ja`; validation has found it among the languages that the program knows. */
export type Lang = string;

/** One value for each language of a release, in the order in which the issuer lists them; read by `inLang`. */
export type PerLang<T> = Readonly<Record<Lang, T>>;

/** The value in one language. Throws where there is none: validation lets no release pass that lacks one. */
export function inLang<T>(values: PerLang<T>, lang: Lang): T {
  if (!Object.hasOwn(values, lang)) throw new Error(`no value in ${lang} among ${Object.keys(values).join(', ')}`);
  return values[lang] as T;
}

/** A value in each language, made by `make`, in the order of `languages`. */
export function perLang<T>(languages: readonly Lang[], make: (lang: Lang) => T): PerLang<T> {
  return Object.fromEntries(languages.map((lang) => [lang, make(lang)]));
}
