// The issuer's own files: derived and checked without a finding, every computed cell as the sample prints it.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { validate } from '../../src/validate/validate.ts';
import { printedCells, statements } from './sample-release.ts';

const root = join(import.meta.dirname, '../..');

describe('the files of the sample', () => {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const sources = load(root, 'iij', '2q02', report);
  const release = sources && validate(sources, report);
  if (!release) throw new Error(findings.map((finding) => `${finding.code} ${finding.message}`).join('\n'));
  const financials = derive(release, report);
  check(release, financials, report);

  it('derive and check without a finding', () => {
    expect(findings.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([]);
  });

  it.each(Object.keys(statements))('print every cell of %s, row by row', (id) => {
    const columns = statements[id]?.columns ?? [];
    const expected = printedCells()
      .filter((cell) => cell.statement === id)
      .map(({ column, text }) => `${column}: ${text.replace('%', '')}`);
    const statement = financials.statements.get(id);
    const order = columns.map((column) => {
      const [period, measure, other] = column.split(' ');
      return statement?.spec.columns.findIndex(
        (each) => each.period === period && each.measure === measure && (each.of ?? each.from) === other,
      );
    });
    const rows = statement?.rows.filter((row) => row.spec.kind !== 'head') ?? [];
    const printed = rows.flatMap((row) =>
      columns.map((column, index) => {
        const cell = row.cells[order[index] ?? -1];
        if (!cell) return `${column}: `;
        const [whole = '', fraction] = cell.printed.abs().toFixed(cell.decimals).split('.');
        const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
        return `${column}: ${cell.nil ? '-' : cell.printed.sign < 0 ? `(${digits})` : digits}`;
      }),
    );
    expect(printed).toEqual(expected);
  });

  it('take up every override, of statements and of prose', () => {
    const used = new Set([...financials.adjustments.map((cell) => cell.override), ...financials.proseOverrides].map((each) => each?.at));
    expect(release.spec.overrides.filter(({ at }) => !used.has(at))).toEqual([]);
  });
});
