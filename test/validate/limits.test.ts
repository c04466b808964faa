// Turn lists, tables and formulas beyond their limits into what validate says of them: the number found, the limit, the place.
import { describe, expect, it } from 'vitest';
import { dataLimits } from '../../src/model/limits.ts';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';
import { timeTaken } from '../support/time-taken.ts';

const many = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');

/** What is said of an edit, without its hints. */
function found(edit: Edit): readonly string[] {
  return loadFixture(edit).findings.map(({ code, message, at }) => `${code} ${at?.line}:${at?.column} ${message}`);
}

describe('limits of data files', () => {
  it.each([
    [
      files.issuer,
      'relations:\n',
      (i: number) => `  - {name: r${i}, check: parts, left: revenue.total, right: revenue.total}\n`,
      501,
      '16:1 relations has 507 entries, more than the 500',
    ],
    [
      files.release,
      'errata:\n',
      (i: number) => `  - {shown: s${i}, printed: b, why: x}\n`,
      500,
      '29:1 errata has 501 entries, more than the 500',
    ],
    [
      files.release,
      'controls:\n',
      () => '  - {concept: assets.cash, period: current, value: 1}\n',
      1000,
      '10:1 controls has 1001 entries, more than the 1000',
    ],
    [
      files.operations,
      'columns:\n',
      (i: number) => `  - {id: c${i}, period: current, measure: amount}\n`,
      35,
      '11:1 columns has 41 entries, more than the 40',
    ],
    [files.issuer, 'contacts:\n', (i: number) => `  c${i}: x\n`, 5000, '13:1 contacts has 5002 entries, more than the 5000'],
  ])('%s: %s', (file, at, line, count, said) => {
    const own = found(withEdit(file, at, at + many(count, line)));
    expect(own).toContain(`validate/wrong-type ${said} that it may have`);
  });

  it('counts the abbreviations of an issuer: each is sought in every text', () => {
    const listed = (count: number) => `abbreviations:\n${many(count, (i) => `  A${i}: {ja: 長い名, en: long form}\n`)}relations:\n`;
    expect(found(withEdit(files.issuer, 'relations:\n', listed(500)))).toEqual([]);
    expect(found(withEdit(files.issuer, 'relations:\n', listed(501)))).toEqual([
      'validate/wrong-type 16:1 abbreviations has 501 entries, more than the 500 that it may have',
    ]);
  });

  it('counts the rows of groups too', () => {
    const groups = many(
      30,
      (i) => `  - head: {ja: 組, en: Group ${i}}\n    rows:\n${many(10, () => '      - {concept: revenue.goods}\n')}`,
    );
    expect(found(withEdit(files.operations, 'rows:\n  - head: {ja: "売上高:"', `rows:\n${groups}  - head: {ja: "売上高:"`)).at(-1)).toMatch(
      /the statement has 3\d\d rows, more than the 300 that it may have|has two rows in this statement/,
    );
    expect(
      found(withEdit(files.operations, 'rows:\n  - head: {ja: "売上高:"', `rows:\n${groups}  - head: {ja: "売上高:"`)).join('\n'),
    ).toContain('rows, more than the 300 that it may have');
  });

  it('refuses a row that is summed twice, which would count it twice', () => {
    const edit = withEdit(files.operations, 'of: [revenue.total, -costs.total]', 'of: [revenue.total, revenue.total, -costs.total]');
    expect(found(edit)).toEqual(['validate/duplicate 56:53 revenue.total is summed twice']);
  });

  it('refuses a chain of blocks that extend one another', () => {
    const blocks = many(100, (i) => `    p.b${i}: {extends: ${i < 99 ? `p.b${i + 1}` : 'p'}}\n`);
    expect(
      found(withEdit(files.style, '  en:\n    p:', `  en:\n${blocks}    p:`)).filter((line) => line.includes('64 deep')).length,
    ).toBeGreaterThan(0);
    expect(
      found(
        withEdit(
          files.style,
          '  en:\n    p:',
          `  en:\n${many(5000, (i) => `    p.b${i}: {extends: ${i < 4999 ? `p.b${i + 1}` : 'p'}}\n`)}    p:`,
        ),
      ).length,
    ).toBeGreaterThan(0);
  });

  it('names the limit of nesting in a formula', () => {
    const edit = withEdit(
      files.concepts,
      'formula: cash.opening + cash.change',
      `formula: "${'('.repeat(60)}cash.opening${')'.repeat(60)}"`,
    );
    expect(found(edit)).toEqual([
      expect.stringContaining(`brackets, signs and calls stand more than ${dataLimits.formulaDepth} deep: a shorter formula is wanted`),
    ]);
  });

  it('seeks no likely name for every one of thousands of unknown names', () => {
    const facts = many(4000, (i) => `  unknown.fact-${i}: 1\n`);
    const taken = timeTaken();
    const { findings } = loadFixture(withEdit(files.current, 'facts:\n', `facts:\n${facts}`));
    expect(findings).toHaveLength(4000);
    expect(taken()).toBeLessThan(4000);
  });
});
