// Turn words that tell how results went where no figure stands beside them, such as 増収減益, into findings where all results went the other way.
import { factKey } from '../../figures/fact-key.ts';
import type { TopicWords } from '../../language/direction-words.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang, type Lang } from '../../model/language.ts';
import type { Concept, Period, Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { meantPeriods } from './comparison-bases.ts';
import { freeWords } from './free-words.ts';
import { type Change, changeBetween, periodRole } from './movements.ts';
import type { SaidWord } from './said-words.ts';
import { type ToldSentence, tellText } from './told-sentence.ts';

/** What such a word speaks of is known from the labels of the issuer's concepts: where they do not tell, or where results differ, nothing is said. */
export const resultWordsAgree: DocumentCheck = {
  code: 'check/direction-word',
  severity: 'error',
  run: (printed) =>
    printed.texts.flatMap((text, index) => {
      const topics = language(text.lang).words.topics ?? [];
      const holdsOne = topics.some(({ topicMark }) => text.typed.includes(topicMark));
      return holdsOne && !isElsewhere(printed.texts.slice(Math.max(0, index - headsBefore), index)) ? wrongIn(text, topics, printed) : [];
    }),
};

/** A heading stands no more than so many texts before what it heads. */
const headsBefore = 2;

/** As long as a heading is, in characters. */
const headLength = 30;

/** Under the heading of a part of the issuer words speak of that part. */
function isElsewhere(before: readonly TypedText[]): boolean {
  return before.some(({ text, lang }) => text.length <= headLength && language(lang).words.topicElsewhere?.test(text) === true);
}

function wrongIn(text: TypedText, topics: readonly TopicWords[], printed: Printed): FindingDetails[] {
  const told = tellText(text, printed);
  const isFree = freeWords(text, printed);
  return told.sentences.flatMap((sentence) => {
    if (language(text.lang).words.topicElsewhere?.test(text.text.slice(sentence.start, sentence.end))) return [];
    return sentence.words.flatMap((word) => {
      const typed = text.text.slice(word.start, word.end);
      const topic = topics.find(({ topicWord }) => topicWord.test(typed));
      if (!topic?.wholeLabel || word.cause || word.denied || isFree(word) || hasFigure(word, sentence)) return [];
      const changes = changesOf(topic, sentence, text, printed);
      const [first] = changes;
      const shown = told.movements.filter(({ fact }) => changes.some((change) => change.fact.key === fact.key));
      if (!first || [...changes, ...shown].some((change) => goes(change) === word.says)) return [];
      return [contradiction(word, typed, first, text, printed)];
    });
  });
}

/** What has a figure in its clause is held to that. */
function hasFigure(word: SaidWord, { clauses, mentions, movements }: ToldSentence): boolean {
  const clause = clauses.find(({ start, end }) => start <= word.start && word.end <= end);
  return [...mentions, ...movements].some(({ start, end }) => clause !== undefined && start >= clause.start && end <= clause.end);
}

/** By value: of a result that is below zero, less of a loss is more. */
function goes({ value, base }: Change): 'up' | 'down' | 'level' {
  const rise = value.compare(base);
  return rise > 0 ? 'up' : rise < 0 ? 'down' : 'level';
}

function changesOf(topic: TopicWords, sentence: ToldSentence, text: TypedText, { release, financials }: Printed): readonly Change[] {
  const now = release.periods.get(release.spec.periods.get('current')?.value ?? '');
  const whole = [...release.concepts.values()].filter((concept) => isWhole(topic, concept, text.lang));
  // A sentence that prints parts alone speaks of them.
  if (!now || (sentence.mentions.length > 0 && !sentence.mentions.some(({ concept }) => whole.includes(concept)))) return [];
  const typed = text.text.slice(sentence.start, sentence.end);
  const named = whole.filter((concept) => namesOf(concept, text.lang).some((name) => typed.includes(name)));
  const then = basesOf(sentence, now, release);
  return (named.length > 0 ? named : whole).flatMap((concept) =>
    then.flatMap(({ id }) => {
      const [fact, against] = [financials.facts.get(factKey(concept.id, now.id)), financials.facts.get(factKey(concept.id, id))];
      return fact && against && !fact.undecided && !against.undecided ? [changeBetween(fact, against, concept)] : [];
    }),
  );
}

function isWhole({ wholeLabel }: TopicWords, { labels, unit }: Concept, lang: Lang): boolean {
  return unit === 'money' && wholeLabel?.test(inLang(labels, lang).value) === true;
}

function namesOf({ labels, outcomes }: Concept, lang: Lang): readonly string[] {
  const names = outcomes ? [inLang(outcomes.gain, lang).value, inLang(outcomes.loss, lang).value] : [];
  return [inLang(labels, lang).value, ...names].filter((name) => name !== '');
}

/** What the sentence names, or the same period of the year before. */
function basesOf({ bases }: ToldSentence, now: Period, { periods }: Release): readonly Period[] {
  const named = bases.flatMap(({ base }) => meantPeriods(base, now, periods));
  return named.length > 0 ? named : meantPeriods('year-before', now, periods);
}

function contradiction(
  word: SaidWord,
  typed: string,
  { fact, against }: Change,
  text: TypedText,
  { locate, release }: Printed,
): FindingDetails {
  const at = locate(text, word.start, word.end - word.start);
  const went = fact.value.compare(against.value) > 0 ? 'is higher than' : 'is not higher than';
  return {
    message: say`${JSON.stringify(typed)} is typed by hand, and ${fact.key} ${went} ${against.key}`,
    ...(at ? { at } : {}),
    related: [
      { at: fact.at, message: fact.key },
      { at: against.at, message: against.key },
    ],
    hints: [
      say`say what the figures did since ${periodRole(against.period, release)}, or name what else is compared with`,
      'if it speaks of something else, list it under `literals`: {kind: word, text: …, why: …}',
    ],
  };
}
