// Turn a stated rate that turned negative, beside a word that already says the direction, into a finding: `grew by (-)14.3%`.
import { conceptOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { SaidWord } from './said-words.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';
import { gapBetween } from './word-links.ts';

export function negativeBeside(word: SaidWord, sentence: ToldSentence, { text, printed }: ToldText): FindingDetails[] {
  if (word.says !== 'up' && word.says !== 'down') return [];
  const { document, release, locate } = printed;
  const clause = sentence.clauses.find(({ start, end }) => start <= word.start && word.end <= end);
  const run = text.runs.find(({ inline, start, end }) => {
    const figure = inline.figure === undefined ? undefined : document.figures[inline.figure];
    if (!figure || !clause || start < clause.start || end > clause.end) return false;
    if (gapBetween(word, { start, end }) > language(text.lang).words.directionReach) return false;
    const ratio = figure.measure === 'amount' && release.concepts.get(conceptOf(figure.fact))?.unit === 'ratio';
    return ratio && figure.printed.sign < 0 && /^(?:\(-\)|[−△(])/.test(inline.text);
  });
  if (!run) return [];
  const typed = text.text.slice(word.start, word.end);
  const at = locate(text, word.start, word.end - word.start);
  return [
    {
      message: say`${JSON.stringify(typed)} stands beside ${run.inline.text}, which is negative: the sentence says the direction twice`,
      ...(at ? { at } : {}),
      hints: ['say the direction that the figure went, and print it with sign="magnitude"'],
    },
  ];
}
