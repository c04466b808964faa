// Turn words typed by hand that say the opposite of the figure beside them, in the same clause, into findings.
import { conceptOf } from '../figures/fact-key.ts';
import { language } from '../language/languages.ts';
import type { DirectionWords } from '../language/reading.ts';
import { splitSentences } from '../language/text-pieces.ts';
import type { FindingDetails } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import type { Stretch } from '../model/span.ts';
import type { Printed, TextCheck } from './check-shapes.ts';
import { joiningWordsAgree } from './joining-words.ts';
import { type Movement, movementsOf, periodRole } from './movements.ts';
import { outcomeWordsAgree, resultAmounts } from './outcome-words.ts';
import type { TypedText } from './typed-text.ts';

/** Words by helpers follow the figures; only typed ones are read. A literal of kind `word` sets one free. */
export const directionWordsAgree: TextCheck = {
  code: 'check/direction-word',
  severity: 'error',
  each: (text, printed) => wrongIn(text, printed),
};

function wrongIn(text: TypedText, printed: Printed): readonly FindingDetails[] {
  if (text.typed === '' || !text.runs.some(({ inline }) => inline.figure !== undefined || inline.bound !== undefined)) return [];
  const movements = movementsOf(text, printed);
  const free = printed.literalsIn(text).filter(({ literal }) => literal.kind === 'word');
  const amounts = resultAmounts(text, printed);
  const isFree = (word: Stretch) => free.some(({ start, end }) => start <= word.start && word.end <= end);
  return sentencesOf(text).flatMap((sentence) => [
    ...clausesOf(text, sentence).flatMap((clause) => [
      ...wrongWords(text, clause, movements, isFree, printed),
      ...outcomeWordsAgree(text, clause, amounts, isFree, printed),
    ]),
    ...joiningWordsAgree(text, sentence, movements, printed),
  ]);
}

interface Word extends Stretch {
  readonly says: keyof DirectionWords;
}

function wordsIn({ typed, lang }: TypedText, clause: Stretch): readonly Word[] {
  const part = typed.slice(clause.start, clause.end);
  const found: Word[] = [];
  for (const [says, pattern] of Object.entries(language(lang).words.directions) as [keyof DirectionWords, RegExp][]) {
    // Most clauses hold none: they are told apart by the cheaper search.
    if (part.search(pattern) < 0) continue;
    for (const { index, 0: word } of part.matchAll(pattern)) {
      const start = clause.start + index;
      found.push({ says, start, end: start + word.length });
    }
  }
  return found;
}

function wrongWords(
  text: TypedText,
  clause: Stretch,
  movements: readonly Movement[],
  isFree: (word: Stretch) => boolean,
  printed: Printed,
): FindingDetails[] {
  const inside = movements.filter((movement) => movement.start >= clause.start && movement.end <= clause.end);
  return wordsIn(text, clause)
    .filter((word) => !isFree(word))
    .flatMap((word) => {
      const beside = nearest(word, inside, text.lang);
      // Beside an amount a word speaks of that amount's change, wherever the paragraph prints it.
      const meant = beside ? [beside] : movementsOfAmountBeside(word, clause, text, movements, printed);
      if (meant.length === 0 || meant.some((movement) => agrees(word, movement))) return negativeBeside(word, clause, text, printed);
      return [contradiction(word, meant[0] as Movement, text, printed)];
    });
}

function nearest<T extends Stretch>(word: Stretch, places: readonly T[], lang: Lang): T | undefined {
  let best: T | undefined;
  const reach = language(lang).words.directionReach;
  for (const place of places) {
    if (gapBetween(word, place) <= reach && (!best || gapBetween(word, place) < gapBetween(word, best))) best = place;
  }
  return best;
}

