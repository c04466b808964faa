// Turn "both languages" into types: which languages a release is written in, and values that exist once in each.

/** The languages of a release, in the order in which they are printed. */
export const languages = ['ja', 'en'] as const;
export type Lang = (typeof languages)[number];

/** One value per language. */
export type PerLang<T> = Readonly<Record<Lang, T>>;
