// Formulas, totals and pins that would take for ever, or all of the stack, if anything in derive went where each of them leads.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { foot } from '../../src/figures/foot.ts';
import type { Finding } from '../../src/model/finding.ts';
import { buildRelease, exact, type ReleaseDraft } from '../support/build-release.ts';
import { timeTaken } from '../support/time-taken.ts';

function run(draft: ReleaseDraft) {
  const findings: Finding[] = [];
  const taken = timeTaken();
  const { facts } = derive(buildRelease(draft), (finding) => findings.push(finding));
  return { facts, findings, milliseconds: taken() };
}

/** `a0`, `a1`… each computed from the one before it. */
function chain(count: number, formula: (before: string) => string): Record<string, { formula: string }> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`a${index}`, { formula: formula(index === 0 ? 'start' : `a${index - 1}`) }]),
  );
}

describe('derive', () => {
  it('follows a chain of thousands of formulas', () => {
    const { facts, findings, milliseconds } = run({
      concepts: { start: {}, ...chain(4000, (before) => `${before} + start`) },
      periods: { now: { facts: { start: '1' } } },
      statements: { s: { columns: ['now amount'], rows: 'a3999' } },
    });
    expect(findings).toEqual([]);
    expect(facts.get('a3999@now')?.value.toString()).toBe('4001000');
    expect(milliseconds).toBeLessThan(2000);
  });

  it('follows balances through thousands of periods', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `p${index}`);
    const periods = Object.fromEntries(
      names.map((name, index) => [
        name,
        index === 0 ? { facts: { opening: '10', flow: '1' } } : { previous: names[index - 1] ?? '', facts: { flow: '1' } },
      ]),
    );
    const { facts, findings, milliseconds } = run({
      concepts: { opening: { formula: 'previous(closing)' } },
      periods,
      statements: { cash: { columns: ['p1999 amount'], rows: 'opening\nflow\nclosing = opening + flow' } },
    });
    expect(findings).toEqual([]);
    expect(facts.get('closing@p1999')?.value.toString()).toBe('2010000');
    expect(milliseconds).toBeLessThan(2000);
  });

  it('looks into a missing figure once, however many formulas lead to it', () => {
    const { findings, milliseconds } = run({
      concepts: { start: {}, ...chain(60, (before) => `${before} + ${before}`) },
      periods: { now: { facts: {} } },
      statements: { s: { columns: ['now amount'], rows: 'a59' } },
    });
    expect(findings.map(({ message }) => message)).toEqual(['no figure for start@now: a59 in s needs it in column now amount']);
    expect(milliseconds).toBeLessThan(1000);
  });

  it('gives a value up that grows beyond its limit, and says so', () => {
    const { findings, milliseconds } = run({
      concepts: { start: {}, ...chain(60, (before) => `${before} * ${before}`) },
      periods: { now: { facts: { start: '123,456' } } },
      statements: { s: { columns: ['now amount'], rows: 'a59' } },
    });
    expect(findings.map(({ code, message, hints }) => `${code} ${message} | ${hints?.join()}`)).toEqual([
      'derive/missing-fact no figure for a4@now: a59 in s needs it in column now amount, and its formula comes to more than the 200 digits that a value may have | compute a4 from fewer products and quotients',
    ]);
    expect(milliseconds).toBeLessThan(1000);
  });

  it('tells a circle of formulas as it did', () => {
    const { findings } = run({
      concepts: { a: { formula: 'b + c' }, b: { formula: 'a' }, c: {} },
      periods: { now: { facts: { c: '1' } } },
      statements: { s: { columns: ['now amount'], rows: 'a' } },
    });
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toContain('derive/circular a@now needs b@now needs a@now');
  });
});

describe('foot', () => {
  it('settles totals of totals that share their parts', () => {
    const nodes = [
      { id: 'n0', exact: exact('1.4'), parts: [] },
      ...Array.from({ length: 80 }, (_, index) => ({
        id: `n${index + 1}`,
        exact: exact('1.4'),
        parts: [{ id: `n${index}`, weight: 1 as const }, ...(index > 0 ? [{ id: `n${index - 1}`, weight: 1 as const }] : [])],
      })),
    ];
    const taken = timeTaken();
    expect(foot(nodes, 0).printed.size).toBe(81);
    expect(taken()).toBeLessThan(500);
  });

  it('shares out what a far pin leaves over, one step each before anyone takes a second', () => {
    const parts = Array.from({ length: 300 }, (_, index) => ({ id: `p${index}`, exact: exact(`${index + 1}.${index % 10}`), parts: [] }));
    const total = {
      id: 't',
      exact: exact('44985'),
      parts: parts.map(({ id }) => ({ id, weight: 1 as const })),
      pin: exact('999999999999'),
    };
    const taken = timeTaken();
    const { printed, conflicts } = foot([...parts, total], 0);
    expect(taken()).toBeLessThan(500);
    expect(conflicts).toEqual([]);
    const steps = parts.map(({ id, exact: value }) => printed.get(id)?.sub(value.round()).n ?? 0n);
    expect(Number(steps.reduce((a, b) => (a > b ? a : b)) - steps.reduce((a, b) => (a < b ? a : b)))).toBe(1);
  });
});
