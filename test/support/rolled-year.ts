// Turn a project with a year that was rolled forward from its third quarter into one in which the year's figures, days, tables and words are typed: what a person would do by hand.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  digits,
  type Edits,
  factsOf,
  inMillions,
  inventedFacts,
  operatingResult,
  rewrite,
  stateGuidance,
  sum,
  typed,
  typePeriod,
} from './rolled-quarter.ts';

const quarters = ['1q02', '2q02', '3q02', '4q02'] as const;
const folder = 'data/iij/releases/fy02';

/** Everything that the year's release asks for. */
export function typeYear(root: string, edits: Edits): void {
  typeYearFigures(root, edits);
  typeYearDays(root, edits);
  stateGuidance(root, edits, 'fy02');
}

/** The last quarter goes on as those before it; the year before ends where the first quarter begins, and its flows are four times those of a quarter. */
function typeYearFigures(root: string, edits: Edits): void {
  typePeriod(root, '1q02', new Map(), edits);
  typePeriod(root, '4q02', inventedFacts(root, ['2q02', '3q02']), edits);
  typePeriod(root, 'fy01', yearBefore(root), edits);
  typePeriod(root, 'fy02', yearItself(root), edits);
}

/** What is no sum of quarters by the issuer's files: what stands at the end of the last, what is counted over all of them, and what notes explain. */
function yearItself(root: string): ReadonlyMap<string, string> {
  const parts = quarters.map((id) => factsOf(root, id));
  const whole = new Map(
    [...(parts[0]?.keys() ?? [])].map((concept) => [concept, typed(sum(parts.map((facts) => digits(facts.get(concept) ?? '0'))))]),
  );
  const issuance = 4 * 28_000;
  const found = new Map([...(parts.at(-1) ?? [])].filter(([concept]) => /^(?:shares|contracts|bandwidth)\./.test(concept)));
  for (const concept of ['capex', 'backbone.international', 'backbone.domestic']) found.set(concept, whole.get(concept) ?? '');
  found.set('ebitda.issuance-cost', typed(issuance));
  found.set('ebitda.adjusted', typed(inMillions(operatingResult(whole) + digits(whole.get('cash-flow.depreciation') ?? '0') - issuance)));
  found.set('bandwidth.average-per-ip-contract', '16.2');
  return found;
}

/** Balances that the first quarter opens with: its cash, and those that its result and payments moved on from; what is left over is that of the affiliates. */
function yearBefore(root: string): ReadonlyMap<string, string> {
  const [quarter, next] = [factsOf(root, '3q01'), factsOf(root, '1q02')];
  const found = new Map<string, string>();
  const of = (facts: ReadonlyMap<string, string>, concept: string): number => digits(facts.get(concept) ?? '0');
  for (const [concept, text] of quarter)
    if (/^(?:revenue|costs|result|tax|cash-flow|backbone|capex)\b/.test(concept) && text !== '-')
      found.set(concept, typed(4 * digits(text)));
  found.set(
    'revenue.dedicated-ip-and-datacenter',
    typed(inMillions(of(found, 'revenue.dedicated')) - of(found, 'revenue.dedicated-other')),
  );
  const issuance = 4 * 30_000;
  found.set('ebitda.issuance-cost', typed(issuance));
  found.set('ebitda.adjusted', typed(inMillions(operatingResult(found) + of(found, 'cash-flow.depreciation') - issuance)));
  for (const [concept, text] of next) if (/^(?:assets|liabilities|equity|minority-interest)\b/.test(concept)) found.set(concept, text);
  const before = (concept: string, moved: number): void => void found.set(concept, typed(of(next, concept) - moved));
  before('equity.accumulated-deficit', net(next));
  before('minority-interest', -of(next, 'result.minority'));
  before('assets.restricted-cash', -of(next, 'cash-flow.restricted-cash'));
  found.set('assets.cash', next.get('cash.opening') ?? '');
  const apart = (concept: string): number => of(next, concept) - of(found, concept);
  before(
    'assets.equity-method',
    apart('equity.accumulated-deficit') + apart('minority-interest') - apart('assets.restricted-cash') - apart('assets.cash'),
  );
  // Payments begin with the result before what minority holders and affiliates have of it.
  const paid = sum([...found.keys()].filter((concept) => concept.startsWith('cash-flow.')).map((concept) => of(found, concept)));
  const result = net(found) - of(found, 'result.minority') - of(found, 'result.equity-method');
  found.set('cash.opening', typed(of(found, 'assets.cash') - paid - result));
  return found;
}

/** The result after taxes, the minority's share and that of affiliates. */
function net(facts: ReadonlyMap<string, string>): number {
  const of = (concept: string): number => digits(facts.get(concept) ?? '0');
  return operatingResult(facts) + of('result.other') - of('tax.income') + of('result.minority') + of('result.equity-method');
}

/** Days of the year's release, by key. */
const days: Readonly<Record<string, string>> = {
  ja: '2003-05-14',
  en: '2003-05-13',
  'conference-call': '2003-05-14',
  'next-results': '2003-08-07',
  'fiscal-year-end': '2003-03-31',
  rate: '118.07',
  'rate-date': '2003-03-31',
};

function typeYearDays(root: string, edits: Edits): void {
  rewrite(root, `${folder}/release.yaml`, (text) =>
    text.replace(/^( *)([a-z-]+): {2}# iij\/3q02: .*$/gm, (line, indent: string, key: string) => {
      const day = days[key];
      if (day === undefined) return line;
      edits.days++;
      return `${indent}${key}: ${day}`;
    }),
  );
}

/** A table as its file has it, as far as it is changed here. */
interface TableFile {
  readonly columns: readonly { readonly id: string; readonly period: string; readonly from?: string }[];
  readonly heads: Readonly<Record<string, readonly Head[]>>;
}

interface Head {
  readonly column?: string;
  readonly over?: readonly Head[];
}

/** Nothing is compared with a quarter: its columns go out of every table, with the heads above them, and captions name years. */
export function setYearTables(root: string): void {
  for (const file of readdirSync(join(root, 'data/iij/statements')))
    rewrite(root, `data/iij/statements/${file}`, (text) => {
      const table = parse(text) as TableFile;
      const columns = table.columns.filter(({ period, from }) => period !== 'prior-quarter' && from !== 'prior-quarter');
      const kept = new Set(columns.map(({ id }) => id));
      const heads = Object.fromEntries(Object.entries(table.heads).map(([lang, own]) => [lang, headsOver(own, kept)]));
      const [comments = ''] = text.split('kind:');
      return comments + ofYears(stringify({ ...table, columns, heads }, { aliasDuplicateObjects: false, lineWidth: 0 }));
    });
}

function headsOver(heads: readonly Head[], columns: ReadonlySet<string>): readonly Head[] {
  return heads.flatMap((head) => {
    if (!head.over) return head.column === undefined || columns.has(head.column) ? [head] : [];
    const over = headsOver(head.over, columns);
    return over.length > 0 ? [{ ...head, over }] : [];
  });
}

/** Captions and heads that name a quarter. */
const ofYears = (text: string): string =>
  text
    .replaceAll('For the Three Months Ended', 'For the Fiscal Years Ended')
    .replace(/, (\{\{period "prior-year" style="end"\}\}) and \{\{period "prior-quarter" style="end"\}\}/g, ' and $1')
    .replaceAll('、{{period "prior-quarter" style="end"}}', '')
    .replaceAll('四半期連結', '連結')
    .replaceAll('対前年同|四半期', '対前|年度')
    .replaceAll('前年同四半期比較', '前年度比較');
