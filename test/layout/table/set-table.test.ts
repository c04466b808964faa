import { describe, expect, it } from 'vitest';
import type { GlyphRun, Layout, Rule } from '../../../src/model/page.ts';
import { documentOf, head, section, table } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';
import { layOut, runs, text } from '../../support/lay-out.ts';

const statement = table(
  'operations',
  [
    '#Revenues',
    'Access | 29,131 | 33.6% | (1.4%)',
    'Dial-up | 6,504 | 7.5 | (15.1)',
    'Other | – | 0.0 | –',
    '-Total | 1,086,811 | 100.0 | 10.9',
    'Per share | (103,477) | | ',
    'Per ADS | (51.74) | | ',
  ],
  {
    measures: ['amount', 'percent-of', 'change'],
    headRows: 3,
    heads: [
      head('h.stub', [0, 0, 3, 1], ''),
      head('h.all', [0, 1, 1, 3], 'Comparison'),
      head('h.period', [1, 1, 1, 2], 'Sept 30, 2002'),
      head('h.change', [1, 3, 2, 1], 'Change|%'),
      head('h.jpy', [2, 1, 1, 1], 'JPY'),
      head('h.pct', [2, 2, 1, 1], '% of total|revenues'),
    ],
  },
);

const set = layOut(documentOf({ en: [section('s', [statement])] }), blockStyleSheet()).layout;

/** The x of the right edge of the last digit (or nil dash) of each figure, by cell. */
function digitEdges(layout: Layout, column: number): readonly number[] {
  return cellRuns(layout, column)
    .map((run) => ({ run, last: run.glyphs.findLastIndex((glyph) => /[\d–]/u.test(glyph.text)) }))
    .filter(({ last }) => last >= 0)
    .map(({ run, last }) => run.x + (run.offsets[last] ?? 0) + run.size / 2);
}

function cellRuns(layout: Layout, column: number): readonly GlyphRun[] {
  return layout.pages.flatMap(runs).filter((run) => 'element' in run.owner && run.owner.element.endsWith(`.c${column}`));
}

function rules(layout: Layout, role: Rule['role']): readonly Rule[] {
  return layout.pages.flatMap((page) => page.items).filter((item) => item.kind === 'rule' && item.role === role) as Rule[];
}

const ownedBy = (element: string): readonly GlyphRun[] =>
  set.pages.flatMap(runs).filter((run) => 'element' in run.owner && run.owner.element === element);

const extent = (found: readonly GlyphRun[]): { left: number; right: number } => ({
  left: Math.min(...found.map((run) => run.x)),
  right: Math.max(...found.map((run) => run.x + run.width)),
});

describe('figures of a column', () => {
  it.each([0, 1, 2])('end their digits at one edge (column %i)', (column) => {
    const edges = digitEdges(set, column);
    expect(edges.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(0.01);
  });

  it('line up their decimal points where they have the same decimals', () => {
    const points = cellRuns(set, 1)
      .filter((run) => text(run).includes('.'))
      .map((run) => run.x + (run.offsets[run.glyphs.findIndex((glyph) => glyph.text === '.')] ?? 0));
    expect(points.length).toBe(4);
    for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0, 2);
  });

  it('hang their suffixes beyond the digit edge', () => {
    const edge = digitEdges(set, 2)[0] ?? 0;
    const suffixes = cellRuns(set, 2).filter((run) => /^[)%]/.test(text(run)));
    expect(suffixes.map(text)).toEqual(['%)', ')']);
    for (const suffix of suffixes) expect(suffix.x).toBeCloseTo(edge, 2);
  });
});

