// Turn the sentences of one language of two releases into pairs and their wordings, and the wordings into texts in the order in which a blackline is read.
import type { TextRecord } from '../../model/build-record.ts';
import type { Lang } from '../../model/language.ts';
import type { ComparedSentence, ComparedText } from '../../model/release-comparison.ts';
import type { Effort } from '../align-sequences.ts';
import { compareWording } from './compare-wording.ts';
import { matchSentences, movedPairs, type Pair } from './match-sentences.ts';
import { type ReadRelease, type Sentence, sentencesOf, unprinted } from './sentences.ts';

/** Texts of one language, and where those of the earlier release stand in the later one. */
export interface ComparedProse {
  /** In the order of the blackline; each with the text of the later release that it is, or behind which it stood (undefined before the first). */
  readonly texts: readonly { readonly text: ComparedText; readonly at: TextRecord | undefined }[];
  /** Texts of the earlier release that are still there, and did not move. */
  readonly standing: ReadonlyMap<TextRecord, TextRecord>;
}

/** More words than any sentence has. */
const wordsOfLongest = 10_000;

/** Texts of tables are compared with their tables. */
const isProse = ({ kind, statement }: TextRecord): boolean => statement === undefined && !unprinted.has(kind);

export function compareProse(old: ReadRelease, now: ReadRelease, lang: Lang, effort: Effort): ComparedProse {
  const periods = { old: old.periods, new: now.periods };
  const [before, after] = [proseOf(old, lang), proseOf(now, lang)];
  const pairs = matchSentences(before.map(matchable), after.map(matchable), effort);
  // As few sentences as can be are said to have moved; of as few, the shorter ones.
  const moved = movedPairs(pairs, ([, index]) => 1 + (after[index]?.words.length ?? 0) / wordsOfLongest);
  const partner = new Map(pairs.map(([one, other]) => [other, one]));
  const compared = after.map((sentence, index): ComparedSentence => {
    const one = partner.get(index);
    return { lang, moved: moved.has(index), ...compareWording(one === undefined ? undefined : before[one], sentence, periods, effort) };
  });
  const goneOne = (sentence: Sentence): ComparedSentence => ({
    lang,
    moved: false,
    ...compareWording(sentence, undefined, periods, effort),
  });
  const standing = new Map<TextRecord, TextRecord>();
  for (const [one, other] of pairs) {
    const [was, is] = [before[one]?.record, after[other]?.record];
    if (was && is && !moved.has(other) && !standing.has(was)) standing.set(was, is);
  }
  return { texts: placed(after, compared, goneAfter(before, pairs, moved, after), goneOne), standing };
}

/** Headings are no versions of other texts, unless they say the same. */
function matchable({ name, record, bag }: Sentence) {
  return { name, bag, kind: record.kind === 'heading' ? 'heading' : 'text' };
}

function proseOf(release: ReadRelease, lang: Lang): readonly Sentence[] {
  let heading = '';
  return release.record.document.texts.flatMap((record) => {
    if (record.lang !== lang || !isProse(record)) return [];
    const sentences = sentencesOf(record, heading, release);
    if (record.kind === 'heading') heading = record.text;
    return sentences;
  });
}

/** Old sentences without a partner, by the index of a new sentence. */
interface Gone {
  /** Inside a text that is still there: before that sentence, and behind it. */
  readonly inside: ReadonlyMap<number, { readonly before: readonly Sentence[]; readonly after: readonly Sentence[] }>;
  /** Whole texts, by the last sentence of the text behind which they stood; -1 before the first. */
  readonly apart: ReadonlyMap<number, readonly Sentence[]>;
}

function goneAfter(before: readonly Sentence[], pairs: readonly Pair[], moved: ReadonlySet<number>, after: readonly Sentence[]): Gone {
  const standing = new Map(pairs.filter(([, other]) => !moved.has(other)));
  const matched = new Set(pairs.map(([one]) => one));
  const inside = new Map<number, { before: Sentence[]; after: Sentence[] }>();
  const apart = new Map<number, Sentence[]>();
  // What stood behind a sentence stands behind its text.
  const ends = new Map(after.map(({ record }, index) => [record, index]));
  const follower = new Int32Array(before.length).fill(-1);
  for (let index = before.length - 2; index >= 0; index--)
    if (before[index + 1]?.record === before[index]?.record) follower[index] = standing.get(index + 1) ?? follower[index + 1] ?? -1;
  let last = -1;
  let lastRecord: TextRecord | undefined;
  before.forEach((sentence, index) => {
    const place = standing.get(index);
    if (place !== undefined) [last, lastRecord] = [place, sentence.record];
    if (matched.has(index)) return;
    const isInside = lastRecord === sentence.record;
    const at = isInside ? last : (follower[index] ?? -1);
    if (at >= 0) {
      const known = inside.get(at) ?? { before: [], after: [] };
      (isInside ? known.after : known.before).push(sentence);
      inside.set(at, known);
      return;
    }
    const record = after[last]?.record;
    const end = record ? (ends.get(record) ?? last) : -1;
    const known = apart.get(end) ?? [];
    known.push(sentence);
    apart.set(end, known);
  });
  return { inside, apart };
}

function placed(
  after: readonly Sentence[],
  compared: readonly ComparedSentence[],
  { inside, apart }: Gone,
  goneOne: (sentence: Sentence) => ComparedSentence,
): ComparedProse['texts'] {
  const found: ComparedProse['texts'][number][] = [];
  const add = (record: TextRecord, sentences: readonly ComparedSentence[], at: TextRecord | undefined) => {
    found.push({ text: { lang: record.lang, kind: kindOf(record), sentences }, at });
  };
  const addGone = (index: number, at: TextRecord | undefined) => {
    for (const [record, own] of byRecord(apart.get(index) ?? [])) add(record, own.map(goneOne), at);
  };
  addGone(-1, undefined);
  let from = 0;
  for (const [record, own] of byRecord(after)) {
    const sentences = own.flatMap((_, offset) => {
      const beside = inside.get(from + offset);
      const one = compared[from + offset];
      return [...(beside?.before ?? []).map(goneOne), ...(one ? [one] : []), ...(beside?.after ?? []).map(goneOne)];
    });
    from += own.length;
    add(record, sentences, record);
    addGone(from - 1, record);
  }
  return found;
}

/** Sentences after one another of one text. */
function byRecord(sentences: readonly Sentence[]): readonly (readonly [TextRecord, readonly Sentence[]])[] {
  const found: [TextRecord, Sentence[]][] = [];
  for (const sentence of sentences) {
    const last = found.at(-1);
    if (last?.[0] === sentence.record) last[1].push(sentence);
    else found.push([sentence.record, [sentence]]);
  }
  return found;
}

function kindOf({ kind }: TextRecord): ComparedText['kind'] {
  return kind === 'heading' || kind === 'item' || kind === 'note' ? kind : 'paragraph';
}
