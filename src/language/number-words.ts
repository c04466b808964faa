// Turn the digits and number words of a text into stretches, in the ways that its language writes amounts.
import type { Lang } from '../model/language.ts';
import { language } from './languages.ts';
import type { NumberWord } from './number-reading.ts';

const digitsPattern = /[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?/g;

/** What numbers a paragraph, an item or a heading: (1), 1., 2) at the start of a text. */
const numbering = /^[（(]?[0-9０-９]{1,2}(?:[）)]|[.．](?![0-9０-９]))/;

/** In order of the text. A number in digits takes its separators with it, not its unit. */
export function numberWords(text: string, lang: Lang): readonly NumberWord[] {
  const digits = [...text.matchAll(digitsPattern)].map(
    ({ index, 0: { length } }): NumberWord => ({ start: index, length, form: 'digits' }),
  );
  const after = numbering.exec(text)?.[0].length ?? 0;
  return [...digits, ...language(lang).numbers.inWords(text)].filter(({ start }) => start >= after).sort((a, b) => a.start - b.start);
}
