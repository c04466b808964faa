// Turn the small issuer's sources into a release whose every value is what its files say.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { files, fixtureFolder, loadFixture, withEdit } from '../support/fixture.ts';
import { unfilled } from '../support/unfilled.ts';

const { findings, release } = loadFixture();
if (!release) throw new Error(`the small release does not validate: ${JSON.stringify(findings)}`);

describe('validate', () => {
  it('finds nothing wrong with the small release', () => {
    expect(findings).toEqual([]);
  });

  it('holds facts in base units, exact, with their text and place', () => {
    const facts = release.periods.get('1q01')?.facts;
    const seen = (id: string) => {
      const fact = facts?.get(id);
      return [fact?.value.toString(), fact?.text, fact?.nil];
    };
    expect(seen('revenue.goods')).toEqual(['1200500000', '1,200,500', false]);
    expect(seen('equity.deficit')).toEqual(['-100400000', '(100,400)', false]);
    expect(seen('revenue.goods-home')).toEqual(['900000000', '900', false]);
    expect(seen('shares.average')).toEqual(['10000', '10,000', false]);
    expect(seen('market.users')).toEqual(['4200000', '4.2', false]);
    const nil = release.periods.get('4q00')?.facts.get('tax.income');
    expect([nil?.value.toString(), nil?.nil]).toEqual(['0', true]);
    expect(facts?.get('revenue.goods')?.at).toEqual({ file: files.current, line: 6, column: 18, length: 9 });
  });

  it('types a ratio in percent and holds it plain', () => {
    const { release: edited } = loadFixture(withEdit(files.current, 'market.users: {value: 4.2,', 'margin.gross: {value: (23.6)%,'));
    expect(edited?.periods.get('1q01')?.facts.get('margin.gross')?.value.toString()).toBe('-0.236');
  });

  it('keeps the source of a stated fact and what it rests on, roles resolved', () => {
    const users = release.periods.get('1q01')?.facts.get('market.users');
    expect(users?.source).toBe('Ministry of Works, June 2001');
    expect(users?.restsOn).toEqual(['revenue.services', 'revenue.services@4q00']);
    expect(release.spec.stated.get('guidance.revenue')?.restsOn).toEqual(['revenue.total@1q01']);
    expect(release.spec.stated.get('guidance.revenue')?.value.toString()).toBe('1600000000');
  });

  it('attaches the controls of the release to their period', () => {
    const controls = release.periods.get('1q01')?.controls.map(({ concept, measure, value }) => [concept, measure, value.toString()]);
    expect(controls).toEqual([
      ['revenue.total', 'amount', '1500750'],
      ['assets.cash', 'translated', '3333'],
    ]);
    expect(release.periods.get('4q00')?.controls).toEqual([]);
  });

  it('fills in what a concept leaves out', () => {
    const concept = (id: string) => {
      const { unit, scale, decimals, better } = release.concepts.get(id) ?? {};
      return { unit, scale, decimals, better };
    };
    expect(concept('tax.income')).toEqual({ unit: 'money', scale: 'thousand', decimals: 0, better: 'neutral' });
    expect(concept('result.per-share')).toEqual({ unit: 'per-share', scale: 'one', decimals: 2, better: 'higher' });
    expect(concept('market.users')).toEqual({ unit: 'count', scale: 'million', decimals: 1, better: 'higher' });
  });

  it('resolves the periods of columns and heads, and defaults their decimals and regimes', () => {
    const columns = release.statements.get('operations')?.columns;
    expect(columns?.map(({ id, period, from, decimals, regime }) => [id, period, from, decimals, regime])).toEqual([
      ['usd', '1q01', undefined, 0, 'foot'],
      ['jpy', '1q01', undefined, 0, 'foot'],
      ['share', '1q01', undefined, 1, 'foot'],
      ['prior-jpy', '4q00', undefined, 0, 'foot'],
      ['prior-share', '4q00', undefined, 1, 'foot'],
      ['change', '1q01', '4q00', 1, 'round'],
    ]);
    expect(release.statements.get('position')?.columns.map(({ regime }) => regime)).toEqual(['foot', 'foot', 'round']);
    const head = release.statements.get('position')?.heads.en?.[2];
    expect(head?.period).toEqual({ id: '4q00', style: 'label' });
  });

  it('reads overrides with the decimals that their exact values were typed with', () => {
    const [first, second] = release.spec.overrides;
    expect([first?.period, first?.exact.toString(), first?.exactDecimals, first?.print.toString()]).toEqual(['1q01', '43.32', 3, '43.4']);
    expect([second?.where, second?.from, second?.print.toString()]).toEqual(['prose', '4q00', '42.8']);
  });

  it('reads the difference of a waiver in the scale of the issuer', () => {
    const waiver = 'waivers: [{check: balance, relation: balance sheet balances, period: current, difference: (1), why: known}]\nerrata:';
    const { release: edited } = loadFixture(withEdit(files.release, 'errata:', waiver));
    expect(edited?.spec.waivers.map(({ period, difference }) => [period, difference.toString()])).toEqual([['1q01', '-1000']]);
  });

  it('gives a block what it extends, and documented defaults for the rest', () => {
    const notice = release.style.blocks.ja?.get('p.notice');
    expect(notice).toMatchObject({
      size: 9.5,
      leading: 15,
      font: 'text',
      align: 'justify',
      indent: 0,
      after: 8,
      weight: 400,
      widows: 2,
      keepTogether: false,
    });
    expect(release.style.blocks.en?.get('unit')).toMatchObject({ size: 9, weight: 400, font: 'heading', before: 12, keepWithNext: true });
    expect(release.style.pages.get('ja-text')).toMatchObject({ top: 59, firstTop: 59, grid: 16, runningHeadFrom: 0 });
    expect(release.style.pages.get('en-text')).toMatchObject({ top: 84, firstTop: 72, grid: 0, runningHeadFrom: 2 });
    expect(release.style.tables.get('statement')).toMatchObject({
      sizes: [8.5, 8, 7.5, 7],
      rules: { doubleGap: 1.5 },
      minColumn: 0,
      headAlign: 'center',
    });
    expect(release.style.ladder.get('ja-text')?.map(({ size }) => size)).toEqual([10, 9.5]);
  });

  it('lets a block extend one that stands below it', () => {
    const { release: edited } = loadFixture(
      withEdit(files.style, '    p.notice: {extends: p, size: 9.5, leading: 15,', '    p.notice: {extends: cell,'),
    );
    expect(edited?.style.blocks.ja?.get('p.notice')).toMatchObject({ size: 8.5, leading: 13.75, font: 'table', indent: 0, after: 8 });
  });

  it('fills lines by spaces alone unless the style says more', () => {
    expect(release.style.justification).toEqual({
      ja: unfilled,
      en: unfilled,
    });
    const asked = (said: string) => loadFixture(withEdit(files.style, 'tables:\n', `justification: ${said}\ntables:\n`));
    expect(asked('{ja: {hang: true}, en: {letters: {shrink: 0.01, stretch: 0.02}, hyphenate: true}}').release?.style.justification).toEqual(
      {
        ja: { ...unfilled, hang: true },
        en: { hang: false, letterShrink: 0.01, letterStretch: 0.02, widening: 0, hyphenate: true },
      },
    );
    expect(asked('{en: {hyphenate: true}}').release?.style.justification.en).toEqual({ ...unfilled, hyphenate: true });
    const wide = asked('{en: {letters: {shrink: 0.01, stretch: 0.2}}}').findings;
    expect(wide.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'validate/style: letters that stretch by 0.2 em are seen to do so',
    ]);
  });

  it('lets glyphs be wider by a fiftieth, and tells where more was asked for', () => {
    const asked = (widening: string) =>
      loadFixture(withEdit(files.style, 'tables:\n', `justification:\n  en: {hyphenate: false, widening: ${widening}}\ntables:\n`));
    const most = asked('0.02');
    expect(most.findings).toEqual([]);
    expect(most.release?.style.justification.en).toEqual({ ...unfilled, widening: 0.02 });
    const [finding, ...others] = asked('0.021').findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'validate/style',
      message: 'glyphs wider by 0.021 of their width are seen to be so',
      hints: ['keep to 0.02 at most; 0.015 is enough'],
    });
    const line = readFileSync(join(fixtureFolder, files.style), 'utf8').split('\n').indexOf('tables:') + 2;
    expect(finding?.at).toEqual({ file: files.style, line, column: 36, length: 5 });
  });

  it('looks names up even where the file that declares them has another fault', () => {
    const outcome = loadFixture(
      withEdit(files.concepts, 'unit: per-share', 'unit: pershare'),
      withEdit(files.operations, '{concept: revenue.services}', '{concept: revenue.service}'),
    );
    expect(outcome.findings.map(({ code }) => code)).toEqual(['validate/wrong-type', 'validate/unknown-concept']);
  });
});
