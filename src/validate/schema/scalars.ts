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
  /** Values as they may be typed. */
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly figure?: boolean;
  /** What is missing where a key of it stands without a value. */
  readonly wants?: 'figure' | 'day';
  /** Its keys are languages: which of them a file has is said by its issuer. */
  readonly byLanguage?: boolean;
}

/** Notes on schemas, printed into the JSON Schemas. */
export const notes = z.registry<SchemaNote>();

/** The schema, with what an editor says of it, and values as they may be typed. */
export const described = <T extends z.core.$ZodType>(schema: T, description: string, ...examples: readonly unknown[]): T => {
  notes.add(schema, { description, ...(examples.length > 0 && { examples }) });
  return schema;
};

/** Any text, also an empty one. */
export const text = (description = 'text', ...examples: readonly string[]) => described(z.string(), description, ...examples);

/** One of a few words. */
export const choice = <const T extends readonly string[]>(words: T, description: string) => described(z.enum(words), description);

/** Values by a name that whoever types them chooses. */
export const record = <T extends z.core.$ZodType>(value: T, description: string, ...examples: readonly unknown[]) =>
  described(z.record(z.string(), value), description, ...examples);

/** A figure as printed. Its grammar is that of `parseFigure`, which says more than a pattern can. */
export const figure = (description = 'a figure as printed') =>
  z.string().register(notes, {
    description,
    examples: ['10,568,342', '(193,782)', '-', '23.6%'],
    figure: true,
    wants: 'figure',
    pattern: '^(?:-|[-−△▲]?\\(?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?%?\\)?)$',
  });

/** A figure, or what a forecast or a dividend may be instead; its grammar is that of `parseOpenFigure`. */
export const openFigure = (description = 'a figure as printed; undecided, or a range, where it is a forecast') => {
  const end = '[-−△▲]?\\(?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?%?\\)?';
  const examples = ['10,568,342', '(193,782)', '-', '23.6%', 'undecided', '6,000..7,000'];
  return z.string().register(notes, { description, examples, figure: true, pattern: `^(?:-|undecided|${end}(?: ?\\.\\. ?${end})?)$` });
};

/** A plain number: a length, a count, a year. */
export const number = (description = 'a number') =>
  z.string().register(notes, { description, figure: true, pattern: '^-?[0-9]+(?:\\.[0-9]+)?$' });

export const date = (description = 'a day, YYYY-MM-DD') =>
  z.string().register(notes, { description, examples: ['2025-11-12'], wants: 'day', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

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
export const reference = (description: string, ...examples: readonly string[]) => described(z.string(), description, ...examples);

export const formula = (description = 'concept ids, numbers, + - * / ( ), previous(x), unsplit(x), printed(statement, x)') =>
  z.string().register(notes, {
    description,
    examples: ['sales.total - cost.sales', 'assets.cash - previous(assets.cash)', '0'],
    figure: true,
  });

/** One value in each language of the release, and in no other. */
export const perLang = <T extends z.core.$ZodType>(
  languages: readonly Lang[],
  inner: T,
  description: string,
  ...examples: readonly unknown[]
) =>
  z
    .strictObject(Object.fromEntries(languages.map((each) => [each, inner])))
    .register(notes, { description, byLanguage: true, ...(examples.length > 0 && { examples }) });

/** One value for every language, or one in each. */
export const oneOrEach = <T extends z.core.$ZodType>(languages: readonly Lang[], inner: T, description: string) =>
  described(z.union([inner, perLang(languages, inner, description)]), description);

/** The same as `perLang`, where a language may do without. */
export const whichLang = <T extends z.core.$ZodType>(languages: readonly Lang[], inner: T, description: string) =>
  z.strictObject(Object.fromEntries(languages.map((each) => [each, z.optional(inner)]))).register(notes, { description, byLanguage: true });

/** A text in each language of the release. */
export const labels = (languages: readonly Lang[], description: string) => perLang(languages, text(description), description);

/** What serves releases in other languages too: a value in each language of this one, and in any other that there is. */
export const atLeast = <T extends z.core.$ZodType>(languages: readonly Lang[], description: string, inner: (lang: Lang) => T) =>
  z
    .strictObject(Object.fromEntries(languageCodes.map((each) => [each, languages.includes(each) ? inner(each) : z.optional(inner(each))])))
    .register(notes, { description: `${description}: one in each language that releases of this layout are written in`, byLanguage: true });

/** A list of so many entries at most; the limits stand in `dataLimits`. */
export const list = <T extends z.core.$ZodType>(inner: T, most: number, description: string, ...examples: readonly unknown[]) =>
  described(z.array(inner).check(z.maxLength(most)), description, ...examples);

export const unit = lazily(() =>
  choice(units, 'what its figures are: money, money for one share, a count, a ratio in percent, a bandwidth'),
);
export const scale = lazily(() =>
  choice(
    Object.keys(scales) as (keyof typeof scales)[],
    'power of ten that figures are written in: man is 10,000 (万), oku 100,000,000 (億)',
  ),
);
export const measure = lazily(() =>
  choice(
    ['amount', 'translated', 'percent-of', 'change', 'difference'],
    'what is shown of a concept: the amount, its translation, its share of another, its change in percent, its difference',
  ),
);
export const regime = lazily(() =>
  choice(
    regimes,
    'round: half-up, each alone; truncate: cut off, each alone; foot: half-up, left-over units given so that columns add up; sum: totals of printed parts',
  ),
);
export const flag = (description: string) => z.optional(described(z.boolean(), description));

/** Kinds of rules that a row of a table may have. */
export const ruleOfRow = () => choice(['none', 'total', 'grand'], 'total: a rule above; grand: a rule above and a double rule below');
/** How the figures of a row enter the total of their group. */
export const weightOfRow = () => choice(['1', '-1', '0'], 'how it enters the total of its group: added, subtracted, or not at all');
/** Where a total stands. */
export const levelOfTotal = () => choice(['in', 'out'], 'in: as deep as the rows that it sums; out: as deep as their head, as without it');
