// Turn statements that a release does not print into what they are still for: totals and figures that something else asks for.
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import type { Finding } from '../../src/model/finding.ts';
import { provesFact } from '../../src/render/tie-out/prove-figure.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';

function run(draft: ReleaseDraft) {
  const findings: Finding[] = [];
  const release = buildRelease(draft);
  const financials = derive(release, (finding) => findings.push(finding));
  check(release, financials, (finding) => findings.push(finding));
  return { release, financials, told: findings.map(({ code, message }) => `${code}: ${message}`) };
}

const printed = { result: { columns: ['now amount'], rows: 'sales' } };

describe('a statement that is not printed', () => {
  it('needs no figures, foots nothing and has no cells', () => {
    const { told, financials } = run({
      periods: { now: { facts: { sales: '100', a: '1', b: '2' } } },
      statements: printed,
      unprinted: { annual: { columns: ['now amount', 'year amount', 'now translated'], rows: 'a\nb\nmissing\nsum = a + b + missing' } },
    });
    expect(told).toEqual([]);
    expect([...financials.statements.keys()]).toEqual(['result']);
    expect(financials.unprinted.size).toBe(0);
  });

  it('still says what its totals are, where nothing else does', () => {
    const { told, financials, release } = run({
      periods: { now: { facts: { sales: '100', a: '1', b: '2' } } },
      statements: { result: { columns: ['now amount'], rows: 'sales\nsum' } },
      unprinted: { annual: { columns: ['year amount'], rows: 'a\nb\nsum = a + b' } },
    });
    expect(told).toEqual([]);
    const sum = financials.facts.get('sum@now');
    expect(sum?.value.toString()).toBe('3000');
    expect(sum && provesFact(sum, release, financials)).toBe(true);
  });

  it('gives way to a printed tree and to a typed figure, and contradicts neither', () => {
    const given = (facts: Readonly<Record<string, string>>, rows: string) =>
      run({
        periods: { now: { facts } },
        statements: { result: { columns: ['now amount'], rows } },
        unprinted: { annual: { columns: ['now amount'], rows: 'a\nb\nsum = a + b' } },
      });
    const byTree = given({ a: '1', b: '2', c: '4' }, 'a\nc\nsum = a + c');
    expect(byTree.told).toEqual([]);
    expect(byTree.financials.facts.get('sum@now')?.value.toString()).toBe('5000');
    const typed = given({ a: '1', b: '2', sum: '7' }, 'sum');
    expect(typed.told).toEqual([]);
    expect(typed.financials.facts.get('sum@now')).toMatchObject({ origin: 'reported' });
  });

  it('closes no circle', () => {
    const { told } = run({
      concepts: { a: { formula: 'sum - b' } },
      periods: { now: { facts: { sales: '100', b: '2' } } },
      statements: printed,
      unprinted: { annual: { columns: ['now amount'], rows: 'a\nb\nsum = a + b' } },
    });
    expect(told).toEqual([]);
  });

  it('prints the figure that a formula asks for with printed(), and no other column', () => {
    const { told, financials } = run({
      concepts: { margin: { unit: 'ratio', formula: 'printed(annual, cost)' } },
      periods: { now: { facts: { sales: '300', cost: '100' } } },
      statements: { result: { columns: ['now amount'], rows: 'sales\nmargin' } },
      unprinted: { annual: { columns: ['now percent-of sales', 'now amount'], rows: 'cost\nmissing' } },
    });
    expect(told).toEqual([]);
    expect(financials.facts.get('margin@now')?.value.toString()).toBe('0.333');
    const cells = financials.unprinted.get('annual')?.rows[0]?.cells;
    expect(cells?.map((cell) => cell?.printed.toFixed(1))).toEqual(['33.3', undefined]);
  });

  it('says what is missing at the figure that asks for it', () => {
    const { told } = run({
      concepts: { margin: { unit: 'ratio', formula: 'printed(annual, cost)' } },
      periods: { now: { facts: { sales: '300' } } },
      statements: { result: { columns: ['now amount'], rows: 'sales\nmargin' } },
      unprinted: { annual: { columns: ['now percent-of sales'], rows: 'cost' } },
    });
    expect(told).toEqual([
      'derive/missing-fact: no figure for margin@now: result prints it in column now amount, and its formula needs cost as annual prints it',
    ]);
  });

  it('prints what a relation asks for, so that the relation holds', () => {
    const relate = (right: string) =>
      run({
        concepts: { margin: { unit: 'ratio' } },
        periods: { now: { facts: { sales: '300', cost: '100', margin: right } } },
        statements: printed,
        unprinted: { annual: { columns: ['now percent-of sales'], rows: 'cost' } },
        relations: ['parts | the margin is as printed | margin | printed(annual, cost)'],
      }).told;
    expect(relate('33.3%')).toEqual([]);
    expect(relate('43.4%')).toEqual([expect.stringMatching(/^check\/parts: the margin is as printed/)]);
  });

  it('ties no row and takes no override', () => {
    const draft: ReleaseDraft = {
      periods: { now: { facts: { sales: '100', cost: '30' } } },
      statements: { result: { columns: ['now amount'], rows: 'sales', tied: { sales: 'annual sales' } } },
      unprinted: { annual: { columns: ['now amount'], rows: 'sales\ncost' } },
    };
    expect(run(draft).told).toEqual([]);
    expect(run({ ...draft, overrides: ['annual | cost | now amount | 30 | 31'] }).told).toEqual([
      'derive/override-unknown: the override of cost in annual, now amount names a statement that this release does not print',
    ]);
  });
});
