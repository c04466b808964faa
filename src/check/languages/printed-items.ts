// Turn a text into what helpers printed there, in order: amounts, shares, comparisons, names of results, dates and periods.

import { factKey, parseFactKey } from '../../figures/fact-key.ts';
import { fiscalYearEnd } from '../../language/calendar.ts';
import type { PeriodStyle } from '../../language/writing.ts';
import { allDates } from '../../language/written-dates.ts';
import type { Bound, Figure } from '../../model/document.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import type { Span, Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import { folded, type TextRun, type TypedText } from '../typed-text.ts';

/** One thing that a text prints from data. */
export interface PrintedItem extends Stretch {
  /** Only things of one kind can stand in each other's place: amounts of one unit, shares, comparisons, results by name, dates and periods. */
  readonly kind: string;
  /** The same wherever the same is printed, in whatever scale and words. */
  readonly key: string;
  /** The concept, and for a share its base; of a date or period, which of them it is. */
  readonly subject: string;
  /** The period, and for a comparison the one compared with; of a date its ISO day, of a period its id. */
  readonly when: string;
  /** Set for all but dates and periods. */
  readonly fact?: FactKey;
  /** Set for a comparison and a share. */
  readonly against?: FactKey;
  /** A comparison in a word, without its figure. */
  readonly isWord?: true;
  /** As printed. */
  readonly text: string;
  readonly at: Span;
}

/** In order; a figure that is set in several runs counts once. */
export function printedItems(text: TypedText, printed: Printed): readonly PrintedItem[] {
  const items: PrintedItem[] = [];
  let last: number | undefined;
  for (const run of text.runs) {
    const { figure: id, bound } = run.inline;
    const figure = id === undefined || id === last ? undefined : printed.document.figures[id];
    last = id;
    const item = figure ? figureItem(figure, run, printed) : bound ? boundItem(bound, run, printed, text.lang) : undefined;
    const before = items.at(-1);
    // A period that is set on two lines is named once.
    if (item?.kind === 'time' && before?.kind === 'time' && before.when === item.when && item.start - before.end <= 1) continue;
    // Dollars in brackets behind their yen say the amount again.
    if (item && !(figure?.measure === 'translated' && items.at(-1)?.kind === item.kind)) items.push(item);
  }
  const read = items.length;
  for (const { literal, start, end } of printed.literalsIn(text)) {
    const says = literal.says;
    if (!says) continue;
    const stated = printed.financials.facts.has(factKey(says.concept, says.period)) ? says.period : 'release';
    const at = printed.locate(text, start, end - start) ?? literal.at;
    items.push({ ...amountOf(factKey(says.concept, stated), printed), start, end, text: literal.text, at });
  }
  if (items.length > read) items.sort((a, b) => a.start - b.start);
  return withoutWords(items);
}

/** A word of direction beside the figure of the same comparison says nothing more. */
function withoutWords(items: PrintedItem[]): PrintedItem[] {
  if (!items.some(({ isWord }) => isWord)) return items;
  const figures = new Set(items.flatMap(({ isWord, key }) => (isWord ? [] : [key])));
  return items.filter(({ isWord, key }) => !isWord || !figures.has(key));
}

type What = Omit<PrintedItem, keyof Stretch | 'text' | 'at'>;

function figureItem(figure: Figure, { start, end }: TextRun, printed: Printed): PrintedItem | undefined {
  const { fact, against, measure, text, at } = figure;
  const place = { start, end, text, at };
  switch (measure) {
    case 'amount':
    case 'translated':
      return { ...amountOf(fact, printed), ...place };
    case 'percent-of':
      return { ...shareOf(fact, against ?? fact), ...place };
    default:
      return against === undefined ? undefined : { ...comparisonOf(fact, against), ...place };
  }
}

function boundItem(bound: Bound, { inline, start, end }: TextRun, printed: Printed, lang: Lang): PrintedItem | undefined {
  const place = { start, end, text: inline.text, at: inline.at };
  switch (bound.by) {
    case 'date':
      return { ...dateOf(bound.iso, printed), ...place };
    case 'period':
      return { ...knownPeriod(bound.period, inline.text, printed, lang), ...place };
    case 'direction':
      return { ...comparisonOf(bound.fact, bound.against), isWord: true, ...place };
    case 'outcome': {
      const { concept, period } = parseFactKey(bound.fact);
      return { kind: 'outcome', key: `outcome ${bound.fact}`, subject: concept, when: period, fact: bound.fact, ...place };
    }
    default:
      return undefined;
  }
}

function amountOf(fact: FactKey, { release }: Printed): What {
  const { concept, period } = parseFactKey(fact);
  return { kind: `amount ${release.concepts.get(concept)?.unit ?? ''}`, key: `amount ${fact}`, subject: concept, when: period, fact };
}

function shareOf(fact: FactKey, of: FactKey): What {
  const { concept, period } = parseFactKey(fact);
  const subject = `${concept} of ${parseFactKey(of).concept}`;
  return { kind: 'share', key: `share ${fact} ${of}`, subject, when: period, fact, against: of };
}

/** A change, a multiple and a word of direction say the same of two facts. */
function comparisonOf(fact: FactKey, against: FactKey): What {
  const [now, then] = [parseFactKey(fact), parseFactKey(against)];
  const when = `${now.period} ${then.period}`;
  return { kind: 'comparison', key: `comparison ${fact} ${against}`, subject: now.concept, when, fact, against };
}

/** Tokyo and New York announce on days of their own. */
function dateOf(iso: string, { release }: Printed): What {
  const { announced: days } = release.spec;
  const announced = Object.values(days).some(({ value }) => value === iso);
  return { kind: 'time', key: announced ? 'announced' : dayKey(iso), subject: 'day', when: iso };
}

const names = new WeakMap<Printed['release'], Map<string, What>>();

/** A release names few periods, and each often. */
function knownPeriod(id: string, text: string, printed: Printed, lang: Lang): What {
  const known = names.get(printed.release) ?? new Map<string, What>();
  names.set(printed.release, known);
  const key = `${lang} ${id} ${text}`;
  const what = known.get(key) ?? periodOf(id, folded(text), printed, lang);
  known.set(key, what);
  return what;
}

/** A name that says a period by its last day is that day; one may say the fiscal year alone, or the number of the quarter. */
function periodOf(id: string, text: string, { release: { periods } }: Printed, lang: Lang): What {
  const period = periods.get(id);
  const says = (styles: readonly PeriodStyle[]): boolean =>
    period !== undefined && allDates(lang).some((dates) => styles.some((style) => dates.period(period, style) === text));
  if (!period) return { kind: 'time', key: `period ${id}`, subject: 'day', when: id };
  if (says(['ordinal', 'ordinal-word'])) return { kind: 'time', key: `quarter ${period.quarter}`, subject: 'quarter', when: id };
  if (says(['fiscal-year', 'year'])) {
    const { year, month } = fiscalYearEnd(period);
    return { kind: 'time', key: `year to ${year}-${String(month).padStart(2, '0')}`, subject: 'year', when: id };
  }
  return { kind: 'time', key: dayKey(period.end), subject: 'day', when: id };
}

const dayKey = (iso: string): string => `day ${iso}`;

/** Keys of what says the same in other words: the last month of a fiscal year, and the year. */
export function sameTime(key: string): { readonly offers: string; readonly seeks: string } | undefined {
  if (key.startsWith('day ')) return { offers: `end ${key.slice(4, 11)}`, seeks: key.replace(/^day (.{7}).*$/, 'year to $1') };
  return key.startsWith('year to ') ? { offers: key, seeks: `end ${key.slice(8)}` } : undefined;
}
