// Turn a project with a release that was rolled forward, 2Q02 to 3Q02, into one in which invented figures, days and sentences are typed: what a person would do by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How often something was typed. */
export interface Edits {
  figures: number;
  sources: number;
  days: number;
  sentences: number;
}

const period = (id: string): string => `data/iij/periods/${id}.yaml`;

/** Rewrites a file, and counts nothing. */
export function rewrite(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

export const digits = (text: string): number => {
  const bare = text.replace(/[(),]/g, '');
  return text.startsWith('(') ? -Number(bare) : Number(bare);
};

export function typed(value: number): string {
  const grouped = String(Math.abs(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return value < 0 ? `(${grouped})` : grouped;
}

/** Figures of a period's file by concept, as they are typed. */
export function factsOf(root: string, id: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(root, period(id)), 'utf8');
  return new Map(
    [...text.matchAll(/^ {2}([a-z][a-z0-9.-]*): *"?([(\d-][^\s"#]*)"?/gm)].map(([, concept = '', value = '']) => [concept, value]),
  );
}

/** Of the quarter after two others: balances and results go on as they went from the first to the second; cash flows are those of the second. */
export function inventedFacts(root: string, quarters: readonly [first: string, second: string]): ReadonlyMap<string, string> {
  const [first, second] = [factsOf(root, quarters[0]), factsOf(root, quarters[1])];
  const went = (concept: string): number => digits(second.get(concept) ?? '0') - digits(first.get(concept) ?? '0');
  const found = new Map<string, string>();
  for (const [concept, text] of second) {
    const before = first.get(concept);
    const stays = before === undefined || text === '-' || text.includes('.') || /^(?:cash-flow|shares|tax|result)\./.test(concept);
    found.set(concept, stays ? text : typed(digits(text) + went(concept)));
  }
  found.set('costs.general-and-administrative', typed(digits(second.get('costs.general-and-administrative') ?? '0') + 162_000));
  // The net result stays that of the second quarter: what revenues and costs add is taken by other income.
  const more = operatingResult(found) - operatingResult(second);
  found.set('result.other', typed(digits(second.get('result.other') ?? '0') - more));
  const depreciation = digits(second.get('cash-flow.depreciation') ?? '0');
  found.set('ebitda.adjusted', typed(inMillions(operatingResult(found) + depreciation - 28_000)));
  const dedicated = digits(found.get('revenue.dedicated') ?? '0');
  const other = digits(second.get('revenue.dedicated-other') ?? '0');
  found.set('revenue.dedicated-other', typed(other));
  found.set('revenue.dedicated-ip-and-datacenter', typed(inMillions(dedicated) - other));
  for (const [concept, value] of Object.entries(statistics)) found.set(concept, value);
  return found;
}

/** Of the network, which has decimals, and of the text. */
const statistics: Readonly<Record<string, string>> = {
  'bandwidth.dedicated': '20.3',
  'bandwidth.datacenter': '5.2',
  'bandwidth.average-per-ip-contract': '14.6',
};

/** Of thousands, to the nearest. */
export const inMillions = (thousands: number): number => Math.round(thousands / 1000);

const revenues = /^revenue\.(?:dedicated|dialup|value-added|connectivity-other|si|equipment)$/;

/** Revenues less costs. */
export const operatingResult = (facts: ReadonlyMap<string, string>): number =>
  sum([...facts].map(([concept, text]) => (revenues.test(concept) ? digits(text) : concept.startsWith('costs.') ? -digits(text) : 0)));

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Types what `kessan new` left open in a period's file: `values` by concept, else the value that stands in the comment. */
export function typePeriod(root: string, id: string, values: ReadonlyMap<string, string>, edits: Edits): void {
  rewrite(root, period(id), (text) => {
    const facts = text.replace(/^( {2})([a-z][a-z0-9.-]*): {2}# \w+: (.*)$/gm, (_, indent: string, concept: string, before: string) => {
      edits.figures++;
      const value = values.get(concept) ?? before;
      return `${indent}${concept}: ${value === '-' ? '"-"' : value}`;
    });
    return facts
      .replace(/^( {2}([a-z.-]+):\n {4}value): {2}# \w+: (.*)$/gm, (_, key: string, concept: string, before: string) => {
        edits.figures++;
        return `${key}: ${values.get(concept) ?? before}`;
      })
      .replace(/^( {4}source): {2}# \w+: (.*)$/gm, (_, key: string) => {
        edits.sources++;
        return `${key}: invented for a trial of rolling forward`;
      });
  });
}

export function typeQuarter(root: string, edits: Edits): void {
  typePeriod(root, '3q02', inventedFacts(root, ['1q02', '2q02']), edits);
  typePeriod(root, '3q01', new Map([['cash.opening', factsOf(root, '2q01').get('cash.opening') ?? '']]), edits);
}

/** Days of the new release, by key. */
const days: Readonly<Record<string, string>> = {
  ja: '2003-02-13',
  en: '2003-02-12',
  'conference-call': '2003-02-13',
  'next-results': '2003-05-14',
  'fiscal-year-end': '2003-03-31',
  rate: '118.75',
  'rate-date': '2002-12-31',
};

/** Guidance is stated anew. */
export function stateGuidance(root: string, edits: Edits, id = '3q02'): void {
  const stated = {
    'revenue-low': '11,200',
    'revenue-high': '11,600',
    'revenue-growth': '21%',
    'capex-low': '4,600',
    'capex-high': '5,100',
  };
  rewrite(root, `data/iij/releases/${id}/release.yaml`, (text) => {
    const lines = Object.entries(stated).map(([name, value]) => {
      edits.figures++;
      edits.sources++;
      return `  guidance.${name}: {value: "${value}", source: invented for a trial of rolling forward, for: ${id}}\n`;
    });
    return text.replace(/\n# Left out/, () => `\nstated:\n${lines.join('')}\n# Left out`);
  });
}

export function typeDays(root: string, edits: Edits): void {
  rewrite(root, 'data/iij/releases/3q02/release.yaml', (text) =>
    text.replace(/^( *)([a-z-]+): {2}# iij\/2q02: .*$/gm, (line, indent: string, key: string) => {
      const day = days[key];
      if (day === undefined) return line;
      edits.days++;
      return `${indent}${key}: ${day}`;
    }),
  );
}

/** Words of the old release that stand in a file, and what stands there instead; each is one sentence, literal or title. */
export function typeWords(root: string, file: string, changes: readonly (readonly [from: string, to: string])[], edits: Edits): void {
  rewrite(root, file, (text) => {
    let changed = text;
    for (const [from, to] of changes) {
      if (!changed.includes(from)) throw new Error(`${file}: '${from}' does not stand there`);
      changed = changed.replaceAll(from, () => to);
      edits.sentences++;
    }
    return changed;
  });
}

/** What the titles, and a sentence about a gain that was a loss before, become. */
export function typeSentences(root: string, edits: Edits): void {
  const release = 'data/iij/releases/3q02';
  const titles = [
    ['2002年度第2四半期（7-9月）', '2002年度第3四半期（10-12月）'],
    ['2nd Quarter 2002 Ended September 30, 2002', '3rd Quarter 2002 Ended December 31, 2002'],
  ] as const;
  typeWords(root, `${release}/release.yaml`, titles, edits);
  const exchange = (words: string, as: 'gain' | 'loss') =>
    `{{period "prior-year"}} and ${words}{{amount "result.foreign-exchange" period="prior-quarter" in="million" as="${as}"}} in`;
  typeWords(root, `${release}/narrative.en.md`, [[exchange('', 'loss'), exchange('a gain of ', 'gain')]], edits);
}
