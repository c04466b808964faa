// Turn names of results that contradict the sign of the amount after them into findings.

import { endsOf } from '../../figures/ends.ts';
import { outcomeOf } from '../../figures/measures.ts';
import { language } from '../../language/languages.ts';
import type { Fact } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang } from '../../model/language.ts';
import { matchesIn } from '../../model/matches.ts';
import type { Concept } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import { blank, folded, type TextRun, type TypedText } from '../typed-text.ts';

interface Name extends Stretch {
  readonly sign: 'gain' | 'loss';
}

/** An amount of a concept with two outcomes. */
interface ResultAmount extends TextRun {
  readonly fact: Fact;
  readonly concept: Concept;
}

/** Those that a text prints, in order. */
export function resultAmounts(text: TypedText, { document, financials, release }: Printed): readonly ResultAmount[] {
  return text.runs.flatMap((run) => {
    const figure = run.inline.figure === undefined ? undefined : document.figures[run.inline.figure];
    if (figure?.measure !== 'amount' && figure?.measure !== 'translated') return [];
    const fact = financials.facts.get(figure.fact);
    if (!fact || fact.undecided || (fact.value.isZero && !fact.upper)) return [];
    const concept = release.concepts.get(fact.concept);
    return concept?.outcomes ? [{ ...run, fact, concept }] : [];
  });
}

/** The sign that the last name of a result in a stretch says, typed or by a helper; undefined where it names none. */
export function nameBefore({ typed, runs, lang }: TypedText, start: number, end: number): 'gain' | 'loss' | undefined {
  const part = typed.slice(start, end);
  const names: (Stretch & { readonly sign: 'gain' | 'loss' })[] = runs.flatMap(({ inline: { bound }, ...place }) =>
    bound?.by === 'outcome' && place.start >= start && place.end <= end ? [{ ...place, sign: bound.sign }] : [],
  );
  for (const sign of ['gain', 'loss'] as const) {
    for (const { index, 0: word } of matchesIn(part, language(lang).words.results[sign])) {
      names.push({ sign, start: start + index, end: start + index + word.length });
    }
  }
  return names.sort((a, b) => a.end - b.end).at(-1)?.sign;
}

/** The last name before such an amount: its own outcome names, or the plain words for either sign. */
export function outcomeWordsAgree(
  text: TypedText,
  clause: Stretch,
  amounts: readonly ResultAmount[],
  isFree: (word: Stretch) => boolean,
  { locate }: Printed,
): FindingDetails[] {
  return amounts.flatMap(({ inline, start, end, fact, concept }) => {
    if (start < clause.start || end > clause.end) return [];
    const name = lastName(text, Math.max(clause.start, start - language(text.lang).words.resultReach), start, concept);
    const outcomes = endsOf(fact).map(outcomeOf);
    if (!name || isFree(name) || outcomes.every((outcome) => name.sign === outcome)) return [];
    const is = new Set(outcomes).size > 1 ? 'range from a loss to a profit' : outcomeOf(fact.value);
    const typed = text.text.slice(name.start, name.end);
    const at = locate(text, name.start, name.end - name.start);
    return [
      {
        message: say`${JSON.stringify(typed)} stands before ${inline.text}, and ${fact.key} is a ${sayWord(is)}`,
        ...(at ? { at } : {}),
        related: [{ at: fact.at, message: fact.key }],
        hints: [
          is === 'gain' || is === 'loss'
            ? say`write {{outcome "${fact.concept}"}}, which follows the sign, or assert it with as="${is}"`
            : 'name the result without its sign',
        ],
      },
    ];
  });
}

function lastName(text: TypedText, from: number, to: number, { outcomes }: Concept): Name | undefined {
  if (!outcomes) return undefined;
  const part = folded(text.typed.slice(from, to)).toLowerCase();
  // A figure in between is what the word before it names.
  const after = part.lastIndexOf(blank.repeat(2)) < 0 ? 0 : lastFigureEnd(text, from, to);
  const names: Name[] = (['gain', 'loss'] as const).flatMap((sign) => {
    const label = folded(inLang(outcomes[sign], text.lang).value).toLowerCase();
    const place = part.lastIndexOf(label);
    const own = place >= after && label !== '' && place >= 0 ? [{ sign, start: from + place, end: from + place + label.length }] : [];
    const plain = matchesIn(part, language(text.lang).words.results[sign])
      .filter(({ index }) => index >= after)
      .map(({ index, 0: word }) => ({ sign, start: from + index, end: from + index + word.length }));
    return [...own, ...plain];
  });
  // A name holds plain words: the longer one counts, then the later.
  const whole = names.filter(
    (name) => !names.some((other) => other !== name && other.start <= name.start && other.end >= name.end && longer(other, name)),
  );
  return whole.sort((a, b) => a.end - b.end).at(-1);
}

const longer = (a: Stretch, b: Stretch): boolean => a.end - a.start > b.end - b.start;

function lastFigureEnd(text: TypedText, from: number, to: number): number {
  const ends = text.runs
    .filter(({ inline, start, end }) => inline.figure !== undefined && start >= from && end <= to)
    .map(({ end }) => end - from);
  return Math.max(0, ...ends);
}
