// Turn amounts that share the word of the amount beside them into pairs of the two: `fell by 3 and payables by 4`, 買掛金が4、借入金が3減少.
import { language } from '../../language/languages.ts';
import type { Mention } from './amount-mentions.ts';
import type { Meant } from './meant-change.ts';
import type { SaidWord } from './said-words.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';
import { meantBy, ownMeaning } from './word-meanings.ts';

/** An amount and the word that it shares. */
interface SharedWord {
  readonly word: SaidWord;
  readonly meant: Meant;
}

/** Of a sentence, for amounts that are themselves how far something moved. */
export function sharedMovements(sentence: ToldSentence, told: ToldText): readonly SharedWord[] {
  const { sharedBefore, sharedAfter } = language(told.text.lang).words.links ?? {};
  if (sentence.mentions.length < 2 || sentence.words.length === 0) return [];
  const words = new Map<Mention, SaidWord>();
  for (const word of sentence.words) {
    for (const meant of meantBy(word, sentence, told)) if (meant.kind === 'own') words.set(meant.mention, word);
  }
  if (words.size === 0) return [];
  const ordered = sharedAfter ? sentence.mentions.toReversed() : sentence.mentions;
  return ordered.flatMap((mention, index) => {
    const beside = ordered[index - 1];
    const word = beside && words.get(beside);
    if (!beside || !word || words.has(mention)) return [];
    const shares = sharedAfter
      ? sharedAfter.test(told.typed.slice(mention.end, beside.start))
      : sharedBefore?.test(told.typed.slice(beside.end, mention.start)) === true;
    if (!shares) return [];
    words.set(mention, word);
    return ownMeaning(mention, told).map((meant) => ({ word, meant }));
  });
}
