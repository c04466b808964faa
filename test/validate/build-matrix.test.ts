import { describe, expect, it } from 'vitest';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';
import { equityFile, matrixProject, membersFile, segmentsFile } from '../support/matrix-project.ts';

const loaded = (...edits: readonly Edit[]) => loadFixture(...matrixProject, ...edits);

/** Another matrix of the same rows and columns, which nothing places. */
const like = (fields: string): Edit => ({
  file: 'data/mini/statements/before.yaml',
  content: `kind: statement
orientation: matrix
period: prior-quarter
captions: {ja: [], en: []}
summary: {ja: 前期。, en: Before.}
stub: {ja: "", en: ""}
${fields}
`,
});

describe('members', () => {
  it('make a concept of each member that a concept has, named after both, with the totals that contain one', () => {
    const { listed, release } = loaded();
    expect(listed).toEqual([]);
    const named = (id: string) => Object.values(release?.concepts.get(id)?.labels ?? {}).map(({ value }) => value);
    expect(named('profit.segment[care]')).toEqual(['事業損益（保守）', 'Segment profit or loss (Care)']);
    expect(named('move.result[equity.deficit]')).toEqual(['当期の損益（欠損金）', 'Result of the period (Deficit)']);
    expect([...(release?.concepts.keys() ?? [])].filter((id) => id.startsWith('move.'))).toEqual([
      'move.result',
      'move.result[equity.deficit]',
      'move.result[equity.total]',
      'move.shares',
      'move.shares[equity.capital]',
      'move.shares[equity.total]',
      'move.all',
      'move.all[equity.capital]',
      'move.all[equity.deficit]',
      'move.all[equity.total]',
    ]);
    expect(release?.concepts.get('move.all[equity.total]')?.member?.parts).toEqual([
      'move.all[equity.capital]',
      'move.all[equity.deficit]',
    ]);
  });

  it.each<[string, Edit, RegExp]>([
    [
      'a part that is no member',
      withEdit(membersFile, 'of: [works, care]', 'of: [works, cares]'),
      /^validate\/unknown-member \S+members.yaml:4:22 «cares» member cares is not one of this axis \| did you mean care\?/,
    ],
    [
      'a total of itself',
      withEdit(membersFile, 'of: [works, care]', 'of: [works, both]'),
      /^validate\/formula \S+ «both» both is summed from itself/,
    ],
    [
      'a total of its own parts',
      withEdit(membersFile, 'care: {labels', 'care: {of: [both], labels'),
      /^validate\/formula \S+ «of» member care is a total of its own parts/,
    ],
    [
      'a member of two axes',
      withEdit(membersFile, 'equity.capital: {}', 'equity.capital: {}\n  works: {labels: {ja: 工事, en: Works}}'),
      /^validate\/duplicate \S+ «works» member works is given twice/,
    ],
    [
      'a member without a name',
      withEdit(membersFile, 'apart: {labels: {ja: 調整額, en: Adjustments}}', 'apart: {}'),
      /^validate\/missing-label \S+ «apart» member apart has no labels and is no concept/,
    ],
    [
      'a concept of an axis that is not there',
      withEdit(files.concepts, 'profit.segment: {members: segments', 'profit.segment: {members: segment'),
      /^validate\/unknown-member \S+ «segment» segment is neither an axis nor a member \| did you mean segments\?/,
    ],
    [
      'a formula of a member that is not there',
      withEdit(files.concepts, 'members: {equity.deficit: result.net}', 'members: {equity.deficits: result.net}'),
      /^validate\/unknown-member \S+ «equity.deficits» equity.deficits is neither an axis nor a member/,
    ],
    [
      'a formula at fault',
      withEdit(files.concepts, 'members: {equity.deficit: result.net}', 'members: {equity.deficit: result.nett}'),
      /^validate\/unknown-concept \S+ «result.nett» concept result.nett is not known/,
    ],
    [
      'a figure of no member',
      withEdit(files.current, 'profit.segment[care]', 'profit.segment[cure]'),
      /^validate\/unknown-concept \S+ «profit.segment\[cure\]» concept profit.segment\[cure\] is not known \| did you mean profit.segment\[care\]\?/,
    ],
    [
      'a relation over a figure of no member',
      withEdit(
        files.issuer,
        'relations:\n',
        'relations:\n  - {name: two, check: parts, left: "profit.segment[both]", right: "profit.segment[bath]"}\n',
      ),
      /^validate\/unknown-concept \S+ «profit.segment\[bath\]» concept profit.segment\[bath\] is not known/,
    ],
  ])('%s', (_, edit, finding) => {
    expect(loaded(edit).listed).toContainEqual(expect.stringMatching(finding));
  });
});

it('members are counted, and the concepts of them', () => {
  const axis = (count: number) => Array.from({ length: count }, (_, i) => `  m${i}: {labels: {ja: 部, en: Part}}\n`).join('');
  const first = (edit: Edit) => loaded(edit).listed[0];
  expect(first(withEdit(membersFile, 'equity:\n', `more:\n${axis(200)}equity:\n`))).toMatch(
    /^validate\/wrong-type \S+ .*the file has 207 members, more than the 200 that it may have/,
  );
  const concepts = Array.from({ length: 30 }, (_, i) => `c${i}: {members: more, labels: {ja: 項, en: Item}}\n`).join('');
  const { listed } = loaded(
    withEdit(membersFile, 'equity:\n', `more:\n${axis(190)}equity:\n`),
    withEdit(files.concepts, 'revenue.goods-home:', `${concepts}revenue.goods-home:`),
  );
  expect(listed).toContainEqual(expect.stringMatching(/concepts have figures of more than the 5000 members that they may have together/));
});

