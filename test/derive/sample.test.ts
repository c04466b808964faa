// The printed sample, cell by cell: four pins and the rules of footing give every figure of its three statements.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import { pins, printedCells, sampleRelease } from './sample-release.ts';

/** Every printed cell as the sample writes it, by `statement concept column`. */
function cellsOf(financials: Financials): Map<string, string> {
  const cells = new Map<string, string>();
  for (const statement of financials.statements.values()) {
    for (const row of statement.rows) {
      for (const [index, cell] of row.cells.entries()) {
        const key = `${statement.id} ${row.spec.concept} ${statement.spec.columns[index]?.id}`;
        cells.set(key, cell ? (cell.nil ? '-' : asPrinted(cell.printed.toFixed(cell.decimals))) : '');
      }
    }
  }
  return cells;
}

function asPrinted(text: string): string {
  const grouped = text.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return text.startsWith('-') ? `(${grouped})` : grouped;
}

function derived(edits: Record<string, string> = {}, overrides: readonly string[] = pins) {
  const findings: Finding[] = [];
  const financials = derive(sampleRelease(edits, overrides), (finding) => findings.push(finding));
  return { financials, findings, cells: cellsOf(financials) };
}

describe('the sample', () => {
  const { cells, findings, financials } = derived();

  it('prints every cell of the three statements', () => {
    const expected = printedCells();
    expect(expected).toHaveLength(27 * 9 + 33 * 7 + 28 * 4);
    const wrong = expected.flatMap(({ statement, concept, column, text }) => {
      const key = `${statement} ${concept} ${column}`;
      const printed = cells.get(key);
      return printed === text.replace('%', '') ? [] : [`${key}: ${printed}, the sample prints ${text}`];
    });
    expect(wrong).toEqual([]);
    expect(findings).toEqual([]);
  });

  it('takes the gross margin from the printed percentages', () => {
    expect(financials.facts.get('margin.gross@2q02')?.value.toString()).toBe('0.11');
    expect(financials.facts.get('margin.gross@2q01')?.value.toString()).toBe('0.141');
    expect(financials.facts.get('margin.gross@1q02')?.value.toString()).toBe('0.091');
  });

  it('needs every one of its pins', () => {
    for (const pin of pins) {
      const others = derived(
        {},
        pins.filter((each) => each !== pin),
      );
      expect(others.findings).toEqual([]);
      expect([...others.cells].filter(([key, text]) => cells.get(key) !== text).length).toBeGreaterThan(1);
    }
  });

  it('prints tied facts alike in dollars where each column foots to the same figure', () => {
    expect(cells.get('operations result.net 2q02 translated')).toBe(cells.get('cash-flows result.net 2q02 translated'));
    expect(cells.get('cash-flows cash.closing 2q02 translated')).toBe(cells.get('balance-sheet assets.cash 2q02 translated'));
  });
});

describe('the sample corrected', () => {
  const before = derived();
  const renewed = pins
    .map((pin) => (pin.includes('36.7551') ? pin.replace('36.7551', '36.7457') : pin))
    .filter((pin) => !pin.includes('flow.receivable'));
  const after = derived(
    {
      'revenue.equipment': '1,784,953',
      'assets.receivable': '7,854,256',
      'equity.deficit': '(23,119,652)',
      'flow.receivable': '(982,056)',
    },
    renewed,
  );

  it('moves these percentages and dollars and no other', () => {
    const moved = [...after.cells]
      .filter(([key, text]) => /translated|percent-of/.test(key) && before.cells.get(key) !== text)
      .map(([key, text]) => `${key}: ${text}`);
    const percent = '2q02 percent-of revenue.total';
    const expected = [
      `operations revenue.dedicated ${percent}: 33.5`,
      `operations revenue.value-added ${percent}: 8.5`,
      `operations revenue.si ${percent}: 29.2`,
      `operations revenue.equipment ${percent}: 16.9`,
      `operations costs.connectivity ${percent}: 48.0`,
      `operations costs.si ${percent}: 25.4`,
      `operations costs.general ${percent}: 4.8`,
      `operations costs.total ${percent}: 101.7`,
      `operations result.operating ${percent}: (1.7)`,
      `operations result.before-tax ${percent}: (3.2)`,
      `operations result.net ${percent}: (21.9)`,
      'operations revenue.equipment 2q02 translated: 14,662',
      'operations revenue.total 2q02 translated: 86,893',
      'operations result.operating 2q02 translated: (1,510)',
      'operations result.before-tax 2q02 translated: (2,826)',
      'operations result.net 2q02 translated: (19,026)',
      'balance-sheet assets.receivable 2q02 translated: 64,517',
      'balance-sheet assets.current 2q02 translated: 112,398',
      'balance-sheet assets.total 2q02 translated: 320,752',
      'balance-sheet equity.deficit 2q02 translated: (189,910)',
      'balance-sheet equity.total 2q02 translated: 15,353',
      'balance-sheet liabilities-and-equity.total 2q02 translated: 320,752',
      'cash-flows result.net 2q02 translated: (19,026)',
      'cash-flows result.equity-method 2q02 translated: 12,161',
      'cash-flows flow.receivable 2q02 translated: (8,067)',
    ];
    expect(moved.toSorted()).toEqual(expected.toSorted());
    expect(after.findings).toEqual([]);
  });

  it('reports both pins of the corrected columns when they are left as they were', () => {
    const stale = derived({ 'assets.receivable': '7,854,256', 'flow.receivable': '(982,056)' });
    expect(stale.findings.map((finding) => `${finding.code} ${finding.message}`)).toEqual([
      expect.stringMatching(
        /^derive\/override-lapsed .*liabilities\.current in balance-sheet.* 36\.7551; the exact value is now 36\.7457$/,
      ),
      expect.stringMatching(/^derive\/override-lapsed .*flow\.receivable in cash-flows.* -7984\.68; the exact value is now -8066\.83$/),
    ]);
  });
});
