// Turn the figures of a release into rows for whoever makes its filing: each fact and each change with the names that a taxonomy has for it.
import { parseFactKey } from '../../figures/fact-key.ts';
import type { Document } from '../../model/document.ts';
import type { Exact } from '../../model/exact.ts';
import type { Financials } from '../../model/financials.ts';
import { inLang } from '../../model/language.ts';
import type { Release } from '../../model/release.ts';
import { type FilingName, type FilingNames, filingNames } from './filing-names.ts';

/** A value with its names: exact in base units, of a change in percent as printed. */
export interface FilingFact {
  readonly concept: string;
  readonly period: string;
  readonly measure: 'amount' | 'change';
  /** Of a change, the period compared with. */
  readonly from?: string;
  readonly value: string;
  readonly unit: string;
  readonly name?: FilingName;
}

/** What a fact may be besides one amount. */
interface Valued {
  readonly concept: string;
  readonly period: string;
  readonly value: Exact;
  readonly upper?: Exact;
}

/** Facts that the document prints, in the order of concepts; then its changes in the order of printing. None without a taxonomy. */
export function filingFacts(document: Document, release: Release, financials: Financials): readonly FilingFact[] {
  if (!release.taxonomy) return [];
  const names = filingNames(release, release.taxonomy);
  const used = new Set(document.figures.flatMap(({ fact, against }) => [fact, ...(against === undefined ? [] : [against])]));
  const amounts = [...financials.facts.values()]
    .filter(({ key, nil }) => used.has(key) && !nil)
    .flatMap((fact) => amountsOf(fact, names, unitOf(fact.unit, release)));
  return [...amounts, ...changesOf(document, names)];
}

function unitOf(unit: string, { issuer }: Release): string {
  return unit === 'money' ? issuer.currency : unit === 'per-share' ? `${issuer.currency} per share` : unit;
}

/** Both ends of a range have a context of their own. */
function amountsOf(fact: Valued, names: FilingNames, unit: string): readonly FilingFact[] {
  const { concept, period, value, upper } = fact;
  const row = (of: Exact, end?: 'upper' | 'lower'): FilingFact => {
    const name = names.ofAmount(concept, period, end);
    return { concept, period, measure: 'amount', value: of.toString(), unit, ...(name && { name }) };
  };
  return upper === undefined ? [row(value)] : [row(upper, 'upper'), row(value, 'lower')];
}

/** Each change once, as the first table prints it that prints a number. */
function changesOf({ figures }: Document, names: FilingNames): readonly FilingFact[] {
  const found = new Map<string, FilingFact>();
  for (const { fact, against, measure, printed, decimals, text, place } of figures) {
    if (measure !== 'change' || against === undefined || place.kind !== 'cell' || !/\d/.test(text)) continue;
    const key = `${fact} ${against}`;
    if (found.has(key)) continue;
    const { concept, period } = parseFactKey(fact);
    const name = names.ofChange(concept, period);
    const from = parseFactKey(against).period;
    found.set(key, { concept, period, measure: 'change', from, value: printed.toFixed(decimals), unit: 'percent', ...(name && { name }) });
  }
  return [...found.values()];
}

/** As comma-separated values (RFC 4180), with a byte order mark, which spreadsheets want before they read Japanese. */
export function filingCsv(facts: readonly FilingFact[], { concepts, languages }: Release): string {
  const head = [
    'element',
    'context',
    'unverified',
    'concept',
    'measure',
    'period',
    'from',
    'value',
    'unit',
    ...languages.map((lang) => `label_${lang}`),
  ];
  const rows = facts.map(({ concept, period, measure, from, value, unit, name }) => {
    const labels = concepts.get(concept)?.labels;
    return [
      name?.element ?? '',
      name?.context ?? '',
      name?.unverified ? 'yes' : '',
      concept,
      measure,
      period,
      from ?? '',
      value,
      unit,
      ...languages.map((lang) => (labels ? inLang(labels, lang).value : '')),
    ];
  });
  const lines = [head, ...rows].map((fields) => fields.map(quoted).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
