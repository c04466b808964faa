import { expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Finding } from '../../src/model/finding.ts';
import { files, loadFixture, withEdit } from '../support/fixture.ts';
import { periodTable, periodTableFile, placePeriodTable } from '../support/period-table.ts';

const amounts = periodTable
  .replace('scale: million', 'scale: thousand')
  .replace('measure: percent-of, of: revenue.total, regime: truncate}', 'measure: amount}');
const override = (concept: string) => `overrides:
  - {where: terms, concept: ${concept}, period: current, measure: amount, exact: "650125", print: "650,126", why: as first published}
`;

function derived(concept: string) {
  const { release, listed } = loadFixture(
    { file: periodTableFile, content: amounts },
    placePeriodTable,
    withEdit(files.operations, '- {concept: costs.staff}', '- {concept: costs.staff, tied: {statement: terms}}'),
    withEdit(files.release, 'overrides:\n', override(concept)),
  );
  expect(listed).toEqual([]);
  if (!release) throw new Error('the small issuer does not load');
  const findings: Finding[] = [];
  const { statements } = derive(release, (finding) => findings.push(finding));
  const printed = (statement: string, row: string, column: string) => {
    const cells = statements.get(statement)?.rows.flatMap((each) => each.cells) ?? [];
    return cells.find((cell) => cell?.concept === row && cell.column.id === column)?.printed.toString();
  };
  return { printed, findings };
}

it('a cell of a table with periods as rows can be overridden, and another statement tied to it', () => {
  const { printed, findings } = derived('costs.staff');
  expect(findings).toEqual([]);
  expect(printed('terms', 'costs.staff', '1.staff')).toBe('650126');
  // Another concept stands first in that row: its column is not taken for this one's.
  expect(printed('operations', 'costs.staff', 'jpy')).toBe('650126');
  expect(printed('operations', 'costs.staff', 'prior-jpy')).toBe('500000');
  expect(printed('terms', 'revenue.total', '1.sales')).toBe('1500750');
});

it('prints nothing of a concept in a column that is another’s', () => {
  const { printed } = derived('costs.staff');
  expect(printed('terms', 'costs.staff', '1.sales')).toBeUndefined();
  expect(printed('terms', 'revenue.total', '1.staff')).toBeUndefined();
});

it('an override of what the table does not print is told', () => {
  const { findings } = derived('costs.goods');
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'derive/override-unknown the override of costs.goods in terms, 1q01 amount names no column of terms',
  ]);
});
