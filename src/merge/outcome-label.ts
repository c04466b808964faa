// Turn the signs of figures under one name into the name of the outcome that all of them are: operating profit, operating loss.
import { language } from '../language/languages.ts';
import { forLang, inLang, type Lang } from '../model/language.ts';
import type { Concept, Issuer } from '../model/release.ts';
import type { Located } from '../model/span.ts';

/** `signs` are those of all figures but zeros, as they are printed; undefined where they differ, or where there is no name. */
export function outcomeLabel(
  { outcomes }: Pick<Concept, 'outcomes'>,
  signs: ReadonlySet<number>,
  { negative }: Pick<Issuer, 'negative'>,
  lang: Lang,
): Located<string> | undefined {
  const [sign] = signs;
  if (!outcomes || sign === undefined || signs.size > 1) return undefined;
  const { value, at } = inLang(sign > 0 ? outcomes.gain : outcomes.loss, lang);
  // In a sentence it begins with a small letter.
  const name = value.charAt(0).toUpperCase() + value.slice(1);
  // A name that was given with the mark has it already.
  const mark = sign < 0 ? (language(lang).labels.lossMarks?.[forLang(negative, lang)] ?? '') : '';
  return { value: name.endsWith(mark) ? name : name + mark, at };
}