describe('heads', () => {
  it('stand in the middle of the columns that they span', () => {
    const [comparison, period] = [rules(set, 'spanner')[0], rules(set, 'spanner')[1]];
    for (const [rule, name] of [
      [comparison, 'h.all'],
      [period, 'h.period'],
    ] as const) {
      const { left, right } = extent(ownedBy(name));
      expect((left + right) / 2).toBeCloseTo((rule?.x ?? 0) + (rule?.width ?? 0) / 2, 2);
    }
  });

  it('rule their columns and no more', () => {
    const [comparison, period] = rules(set, 'spanner');
    const first = extent(cellRuns(set, 0));
    const second = extent(cellRuns(set, 1));
    const third = extent(cellRuns(set, 2));
    expect(comparison?.x).toBeLessThanOrEqual(first.left);
    expect((comparison?.x ?? 0) + (comparison?.width ?? 0)).toBeGreaterThanOrEqual(third.right);
    expect((period?.x ?? 0) + (period?.width ?? 0)).toBeGreaterThanOrEqual(second.right);
    expect((period?.x ?? 0) + (period?.width ?? 0)).toBeLessThan(third.left - 4);
  });

  it('end at the same line whatever their number of lines', () => {
    const foot = (name: string): number => Math.max(...ownedBy(name).map((run) => run.y));
    expect(foot('h.change')).toBeCloseTo(foot('h.jpy'), 2);
    expect(foot('h.pct')).toBeCloseTo(foot('h.jpy'), 2);
  });

  it('break only where the author allows it', () => {
    const found = ownedBy('h.change');
    const baselines = [...new Set(found.map((run) => run.y))];
    const line = (y: number): string =>
      found
        .filter((run) => run.y === y)
        .map(text)
        .join('')
        .trim();
    expect(baselines.map(line)).toEqual(['Change', '%']);
  });
});

describe('rules', () => {
  it('stand above totals, from the widest figure to the digit edge, and not in percent columns', () => {
    const found = rules(set, 'total');
    expect(found).toHaveLength(1);
    const total = extent(ownedBy('operations.r4.c0'));
    expect(found[0]?.x).toBeCloseTo(extent(cellRuns(set, 0)).left, 2);
    expect((found[0]?.x ?? 0) + (found[0]?.width ?? 0)).toBeCloseTo(total.right, 2);
    expect(found[0]?.y).toBeLessThan((ownedBy('operations.r4.c0')[0]?.y ?? 0) - 8.8);
  });

  it('double below a grand total', () => {
    const grand = { ...statement, rows: statement.rows.map((row) => (row.kind === 'total' ? { ...row, rule: 'grand' as const } : row)) };
    const layout = layOut(documentOf({ en: [section('s', [grand])] }), blockStyleSheet()).layout;
    const [upper, lower] = rules(layout, 'grand');
    expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeCloseTo(1.5, 5);
    const next = layout.pages.flatMap(runs).find((run) => 'element' in run.owner && run.owner.element === 'operations.r5.label');
    expect((next?.y ?? 0) - 8.8 - ((lower?.y ?? 0) + (lower?.height ?? 0))).toBeGreaterThan(0.8);
  });
});

describe('labels', () => {
  it('are indented by level', () => {
    const x = (row: number): number => ownedBy(`operations.r${row}.label`)[0]?.x ?? 0;
    expect(x(1) - x(0)).toBeCloseTo(ownedBy('operations.r1.label')[0]?.size ?? 0, 5);
    expect(x(4)).toBe(x(0));
  });

  it('wrap to two lines and hang when the table is too wide at every size', () => {
    const long = table('wide', [`${'label words '.repeat(4)}| ${'1,234,567 | '.repeat(4)} 1,234,567`, 'short | 1 | 2 | 3 | 4 | 5']);
    const { layout, findings } = layOut(documentOf({ en: [section('s', [long])] }), blockStyleSheet());
    const label = layout.pages.flatMap(runs).filter((run) => 'element' in run.owner && run.owner.element === 'wide.r0.label');
    const baselines = [...new Set(label.map((run) => run.y))];
    expect(baselines).toHaveLength(2);
    const start = (y: number | undefined): number => Math.min(...label.filter((run) => run.y === y).map((run) => run.x));
    expect(start(baselines[1]) - start(baselines[0])).toBeCloseTo(8, 5);
    const figures = layout.pages.flatMap(runs).filter((run) => 'element' in run.owner && run.owner.element === 'wide.r0.c0');
    expect(figures[0]?.y).toBe(baselines[1]);
    expect(findings).toEqual([]);
  });

  it('are reported with the widths when neither wrapping nor splitting helps', () => {
    const wide = table('broad', [`label | ${'1,234,567,890 | '.repeat(9)} 1`], { headRows: 1, heads: [head('b.h', [0, 1, 1, 10], 'All')] });
    const { findings } = layOut(documentOf({ en: [section('s', [wide])] }), blockStyleSheet());
    // 10 columns: nine of 13 half-em digits and one of 1, gutters of 1 em, label and indent 3.5 em, all at 8 points.
    const needed = 8 * (9 * 6.5 + 0.5 + 10 + 3.5);
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ['layout/table-too-wide', `table broad needs ${needed.toFixed(1)} pt at its smallest size of 8 pt, the page holds 400.0 pt`],
    ]);
  });
});
