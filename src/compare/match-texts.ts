// Turn the texts of two builds into pairs: equal ones first, in order, then by place and by the words that they share.
import type { TextRecord, TextSpan } from '../model/build-record.ts';
import { longestRise } from '../model/longest-rise.ts';
import { alignSequences, type Effort } from './align-sequences.ts';
import { figureName } from './match-figures.ts';
import type { RecordIndex } from './version.ts';
import { type Bag, bagOf, dice, splitWords, type Word } from './words.ts';

export interface TextMatch {
  readonly old?: TextRecord;
  readonly new?: TextRecord;
  /** Both versions have it, and other texts of both stand between the one place and the other. */
  readonly moved?: true;
}

/** Share of common words from which two texts of one kind are versions of each other. */
const alike = 0.4;
/** The same for texts that stand at different places. */
const alikeElsewhere = 0.7;

/** Words of a text in which figures and bound words stand for what they were written from. */
export function maskedWords(index: RecordIndex, { text, spans }: TextRecord): readonly Word[] {
  const figures = index.record.figures.figures;
  return splitWords(text, spans, (span) => spanName(span, (id) => figures[id] && figureName(figures[id])));
}

function spanName({ figure, bound }: TextSpan, nameOf: (id: number) => string | undefined): string {
  if (figure !== undefined) return `\u0001${nameOf(figure) ?? figure}`;
  switch (bound?.by) {
    case 'direction':
    case 'conjunction':
    case 'outcome':
      return `\u0001${bound.by} ${bound.fact}`;
    case 'flag':
      return `\u0001flag ${bound.flag}`;
    case 'period':
      return `\u0001period ${bound.period}`;
    default:
      return `\u0001${bound?.by ?? ''}`;
  }
}

/** In order of the new texts; those that are gone at the end. */
export function matchTexts(old: RecordIndex, now: RecordIndex, effort: Effort): readonly TextMatch[] {
  const [before, after] = entriesOf(old, now);
  const partner = new Map<TextRecord, TextRecord>();
  const taken = new Set<TextRecord>();
  const pair = (a: TextRecord, b: TextRecord) => {
    partner.set(b, a);
    taken.add(a);
  };
  const names = (list: readonly Entry[]) => list.map(({ name }) => name);
  for (const { same, old: oldPart, new: newPart } of alignSequences(names(before), names(after), effort)) {
    const [a, b] = [before.slice(...oldPart), after.slice(...newPart)];
    const pairs = same ? a.flatMap((entry, index) => (b[index] ? [[entry, b[index]] as const] : [])) : pairGap(a, b, effort);
    for (const [one, other] of pairs) pair(one.record, other.record);
  }
  const left = () => [before.filter(({ record }) => !taken.has(record)), after.filter(({ record }) => !partner.has(record))] as const;
  for (const [one, other] of sayingTheSame(...left())) pair(one.record, other.record);
  // Of a text that moved, more words must be the same than of one that stayed.
  const [gone, added] = left().map((entries) => entries.filter(({ record }) => record.statement === undefined));
  for (const [one, other] of likest(gone ?? [], added ?? [], alikeElsewhere, effort).pairs) pair(one.record, other.record);
  const inPlace = keptInOrder(before, after, partner);
  return [
    ...after.map(({ record }): TextMatch => {
      const match = partner.get(record);
      if (!match) return { new: record };
      return { old: match, new: record, ...(inPlace.has(record) ? {} : { moved: true as const }) };
    }),
    ...before.filter(({ record }) => !taken.has(record)).map(({ record }): TextMatch => ({ old: record })),
  ];
}

/** Texts that are gone at one place and new at another: the first of a name with the first, and so on. */
function sayingTheSame(gone: readonly Entry[], added: readonly Entry[]): readonly (readonly [Entry, Entry])[] {
  const free = new Map<string, Entry[]>();
  for (const entry of gone) {
    const known = free.get(entry.name);
    if (known) known.push(entry);
    else free.set(entry.name, [entry]);
  }
  const next = new Map<string, number>();
  return added.flatMap((entry) => {
    const index = next.get(entry.name) ?? 0;
    const other = free.get(entry.name)?.[index];
    next.set(entry.name, index + 1);
    return other ? [[other, entry] as const] : [];
  });
}

/** The new texts of as many pairs as follow one another in both versions. */
function keptInOrder(
  before: readonly Entry[],
  after: readonly Entry[],
  partner: ReadonlyMap<TextRecord, TextRecord>,
): ReadonlySet<TextRecord> {
  const places = new Map(before.map(({ record }, index) => [record, index]));
  const pairs = after.flatMap(({ record }) => {
    const place = places.get(partner.get(record) ?? record);
    return place === undefined ? [] : [{ record, place }];
  });
  return new Set(longestRise(pairs.map(({ place }) => place)).flatMap((index) => pairs[index]?.record ?? []));
}

