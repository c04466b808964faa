import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Table } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';
import { periodTable, periodTableFile, placePeriodTable } from '../support/period-table.ts';

/** The tables of an edited small release in one language, by statement; no finding may be left. */
function tablesOf(lang: string, ...edits: readonly Edit[]): ReadonlyMap<string, Table> {
  const { release, listed } = loadFixture(...edits);
  expect(listed).toEqual([]);
  if (!release) throw new Error('the small issuer does not load');
  const findings: Finding[] = [];
  const document = merge(
    release,
    derive(release, () => {}),
    (finding) => findings.push(finding),
  );
  expect(findings.map(({ message }) => message)).toEqual([]);
  const blocks = document.parts
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  return new Map(blocks.flatMap((block) => (block.kind === 'table' ? [[block.statement, block] as const] : [])));
}

const headsOf = (table: Table | undefined) =>
  table?.heads
    .filter(({ column }) => column > 0)
    .map(({ pieces }) =>
      pieces
        .flat()
        .map(({ text }) => text)
        .join(''),
    ) ?? [];
const labelsOf = (table: Table | undefined) => table?.rows.map(({ label }) => label.map(({ text }) => text).join('')) ?? [];

const heads = /heads:\n(?: {2}.*\n)+/;
const bare: Edit = { file: periodTableFile, content: periodTable.replace(heads, '').replace(/, labels: .*?(?=\}$|, blank)/gm, '') };

describe('a column without a head', () => {
  it('of a concept has its label in every language, and its row the name of its period', () => {
    const [ja, en] = ['ja', 'en'].map((lang) => tablesOf(lang, bare, placePeriodTable).get('terms'));
    expect(headsOf(en)).toEqual(['Total revenues', 'Change (%)', '% of Total revenues']);
    expect(headsOf(ja)).toEqual(['売上高合計', '増減率（％）', '対売上高合計比率（％）']);
    expect(labelsOf(en)).toEqual(['Three months ended June 30, 2001', 'Three months ended March 31, 2001']);
    expect(labelsOf(ja)[0]).toMatch(/^2002年3月期第1四半期$/);
  });

  it('of a period is named after it, one of dollars, shares and changes after what it prints', () => {
    const tables = tablesOf(
      'en',
      withEdit(
        files.position,
        '    - {head: USD, column: usd}\n    - {period: current, style: label, column: jpy}',
        '    - {column: usd}\n    - {column: jpy}',
      ),
    );
    expect(headsOf(tables.get('position'))).toEqual(['Three months ended June 30, 2001USD', 'Three months ended June 30, 2001', '4Q00']);
  });

  it('under the name of a period is named after its currency', () => {
    const tables = tablesOf(
      'en',
      withEdit(
        files.operations,
        '  en:\n    - period: current\n      style: end\n      over:\n        - {head: USD, column: usd}\n        - {head: JPY, column: jpy}',
        '  en:\n    - period: current\n      style: end\n      over:\n        - {column: usd}\n        - {column: jpy}',
      ),
    );
    expect(headsOf(tables.get('operations'))).toContain('USD');
  });
});

describe('a row that follows the sign', () => {
  const follows = withEdit(files.operations, '- {concept: result.operating, of:', '- {concept: result.operating, follow-sign: true, of:');

  it('has the name of the outcome that its figures have', () => {
    expect(labelsOf(tablesOf('en', follows).get('operations'))).toContain('Operating loss');
    expect(labelsOf(tablesOf('ja', follows).get('operations'))).toContain('営業損失');
  });

  it('needs a concept with outcomes, and no label of its own', () => {
    const listed = (...edits: readonly Edit[]) => loadFixture(...edits).listed.map((line) => line.split(' ')[0]);
    expect(listed(withEdit(files.operations, '- {concept: result.net, of:', '- {concept: result.net, follow-sign: true, of:'))).toEqual([
      'validate/missing-label',
    ]);
    expect(
      listed(
        withEdit(
          files.operations,
          '- {concept: result.operating, of:',
          '- {concept: result.operating, follow-sign: true, labels: {ja: 営業損益, en: Result}, of:',
        ),
      ),
    ).toEqual(['validate/wrong-type']);
  });
});