describe('a matrix', () => {
  it('prints the concept of its row of the member of its column, and heads a column with the name of the member', () => {
    const spec = loaded().release?.statements.get('segments');
    expect(spec?.columns.map(({ id, period, measure }) => `${id} ${period} ${measure}`)).toEqual([
      'works 1q01 amount',
      'care 1q01 amount',
      'both 1q01 amount',
      'apart 1q01 amount',
      'whole 1q01 amount',
    ]);
    expect(spec?.rows.map(({ columnConcepts }) => columnConcepts ?? [])).toEqual([
      [],
      ['sales.outside[works]', 'sales.outside[care]', 'sales.outside[both]', undefined, 'revenue.total'],
      ['sales.inside[works]', 'sales.inside[care]', 'sales.inside[both]', 'sales.inside[apart]', 'sales.inside'],
      ['sales.all[works]', 'sales.all[care]', 'sales.all[both]', 'sales.all[apart]', 'revenue.total'],
      ['profit.segment[works]', 'profit.segment[care]', 'profit.segment[both]', 'profit.segment[apart]', 'result.operating'],
    ]);
    const heads = spec?.heads.en?.map(({ text, over }) => [text, ...over.map((head) => head.text)]);
    expect(heads).toEqual([['Segments', 'Works', 'Care', 'Total'], ['Adjustments'], ['Consolidated']]);
  });

  it('may be like another, of another period', () => {
    const { listed, release } = loaded(like('like: segments'));
    expect(listed).toEqual([]);
    expect(release?.unprinted.get('before')?.rows.map(({ concept }) => concept)).toEqual(
      release?.statements.get('segments')?.rows.map(({ concept }) => concept),
    );
    expect(release?.unprinted.get('before')?.columns[0]?.period).toBe('4q00');
  });

  it.each<[string, Edit, RegExp]>([
    [
      'a column of no member',
      withEdit(segmentsFile, '{member: apart}', '{member: aparts}'),
      /^validate\/unknown-member \S+ «aparts» member aparts is not known \| did you mean apart\?/,
    ],
    [
      'a column given twice',
      withEdit(segmentsFile, '{member: apart}', '{member: works}'),
      /^validate\/duplicate \S+ .*column works is given twice/,
    ],
    [
      'a column without a head',
      withEdit(segmentsFile, ', head: {ja: 計上額, en: Consolidated}', ''),
      /^validate\/missing-label \S+ .*column whole has no head/,
    ],
    [
      'a column that sums one that is not there',
      withEdit(segmentsFile, 'of: [both, apart]', 'of: [both, a-part]'),
      /^validate\/unknown-column \S+ «a-part» column a-part is not one of this matrix \| did you mean apart\?/,
    ],
    [
      'a group that is a column',
      withEdit(segmentsFile, '- head: {ja: 報告事業, en: Segments}', '- head: {ja: 報告事業, en: Segments}\n    member: both'),
      /^validate\/wrong-type \S+ «member» a group of columns has no member/,
    ],
    [
      'a cell of a column that is not there',
      withEdit(segmentsFile, 'cells: {whole: result.operating}', 'cells: {hole: result.operating}'),
      /^validate\/unknown-column \S+ «hole» column hole is not one of this matrix \| did you mean whole\?/,
    ],
    [
      'a blank of a column that is not there',
      withEdit(segmentsFile, 'blank: [apart]', 'blank: [aparts]'),
      /^validate\/unknown-column \S+ «aparts» column aparts is not one of this matrix/,
    ],
    [
      'a row of a concept and of balances',
      withEdit(equityFile, '- concept: move.result', '- {concept: move.result, balance: opening}'),
      /^validate\/wrong-type \S+ .*a row is of a concept or of balances, not both/,
    ],
    [
      'balances without a label',
      withEdit(equityFile, ', labels: {ja: 期末残高, en: Closing balance}', ''),
      /^validate\/missing-label \S+ .*the row of closing balances has no labels/,
    ],
    [
      'balances given twice',
      withEdit(equityFile, 'balance: closing', 'balance: opening'),
      /^validate\/duplicate \S+ .*the matrix has two rows of opening balances/,
    ],
    [
      'a total without the member that its parts have',
      withEdit(files.concepts, 'move.all: {members: equity', 'move.all: {members: [equity.deficit]'),
      /^validate\/unknown-member \S+ «move.all» move.all has no figure in column equity.capital, and rows that it sums have one: move.shares\[equity.capital\]/,
    ],
    [
      'rows that sum one that is not there',
      withEdit(segmentsFile, '- concept: sales.inside', '- {concept: sales.inside, of: [sales.outsides]}'),
      /^validate\/unknown-concept \S+ «sales.outsides» sales.outsides is not a row of this matrix \| did you mean sales.outside\?/,
    ],
    ['one like nothing', like('like: segmants'), /^validate\/unknown-statement \S+ «segmants» statement segmants is not known/],
    [
      'one like a table that is none',
      like('like: operations'),
      /^validate\/unknown-statement \S+ «operations» operations is no matrix with rows and columns of its own/,
    ],
    [
      'one like another with rows of its own',
      like('like: segments\nrows: [{concept: sales.all}]'),
      /^validate\/unknown-key \S+ «rows» a matrix like segments has its rows, and none of its own/,
    ],
    ['one without rows', like('columns: [{member: works}]'), /^validate\/missing-key \S+ .*a matrix has no key rows/],
  ])('%s', (_, edit, finding) => {
    expect(loaded(edit).listed).toContainEqual(expect.stringMatching(finding));
  });
});
