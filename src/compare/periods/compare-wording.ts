// Turn a sentence and what stands for it in the other release into one wording with its deletions and additions, and into what a reviewer asks: did its words change, or only what follows the data.
import type { BlacklinePiece, ComparedWording, StayedPeriod } from '../../model/release-comparison.ts';
import { alignSequences, type Effort } from '../align-sequences.ts';
import { fitsRole, periodMeant, type ReleasePeriods } from './release-periods.ts';
import type { Sentence, SentenceWord } from './sentences.ts';

/** Both releases' periods. */
export interface PeriodsOfBoth {
  readonly old: ReleasePeriods;
  readonly new: ReleasePeriods;
}

type Wording = Omit<ComparedWording, 'moved'>;

/** One of the two may be missing: a sentence that is new, or gone. */
export function compareWording(old: Sentence | undefined, now: Sentence | undefined, periods: PeriodsOfBoth, effort: Effort): Wording {
  if (old && now) return compareBoth(old, now, periods, effort);
  const own = old ?? now;
  if (!own) throw new Error('compare-wording: one of two sentences is there');
  const [wording, kind] = old ? (['gone', 'deleted'] as const) : (['new', 'added'] as const);
  const piece: BlacklinePiece = { kind, text: own.text, by: 'words' };
  return {
    wording,
    ...(old ? { old: old.at } : {}),
    ...(now ? { new: now.at } : {}),
    pieces: [piece],
    retyped: [],
    stayed: [],
    exchanged: [],
  };
}

function compareBoth(old: Sentence, now: Sentence, periods: PeriodsOfBoth, effort: Effort): Wording {
  const keys = (sentence: Sentence) => sentence.words.map(({ key }) => key);
  const stretches = withoutIslands(
    old.name === now.name
      ? [{ same: true, old: [0, old.words.length] as const, new: [0, now.words.length] as const }]
      : alignSequences(keys(old), keys(now), effort),
    now,
  );
  const draft = new Draft(old, now);
  let changed = false;
  for (const {
    same,
    old: [from, to],
    new: [start, end],
  } of stretches) {
    if (!same) {
      changed = true;
      draft.replace(from, to, start, end, 'words');
      const [one, other] = [onlyWord(old, from, to), onlyWord(now, start, end)];
      if (one?.by === 'data' && other?.by === 'data') draft.exchanged.push({ before: whatItIs(one), after: whatItIs(other) });
      continue;
    }
    for (let index = 0; index < to - from; index++) {
      const [one, other] = [old.words[from + index], now.words[start + index]];
      if (!one || !other) continue;
      if (one.text === other.text) draft.keep(start + index);
      else {
        const days = otherDay(one, other, periods);
        if (days) changed = true;
        if (days) draft.exchanged.push(days);
        draft.replace(from + index, from + index + 1, start + index, start + index + 1, one.by);
      }
      if (one.text === other.text && one.periods) draft.stayed.push(...stayedPeriod(one, periods));
    }
  }
  const { pieces, retyped, stayed, exchanged } = draft;
  const differs = pieces.some(({ kind }) => kind !== 'same');
  return {
    wording: changed ? 'changed' : differs ? 'figures' : 'same',
    old: old.at,
    new: now.at,
    pieces: joined(pieces),
    retyped,
    stayed,
    exchanged,
  };
}

/** Stretches of words, by their indexes, as an alignment has them. */
type Aligned = ReturnType<typeof alignSequences>[number];

/** A single word of a person that stayed between words that did not is read with them. */
function withoutIslands(stretches: readonly Aligned[], now: Sentence): readonly Aligned[] {
  const out: Aligned[] = [];
  stretches.forEach((stretch, index) => {
    const next = stretches[index + 1];
    const last = out.at(-1);
    const word = now.words[stretch.new[0]];
    const island =
      stretch.same && last?.same === false && next?.same === false && stretch.new[1] - stretch.new[0] === 1 && word?.by === 'words';
    if (last && !last.same && (island || !stretch.same))
      out[out.length - 1] = { same: false, old: [last.old[0], stretch.old[1]], new: [last.new[0], stretch.new[1]] };
    else out.push(stretch);
  });
  return out;
}

/** A day that the data give is another one of them: the day of the call, and no longer that of the announcement. */
function otherDay(one: SentenceWord, other: SentenceWord, periods: PeriodsOfBoth): Exchange | undefined {
  if (one.iso === undefined || other.iso === undefined) return undefined;
  const [was, is] = [periods.old.rolesOfDay(one.iso), periods.new.rolesOfDay(other.iso)];
  if (was.size === 0 || is.size === 0 || [...was].some((role) => is.has(role))) return undefined;
  return { before: [...was].join(', '), after: [...is].join(', ') };
}

type Exchange = ComparedWording['exchanged'][number];

const onlyWord = ({ words }: Sentence, from: number, to: number): SentenceWord | undefined => (to === from + 1 ? words[from] : undefined);

const whatItIs = ({ key }: SentenceWord): string => (key.startsWith('\u0001') ? key.slice(1) : key);

/** A typed period that reads as before and means another one: what was the current quarter is the one before. */
function stayedPeriod({ text, periods: said = [] }: SentenceWord, { old, new: now }: PeriodsOfBoth): readonly StayedPeriod[] {
  const id = periodMeant(said, old);
  if (id === undefined) return [];
  const role = old.roleOf(id);
  if (fitsRole(said, role, now)) return [];
  return [{ text, was: role, is: now.dates.has(id) ? now.roleOf(id) : 'no period of the release' }];
}

/** A blackline as it is written, word by word, with the space before each. */
class Draft {
  readonly pieces: BlacklinePiece[] = [];
  readonly retyped: { readonly before: string; readonly after: string }[] = [];
  readonly stayed: StayedPeriod[] = [];
  readonly exchanged: Exchange[] = [];
  readonly #old: Sentence;
  readonly #now: Sentence;

  constructor(old: Sentence, now: Sentence) {
    this.#old = old;
    this.#now = now;
  }

  keep(index: number): void {
    const word = this.#now.words[index];
    if (word) this.pieces.push({ kind: 'same', text: gapBefore(this.#now, index) + word.text, by: word.by });
  }

  /** Words from and to these indexes of each side, the end excluded. */
  replace(from: number, to: number, start: number, end: number, by: BlacklinePiece['by']): void {
    const [before, after] = [textOf(this.#old, from, to), textOf(this.#now, start, end)];
    const [gapThen, gapNow] = [gapBefore(this.#old, from), gapBefore(this.#now, start)];
    if (by === 'typed') this.retyped.push({ before, after });
    if (before === '' || after === '') {
      const [kind, text] = before === '' ? (['added', gapNow + after] as const) : (['deleted', gapThen + before] as const);
      this.pieces.push({ kind, text, by });
      return;
    }
    if (gapNow !== '') this.pieces.push({ kind: 'same', text: gapNow, by: 'words' });
    this.pieces.push({ kind: 'deleted', text: before, by }, { kind: 'added', text: after, by });
  }
}

/** White space between a word and the one before it. */
function gapBefore({ record, words }: Sentence, index: number): string {
  const [last, word] = [words[index - 1], words[index]];
  return last && word ? record.text.slice(last.start + last.text.length, word.start) : '';
}

function textOf({ record, words }: Sentence, from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]];
  return to > from && first && last ? record.text.slice(first.start, last.start + last.text.length) : '';
}

/** Neighbours of one kind and one writer are one piece. */
function joined(pieces: readonly BlacklinePiece[]): readonly BlacklinePiece[] {
  const out: BlacklinePiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind && (last.by === piece.by || piece.kind === 'same'))
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
