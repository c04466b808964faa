// A release derived, then one thing changed in it: with a memory comes what comes without, and what did not change is the same object.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Override } from '../../src/model/exceptions.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, type Memory } from '../../src/model/memory.ts';
import type { Concept, Release } from '../../src/model/release.ts';
import type { StatementSpec } from '../../src/model/statement-spec.ts';
import { buildRelease, exact, figure } from '../support/build-release.ts';

const base = buildRelease({
  rate: '100',
  concepts: { margin: { unit: 'ratio', decimals: 1 }, opening: { formula: 'previous(cash)' } },
  periods: {
    now: {
      previous: 'before',
      facts: { goods: '1,234.5', work: '2,345.5', cost: '300', cash: '70', margin: '8.1%', gift: '9', zero: '0' },
    },
    before: { facts: { goods: '1,000', work: '2,000', cost: '(40)', cash: '50', margin: '7.9%', gift: '8', zero: '0' } },
  },
  stated: { target: '5,000' },
  statements: {
    result: {
      columns: ['now amount', 'before amount', 'now translated', 'now percent-of sales', 'now change before'],
      rows: 'goods\nwork\nsales = goods + work\n~cost\ntarget',
      blank: { cost: ['change'] },
    },
    flows: { columns: ['now amount', 'now translated'], rows: 'opening\ncash\nsales', tied: { sales: 'result' } },
    rates: { columns: ['now amount', 'now amount regime truncate'], rows: 'margin' },
    gifts: { columns: ['now amount', 'before amount'], rows: 'gift\nzero' },
  },
  overrides: ['result | work | now translated | 23.45 | 23'],
});

interface Derived {
  readonly financials: Financials;
  readonly findings: readonly Finding[];
}

function derived(release: Release, memory?: Memory): Derived {
  const findings: Finding[] = [];
  const financials = derive(release, (finding) => findings.push(finding), memory);
  return { financials, findings };
}

type Change = (release: Release) => Release;

const fact =
  (concept: string, text: string | undefined, period = 'now'): Change =>
  (release) => {
    const old = release.periods.get(period);
    if (!old) throw new Error(`no period ${period}`);
    const facts = new Map(old.facts);
    const typed = facts.get(concept);
    if (!typed || text === undefined) facts.delete(concept);
    else facts.set(concept, { ...typed, value: text === '-' ? exact('0') : figure(text).mul(exact('1000')), nil: text === '-', text });
    return { ...release, periods: new Map(release.periods).set(period, { ...old, facts }) };
  };
const concept =
  (id: string, change: Partial<Concept>): Change =>
  (release) => ({ ...release, concepts: new Map(release.concepts).set(id, { ...(release.concepts.get(id) as Concept), ...change }) });
const spec =
  (change: Partial<Release['spec']>): Change =>
  (release) => ({ ...release, spec: { ...release.spec, ...change } });
const issuer =
  (change: Partial<Release['issuer']>): Change =>
  (release) => ({ ...release, issuer: { ...release.issuer, ...change } });
const statement =
  (id: string, change: (spec: StatementSpec) => Partial<StatementSpec>): Change =>
  (release) => {
    const old = release.statements.get(id) as StatementSpec;
    return { ...release, statements: new Map(release.statements).set(id, { ...old, ...change(old) }) };
  };
const [held] = base.spec.overrides as [Override];

