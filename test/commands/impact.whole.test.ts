// What another value would change, held against the hand-worked cells of the correction and against the release really edited.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Impact } from '../../src/explain/impact-of-values.ts';
import { documentTexts } from '../../src/model/document-texts.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { composeSample } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const periodFile = 'data/iij/periods/2q02.yaml';

async function impact(name: string, value: string): Promise<Impact> {
  const before = readFileSync(periodFile, 'utf8');
  const { code, out, err } = await runCommand(['explain', 'iij/2q02', name, '--impact', value, '--format', 'json']);
  expect([code, err]).toEqual([0, '']);
  expect(readFileSync(periodFile, 'utf8')).toBe(before);
  return JSON.parse(out) as Impact;
}

/** `revenue.equipment 16.9`, of the figures of one table. */
const cells = (changes: Impact['dollars'], statement: string): string[] =>
  changes
    .filter(({ where }) => 'statement' in where && where.statement === statement)
    .map(({ fact, after }) => `${fact.replace('@2q02', '')} ${after}`);

describe('equipment sales of 1,784,953', () => {
  const supposed = impact('revenue.equipment.2q02', '1,784,953');

  it('moves the cells that were worked out by hand, and no other percentage', async () => {
    const { percentages, dollars } = await supposed;
    expect(cells(percentages, 'operations')).toEqual([
      'revenue.dedicated 33.5%',
      'revenue.value-added 8.5',
      'revenue.si 29.2',
      'revenue.equipment 16.9',
      'costs.connectivity 48.0',
      'costs.si 25.4',
      'costs.general-and-administrative 4.8',
      'costs.total 101.7',
      'result.operating (1.7)',
      'result.before-tax (3.2)',
      'result.net (21.9%)',
    ]);
    expect(percentages.filter(({ where }) => !('statement' in where && where.statement === 'operations'))).toEqual([]);
    expect(cells(dollars, 'operations')).toEqual([
      'revenue.equipment 14,662',
      'revenue.total 86,893',
      'result.operating (1,510)',
      'result.before-tax (2,826)',
      'result.net (19,026)',
    ]);
    expect(cells(dollars, 'balance-sheet')).toEqual([]);
    for (const change of [...percentages, ...dollars]) expect(change.langs).toEqual(['ja', 'en']);
  });

  it('breaks the relations that the entry would need, with both sides', async () => {
    const { breaks, mends, lapses, confirm, pages } = await supposed;
    expect(
      breaks.filter(({ period }) => period === '2q02').map(({ check, left, right }) => `${check} ${left.value} ${right.value}`),
    ).toEqual(['cash-roll 4782753000 4772753000', 'equity-roll -23129652000 -23119652000', 'explained-difference 662000000 671950000']);
    expect(mends).toEqual([]);
    expect(lapses).toEqual([]);
    expect(confirm).toContain('revenue.rank@2q02');
    expect(pages).toEqual({ before: 15, after: 15 });
  });

  it('prints what the edited release prints, in tables and in prose, and names nothing that stays', async () => {
    const { amounts, changes, percentages, dollars, prose } = await supposed;
    const before = composeSample(undefined, 'merge').document?.figures ?? [];
    const edited = editedSample([{ file: periodFile, from: 'revenue.equipment: 1,774,953', to: 'revenue.equipment: 1,784,953' }]);
    const after = composeSample(edited, 'merge').document?.figures ?? [];
    expect(after).toHaveLength(before.length);
    const moved = before.flatMap(({ text, lang, fact }, index) =>
      text === after[index]?.text ? [] : [`${lang} ${fact} ${text} -> ${after[index]?.text}`],
    );
    const told = [...amounts, ...changes, ...percentages, ...dollars, ...prose].flatMap(({ langs, fact, before: old, after: now }) =>
      langs.map((lang) => `${lang} ${fact} ${old} -> ${now}`),
    );
    expect(told.sort()).toEqual(moved.sort());
  });

  it('changes no word of any sentence', async () => {
    expect((await supposed).sentences).toEqual([]);
  });
});

describe('a value that turns the direction of a change', () => {
  const supposed = impact('revenue.equipment@current', '774,953');

  it('turns the words of both languages', async () => {
    const { sentences } = await supposed;
    const words = (lang: string) =>
      sentences.filter((each) => each.lang === lang).flatMap((each) => each.words.map((word) => `${word.before} -> ${word.after}`));
    expect(words('ja')).toEqual(['増 -> 減', '改善 -> 悪化']);
    expect(words('en')).toContain('and an increase -> but a decrease');
    expect(words('en')).toContain('improved -> worsened');
  });

  it('shows each sentence as the edited release has it', async () => {
    const edited = editedSample([{ file: periodFile, from: 'revenue.equipment: 1,774,953', to: 'revenue.equipment: 774,953' }]);
    const { document } = composeSample(edited, 'merge');
    const texts = document ? documentTexts(document).map(({ inlines }) => inlines.map((inline) => inline.text).join('')) : [];
    const { sentences } = await supposed;
    expect(sentences.length).toBeGreaterThan(4);
    for (const { before, after } of sentences) {
      expect(texts.filter((text) => text.includes(after))).not.toEqual([]);
      expect(texts.filter((text) => text.includes(before))).toEqual([]);
    }
  });
});

