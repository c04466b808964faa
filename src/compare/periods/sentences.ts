// Turn the texts of a release into sentences of words in which figures, days and periods stand for what they are, so that two releases can be held side by side.
import { folded } from '../../check/typed-text.ts';
import { conceptOf, periodOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { PeriodNamed } from '../../language/legends.ts';
import { splitSentences } from '../../language/text-pieces.ts';
import type { BuildRecord, FigureRecord, TextRecord, TextSpan } from '../../model/build-record.ts';
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { comparingLimits } from '../../model/limits.ts';
import type { ReadAt, Writer } from '../../model/release-comparison.ts';
import { numbersInFiles } from '../../model/release-files.ts';
import type { Stretch } from '../../model/span.ts';
import type { Effort } from '../align-sequences.ts';
import { type Bag, bagOf, splitWords } from '../words.ts';
import type { ReleasePeriods } from './release-periods.ts';

/** A word of a sentence, or a figure, a day, a period. */
export interface SentenceWord {
  readonly text: string;
  /** Equal for words that say the same of their releases. */
  readonly key: string;
  /** Offset in UTF-16 code units of the whole text. */
  readonly start: number;
  readonly by: Writer;
  /** What a typed period says. */
  readonly periods?: readonly PeriodNamed[];
  /** Of a day that the data give. */
  readonly iso?: string;
}

/** A sentence where it stands. */
export interface Sentence {
  readonly record: TextRecord;
  readonly at: ReadAt;
  /** As printed, without the space round it. */
  readonly text: string;
  readonly words: readonly SentenceWord[];
  /** Equal for sentences with the same words in their order. */
  readonly name: string;
  /** Words of people, as often as each occurs: what the likeness of two sentences is judged by. */
  readonly bag: Bag;
}

/** One release, as its sentences are read. */
export interface ReadRelease {
  readonly record: BuildRecord;
  readonly periods: ReleasePeriods;
  /** First page, from 1, of each element. */
  readonly pages: ReadonlyMap<string, number>;
  /** What may still be read word by word. */
  readonly effort: Effort;
}

/** A stretch that is no plain word, with the key that it is compared by. */
interface Known extends Pick<SentenceWord, 'by' | 'key' | 'periods' | 'iso'> {
  readonly span: TextSpan;
}

const mark = '\u0001';

export function sentencesOf(record: TextRecord, heading: string, release: ReadRelease): readonly Sentence[] {
  return readStretches(record, heading, release, sentenceStretches(record));
}

/** A text that is read as one, whatever stops stand in it: a label, the heads of a column. Undefined for one without words. */
export function asSentence(record: TextRecord, heading: string, release: ReadRelease): Sentence | undefined {
  return readStretches(record, heading, release, [{ start: 0, end: record.text.length }])[0];
}

function readStretches(record: TextRecord, heading: string, release: ReadRelease, stretches: readonly Stretch[]): readonly Sentence[] {
  const page = release.pages.get(record.id) ?? release.pages.get(`${record.id}.label`);
  const at: ReadAt = { id: record.id, heading, ...(page === undefined ? {} : { page }) };
  if (!release.effort.take(record.text.length + comparingLimits.readSentence * stretches.length)) return asOneWord(record, at);
  const known = [...written(record, release), ...typedIn(record)].sort((a, b) => a.span.start - b.span.start);
  const bySpan = new Map(known.map((each) => [each.span, each]));
  const plain = splitWords(
    record.text,
    known.map(({ span }) => span),
    (span) => bySpan.get(span)?.key ?? '',
  );
  const byStart = new Map(known.map((each) => [each.span.start, each]));
  const words = plain.map((word): SentenceWord => {
    const own = byStart.get(word.start);
    if (own?.key === word.key)
      return { ...word, by: own.by, ...(own.periods && { periods: own.periods }), ...(own.iso && { iso: own.iso }) };
    return typedNumber(word, record.text) ?? { ...word, by: 'words' };
  });
  let next = 0;
  return stretches.flatMap(({ start, end }) => {
    const first = next;
    while ((words[next]?.start ?? end) < end) next++;
    const own = words.slice(first, next);
    if (own.length === 0) return [];
    const keys = own.map(({ key }) => key);
    const spoken = keys.filter((key) => letters.test(key) && !key.startsWith(mark));
    return [
      {
        record,
        at,
        text: record.text.slice(start, end).trim(),
        words: own,
        name: keys.join('\u0002'),
        bag: bagOf(spoken.length > 0 ? spoken : keys),
      },
    ];
  });
}

/** Beyond the effort a text is the same, or another. */
function asOneWord(record: TextRecord, at: ReadAt): readonly Sentence[] {
  const text = record.text.trim();
  return text === ''
    ? []
    : [{ record, at, text, words: [{ text, key: text, start: record.text.indexOf(text), by: 'words' }], name: text, bag: bagOf([text]) }];
}

const letters = /\p{L}/u;

/** Where sentences stand in a text: no figure is cut. */
function sentenceStretches({ text, spans, lang, at }: TextRecord): readonly Stretch[] {
  const place = { file: at.file, line: at.line, column: at.column ?? 1, length: 1 };
  const inlines: Inline[] = [];
  let from = 0;
  const add = (to: number, figure?: number) => {
    if (to > from) inlines.push({ text: text.slice(from, to), at: place, ...(figure === undefined ? {} : { figure }) });
    from = Math.max(from, to);
  };
  for (const { start, end, figure } of spans) {
    if (start < from || end <= start) continue;
    add(start);
    add(end, figure);
  }
  add(text.length);
  let start = 0;
  return splitSentences(inlines, lang).map((sentence) => {
    const end = sentence.reduce((sum, inline) => sum + inline.text.length, start);
    const stretch = { start, end };
    start = end;
    return stretch;
  });
}

/** What helpers wrote: a figure is the same where concept, measure and roles of periods are. */
function written({ spans }: TextRecord, { record, periods }: ReadRelease): readonly Known[] {
  const { figures } = record.figures;
  return spans.map((span): Known => {
    const figure = span.figure === undefined ? undefined : figures[span.figure];
    const { bound } = span;
    const key = (...parts: readonly string[]) => `${mark}${parts.join(' ')}`;
    if (figure) return { span, by: 'data', key: mark + figureName(figure, periods) };
    switch (bound?.by) {
      case 'direction':
      case 'conjunction':
        return { span, by: 'data', key: key(bound.by, conceptOf(bound.fact)) };
      case 'outcome':
        return { span, by: 'data', key: key(bound.by, factName(bound.fact, periods)) };
      case 'period':
        return { span, by: 'data', key: key('period', periods.roleOf(bound.period)) };
      case 'date':
        return { span, by: 'data', key: key('day'), iso: bound.iso };
      default:
        return { span, by: 'data', key: key(bound?.by ?? 'figure') };
    }
  });
}

/** Concept, measure and the roles of its periods: what a figure is in any release. */
export function figureName({ fact, measure, against }: FigureRecord, periods: ReleasePeriods): string {
  return [factName(fact, periods), measure, ...(against === undefined ? [] : [factName(against, periods)])].join(' ');
}

const factName = (fact: string, periods: ReleasePeriods): string => `${conceptOf(fact)} ${periods.roleOf(periodOf(fact))}`;

/** Stands for what a helper wrote where typed words are read. */
const blank = '\ufffc';

/** Periods, days and numbers in words that a person typed. */
function typedIn({ text, spans, lang }: TextRecord): readonly Known[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start < from || end <= start) continue;
    parts.push(text.slice(from, start), blank.repeat(end - start));
    from = end;
  }
  const typed = folded([...parts, text.slice(from)].join(''));
  const { legends, numbers } = language(lang);
  const periods = joined(legends.periods(typed).filter(({ start, end }) => !typed.slice(start, end).includes(blank)));
  const inWords = numbers
    .inWords(typed)
    .map(({ start, length }) => ({ start, end: start + length }))
    .filter(({ start, end }) => !periods.some((period) => start < period.end && period.start < end));
  return [
    ...periods.map(({ start, end, said }): Known => ({ span: { start, end }, by: 'typed', key: `${mark}period`, periods: said })),
    ...inWords.map((span): Known => ({ span, by: 'typed', key: `${mark}number ` })),
  ];
}

