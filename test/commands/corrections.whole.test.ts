// Turn kinds of corrections into the papers that are filed for them: what they are called, in which language, after which others, on which pages.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const aoba = 'aoba/2026h1';
const iij = 'iij/2q02';
const earlier = new Map<string, string>();
beforeAll(async () => {
  for (const name of [aoba, iij]) {
    const out = join(temporaryFolder('earlier'), 'build');
    const { code, err } = await runCommand(['build', name, '--out', out], editedSample([]).root);
    expect([code, err]).toEqual([0, '']);
    earlier.set(name, out);
  }
}, 60_000);

const spoken = (name: string, lang: string) => `data/${name.replace('/', '/releases/')}/narrative.${lang}.md`;
const spec = (name: string) => `data/${name.replace('/', '/releases/')}/correction.yaml`;
const day: Readonly<Record<string, string>> = { [aoba]: '2025-11-20', [iij]: '2002-11-20' };
const yaml = (date: string | undefined, more = '') =>
  `date: {ja: ${date}, en: ${date}}\nreason: {ja: 記載に誤りがありました。, en: There were errors.}\n${more}`;

interface Filed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly root: string;
  /** Folder of the papers. */
  readonly folder: string;
  /** Text of the notice without white space. */
  readonly notice: string;
}

async function correct(
  name: string,
  edits: readonly Edit[],
  more = '',
  root = editedSample(edits).root,
  against = earlier.get(name),
): Promise<Filed> {
  writeFileSync(join(root, spec(name)), yaml(day[name], more));
  return correctIn(root, name, against);
}

let papers = 0;
async function correctIn(root: string, name: string, against = earlier.get(name)): Promise<Filed> {
  const folder = join(root, `papers-${papers++}`);
  const ran = await runCommand(['correct', name, '--against', against ?? '', '--out', folder], root);
  const notice = ran.code === 0 ? (await readText(readFileSync(join(folder, 'notice.pdf')))).join('').replace(/\s+/gu, '') : '';
  return { ...ran, root, folder, notice };
}

/** The sentence of both languages that says what was paid. */
const dividend: readonly Edit[] = [
  { file: spoken(aoba, 'ja'), from: '配当金{{amount "dividend.paid" in="million"}}を支払い、', to: '' },
  { file: spoken(aoba, 'en'), from: 'Dividends of {{amount "dividend.paid" in="million"}} were paid, and retained', to: 'Retained' },
];

