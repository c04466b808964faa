// Turn the single values of data files into schemas, each built at first use, once for each list of languages. All values arrive as text.

import * as z from 'zod/mini';
import { languageCodes } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import { regimes } from '../../model/statement-spec.ts';
import { scales, units } from '../../model/unit.ts';

/** Runs `make` once for each list of languages that it is asked for; the order counts, since findings name the first language first. */
export function forLanguages<T>(make: (languages: readonly Lang[]) => T): (languages: readonly Lang[]) => T {
  const made = new Map<string, T>();
  return (languages) => {
    const key = languages.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const schema = make(languages);
    made.set(key, schema);
    return schema;
  };
}

/** Runs `make` once, when first asked. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What an editor is told of a schema. `figure` accepts what YAML editors take for a number. */
interface SchemaNote {
  readonly description: string;
  readonly pattern?: string;
  readonly figure?: boolean;
  /** What is missing where a key of it stands without a value. */
  readonly wants?: 'figure' | 'day';
  /** Its keys are languages: which of them a file has is said by its issuer. */
  readonly byLanguage?: boolean;
}

/** Notes on schemas, printed into the JSON Schemas. */
export const notes = z.registry<SchemaNote>();

/** Any text, also an empty one. */
export const text = (description = 'text') => z.string().register(notes, { description });

/** A figure as printed. Its grammar is that of `parseFigure`, which says more than a pattern can. */
export const figure = (description = 'a figure as printed: 10,568,342, (193,782), -, 23.6%') =>
  z
    .string()
    .register(notes, { description, figure: true, wants: 'figure', pattern: '^(?:-|[-−△▲]?\\(?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?%?\\)?)$' });

/** A figure, or what a forecast or a dividend may be instead; its grammar is that of `parseOpenFigure`. */
export const openFigure = (description = 'a figure as printed: 10,568,342, (193,782), -, 23.6%; undecided, or a range: 6,000..7,000') => {
  const end = '[-−△▲]?\\(?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?%?\\)?';
  return z.string().register(notes, { description, figure: true, pattern: `^(?:-|undecided|${end}(?: ?\\.\\. ?${end})?)$` });
};

/** A plain number: a length, a count, a year. */
export const number = (description = 'a number') =>
  z.string().register(notes, { description, figure: true, pattern: '^-?[0-9]+(?:\\.[0-9]+)?$' });

export const date = (description = 'a day, YYYY-MM-DD') =>
  z.string().register(notes, { description, wants: 'day', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** What stands for a day, or a figure, of which nothing is decided. */
export const undecided = 'undecided';

/** A day, or that there is none yet. */
export const openDate = () =>
  z.string().register(notes, {
    description: `a day, YYYY-MM-DD, or ${undecided}`,
    wants: 'day',
    pattern: `^([0-9]{4}-[0-9]{2}-[0-9]{2}|${undecided})$`,
  });

/** The id of a concept, period, column, statement or layout: read and looked up by the builders. */
export const reference = (description: string) => z.string().register(notes, { description });

export const formula = (description = 'concept ids, numbers, + - * / ( ), previous(x), unsplit(x), printed(statement, x)') =>
  z.string().register(notes, { description });

/** One value in each language of the release, and in no other. */
export const perLang = <T extends z.core.$ZodType>(
  languages: readonly Lang[],
  inner: T,
  description = 'one in each language of the issuer',
) => z.strictObject(Object.fromEntries(languages.map((each) => [each, inner]))).register(notes, { description, byLanguage: true });

/** One value for every language, or one in each. */
export const oneOrEach = <T extends z.core.$ZodType>(languages: readonly Lang[], inner: T, description: string) =>
  describedUnion(z.union([inner, perLang(languages, inner)]), description);

const describedUnion = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  notes.add(schema, { description });
  return schema;
};

/** The same as `perLang`, where a language may do without. */
export const whichLang = <T extends z.core.$ZodType>(languages: readonly Lang[], inner: T, description: string) =>
  z.strictObject(Object.fromEntries(languages.map((each) => [each, z.optional(inner)]))).register(notes, { description, byLanguage: true });

/** A text in each language of the release. */
export const labels = (languages: readonly Lang[], description = 'a text in each language') => perLang(languages, text(description));

/** What serves releases in other languages too: a value in each language of this one, and in any other that there is. */
export const atLeast = <T extends z.core.$ZodType>(languages: readonly Lang[], inner: (lang: Lang) => T) =>
  z
    .strictObject(Object.fromEntries(languageCodes.map((each) => [each, languages.includes(each) ? inner(each) : z.optional(inner(each))])))
    .register(notes, { description: 'one in each language that releases of this layout are written in', byLanguage: true });

/** A list of so many entries at most; the limits stand in `dataLimits`. */
export const list = <T extends z.core.$ZodType>(inner: T, most: number) => z.array(inner).check(z.maxLength(most));

export const unit = lazily(() => z.enum(units));
export const scale = lazily(() => z.enum(Object.keys(scales) as (keyof typeof scales)[]));
export const measure = lazily(() => z.enum(['amount', 'translated', 'percent-of', 'change', 'difference']));
export const regime = lazily(() => z.enum(regimes));
export const flag = () => z.optional(z.boolean());
