// Turn the id of a heading, or of a concept, over a group of rows into its name in each language; what is neither is refused where it stands.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Table } from '../../src/model/document.ts';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';
import { matrixProject, segmentsFile } from '../support/matrix-project.ts';

/** Row labels of a table of the edited small release, and the words of its heads, in Japanese and in English. */
function printed(statement: string, ...edits: readonly Edit[]): Readonly<Record<'labels' | 'heads', readonly (readonly string[])[]>> {
  const { release, listed } = loadFixture(...edits);
  expect(listed).toEqual([]);
  if (!release) throw new Error('the small issuer does not load');
  const told: string[] = [];
  const document = merge(
    release,
    derive(release, () => {}),
    ({ message }) => told.push(message),
  );
  expect(told).toEqual([]);
  const tables = ['ja', 'en'].map((lang) => {
    const blocks = document.parts.filter((part) => part.lang === lang).flatMap(({ sections }) => sections.flatMap((each) => each.blocks));
    return blocks.find((block): block is Table => block.kind === 'table' && block.statement === statement);
  });
  return {
    labels: tables.map((table) => table?.rows.map(({ label }) => label.map(({ text }) => text).join('')) ?? []),
    heads: tables.map(
      (table) =>
        table?.heads.map(({ pieces }) =>
          pieces
            .flat()
            .map(({ text }) => text)
            .join(''),
        ) ?? [],
    ),
  };
}

const typed = 'head: {ja: 負債及び資本, en: Liabilities and equity}';
const groupHead = (named: string): Edit => withEdit(files.position, typed, `head: ${named}`);

describe('a head over rows', () => {
  it('that names a heading of the dictionary prints it in both languages, in the words of the standard', () => {
    const [ja, en] = printed('position', groupHead('head.liabilities')).labels;
    expect(ja).toEqual([
      '現金',
      'その他の資産',
      '資産合計',
      '負債の部',
      '借入金',
      '資本金',
      '欠損金',
      'うち当期純損失',
      '負債及び資本合計',
    ]);
    expect(en?.[3]).toBe('Liabilities');
    const ifrs = withEdit(files.issuer, 'standard: j-gaap', 'standard: ifrs');
    expect(printed('position', groupHead('head.liabilities'), ifrs).labels.map((labels) => labels[3])).toEqual(['負債', 'Liabilities']);
  });

  it('prints the words that the issuer has for the heading', () => {
    const own = withEdit(
      files.concepts,
      'revenue.goods: {better',
      'head.liabilities: {labels: {ja: 負債の内訳, en: What is owed}}\nrevenue.goods: {better',
    );
    expect(printed('position', groupHead('head.liabilities'), own).labels.map((labels) => labels[3])).toEqual([
      '負債の内訳',
      'What is owed',
    ]);
  });

  it('prints a heading that only the issuer has', () => {
    const own = withEdit(
      files.concepts,
      'revenue.goods: {better',
      'pledged: {sign: none, labels: {ja: 担保付, en: Pledged}}\nrevenue.goods: {better',
    );
    expect(printed('position', groupHead('pledged'), own).labels.map((labels) => labels[3])).toEqual(['担保付', 'Pledged']);
  });

  it('that names a concept prints its name over columns, in rows and columns of a matrix too', () => {
    const heads = withEdit(files.concepts, 'revenue.total: {better: higher,', 'revenue.total: {better: higher, heads: {ja: 売上高},');
    const rows = withEdit(segmentsFile, 'head: {ja: 売上高, en: Revenues}', 'head: revenue.total');
    const columns = withEdit(segmentsFile, 'head: {ja: 報告事業, en: Segments}', 'head: result.operating');
    const { labels, heads: over } = printed('segments', ...matrixProject, heads, rows, columns);
    expect(labels.map(([first]) => first)).toEqual(['売上高', 'Total revenues']);
    expect(over.map((words) => words.find((each) => /営業|Operating/.test(each)))).toEqual(['営業利益（損失）', 'Operating income (loss)']);
  });
});

describe('is refused', () => {
  it.each<[string, Edit, string]>([
    [
      'a heading that nobody knows',
      groupHead('head.liabilitys'),
      'validate/unknown-concept data/mini/statements/position.yaml:22:11 «head.liabilitys» head.liabilitys is neither a heading nor a concept that is known | did you mean head.liabilities? | or write the words in each language',
    ],
    [
      'a heading in the place of a concept',
      withEdit(files.position, '{concept: liabilities.debt}', '{concept: head.liabilities}'),
      'validate/unknown-concept data/mini/statements/position.yaml:24:19 «head.liabilities» head.liabilities is a heading, which has no figures | over a group of rows write head: head.liabilities',
    ],
    [
      'a figure of a heading',
      withEdit(files.current, 'assets.other:', 'head.assets: 5\n  assets.other:'),
      'head.assets is a heading, which has no figures',
    ],
    [
      'a heading in a formula',
      withEdit(files.concepts, 'formula: previous(cash.closing)', 'formula: head.assets'),
      'head.assets is a heading, which has no figures',
    ],
    ['a head that is a list', groupHead('[負債, Liabilities]'), 'a list, not a mapping'],
  ])('%s', (_, edit, told) => {
    expect(loadFixture(edit).listed.join('\n')).toContain(told);
  });
});