const changes: Readonly<Record<string, Change>> = {
  'a typed figure': fact('goods', '1,300'),
  'a part of a sum': fact('work', '2,000'),
  'the period compared with': fact('goods', '1,100', 'before'),
  'a figure that another period opens with': fact('cash', '51', 'before'),
  'a figure that becomes nil': fact('cost', '-'),
  'a zero that becomes nil': fact('zero', '-'),
  'a tenth of a figure': fact('gift', '0.9'),
  'a figure that is gone': fact('cash', undefined),
  'a figure of the release in place of one of a period': (release) =>
    fact('zero', undefined)(spec({ stated: new Map(base.spec.stated).set('zero', statedZero()) })(release)),
  'the scale of a concept': concept('margin', { scale: 'thousand' }),
  'the decimals of a concept': concept('margin', { decimals: 2 }),
  'the unit of a concept': concept('gift', { unit: 'count', scale: 'one' }),
  'the unit of a part': concept('goods', { unit: 'count' }),
  'the rate': spec({ rate: { value: exact('120'), at: base.spec.at } }),
  'no rate': (release) => {
    const { rate: _, ...others } = release.spec;
    return { ...release, spec: others };
  },
  'an override more': spec({ overrides: [held, { ...held, concept: 'goods', exact: exact('12.34'), print: exact('13') }] }),
  'an override less': spec({ overrides: [] }),
  'another value of an override': spec({ overrides: [{ ...held, print: exact('24') }] }),
  'where an override is typed': spec({ overrides: [{ ...held, printAt: { ...held.printAt, line: 99 } }] }),
  'the words for a change beyond a limit': issuer({ change: { policy: 'nm', beyond: exact('20'), text: 'n.m.' } }),
  'other words for it': issuer({ change: { policy: 'nm', beyond: exact('20'), text: '—' } }),
  'a row of a statement': statement('gifts', ({ rows }) => ({ rows: rows.map((row) => ({ ...row, negate: true })) })),
  'where a row is typed': statement('gifts', ({ rows }) => ({ rows: rows.map((row) => ({ ...row, at: { ...row.at, line: 50 } })) })),
  'the decimals of a column': statement('gifts', ({ columns }) => ({ columns: columns.map((column) => ({ ...column, decimals: 1 })) })),
  'the regime of a column': statement('result', ({ columns }) => ({
    columns: columns.map((column) => ({ ...column, regime: 'truncate' })),
  })),
  'a tie that is cut': statement('flows', ({ rows }) => ({ rows: rows.map(({ tied: _, ...row }) => row) })),
  'a statement less': (release) => ({ ...release, statements: new Map([...release.statements].filter(([id]) => id !== 'gifts')) }),
  'a formula': concept('opening', { formula: { kind: 'concept', concept: 'gift', at: base.spec.at } }),
};

function statedZero() {
  const target = base.spec.stated.get('target');
  if (!target) throw new Error('the release states a target');
  return { ...target, concept: 'zero', value: exact('0'), text: '0' };
}

describe('a change after which a release is derived again', () => {
  it.each(Object.keys(changes))('%s', (name) => {
    const memory = new BoundedMemory(16);
    const changed = (changes[name] as Change)(base);
    expect(derived(base, memory)).toEqual(derived(base));
    const fresh = derived(changed);
    expect(fresh).not.toEqual(derived(base));
    for (const _ of ['made', 'recalled']) expect(derived(changed, memory)).toEqual(fresh);
    expect(derived(base, memory)).toEqual(derived(base));
  });
});

describe('what did not change', () => {
  it('is the same object: all financials, or each statement', () => {
    const memory = new BoundedMemory(16);
    const { financials, findings } = derived(base, memory);
    expect(findings).toEqual([]);
    expect(derived({ ...base, literals: [], narratives: {} }, memory).financials).toBe(financials);
    const { statements } = derived(fact('goods', '1,300')(base), memory).financials;
    const kept = [...statements.values()].filter((each) => each === financials.statements.get(each.id)).map(({ id }) => id);
    expect(kept).toEqual(['rates', 'gifts']);
    const cells = (of: Financials['statements'], column: number) => of.get('result')?.rows.map((row) => row.cells[column]);
    expect(cells(statements, 1)?.every((cell, row) => cell === cells(financials.statements, 1)?.[row])).toBe(true);
    expect(cells(statements, 0)?.[0]).not.toBe(cells(financials.statements, 0)?.[0]);
  });

  it('is made anew of other objects, which may be typed elsewhere', () => {
    const memory = new BoundedMemory(16);
    const { financials } = derived(base, memory);
    const { issuer, concepts, statements, periods, spec, relations } = base;
    const copies: readonly Partial<Release>[] = [
      { issuer: { ...issuer } },
      { concepts: new Map(concepts) },
      { statements: new Map([...statements].map(([id, each]) => [id, { ...each }])) },
      { periods: new Map([...periods].map(([id, each]) => [id, { ...each }])) },
      { spec: { ...spec } },
      { relations: [...relations] },
      { unprinted: new Map([['more', { ...(statements.get('gifts') as StatementSpec), id: 'more' }]]) },
      { unprinted: new Map([['gifts', statements.get('gifts') as StatementSpec]]), statements: new Map([...statements].slice(0, -1)) },
    ];
    for (const copy of copies) expect(derived({ ...base, ...copy }, memory).financials).not.toBe(financials);
    expect(derived(base, memory).financials).toBe(financials);
  });

  it('is found wrong each time that it is', () => {
    const memory = new BoundedMemory(16);
    const broken = fact('cash', undefined)(base);
    const { findings } = derived(broken);
    expect(findings).not.toEqual([]);
    for (const _ of ['made', 'made again']) expect(derived(broken, memory).findings).toEqual(findings);
  });
});
