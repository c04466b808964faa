// Turn the printed statements of the sample into a release that holds only what cannot be computed, for comparison with what is printed.
import type { Release } from '../../src/model/release.ts';
import { buildRelease, type PeriodDraft, type StatementDraft } from '../support/build-release.ts';
import { balanceSheet, cashFlows, operations } from './sample-statements.ts';

/** The pins that the printed sample needs: one in each column that footing alone does not reproduce. */
export const pins = [
  'operations | costs.total-of-revenues | 2q01 percent-of revenue.total | 85.8702 | 85.9',
  'balance-sheet | liabilities.current | 2q02 percent-of assets.total | 36.7551 | 36.7',
  'balance-sheet | liabilities.other | 2q01 percent-of assets.total | 0.0589 | 0.1',
  'cash-flows | flow.receivable | 2q02 translated | -7984.68 | -7984',
];

export const statements: Readonly<Record<string, StatementDraft>> = {
  operations: {
    columns: [
      '2q02 translated',
      '2q02 amount',
      '2q02 percent-of revenue.total',
      '2q01 amount',
      '2q01 percent-of revenue.total',
      '2q02 change 2q01',
      '1q02 amount',
      '1q02 percent-of revenue.total',
      '2q02 change 1q02',
    ],
    rows: operations,
    blank: Object.fromEntries(
      ['result.per-share', 'result.per-ads', 'shares.average', 'shares.ads'].map((concept) => [
        concept,
        ['translated', 'percent-of', 'change'] as const,
      ]),
    ),
  },
  'balance-sheet': {
    columns: [
      '2q02 translated',
      '2q02 amount',
      '2q02 percent-of assets.total',
      '2q01 amount',
      '2q01 percent-of assets.total',
      '1q02 amount',
      '1q02 percent-of assets.total',
    ],
    rows: balanceSheet,
  },
  'cash-flows': {
    columns: ['2q02 translated', '2q02 amount', '2q01 amount', '1q02 amount'],
    rows: cashFlows,
    tied: { 'result.net': 'operations', 'result.minority': 'operations', 'cash.closing': 'balance-sheet assets.cash' },
  },
};

/** Printed cells by statement, concept and column. Blank cells are empty text. */
export function printedCells(): { statement: string; concept: string; column: string; text: string }[] {
  return Object.entries(statements).flatMap(([statement, { rows, columns }]) =>
    rows
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [head = '', ...cells] = line.split('|').map((cell) => cell.trim());
        const concept = conceptOf(head);
        return columns.map((column, index) => ({ statement, concept, column, text: cells[index] ?? '' }));
      }),
  );
}

/** `edits` replaces typed figures of the current quarter; `overrides` the pins. */
export function sampleRelease(edits: Readonly<Record<string, string>> = {}, overrides: readonly string[] = pins): Release {
  return buildRelease({
    rate: '121.74',
    concepts: {
      'result.per-share': { unit: 'per-share', formula: 'result.net / shares.average' },
      'result.per-ads': { unit: 'per-share', decimals: 2, formula: 'result.net / shares.ads' },
      'shares.average': { unit: 'count' },
      'shares.ads': { unit: 'count', formula: 'shares.average * 2000' },
      'cash.opening': { formula: 'previous(cash.closing)' },
      'margin.gross': {
        unit: 'ratio',
        decimals: 1,
        formula: 'printed(operations, revenue.total) - printed(operations, costs.total-of-revenues)',
      },
    },
    periods: {
      '2q02': { previous: '1q02', ...typed('2q02', edits) },
      '1q02': typed('1q02'),
      '2q01': typed('2q01'),
    },
    statements,
    overrides,
  });
}

/** Figures of a period that are typed: every item of the three statements that nothing computes. */
function typed(period: string, edits: Readonly<Record<string, string>> = {}): PeriodDraft {
  const computed = ['result.net', 'result.per-share', 'result.per-ads', 'shares.ads', ...(period === '2q02' ? ['cash.opening'] : [])];
  const facts: Record<string, string> = {};
  for (const { rows, columns } of Object.values(statements)) {
    const index = columns.indexOf(`${period} amount`);
    for (const line of rows.trim().split('\n')) {
      const [head = '', ...cells] = line.split('|').map((cell) => cell.trim());
      const concept = conceptOf(head);
      if (head.startsWith('~') || head.includes(' = ') || computed.includes(concept)) continue;
      facts[concept] = cells[index] ?? '';
    }
  }
  return { facts: { ...facts, ...edits } };
}

function conceptOf(head: string): string {
  return (head.split(' = ')[0] ?? '').replace('~', '').trim();
}