interface Entry {
  readonly record: TextRecord;
  /** Equal for texts of the two versions that say the same, word by word, in the same kind of place. */
  readonly name: string;
  /** Its words, as often as each occurs. */
  readonly bag: () => Bag;
}

/**
 * Texts without their white space tell most texts apart, and are quickly made; only those that are the same but for white space are
 * split into words.
 */
function entriesOf(old: RecordIndex, now: RecordIndex): readonly [readonly Entry[], readonly Entry[]] {
  const maskedTexts = (index: RecordIndex) =>
    index.record.document.texts.map((record) => ({ index, record, written: masked(index, record) }));
  const [before, after] = [maskedTexts(old), maskedTexts(now)];
  const forms = new Map<string, string>();
  const several = new Set<string>();
  const all = [...before, ...after];
  const bare = new Map(all.map(({ written }) => [written, written.replace(/\s+/gu, '')]));
  for (const [written, name] of bare) {
    if (forms.has(name)) several.add(name);
    forms.set(name, written);
  }
  const entry = ({ index, record, written }: (typeof all)[number]): Entry => {
    const keys = () => maskedWords(index, record).map(({ key }) => key);
    let bag: Bag | undefined;
    const name = bare.get(written) ?? written;
    return {
      record,
      name: several.has(name) ? [kindOf(record), ...keys()].join('\u0002') : name,
      bag: () => {
        bag ??= bagOf(keys());
        return bag;
      },
    };
  };
  return [before.map(entry), after.map(entry)];
}

/** A text with its kind, in which figures and bound words stand for what they were written from. */
function masked(index: RecordIndex, record: TextRecord): string {
  const { text, spans } = record;
  const figures = index.record.figures.figures;
  const parts = [kindOf(record)];
  let from = 0;
  for (const span of spans) {
    if (span.start < from || span.end <= span.start) continue;
    parts.push(
      text.slice(from, span.start),
      spanName(span, (id) => figures[id] && figureName(figures[id])),
    );
    from = span.end;
  }
  return [...parts, text.slice(from)].join('\u0002');
}

/** Only texts of one kind, language and statement stand for each other. */
const kindOf = ({ kind, lang, statement }: TextRecord): string => `${kind} ${lang} ${statement ?? ''}`;

/**
 * The most alike of one kind, in order; then those of the same id, so that a label that was replaced altogether is still that label.
 * Beyond the effort no text is held against others: it is told as gone, and as new.
 */
function pairGap(old: readonly Entry[], now: readonly Entry[], effort: Effort): readonly (readonly [Entry, Entry])[] {
  const { pairs, free, left } = likest(old, now, alike, effort);
  // As many texts on both sides: one was rewritten. Else one came or went, and its neighbour only has its number now.
  if (old.length !== now.length) return pairs;
  const name = ({ record }: Entry) => `${kindOf(record)} ${record.id}`;
  const byId = new Map([...old].reverse().map((entry) => [name(entry), entry]));
  const rewritten = left.flatMap((entry) => {
    const same = byId.get(name(entry));
    return same && free.get(kindOf(entry.record))?.delete(same) ? [[same, entry] as const] : [];
  });
  return [...pairs, ...rewritten];
}

/** Pairs of which each has at least so many words in common, and what is left: of the old by kind, of the new in order. */
interface Likest {
  readonly pairs: readonly (readonly [Entry, Entry])[];
  readonly free: ReadonlyMap<string, Set<Entry>>;
  readonly left: readonly Entry[];
}

function likest(old: readonly Entry[], now: readonly Entry[], least: number, effort: Effort): Likest {
  const pairs: (readonly [Entry, Entry])[] = [];
  const free = new Map<string, Set<Entry>>();
  for (const entry of old) {
    const kind = kindOf(entry.record);
    const known = free.get(kind);
    if (known) known.add(entry);
    else free.set(kind, new Set([entry]));
  }
  const left: Entry[] = [];
  for (const entry of now) {
    const candidates = free.get(kindOf(entry.record)) ?? new Set();
    let best: { readonly candidate: Entry; readonly score: number } | undefined;
    const bag = entry.bag();
    if (effort.take(candidates.size * (1 + bag.counts.size))) {
      for (const candidate of candidates) {
        const score = dice(candidate.bag(), bag);
        if (!best || score > best.score) best = { candidate, score };
      }
    }
    if (best && best.score >= least) {
      pairs.push([best.candidate, entry]);
      candidates.delete(best.candidate);
    } else left.push(entry);
  }
  return { pairs, free, left };
}
