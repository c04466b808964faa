// Turn words typed by hand that say the opposite of the figures that they speak of into findings.
import type { FindingDetails } from '../../model/finding.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Printed, TextCheck } from '../check-shapes.ts';
import { freeWords } from './free-words.ts';
import { joiningWordsAgree } from './joining-words.ts';
import type { Meant } from './meant-change.ts';
import { periodRole, wayOf } from './movements.ts';
import { nameBefore, outcomeWordsAgree, resultAmounts } from './outcome-words.ts';
import { negativeBeside } from './said-twice.ts';
import type { SaidWord } from './said-words.ts';
import { sharedMovements } from './shared-words.ts';
import { type ToldSentence, type ToldText, toldText } from './told-sentence.ts';
import { meantBy, wordsToldBefore } from './word-meanings.ts';

/** Words by helpers follow the figures; only typed ones are read. Quotations and names are free, and what a literal of kind `word` sets free. */
export const directionWordsAgree: TextCheck = {
  code: 'check/direction-word',
  severity: 'error',
  each: (text, printed) => {
    const told = toldText(text, printed);
    return told ? wrongIn(told, printed) : [];
  },
};

function wrongIn(told: ToldText, printed: Printed): readonly FindingDetails[] {
  const { text, sentences } = told;
  const amounts = resultAmounts(text, printed);
  const isFree = freeWords(text, printed);
  return sentences.flatMap((sentence) => [
    ...(printsIn(sentence, told) ? sentence.words : wordsToldBefore(sentence, told))
      .filter((word) => !isFree(word))
      .flatMap((word) => wrongWord(word, sentence, told)),
    ...sharedMovements(sentence, told)
      .filter(({ word }) => !isFree(word))
      .flatMap(({ word, meant }) => (agrees(word, meant, sentence, told) ? [] : [contradiction(word, meant, sentence, told)])),
    ...(amounts.length > 0 ? sentence.clauses.flatMap((clause) => outcomeWordsAgree(text, clause, amounts, isFree, printed)) : []),
    ...joiningWordsAgree(text, sentence, told.movements, printed),
  ]);
}

/** Beside nothing that was printed there is nothing to hold a word to. */
function printsIn(sentence: ToldSentence, { text }: ToldText): boolean {
  return text.runs.some(
    ({ inline, start, end }) =>
      (inline.figure !== undefined || inline.bound !== undefined) && start >= sentence.start && end <= sentence.end,
  );
}

function wrongWord(word: SaidWord, sentence: ToldSentence, told: ToldText): FindingDetails[] {
  const meant = meantBy(word, sentence, told);
  const [first] = meant;
  if (!first || meant.some((each) => agrees(word, each, sentence, told))) return negativeBeside(word, sentence, told);
  return [contradiction(word, first, sentence, told)];
}

/** A word that is denied is wrong only where it would be right. */
function agrees(word: SaidWord, meant: Meant, sentence: ToldSentence, told: ToldText): boolean {
  const says = saysOf(word, meant, sentence, told);
  return says === undefined || says !== word.denied;
}

/** Undefined where the figures say nothing of it. */
function saysOf({ says, start }: SaidWord, meant: Meant, sentence: ToldSentence, told: ToldText): boolean | undefined {
  if (meant.kind === 'own') return says === 'up' || says === 'down' ? meant.way === says : undefined;
  const { change } = meant;
  // No word is right of what is undecided, or went up at one end of a range and down at the other.
  if (change.open) return false;
  switch (says) {
    case 'up':
    case 'down': {
      const way = wayOf(change, nameBefore(told.text, sentence.start, start));
      return way === undefined ? undefined : way === says;
    }
    case 'better':
    case 'worse':
      return change.news === undefined ? undefined : change.news === says;
    default:
      return change.turn === says;
  }
}

function contradiction(word: SaidWord, meant: Meant, sentence: ToldSentence, { text, printed }: ToldText): FindingDetails {
  const typed = text.text.slice(word.start, word.end);
  const found = printed.locate(text, word.start, word.end - word.start);
  const at = found ? { at: found } : {};
  const free = 'if it speaks of something else, list it under `literals`: {kind: word, text: …, why: …}';
  if (meant.kind === 'own') {
    const { mention, way } = meant;
    const sign = { up: 'a rise', down: 'a fall', level: 'no change' }[way];
    return {
      message: say`${JSON.stringify(typed)} is typed by hand beside ${mention.text}, and ${mention.fact.key} is ${sign}`,
      ...at,
      related: [{ at: mention.fact.at, message: mention.fact.key }],
      hints: [say`say ${sign} in words, or correct ${mention.fact.key}`, free],
    };
  }
  const { change, shown } = meant;
  const { fact, against } = change;
  if (change.open) {
    const why =
      change.open === 'undecided'
        ? say`${(fact.undecided ? fact : against).key} is undecided`
        : say`the ends of the range ${(fact.upper ? fact : against).key} do not both lie on one side of ${(fact.upper ? against : fact).key}`;
    return {
      message: say`${JSON.stringify(typed)} is typed by hand beside ${fact.key}, and ${why}: ${shown}`,
      ...at,
      related: [
        { at: fact.at, message: fact.key },
        { at: against.at, message: against.key },
      ],
      hints: [
        'say nothing of a change',
        change.open === 'undecided' ? 'or type the figure once it is decided' : 'or correct the range',
        free,
      ],
    };
  }
  const named = nameBefore(text, sentence.start, word.start);
  const way = wayOf(change, named) ?? change.way;
  const what = named === 'loss' && way !== change.way ? say`the loss of ${fact.key}` : fact.key;
  const went = way === 'level' ? 'did not change' : say`went ${sayWord(way)}`;
  const lies = { up: 'above', down: 'below', level: 'level with' }[way];
  const helper = `{{direction "${fact.concept}" from="${periodRole(against.period, printed.release)}"}}`;
  return {
    message: word.relates
      ? say`${JSON.stringify(typed)} is typed by hand, and ${what} lies ${sayWord(lies)} ${against.key}: ${shown}`
      : say`${JSON.stringify(typed)} is typed by hand beside ${what}, which ${went} from ${against.period}: ${shown}`,
    ...at,
    related: [
      { at: fact.at, message: fact.key },
      { at: against.at, message: against.key },
    ],
    hints: [word.relates ? 'say how the one lies to the other' : say`let the word follow the figures: ${helper} or {{change …}}`, free],
  };
}
