// Turn a fact, and what a figure shows of it, into its printed name: the row or column that prints it, its period, its share or change.
import { conceptOf, periodOf } from '../../figures/fact-key.ts';
import type { ReportWords } from '../../language/report-words.ts';
import type { FigureRecord } from '../../model/build-record.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import type { BothNames } from './printed-names.ts';
import { filled } from './spoken.ts';

/** HTML: `Equipment sales (three months ended September 30, 2002)`. A fact that no table prints is told by the words round it, one that nothing prints as the data name it. */
export function factName(fact: FactKey, names: BothNames, words: ReportWords, lang: Lang): string {
  const label = labelOf(fact, names, lang);
  const period = periodName(fact, names, lang);
  if (label === undefined) {
    const quoted = names.new?.quoted(fact, lang) ?? names.old?.quoted(fact, lang);
    return quoted ? `<q lang="${escapeHtml(quoted.lang)}">${escapeHtml(quoted.text)}</q>` : `<code>${escapeHtml(fact)}</code>`;
  }
  return escapeHtml(period === undefined ? label : words.bracketed(label, period));
}

/** HTML: the same of a fact that is told after another: the period where it is another one. */
export function nextFactName(fact: FactKey, before: FactKey, names: BothNames, words: ReportWords, lang: Lang): string {
  const label = labelOf(fact, names, lang);
  return label !== undefined && periodOf(fact) === periodOf(before) ? escapeHtml(label) : factName(fact, names, words, lang);
}

function labelOf(fact: FactKey, names: BothNames, lang: Lang): string | undefined {
  return names.new?.concept(fact, lang) ?? names.old?.concept(fact, lang);
}

function periodName(fact: FactKey, names: BothNames, lang: Lang): string | undefined {
  return names.new?.period(fact, lang) ?? names.old?.period(fact, lang);
}

/** What a figure shows of a fact. */
export type Shown = Pick<FigureRecord, 'fact' | 'measure'> & { readonly against?: FactKey };

/** HTML: the fact, and what the figure shows of it. */
export function measured(shown: Shown, names: BothNames, words: ReportWords, lang: Lang): string {
  const phrase = measurePhrase(shown, names, words, lang);
  return words.joined([factName(shown.fact, names, words, lang), ...(phrase === '' ? [] : [phrase])]);
}

const phrases = {
  amount: undefined,
  translated: 'translated',
  'percent-of': 'percentOf',
  change: 'changeFrom',
  difference: 'differenceFrom',
  times: 'times',
} as const;

/** HTML: what it shows alone; nothing for an amount. A base that is the same concept is named by its period. */
export function measurePhrase({ fact, measure, against }: Shown, names: BothNames, words: ReportWords, lang: Lang): string {
  const phrase = measure === 'change' && against === undefined ? 'changePublished' : phrases[measure];
  if (phrase === undefined) return '';
  const period = against !== undefined && conceptOf(against) === conceptOf(fact) ? periodName(against, names, lang) : undefined;
  const base = period === undefined ? against && nextFactName(against, fact, names, words, lang) : escapeHtml(period);
  return filled(words, phrase).replace('{base}', () => base ?? '');
}