function movementsOfAmountBeside(
  word: Stretch,
  clause: Stretch,
  text: TypedText,
  movements: readonly Movement[],
  { document }: Printed,
): readonly Movement[] {
  const amounts = text.runs.flatMap(({ inline, start, end }) => {
    const figure = inline.figure === undefined ? undefined : document.figures[inline.figure];
    const within = start >= clause.start && end <= clause.end;
    return figure && within && (figure.measure === 'amount' || figure.measure === 'translated') ? [{ start, end, fact: figure.fact }] : [];
  });
  const beside = nearest(word, amounts, text.lang);
  return beside ? movements.filter(({ fact }) => fact.key === beside.fact) : [];
}

function agrees({ says }: Word, { way, news, turn }: Movement): boolean {
  switch (says) {
    case 'up':
    case 'down':
      return way === says;
    case 'better':
    case 'worse':
      return news === undefined || news === says;
    default:
      return turn === says;
  }
}

/** `grew by (-)14.3%`: a stated rate of growth that turned negative beside a word that already says the direction. */
function negativeBeside(word: Word, clause: Stretch, text: TypedText, { document, release, locate }: Printed): FindingDetails[] {
  const run = text.runs.find(({ inline, start, end }) => {
    const figure = inline.figure === undefined ? undefined : document.figures[inline.figure];
    if (!figure || start < clause.start || end > clause.end || gapBetween(word, { start, end }) > language(text.lang).words.directionReach)
      return false;
    const ratio = figure.measure === 'amount' && release.concepts.get(conceptOf(figure.fact))?.unit === 'ratio';
    return ratio && figure.printed.sign < 0 && /^(?:\(-\)|[−△(])/.test(inline.text);
  });
  if (!run || (word.says !== 'up' && word.says !== 'down')) return [];
  const typed = text.text.slice(word.start, word.end);
  const at = locate(text, word.start, word.end - word.start);
  return [
    {
      message: `${JSON.stringify(typed)} stands beside ${run.inline.text}, which is negative: the sentence says the direction twice`,
      ...(at ? { at } : {}),
      hints: ['say the direction that the figure went, and print it with sign="magnitude"'],
    },
  ];
}

function contradiction(
  word: Word,
  { fact, against, text: shown, way }: Movement,
  text: TypedText,
  { locate, release }: Printed,
): FindingDetails {
  const typed = text.text.slice(word.start, word.end);
  const at = locate(text, word.start, word.end - word.start);
  const went = way === 'level' ? 'did not change' : `went ${way}`;
  return {
    message: `${JSON.stringify(typed)} is typed by hand beside ${fact.key}, which ${went} from ${against.period}: ${shown}`,
    ...(at ? { at } : {}),
    related: [
      { at: fact.at, message: fact.key },
      { at: against.at, message: against.key },
    ],
    hints: [
      `let the word follow the figures: {{direction "${fact.concept}" from="${periodRole(against.period, release)}"}} or {{change …}}`,
      `if it speaks of something else, list it under \`literals\`: {kind: word, text: …, why: …}`,
    ],
  };
}

/** Sentences in order; they cover the text. */
function sentencesOf({ runs, lang }: TypedText): readonly Stretch[] {
  const inlines = runs.map(({ inline }) => inline);
  let start = 0;
  return splitSentences(inlines, lang).map((sentence) => {
    const end = sentence.reduce((sum, { text }) => sum + text.length, start);
    const stretch = { start, end };
    start = end;
    return stretch;
  });
}

/** Clauses of a sentence. What helpers wrote ends none: the commas of a figure are its own. */
function clausesOf({ typed, lang }: TypedText, sentence: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  const part = typed.slice(sentence.start, sentence.end);
  let start = sentence.start;
  for (const { index, 0: mark } of part.matchAll(language(lang).words.clauseEnds)) {
    const end = sentence.start + index;
    if (end > start) clauses.push({ start, end });
    start = end + mark.length;
  }
  return [...clauses, { start, end: sentence.end }];
}

/** Characters between two stretches; 0 where they touch or overlap. */
function gapBetween(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}
