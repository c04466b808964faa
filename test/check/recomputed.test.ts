import { describe, expect, it } from 'vitest';
import type { FigureCheck } from '../../src/check/check-shapes.ts';
import { comparatives } from '../../src/check/figures/comparatives.ts';
import { perShare } from '../../src/check/figures/per-share.ts';
import { staleStatements } from '../../src/check/figures/stale-statements.ts';
import { translation } from '../../src/check/figures/translation.ts';
import { derive } from '../../src/derive/derive.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Cell, Financials } from '../../src/model/financials.ts';
import type { AsReleased, Release } from '../../src/model/release.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';
import { formula } from '../support/formula.ts';

/** A small result with dollars and figures per share; both `foot` and `truncate` columns. */
const draft: ReleaseDraft = {
  rate: '120',
  concepts: {
    shares: { unit: 'count' },
    'per-share': { unit: 'per-share', decimals: 2, formula: 'net / shares' },
  },
  periods: {
    now: { facts: { sales: '1,000,070', costs: '900,130', shares: '22,480' } },
    before: { facts: { sales: '800,000', costs: '790,000', shares: '22,480', moved: '165' } },
  },
  statements: {
    result: {
      columns: ['now amount', 'now translated', 'before amount'],
      rows: 'sales\n~costs\nnet = sales + costs\nper-share',
      blank: { 'per-share': ['translated'] },
    },
  },
};

function run(each: FigureCheck, release: Release, change: (financials: Financials) => Financials = (same) => same): string[] {
  const financials = change(derive(release, () => {}));
  return each.run(release, financials).map(({ severity = each.severity, message }) => `${severity} ${each.code} ${message}`);
}

/** The financials with one printed cell changed, as a fault of derivation would print it. */
const printing =
  (concept: string, column: string, printed: number | string) =>
  (financials: Financials): Financials => {
    let found = 0;
    const statements = new Map(
      [...financials.statements].map(([id, statement]) => {
        const rows = statement.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell): Cell | undefined => {
            if (cell?.concept !== concept || `${cell.column.period} ${cell.measure}` !== column) return cell;
            found++;
            const value = Exact.parse(String(printed));
            if (!value) throw new Error(`${printed} is no number`);
            return { ...cell, printed: value };
          }),
        }));
        return [id, { ...statement, rows }] as const;
      }),
    );
    if (found !== 1) throw new Error(`${concept} stands ${found} times in ${column}`);
    return { ...financials, statements };
  };

describe('dollars', () => {
  const release = buildRelease(draft);

  it('are the yen divided by the rate, recomputed', () => {
    expect(run(translation, release)).toEqual([]);
    // 1,000,070 / 120 is 8,333.92.
    expect(run(translation, release, printing('sales', 'now translated', 8333))).toEqual([]);
    expect(run(translation, release, printing('sales', 'now translated', 8332))).toEqual([
      'error check/translation result, column now translated: sales@now prints 8,332, and its yen divided by 120 are 8,333.9166, which is printed within one unit, so that its column adds up',
    ]);
  });

  it('of a column that cuts are cut, to the last digit', () => {
    const cut = buildRelease({ ...draft, regime: 'truncate' });
    expect(run(translation, cut)).toEqual([]);
    expect(run(translation, cut, printing('sales', 'now translated', 8334))).toHaveLength(1);
  });
});

describe('figures per share', () => {
  const rows = 'sales\n~costs\nnet = sales + costs\nshares\nper-share';

  it('are what the printed result and shares give, as far as their digits go', () => {
    const release = buildRelease(draft);
    expect(run(perShare, release)).toEqual([]);
    const wrong =
      Number(
        derive(release, () => {})
          .facts.get('per-share@now')
          ?.value.round(2)
          .toFixed(2),
      ) + 1;
    expect(run(perShare, release, printing('per-share', 'now amount', wrong.toFixed(2)))).toHaveLength(1);
    const [result] = Object.values(draft.statements ?? {});
    expect(run(perShare, buildRelease({ ...draft, statements: { result: { ...(result as NonNullable<typeof result>), rows } } }))).toEqual(
      [],
    );
  });
});

describe('a comparative figure', () => {
  const released = (text: string, more: Partial<AsReleased> = {}): Release => {
    const release = buildRelease(draft);
    const before = release.periods.get('before');
    if (!before) throw new Error('no period before');
    const value = Exact.parse(text.replaceAll(',', ''))?.mul(Exact.of(1000));
    if (!value) throw new Error(`${text} is no number`);
    const entry = { concept: 'sales', value, text, at: { file: 'periods/before.yaml', line: 9, column: 1, length: 7 }, ...more };
    return { ...release, periods: new Map(release.periods).set('before', { ...before, asReleased: [entry] }) };
  };

  it('equals what its own release printed', () => {
    expect(run(comparatives, released('800,000'))).toEqual([]);
    expect(run(comparatives, released('800,001'))).toEqual([
      'error check/comparative sales@before is presented as 800,000 and was released as 800,001, a difference of -1 thousand JPY without a reason',
    ]);
  });

  it('differs by what its reason explains', () => {
    const because = 'note (2)';
    expect(run(comparatives, released('799,835', { because }))).toEqual([]);
    expect(run(comparatives, released('799,835', { because, difference: formula('moved') }))).toEqual([]);
    expect(run(comparatives, released('799,834', { because, difference: formula('moved') }))).toEqual([
      'error check/comparative sales@before is presented as 800,000 and was released as 799,834, a difference of 166 thousand JPY; moved explains 165',
    ]);
  });

  it('with a reason for no difference, or without a figure, is told', () => {
    expect(run(comparatives, released('800,000', { because: 'note (2)' }))[0]).toMatch(
      /presented as it was released, 800,000, and has a reason/,
    );
    expect(run(comparatives, released('5', { concept: 'none' }))).toEqual([
      'error check/comparative none@before was released as 5 and has no figure',
    ]);
  });
});

describe('a stated figure', () => {
  const confirmed = (text: string): Release => {
    const release = buildRelease({ ...draft, stated: { rank: '2' }, restsOn: { rank: ['sales@now'] } });
    const rank = release.spec.stated.get('rank');
    const value = Exact.parse(text)?.mul(Exact.of(1000));
    if (!rank || !value) throw new Error('no rank');
    const when = new Map([['sales@now', { value, text, decimals: 0, at: rank.at }]]);
    return { ...release, spec: { ...release.spec, stated: new Map([['rank', { ...rank, when }]]) } };
  };

  it('is asked for when what it rests on is no longer what it was', () => {
    expect(run(staleStatements, confirmed('1000070'))).toEqual([]);
    expect(run(staleStatements, confirmed('1000060'))).toEqual([
      'warning check/stated-stale rank@release rests on sales@now, which was 1000060 when it was confirmed and is 1,000,070 now',
    ]);
  });
});
