// Turn the texts of two builds into pairs: equal ones first, in order, then by place and by the words that they share.
import type { TextRecord, TextSpan } from '../../model/build-record.ts';
import { dice } from './align-pages.ts';
import { alignSequences } from './align-sequences.ts';
import { figureName } from './match-figures.ts';
import type { RecordIndex } from './record-index.ts';
import { splitWords, type Word } from './split-words.ts';

export interface TextMatch {
  readonly old?: TextRecord;
  readonly new?: TextRecord;
}

/** Share of common words from which two texts of one kind are versions of each other. */
const alike = 0.4;

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
    case 'period':
      return `\u0001period ${bound.period}`;
    default:
      return `\u0001${bound?.by ?? ''}`;
  }
}

/** In order of the new texts; those that are gone at the end. */
export function matchTexts(old: RecordIndex, now: RecordIndex): readonly TextMatch[] {
  const [before, after] = [entries(old), entries(now)];
  const partner = new Map<TextRecord, TextRecord>();
  const taken = new Set<TextRecord>();
  const pair = (a: TextRecord, b: TextRecord) => {
    partner.set(b, a);
    taken.add(a);
  };
  const names = (list: readonly Entry[]) => list.map(({ name }) => name);
  for (const { same, old: oldPart, new: newPart } of alignSequences(names(before), names(after))) {
    const [a, b] = [before.slice(...oldPart), after.slice(...newPart)];
    const pairs = same ? a.flatMap((entry, index) => (b[index] ? [[entry, b[index]] as const] : [])) : pairGap(a, b);
    for (const [one, other] of pairs) pair(one.record, other.record);
  }
  return [
    ...after.map(({ record }): TextMatch => {
      const match = partner.get(record);
      return match ? { old: match, new: record } : { new: record };
    }),
    ...before.filter(({ record }) => !taken.has(record)).map(({ record }): TextMatch => ({ old: record })),
  ];
}

interface Entry {
  readonly record: TextRecord;
  /** Equal for texts that say the same in the same kind of place. */
  readonly name: string;
  readonly bag: ReadonlyMap<string, number>;
}

function entries(index: RecordIndex): readonly Entry[] {
  return index.record.document.texts.map((record) => {
    const keys = maskedWords(index, record).map(({ key }) => key);
    const bag = new Map<string, number>();
    for (const key of keys) bag.set(key, (bag.get(key) ?? 0) + 1);
    return { record, name: [kindOf(record), ...keys].join('\u0002'), bag };
  });
}

/** Only texts of one kind, language and statement stand for each other. */
const kindOf = ({ kind, lang, statement }: TextRecord): string => `${kind} ${lang} ${statement ?? ''}`;

/** Same id and kind first, so that a label that was replaced altogether is still that label; then the most alike, in order. */
function pairGap(old: readonly Entry[], now: readonly Entry[]): readonly (readonly [Entry, Entry])[] {
  const pairs: (readonly [Entry, Entry])[] = [];
  const free = new Set(old);
  const left: Entry[] = [];
  for (const entry of now) {
    const candidates = [...free].filter(({ record }) => kindOf(record) === kindOf(entry.record));
    const scored = candidates.map((candidate) => ({ candidate, score: dice(candidate.bag, entry.bag) }));
    const best = scored.reduce<(typeof scored)[number] | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
    if (best && best.score >= alike) {
      pairs.push([best.candidate, entry]);
      free.delete(best.candidate);
    } else left.push(entry);
  }
  for (const entry of left) {
    const same = [...free].find(({ record }) => record.id === entry.record.id && kindOf(record) === kindOf(entry.record));
    // As many texts on both sides: one was rewritten. Else one came or went, and its neighbour only has its number now.
    if (!same || old.length !== now.length) continue;
    pairs.push([same, entry]);
    free.delete(same);
  }
  return pairs;
}