/** Names of one period that touch, as a quarter and its year, are one. */
function joined(named: readonly PeriodNamed[]): readonly (Stretch & { readonly said: readonly PeriodNamed[] })[] {
  const found: { start: number; end: number; said: PeriodNamed[] }[] = [];
  for (const each of [...named].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    if (last && each.start <= last.end) {
      last.end = Math.max(last.end, each.end);
      last.said.push(each);
    } else found.push({ start: each.start, end: each.end, said: [each] });
  }
  return found;
}

/** A number is what it counts, whatever its digits and its sign: 12 offices, 13 offices. Digits of a name are letters of it: IPv6. */
function typedNumber(word: Pick<SentenceWord, 'text' | 'key' | 'start'>, text: string): SentenceWord | undefined {
  if (!/\d/.test(word.text) || /[A-Za-z]/.test(text[word.start - 1] ?? '') || /^[A-Za-z]+\d/.test(word.text)) return undefined;
  const rest = word.text.replace(/\d[\d,.]*/g, '').replace(/[\s()（）△▲−+-]/g, '');
  return { ...word, key: `${mark}number ${rest}`, by: 'typed' };
}

/** Titles are no text of a page, and summaries of tables are only heard. */
export const unprinted: ReadonlySet<TextRecord['kind']> = new Set(['title', 'summary']);

/** By element, the first page of its file that it stands on, from 1. */
export function firstPages({ document, figures }: BuildRecord): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  const numberOf = numbersInFiles(figures.files);
  for (const { page, runs } of document.pages)
    for (const { owner } of runs) if (owner !== undefined && !pages.has(owner)) pages.set(owner, numberOf(page));
  return pages;
}

/** Those of the record, in the order in which they are read. */
export function languagesOf({ document }: Pick<BuildRecord, 'document'>): readonly Lang[] {
  return [...new Set(document.texts.map(({ lang }) => lang))];
}
