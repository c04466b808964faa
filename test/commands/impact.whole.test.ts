// What another value would change, held against the hand-worked cells of the correction and against the release really edited.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Impact } from '../../src/explain/impact-of-values.ts';
import { documentTexts } from '../../src/model/document-texts.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { composeSample } from '../support/sample.ts';

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
      /is computed, as revenue\.dedicated \+[\s\S]*revenue\.dialup@2q02 \(data\/iij\/periods\/2q02\.yaml:11\)/,
    ],
    ['revenue.si', '5', /for one period: revenue\.si@1q02, revenue\.si@2q01, revenue\.si@2q02/],
    ['revenue.si@2q02', '12,34', /not grouped in threes; write 1,234/],
    ['revenue.si@2q02', '12%', /no ratio and its figure has a %; remove the sign/],
    ['market.catv-share@2q02', '50', /is a ratio and its figure has no %/],
  ])('refuses %s at %s', async (name, value, message) => {
    const { code, err, out } = await runCommand(['explain', 'iij/2q02', name, '--impact', value]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