describe('supposing a value', () => {
  it('tells the overrides that lapse with it', async () => {
    const { lapses, breaks } = await impact('assets.receivable@2q02', '7,854,256');
    expect(lapses.map(({ code }) => code)).toEqual(['derive/override-lapsed']);
    expect(lapses[0]?.message).toMatch(/liabilities\.current.*36\.755198.*36\.745785/);
    expect(breaks.map(({ check, period }) => `${check} ${period}`)).toEqual(['balance 2q02']);
  });

  it('tells of a control that would not hold', async () => {
    const { controls } = await impact('contracts.datacenter@2q02', '130');
    expect(controls.map(({ fact, control, holds }) => `${fact} ${control} ${holds}`)).toEqual([
      'contracts.dedicated-total@2q02 4,309 false',
    ]);
  });

  it('works for what the release itself states', async () => {
    const { prose, facts } = await impact('guidance.revenue-growth', '25%');
    expect(facts.map(({ fact, after }) => `${fact} ${after}`)).toEqual(['guidance.revenue-growth@release 0.25']);
    expect(prose.map(({ before, after }) => `${before} -> ${after}`)).toContain('20% -> 25%');
  });

  it('finds a relation that holds again', async () => {
    const { root } = editedSample([{ file: periodFile, from: 'ebitda.adjusted: 662', to: 'ebitda.adjusted: 663' }]);
    const { code, out } = await runCommand(['explain', 'iij/2q02', 'ebitda.adjusted@2q02', '--impact', '662'], root);
    expect(code).toBe(1);
    expect(out).toMatch(/relations that hold again \(1\)\n {2}holds {2}adjusted EBITDA/);
    expect(out).not.toMatch(/relations that break/);
  });

  it.each([
    [
      'revenue.connectivity@2q02',
      '5',
      /is computed, as revenue\.dedicated \+[\s\S]*revenue\.dialup@2q02 \(data\/iij\/periods\/2q02\.yaml:12\)/,
    ],
    ['revenue.si', '5', /for one period: revenue\.si@1q02, revenue\.si@2q01, revenue\.si@2q02/],
    ['revenue.si@2q02', '12,34', /not grouped in threes; write 1,234/],
    ['revenue.si@2q02', '12%', /no ratio and its figure has a %; remove the sign/],
    ['market.catv-share@2q02', '50', /is a ratio and its figure has no %/],
    ['revenue.si@current', '3,094,168', /revenue\.si@2q02 is 3,094,168 already \(data\/iij\/periods\/2q02\.yaml:15:15\)/],
    ['revenue.si@current', '3094168', /is 3,094,168 already/],
  ])('refuses %s at %s', async (name, value, message) => {
    const { code, err, out } = await runCommand(['explain', 'iij/2q02', name, '--impact', value]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

/** Equipment sales, and the entries that belong to them. */
const together = {
  'revenue.equipment@2q02': '1,784,953',
  'assets.receivable@current': '7,854,256',
  'equity.accumulated-deficit@2q02': '(23,119,652)',
  'cash-flow.receivable@current': '(982,056)',
  'ebitda.adjusted@2q02': '672',
};
const typed = Object.entries(together).map(([figure, value]) => `${figure}=${value}`);

describe('several values at once', () => {
  it('break nothing where they make up for one another, and lapse the overrides of each', async () => {
    const { code, out, err } = await runCommand(['explain', 'iij/2q02', '--impact', ...typed, '--format', 'json']);
    expect([code, err]).toEqual([0, '']);
    const impact = JSON.parse(out) as Impact;
    expect(impact.supposed.map(({ fact, supposed, at }) => `${fact} ${supposed} ${at.line}`)).toEqual([
      'revenue.equipment@2q02 1,784,953 16',
      'assets.receivable@2q02 7,854,256 30',
      'equity.accumulated-deficit@2q02 (23,119,652) 54',
      'cash-flow.receivable@2q02 (982,056) 60',
      'ebitda.adjusted@2q02 672 95',
    ]);
    expect([impact.breaks, impact.stays.relations, impact.controls]).toEqual([[], [], []]);
    expect(impact.lapses.map(({ code: each }) => each)).toEqual(['derive/override-lapsed', 'derive/override-lapsed']);
    expect(impact.facts.slice(0, 5).map(({ fact }) => fact)).toEqual(impact.supposed.map(({ fact }) => fact));
  });

  it('say what stays broken, with both sides as they would be', async () => {
    const values = typed.filter((each) => !each.startsWith('cash-flow'));
    const { root } = editedSample([{ file: periodFile, from: 'ebitda.adjusted: 662', to: 'ebitda.adjusted: 663' }]);
    const { code, out } = await runCommand(['explain', 'iij/2q02', '--impact', values[0] ?? '', '--impact', values[1] ?? ''], root);
    expect(code).toBe(1);
    expect(out).toMatch(/^revenue\.equipment@2q02: 1,774,953 -> 1,784,953\nassets\.receivable@2q02: .*; nothing was written\n/);
    expect(out).toMatch(/relations that stay broken \(1\)\n {2}BROKEN {2}adjusted EBITDA.* 663,000, .* 671,950/);
    expect(out).not.toMatch(/findings that are settled/);
    expect(out).toMatch(/relations that break \(3\)\n {2}BROKEN {2}assets equal/);
  });

  it('come from files as well, in either form and beside others', async () => {
    const folder = temporaryFolder('values');
    const rows = Object.entries(together).map(([figure, value]) => `${figure},"${value}"\n`);
    const [yaml, csv] = [join(folder, 'values.yaml'), join(folder, 'values.csv')];
    writeFileSync(yaml, typed.map((each) => `${each.replace('=', ': ')}\n`).join(''));
    writeFileSync(csv, rows.slice(1).join(''));
    const direct = await runCommand(['explain', 'iij/2q02', '--impact', ...typed]);
    expect(direct.out).toMatch(/^revenue\.equipment@2q02/);
    expect(await runCommand(['explain', 'iij/2q02', '--impact', yaml])).toEqual(direct);
    expect(await runCommand(['explain', 'iij/2q02', '--impact', typed[0] ?? '', csv])).toEqual(direct);
  });

  it('name each place by the row and the column of its language, with its page', async () => {
    const { out } = await runCommand([
      'explain',
      'aoba/2026h1',
      '--impact',
      'sales.total@current=15,376,276',
      'cost.sales@current=9,891,604',
    ]);
    expect(out).toContain(`
  sales.total@2026h1  15,356 -> 15,376  (results)
    ja p.1  2026年3月期第2四半期, 売上高 / 百万円
    en p.7  Six months ended September 30, 2025, Net sales / JPY million
`);
    expect(out).toContain(
      '  sales.total@2026h1 change from sales.total@2025h1  7.1 -> 7.3  (results)\n    ja p.1  2026年3月期第2四半期, 売上高 / ％\n',
    );
    // Gross profit stays what it is.
    expect(out).not.toMatch(/profit\.gross/);
  });

  it('are refused all together, each at its place', async () => {
    const file = join(temporaryFolder('values'), 'v.yaml');
    writeFileSync(
      file,
      'revenue.sii@2q02: 1\nrevenue.si@4q02: 1\nrevenue.total@2q02: 1\nrevenue.si@current: 12,34\nrevenue.dialup@2q02: 791,738\n2q02:\n  revenue.dedicated: 2\n',
    );
    const { code, out, err } = await runCommand(['explain', 'iij/2q02', '--impact', 'revenue.dedicated@current=1', file]);
    expect([code, out]).toEqual([2, '']);
    expect(
      err
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('  '))
        .map((line) => line.replace(`${file}:`, '')),
    ).toEqual([
      expect.stringMatching(/1:19: no concept 'revenue\.sii@2q02'; near it: revenue\.si/),
      expect.stringMatching(/^2:18: no figure of revenue\.si at '4q02': it has figures at /),
      expect.stringMatching(/^3:21: revenue\.total@2q02 is computed, as .*suppose a value for one of its figures:$/),
      expect.stringMatching(/^4:21: "12,34" is not grouped in threes; write 1,234/),
      expect.stringMatching(/^5:22: revenue\.dialup@2q02 is 791,738 already \(data\/iij\/periods\/2q02\.yaml:12:19\)/),
      expect.stringMatching(/^7:22: revenue\.dedicated@2q02 has a value already, 1 \(revenue\.dedicated@current=1\): give it one/),
    ]);
  });

  it.each([
    [[], /^kessan: name a concept to explain, or say what to suppose/],
    [['revenue.si@2q02=5'], /"revenue\.si@2q02=5" is a value: give it after --impact/],
    [['revenue.si', 'revenue.dialup'], /one concept is explained at a time/],
    [['--impact', '5'], /"5" is no value: write concept@period=value, or name a file of values/],
    [['revenue.si@2q02', '--impact', 'revenue.dialup@2q02=5'], /"revenue\.si@2q02" is no value/],
    [['revenue.si@2q02', 'revenue.dialup@2q02', '--impact', '5'], /"revenue\.dialup@2q02" is no value/],
    [['--impact', 'none.yaml'], /none\.yaml is missing/],
  ])('are told from figures to explain: %j', async (words, message) => {
    const { code, err, out } = await runCommand(['explain', 'iij/2q02', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
