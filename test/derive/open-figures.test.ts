// Turn undecided figures, ranges and nils into totals, changes and shares: what each comes to in a statement.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { openText } from '../../src/figures/ends.ts';
import type { Cell } from '../../src/model/financials.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';

const fail = (finding: { readonly message: string }): never => {
  throw new Error(finding.message);
};

const shown = (cell: Cell | undefined): string | undefined =>
  cell &&
  ((typeof cell.text === 'string' ? cell.text : undefined) ??
    (cell.nil
      ? 'nil'
      : openText({ value: cell.printed, upper: cell.upper?.printed, undecided: cell.undecided }, (end) => end.toFixed(cell.decimals))));

/** Rows of a statement of two periods: amount of each, change, share of the total. */
function printed(now: Readonly<Record<string, string>>, more: Partial<ReleaseDraft> = {}): readonly (readonly (string | undefined)[])[] {
  const release = buildRelease({
    periods: { now: { facts: now }, before: { facts: { a: '100', b: '50' } } },
    statements: {
      s: {
        columns: ['now amount', 'before amount', 'now change before decimals 1', 'now percent-of total decimals 1'],
        rows: 'a\nb\ntotal = a + b',
        scale: 'thousand',
      },
    },
    ...more,
  });
  return (derive(release, fail).statements.get('s')?.rows ?? []).map(({ cells }) => cells.map(shown));
}

describe.each(['round', 'truncate', 'foot', 'sum'] as const)('under %s', (regime) => {
  it('a total with an undecided part is undecided, and a change or a share of it the sign for none', () => {
    expect(printed({ a: 'undecided', b: '60' }, { regime })).toEqual([
      ['undecided', '100', 'nil', 'nil'],
      ['60', '50', '20.0', 'nil'],
      ['undecided', '150', 'nil', 'nil'],
    ]);
  });

  it('the ends of a total are those of its parts', () => {
    expect(printed({ a: '110..120', b: '60..70' }, { regime: regime === 'truncate' ? 'round' : regime })).toEqual([
      ['110..120', '100', '10.0..20.0', '57.9..70.6'],
      ['60..70', '50', '20.0..40.0', '31.6..41.2'],
      ['170..190', '150', '13.3..26.7', '100.0'],
    ]);
  });

  it('what is subtracted enters with its other end', () => {
    const rows = printed(
      { a: '110..120', b: '60..70' },
      { regime, statements: { s: { columns: ['now amount'], rows: 'a\nb\nrest = a - b' } } },
    );
    expect(rows).toEqual([['110..120'], ['60..70'], ['40..60']]);
  });

  it('a total of nils is a nil, and of a nil and an amount that amount', () => {
    const only = { statements: { s: { columns: ['now amount'], rows: 'a\nb\ntotal = a + b' } }, regime };
    expect(printed({ a: '-', b: '-' }, only)).toEqual([['nil'], ['nil'], ['nil']]);
    expect(printed({ a: '-', b: '18' }, only)).toEqual([['nil'], ['18'], ['18']]);
    expect(printed({ a: '0', b: '0' }, only)).toEqual([['0'], ['0'], ['0']]);
  });
});

it('a row with its sign reversed turns the ends of a range', () => {
  const statements = { s: { columns: ['now amount'], rows: '~a' } };
  expect(printed({ a: '(20)..30', b: '1' }, { statements })).toEqual([['-30..20']]);
});

it('a quotient by a range that may be zero is told, and by another has both ends', () => {
  const concepts = { a: {}, b: {}, q: { formula: 'a / b', unit: 'per-share' as const, decimals: 2 } };
  const statements = { s: { columns: ['now amount'], rows: 'q' } };
  expect(printed({ a: '100..200', b: '10..20' }, { concepts, statements })).toEqual([['5.00..20.00']]);
  expect(() => printed({ a: '100', b: '(10)..20' }, { concepts, statements })).toThrow('divides by b, which is zero');
});