describe('a correction', () => {
  it('of sentences is none of numerical data, unless correction.yaml says so with its reason', async () => {
    const { notice, out, code } = await correct(aoba, dividend);
    expect(code).toBe(0);
    expect(notice).toContain('数値データ訂正の有無無');
    expect(notice).toContain('（訂正）「2026年3月期');
    expect(notice).toContain('CorrectionofnumericaldataNone');
    expect(out).toContain('numerical data not corrected\n');
    const said = await correct(aoba, dividend, 'numerical-data: {corrected: true, why: the tags were wrong}\n');
    expect(said.notice).toContain('（訂正・数値データ訂正）「2026年3月期');
    expect(said.notice).toContain('数値データ訂正の有無有');
    expect(said.out).toContain('numerical data corrected, as correction.yaml says (the tags were wrong); the figures say not corrected');
  }, 60_000);

  it('of a fact of the statements is one of numerical data', async () => {
    const { notice, code } = await correct(aoba, [
      { file: 'data/aoba/periods/2026h1.yaml', from: 'shares.average: 29,875,140', to: 'shares.average: 29,875,104' },
    ]);
    expect(code).toBe(0);
    expect(notice).toContain('（訂正・数値データ訂正）');
    expect(notice).toContain('（サマリー情報2ページ）');
    expect(notice).toContain('(page8,Summary)');
  }, 60_000);

  it('quotes the title that the release was announced under, in each language', async () => {
    const release = 'data/aoba/releases/2026h1/release.yaml';
    const { notice } = await correct(aoba, [
      { file: release, from: '2026年3月期第2四半期決算短信', to: '2026年3月期第2四半期（中間期）決算短信' },
      {
        file: release,
        from: 'Consolidated Financial Results for the Six Months',
        to: 'Summary of Consolidated Results for the Six Months',
      },
      ...dividend,
    ]);
    expect(notice).toContain('「2026年3月期第2四半期決算短信〔日本基準〕（連結）」の一部訂正について');
    expect(notice).not.toContain('（中間期）');
    expect(notice).toContain('“ConsolidatedFinancialResultsfortheSixMonths');
    expect(notice).not.toContain('SummaryofConsolidated');
  }, 60_000);

  it.each([
    [aoba, 'ja', '底堅く、', '', 'English', '訂正の理由', 'Reasonforthecorrection'],
    [aoba, 'en', 'The segments performed as follows.', 'The segments did as follows.', 'Japanese', 'Reasonforthecorrection', '訂正の理由'],
    [iij, 'ja', '極めて不透明', '不透明', 'English', '訂正の理由', 'Reasonforthecorrection'],
  ] as const)(
    'of %s in %s alone has one notice, and the command says so',
    async (name, lang, from, to, other, has, lacks) => {
      const { notice, out, folder } = await correct(name, [{ file: spoken(name, lang), from, to }]);
      expect(out).toContain(`nothing changed in ${other}: the notice has no part in it`);
      expect(notice).toContain(has);
      expect(notice).not.toContain(lacks);
      // Nor is the part that did not change headed as a corrected one.
      const marked = (await readText(readFileSync(join(folder, 'marked.pdf')))).join('');
      expect([marked.includes('Corrected'), /（訂正[後版]）/u.test(marked)]).toEqual([lang === 'en', lang === 'ja']);
    },
    60_000,
  );

  it('names the corrections before it: that of the build that it corrects, or those that correction.yaml lists', async () => {
    const first = await correct(aoba, dividend);
    const narrative = join(first.root, spoken(aoba, 'ja'));
    const again = () => writeFileSync(narrative, readFileSync(narrative, 'utf8').replace('底堅く、', ''));
    again();
    const clean = join(first.folder, 'clean');
    writeFileSync(join(first.root, spec(aoba)), yaml('2025-11-25'));
    const second = await correctIn(first.root, aoba, clean);
    expect(second.notice).toContain('（再訂正）「2026年3月期');
    expect(second.notice).toContain('（2025年11月20日に一部訂正）');
    expect(second.notice).not.toContain('配当金');
    expect(JSON.parse(readFileSync(join(second.folder, 'correction.json'), 'utf8')).corrections).toEqual([
      { ja: '2025-11-20', en: '2025-11-20' },
      { ja: '2025-11-25' },
    ]);

    // The same build where nobody knows of the first one.
    const listed = 'earlier: [{ja: 2025-11-12}, {ja: 2025-11-20, en: 2025-11-20}]\n';
    writeFileSync(join(first.root, spec(aoba)), yaml('2025-11-25', listed));
    expect((await correctIn(first.root, aoba)).notice).toContain('（2025年11月12日、2025年11月20日に一部訂正）');

    for (const [text, told] of [
      [yaml('2025-11-19'), 'the notice is of 2025-11-19, and the correction that it follows went out on 2025-11-20'],
      [
        yaml('2025-11-25', 'earlier: [{ja: 2025-11-12, en: 2025-11-12}]\n'),
        'went out with the correction of 2025-11-20, which is not listed',
      ],
    ] as const) {
      writeFileSync(join(first.root, spec(aoba)), text);
      expect(await correctIn(first.root, aoba, clean)).toMatchObject({ code: 1, err: expect.stringContaining(told) });
    }
    const record = join(first.folder, 'correction.json');
    writeFileSync(record, readFileSync(record, 'utf8').replace('"format": 1', '"format": 9'));
    expect(await correctIn(first.root, aoba, clean)).toMatchObject({ code: 2, err: expect.stringContaining('has format 9') });
  }, 120_000);

  it('of a release beside the papers of another one follows none', async () => {
    const { root } = editedSample(dividend);
    const folder = join(root, 'other');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'correction.json'),
      JSON.stringify({ format: 1, clean: 'another', titles: {}, corrections: [{ ja: '2025-11-10' }] }),
    );
    await runCommand(['build', aoba, '--out', join(folder, 'build')], editedSample([]).root);
    const { notice } = await correct(aoba, [], '', root, join(folder, 'build'));
    expect(notice).toContain('（訂正）「2026年3月期');
  }, 60_000);
});

