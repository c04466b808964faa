// Turn the name of an account into the sign that it binds: what it says, and by which rule its figure must bear that out.
import type { LabelReading, SignWord } from '../../language/labels.ts';
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import { readable } from './printed-tables.ts';

/** What a name says, and of what. */
export interface SignSense {
  /** The word for one sign. */
  readonly says: SignWord;
  /**
   * `result` carries its own sign; `minority` is taken off a result; `accumulated` stands in equity; `assets`, `liabilities` and `cash`
   * are what an increase or decrease is of; `part` is everything else.
   */
  readonly of: 'result' | 'minority' | 'accumulated' | 'assets' | 'liabilities' | 'cash' | 'part';
}

/** Undefined for a name that either sign may stand under. */
export function signSense(label: string, lang: Lang): SignSense | undefined {
  const reading = language(lang).labels;
  const name = readable(label).trim();
  if (!anyWord(reading).test(name)) return undefined;
  if (reading.accumulated.test(name)) return { says: reading.words.loss.test(name) ? 'loss' : 'gain', of: 'accumulated' };
  const bound = name.replace(reading.free, ' ').trim();
  if (reading.neutral.test(bound)) return undefined;
  const said = (word: SignWord): boolean => reading.words[word].test(bound);
  const moves = opposed(said('increase'), said('decrease'), 'increase', 'decrease');
  if (moves) return moves === 'both' ? undefined : { says: moves, of: movedOf(bound, reading) };
  const flows = opposed(said('receipt'), said('payment'), 'receipt', 'payment');
  if (flows) return flows === 'both' ? undefined : { says: flows, of: reading.cash.test(bound) ? 'cash' : 'part' };
  const outcome = opposed(said('gain'), said('loss'), 'gain', 'loss');
  if (!outcome || outcome === 'both') return undefined;
  return { says: outcome, of: resultOf(bound, reading) };
}

/** Whether a name is that of a result, whichever its outcome: profit (loss) before income taxes. */
export function namesResult(label: string, lang: Lang): boolean {
  const reading = language(lang).labels;
  const name = readable(label).replace(reading.free, ' ').trim();
  return reading.result.test(name) && !reading.part.test(name);
}

function opposed<A, B>(a: boolean, b: boolean, one: A, other: B): A | B | 'both' | undefined {
  if (a && b) return 'both';
  return a ? one : b ? other : undefined;
}

function movedOf(name: string, { assets, liabilities, cash }: LabelReading): SignSense['of'] {
  // An allowance for receivables is no receivable.
  if (liabilities.test(name)) return 'liabilities';
  if (assets.test(name)) return 'assets';
  return cash.test(name) ? 'cash' : 'part';
}

function resultOf(name: string, { result, part, minority }: LabelReading): SignSense['of'] {
  if (minority.test(name)) return 'minority';
  return result.test(name) && !part.test(name) ? 'result' : 'part';
}

const anyWords = new Map<LabelReading, RegExp>();

/** Most names hold no such word, and are read no further. */
function anyWord(reading: LabelReading): RegExp {
  const known =
    anyWords.get(reading) ??
    new RegExp(
      Object.values(reading.words)
        .map(({ source }) => source)
        .join('|'),
    );
  anyWords.set(reading, known);
  return known;
}
