// Turn an "and" between comparisons that disagree, or a "but" between ones that agree, into findings.

import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { matchesIn } from '../../model/matches.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { type Movement, periodRole } from './movements.ts';

/** Two changes of one fact that follow each other in a sentence, against different facts, with a word typed between them. */
export function joiningWordsAgree(text: TypedText, sentence: Stretch, movements: readonly Movement[], printed: Printed): FindingDetails[] {
  const inside = movements.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return inside.flatMap((second, index) => {
    const first = inside[index - 1];
    if (!first || first.fact.key !== second.fact.key || first.against.key === second.against.key) return [];
    const word = lastWord(text, first.end, second.start);
    if (first.open ?? second.open) return [];
    const agree = first.way === second.way;
    return word && word.agree !== agree ? [disagreement(word, first, second, agree, text, printed)] : [];
  });
}

interface Joint extends Stretch {
  readonly agree: boolean;
}

/** Undefined where a helper chose the word. */
function lastWord({ typed, runs, lang }: TypedText, from: number, to: number): Joint | undefined {
  if (runs.some(({ inline, start, end }) => inline.bound?.by === 'conjunction' && start >= from && end <= to)) return undefined;
  const between = typed.slice(from, to);
  const found = (
    [
      ['agree', true],
      ['differ', false],
    ] as const
  ).flatMap(([kind, agree]) =>
    matchesIn(between, language(lang).words.joining[kind]).map(({ index, 0: word }) => ({
      agree,
      start: from + index,
      end: from + index + word.length,
    })),
  );
  return found.sort((a, b) => a.start - b.start).at(-1);
}

function disagreement(
  word: Joint,
  first: Movement,
  second: Movement,
  agree: boolean,
  text: TypedText,
  { locate, release }: Printed,
): FindingDetails {
  const at = locate(text, word.start, word.end - word.start);
  const typed = text.text.slice(word.start, word.end);
  const went = ({ way, against }: Movement) => say`${sayWord(way)} from ${against.period}`;
  return {
    message: say`${JSON.stringify(typed)} joins two changes of ${first.fact.key} that ${agree ? sayWord('agree') : sayWord('disagree')}: ${went(first)}, ${went(second)}`,
    ...(at ? { at } : {}),
    related: [
      { at: first.against.at, message: first.against.key },
      { at: second.against.at, message: second.against.key },
    ],
    hints: [
      say`write {{conjunction "${first.fact.concept}" from="${periodRole(first.against.period, release)}" then="${periodRole(second.against.period, release)}"}}`,
    ],
  };
}