describe('the marked release', () => {
  const cases: readonly {
    readonly what: string;
    readonly name: string;
    readonly edits: readonly Edit[];
    readonly ja: number;
    readonly en: number;
  }[] = [
    {
      what: 'paragraphs that went',
      name: aoba,
      edits: [
        { file: spoken(aoba, 'ja'), from: 'セグメントの業績は次のとおりです。\n\n', to: '' },
        { file: spoken(aoba, 'en'), from: 'The segments performed as follows.\n\n', to: '' },
      ],
      ja: 3,
      en: 9,
    },
    {
      what: 'words that went',
      name: aoba,
      edits: [...dividend.slice(0, 1), { file: spoken(aoba, 'en'), from: 'A year-end dividend of ', to: 'A dividend of ' }],
      ja: 3,
      en: 9,
    },
    {
      what: 'a note that went with its mark, on full pages',
      name: iij,
      edits: [
        {
          file: spoken(iij, 'ja'),
          from: '- 景気の動向は極めて不透明ではあるが、{{period "current" style="fiscal-year"}}通期の営業損益の黒字を見込んでいる。\n',
          to: '',
        },
      ],
      ja: 1,
      en: 0,
    },
  ];

  it.each(cases)(
    'shows $what, and breaks its pages as the clean one',
    async ({ name, edits, ja, en }) => {
      const { folder, code } = await correct(name, edits);
      expect(code).toBe(0);
      const pages = await readText(readFileSync(join(folder, 'marked.pdf')));
      const where = (mark: string) => pages.findIndex((page) => page.replace(/\s+/gu, '').includes(mark)) + 1;
      expect([where('（削除）'), where('[deleted]')]).toEqual([ja, en]);
      const clean = await readText(readFileSync(join(folder, 'clean/release.pdf')));
      // An item that went leaves its bullet before the mark where the page has room for a line.
      const bare = (page: string) => page.replace(/\s+/gu, '').replaceAll(/・?（削除）|•?\[deleted\]|（訂正[後版]）|Corrected/gu, '');
      expect(pages.map(bare).map((page) => [...page].sort().join(''))).toEqual(clean.map(bare).map((page) => [...page].sort().join('')));
    },
    60_000,
  );

  it('underlines the word before what went where any mark would move the beginning of a page', async () => {
    const { folder } = await correct(iij, [
      { file: spoken(iij, 'en'), from: 'launched a new Internet broadcasting', to: 'launched a new broadcasting' },
    ]);
    const [clean, marked] = await Promise.all(
      ['clean/release.pdf', 'marked.pdf'].map((file) => readText(readFileSync(join(folder, file)))),
    );
    const bare = (page: string) => page.replace(/\s+/gu, '').replace('Corrected', '');
    expect(marked?.map(bare)).toEqual(clean?.map(bare));
    expect(readFileSync(join(folder, 'marked.html'), 'utf8')).toMatch(/launched a <u>new<\/u> broadcasting/);
  }, 60_000);

  it('stands where the clean one does, the line above it in the margin', async () => {
    const { folder } = await correct(aoba, dividend);
    const differ = await runCommand(['diff', join(folder, 'clean/release.pdf'), join(folder, 'marked.pdf'), '--format', 'json'], folder);
    const { changes } = JSON.parse(differ.out) as { changes: { class: string; kind: string; new: { page: number }[] }[] };
    // Words behind a mark of what went stand after it, on the pages of the two marks.
    const layout = changes.filter((change) => change.class === 'layout');
    expect(layout.filter(({ kind }) => kind !== 'moved')).toEqual([]);
    const pages = (some: typeof changes) => new Set(some.flatMap((change) => change.new.map(({ page }) => page)));
    const marked = pages(changes.filter((change) => change.class === 'text'));
    expect([...pages(layout)].filter((page) => !marked.has(page))).toEqual([]);
  }, 60_000);
});
