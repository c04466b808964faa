// Turn runs of merge that read figures into whether another run would read the same.
import { describe, expect, it } from 'vitest';
import { factKey } from '../../src/figures/fact-key.ts';
import { proseFigures } from '../../src/figures/prose-figure.ts';
import { readAgain, readingFigures } from '../../src/merge/figures-read.ts';
import { openMerging } from '../../src/merge/merge.ts';
import type { Merging } from '../../src/merge/merging.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Fact, Financials } from '../../src/model/financials.ts';
import { forgetful } from '../../src/model/memory.ts';
import { smallFinancials, smallRelease } from '../support/merge-fixture.ts';

const key = factKey('revenue.total', '1q01');
const fact = smallFinancials.facts.get(key);
if (!fact) throw new Error('the small issuer has no revenues');

const runOf = (financials: Financials): Merging => openMerging(smallRelease, financials, () => {}, forgetful);
const withFact = (change: Partial<Fact>): Financials => ({
  ...smallFinancials,
  facts: new Map(smallFinancials.facts).set(key, { ...fact, ...change }),
});
const none = new Set<never>();

/** What `use` reads, and whether a run of other financials would read it again. */
function readsAgain(use: (merging: Merging) => unknown, financials: Financials): boolean {
  const recorded = readingFigures(runOf(smallFinancials));
  use(recorded.merging);
  const read = recorded.read();
  if (!read) throw new Error('what was read cannot be looked up again');
  return readAgain(read, none, runOf(financials)) !== undefined;
}

describe('what a run reads of figures', () => {
  const reading = (merging: Merging) => merging.financials.facts.get(key);

  it('holds for facts that say the same, wherever they were typed', () => {
    expect(readsAgain(reading, withFact({ at: { ...fact.at, line: fact.at.line + 3 } }))).toBe(true);
    expect(readsAgain(reading, withFact({ value: Exact.of(fact.value.n, fact.value.d), inputs: [...fact.inputs] }))).toBe(true);
  });

  it.each<[string, Partial<Fact>]>([
    ['its value', { value: fact.value.add(Exact.one) }],
    ['a nil', { nil: !fact.nil }],
    ['its unit', { unit: 'count' }],
    ['how coarse it is', { halfUnit: Exact.of(7n) }],
    ['an input more', { inputs: [...fact.inputs, 'other@1q01'] }],
    ['its formula', { formula: 'a + b' }],
  ])('does not hold for a fact that differs: %s', (_, change) => {
    expect(readsAgain(reading, withFact(change))).toBe(false);
  });

  it('does not hold for a fact that is gone, or that was not there', () => {
    const without = new Map(smallFinancials.facts);
    without.delete(key);
    expect(readsAgain(reading, { ...smallFinancials, facts: without })).toBe(false);
    const other = factKey('revenue.total', 'later');
    const more = new Map(smallFinancials.facts).set(other, { ...fact, key: other });
    expect(readsAgain((merging) => merging.financials.facts.get(other), { ...smallFinancials, facts: more })).toBe(false);
    expect(readsAgain((merging) => merging.financials.facts.has(other), { ...smallFinancials, facts: more })).toBe(false);
  });

  it('holds for a fact that was not read', () => {
    expect(readsAgain((merging) => merging.financials.facts.get('none@1q01'), withFact({ value: Exact.one }))).toBe(true);
  });

  it('does not hold for another statement of the name; for whether there is one it does', () => {
    const [name, statement] = [...smallFinancials.statements][0] ?? [];
    if (name === undefined || !statement) throw new Error('the small issuer has no statement');
    const other = { ...smallFinancials, statements: new Map(smallFinancials.statements).set(name, { ...statement }) };
    expect(readsAgain(({ financials }) => financials.statements.get(name), other)).toBe(false);
    expect(readsAgain(({ financials }) => financials.statements.has(name), other)).toBe(true);
    const fewer = new Map(smallFinancials.statements);
    fewer.delete(name);
    expect(readsAgain(({ financials }) => financials.statements.has(name), { ...smallFinancials, statements: fewer })).toBe(false);
  });

  it('does not hold where a statement prints the figure that was asked for otherwise', () => {
    const question = { fact, measure: 'amount', decimals: 0, scale: 'million' } as const;
    const cell = [...smallFinancials.statements.values()]
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .find((each) => each?.measure === 'amount' && each.text === undefined && !each.nil && each.column.of === undefined);
    const of = cell && smallFinancials.facts.get(cell.fact);
    if (!cell || !of) throw new Error('the small issuer prints no amount');
    const asked = { ...question, fact: of, decimals: cell.decimals, scale: cell.scale };
    expect(proseFigures(smallRelease, smallFinancials)(asked).kind).toBe('figure');
    const statements = new Map(
      [...smallFinancials.statements].map(([id, statement]) => {
        const rows = statement.rows.map((row) => ({
          ...row,
          cells: row.cells.map((each) => (each?.fact === cell.fact ? { ...each, printed: each.printed.add(Exact.one) } : each)),
        }));
        return [id, { ...statement, rows }];
      }),
    );
    expect(readsAgain(({ ask }) => ask(asked), smallFinancials)).toBe(true);
    expect(readsAgain(({ ask }) => ask(asked), { ...smallFinancials, statements })).toBe(false);
  });

  it('is not known where a whole list was walked', () => {
    const walks: readonly ((merging: Merging) => unknown)[] = [
      ({ financials }) => [...financials.facts],
      ({ financials }) => financials.facts.size,
      ({ financials }) => [...financials.statements.keys()],
      ({ financials }) => [...financials.facts.values()],
      ({ financials }) => [...financials.facts.entries()],
      ({ financials }) => financials.statements.forEach(() => {}),
    ];
    for (const walk of walks) {
      const recorded = readingFigures(runOf(smallFinancials));
      walk(recorded.merging);
      expect(recorded.read()).toBeUndefined();
    }
  });
});
