// Turn the single values of data files into schemas: texts, figures, dates, ids. All arrive as text; builders read them further.

import * as z from 'zod/mini';
import type { Language } from '../../language/language.ts';
import { languages } from '../../language/languages.ts';
import { scales, units } from '../../model/unit.ts';
import { lazily } from './lazily.ts';

/** What an editor is told of a schema. `figure` accepts what YAML editors take for a number. */
export interface SchemaNote {
  readonly description: string;
  readonly pattern?: string;
  readonly figure?: boolean;
}

/** Notes on schemas, printed into the JSON Schemas. */
export const notes = z.registry<SchemaNote>();

/** Any text, also an empty one. */
export const text = (description = 'text') => z.string().register(notes, { description });

/** A figure as printed. Its grammar is parse-figure's, which says more than a pattern can. */
export const figure = (description = 'a figure as printed: 10,568,342, (193,782), -, 23.6%') =>
  z.string().register(notes, { description, figure: true, pattern: '^(?:-|[-−△▲]?\\(?[0-9][0-9,]*(?:\\.[0-9]+)?\\)?%?\\)?)$' });

/** A plain number: a length, a count, a year. */
export const number = (description = 'a number') =>
  z.string().register(notes, { description, figure: true, pattern: '^-?[0-9]+(?:\\.[0-9]+)?$' });

export const date = (description = 'a day, YYYY-MM-DD') =>
  z.string().register(notes, { description, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** The id of a concept, period, column, statement or layout: read and looked up by the builders. */
export const reference = (description: string) => z.string().register(notes, { description });

export const formula = (description = 'concept ids, numbers, + - * / ( ), previous(x), printed(statement, x)') =>
  z.string().register(notes, { description });

/** One value in each language. */
export const perLang = <T extends z.core.$ZodType>(inner: T) => byLanguage(() => inner);

/** A value for each language, whose schema its language decides. */
export const byLanguage = <T extends z.core.$ZodType>(inner: (each: Language) => T) =>
  z.strictObject(Object.fromEntries(languages.map((each) => [each.code, inner(each)])));

/** A text in each language. */
export const labels = (description = 'a text in each language') => perLang(text(description));

/** A list of so many entries at most; the limits stand in `dataLimits`. */
export const list = <T extends z.core.$ZodType>(inner: T, most: number) => z.array(inner).check(z.maxLength(most));

export const unit = lazily(() => z.enum(units));
export const scale = lazily(() => z.enum(Object.keys(scales) as (keyof typeof scales)[]));
export const measure = lazily(() => z.enum(['amount', 'translated', 'percent-of', 'change']));
export const regime = lazily(() => z.enum(['round', 'truncate', 'foot']));
export const flag = () => z.optional(z.boolean());
