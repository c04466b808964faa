// Turn releases of both samples and of the small issuer into their successors, as people do: begin, type, draft, confirm, build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/index.ts';
import { projectOf } from '../support/issuer-project.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { type Edits, stateGuidance, typeDays, typeQuarter, typeSentences } from '../support/rolled-quarter.ts';
import { setYearTables, typeYear } from '../support/rolled-year.ts';
import { typeYearSentences } from '../support/rolled-year-words.ts';
import { runCommand } from '../support/run-command.ts';

const codesIn = (text: string): readonly string[] => [...new Set([...text.matchAll(/^error\[([\w/-]+)\]/gm)].map(([, code = '']) => code))];

describe('2Q02 rolled forward', () => {
  const root = projectOf('iij');
  const kessan = (...words: readonly string[]) => runCommand(words, root);
  const read = (file: string): string => readFileSync(join(root, 'data/iij', file), 'utf8');
  const write = (file: string, change: (text: string) => string): void => writeFileSync(join(root, 'data/iij', file), change(read(file)));
  const edits: Edits = { figures: 0, sources: 0, days: 0, sentences: 0 };

  it('lists what the next release needs, and changes nothing of what is there but what it puts in', async () => {
    const before = read('periods/3q02.yaml');
    const second = read('periods/2q02.yaml');
    const { code, out } = await kessan('new', 'iij/3q02', '--from', 'iij/2q02', '--format', 'json');
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      release: 'iij/3q02',
      periods: { current: '3q02', 'prior-year': '3q01', 'prior-quarter': '2q02', next: '4q02' },
      unset: { '3q02': 102, '3q01': 86, '4q02': 0 },
    });
    expect(Object.keys(told.left)).toEqual(['stated', 'controls', 'overrides', 'errata']);
    const [head, rest] = before.split('facts: {}');
    expect(read('periods/3q02.yaml').startsWith(`${head}facts:\n`)).toBe(true);
    expect(rest).toBe('\n');
    expect(read('periods/2q02.yaml')).toBe(second);
    expect(read('releases/3q02/release.yaml')).toContain('# overrides:\n');
    expect((await kessan('check', 'iij/2q02')).code).toBe(0);
  });

  it('refuses to begin it again', async () => {
    const { code, err } = await kessan('new', 'iij/3q02', '--from', 'iij/2q02');
    expect([code, err]).toEqual([2, expect.stringContaining('this is in the way')]);
  });

  it('is refused while figures and days are to be typed, and tells all of them', async () => {
    const { code, err } = await kessan('build', 'iij/3q02');
    expect([code, codesIn(err)]).toEqual([1, ['validate/unset']]);
    expect(err).toContain('195 errors');
  });

  it('is refused while anything that was carried is open, and is built as a draft', async () => {
    typeQuarter(root, edits);
    typeDays(root, edits);
    stateGuidance(root, edits);
    typeSentences(root, edits);
    expect(edits).toEqual({ figures: 193, sources: 34, days: 7, sentences: 3 });
    const { code, err } = await kessan('build', 'iij/3q02');
    expect([code, codesIn(err)]).toEqual([1, ['check/carried']]);
    expect((await kessan('check', 'iij/3q02')).code).toBe(1);
    expect(existsSync(join(root, 'out/iij/3q02'))).toBe(false);
    const draft = await kessan('build', '--draft', 'iij/3q02');
    expect(draft.code).toBe(0);
    expect(draft.out).toContain('237 texts carried over and neither changed nor confirmed');
    expect(readdirSync(join(root, 'out/iij'))).toEqual(['3q02.draft']);
    expect((await kessan('verify', 'out/iij/3q02.draft/release.draft.pdf')).code).toBe(0);
  });

  it('is built when each text is changed or confirmed in its language', async () => {
    for (const [file, count] of [
      ['narrative.ja.md', 32],
      ['narrative.en.md', 167],
    ] as const) {
      const { out } = await kessan('confirm', 'iij/3q02', '--by', 'Suzuki', '--file', file);
      expect(out).toContain(`${count} texts confirmed by Suzuki`);
    }
    const part = await kessan('confirm', 'iij/3q02', '--by', 'Higasa', '--key', 'literals', '--matching', '2002');
    expect(part.code).toBe(0);
    expect((await kessan('build', 'iij/3q02')).code).toBe(1);
    const listed = await kessan('confirm', 'iij/3q02');
    expect(listed.out).toContain('texts open');
    await kessan('confirm', 'iij/3q02', '--by', 'Higasa', '--all');
    const { code, out } = await kessan('build', 'iij/3q02');
    expect([code, out.split('\n')[0]]).toEqual([0, 'iij/3q02: 15 pages']);
    const manifest = JSON.parse(readFileSync(join(root, 'out/iij/3q02/manifest.json'), 'utf8'));
    expect(Object.keys(manifest.inputs)).toContain('data/iij/releases/3q02/carried.yaml');
  });

  it('is held to what was approved of the release before it, and a figure of that is restated with its reason alone', async () => {
    expect((await kessan('snapshot', 'iij/2q02')).code).toBe(0);
    expect((await kessan('check', 'iij/3q02')).err).toBe('');
    const second = read('periods/2q02.yaml');
    // Costs move from one line to another: their total, and all that follows from it, stands as it was.
    write('periods/2q02.yaml', (text) =>
      text
        .replace('costs.sales-and-marketing: 743,230', 'costs.sales-and-marketing: 733,230')
        .replace('costs.general-and-administrative: 514,082', 'costs.general-and-administrative: 524,082'),
    );
    const silent = await kessan('check', 'iij/3q02');
    expect([silent.code, codesIn(silent.err)]).toEqual([1, ['check/restated']]);
    expect(silent.err).toContain(
      'costs.sales-and-marketing@2q02 is 733,230 and iij/2q02 printed 743,230, a difference of -10,000 thousand JPY',
    );
    expect(silent.err).toContain('costs.sales-and-marketing: {value: "743,230", because: …}');
    expect(silent.err.match(/^error/gm)).toHaveLength(2);
    const because = 'because: rent of branches is general since 3Q02';
    write(
      'periods/2q02.yaml',
      (text) =>
        `${text}\nas-released:\n  costs.sales-and-marketing: {value: "743,230", ${because}}\n  costs.general-and-administrative: {value: "514,082", ${because}}\n`,
    );
    const told = await kessan('check', 'iij/3q02', '--verbose');
    expect([told.code, told.err]).toEqual([0, '']);
    expect(told.out).toContain(
      'restated costs.sales-and-marketing@2q02: released as 743,230, presented as 733,230 thousand JPY (rent of branches is general since 3Q02)',
    );
    expect((await kessan('explain', 'iij/3q02', 'costs.sales-and-marketing@2q02')).out).toMatch(
      /released as 743,230 .*rent of branches is general since 3Q02/,
    );
    await kessan('build', 'iij/3q02');
    const { out, code } = await kessan('diff', 'data/iij/releases/2q02/approved/build', 'out/iij/3q02', '--lines', '0');
    expect(code).toBe(1);
    expect(out).toContain('costs.sales-and-marketing@2q02: 743,230 becomes 733,230  < rent of branches is general since 3Q02');
    expect(out).toMatch(/\b0 unexplained/);
    write('periods/2q02.yaml', () => second);
  });

  it('is followed by its year, which is the sum of its quarters', async () => {
    const { code, out } = await kessan('new', 'iij/fy02', '--from', 'iij/3q02');
    expect(code).toBe(0);
    expect(out).toContain('current: 3q02 -> fy02');
    expect(read('periods/fy02.yaml')).toContain('sum: [1q02, 2q02, 3q02, 4q02]');
    expect(read('periods/fy02.yaml')).toContain('shares.average:');
    expect(read('periods/fy02.yaml')).not.toContain('revenue.si:');
    typeYear(root, edits);
    const financials = openProject(root).release('iij/fy02').derive().value;
    const value = (concept: string, period: string) => financials?.facts.get(`${concept}@${period}`)?.value.toString();
    const quarters = ['1q02', '2q02', '3q02', '4q02'].map((id) => Number(value('revenue.total', id)));
    expect(Number(value('revenue.total', 'fy02'))).toBe(quarters.reduce((sum, each) => sum + each, 0));
    expect(value('assets.cash', 'fy02')).toBe(value('assets.cash', '4q02'));
  });

  it('is told, of its year, every word that names or compares a quarter', async () => {
    const { code, err } = await kessan('build', '--draft', 'iij/fy02');
    // A year has no ordinal among quarters: these are told before the document is composed.
    expect([code, codesIn(err)]).toEqual([1, ['merge/helper-argument']]);
    const narrative = read('releases/fy02/narrative.en.md');
    for (const [from, to] of [
      ['{{period "current" style="ordinal"}} quarter ended', '{{period "current" style="quarter"}} ended'],
      ['{{period "prior-year" style="ordinal"}} quarter', '{{period "prior-year" style="quarter"}}'],
    ] as const)
      write('releases/fy02/narrative.en.md', (text) => text.replace(from, to));
    const { err: words } = await kessan('build', '--draft', 'iij/fy02');
    for (const told of [
      '"three months ended" of fy02, which is 2002-04-01 to 2003-03-31',
      '"Three Months Ended" of fy02, which is 2002-04-01 to 2003-03-31',
      'revenue.total of fy02, 12 months (365 days), is compared with that of 3q02, 3 months (92 days)',
      '"fiscal 2002", fy02, is over, and the sentence expects something of it',
      '"2002年度", fy02, is over, and the sentence expects something of it',
      'says "第3四半期", which the period reported is not',
      'says "3rd Quarter 2002", which the period reported is not',
    ])
      expect(words).toContain(told);
    write('releases/fy02/narrative.en.md', () => narrative);
  });

  it('sets the year in pages that name it rightly in both languages, and no quarter as what is reported', async () => {
    const before = { ...edits };
    setYearTables(root);
    typeYearSentences(root, edits);
    expect(edits.sentences - before.sentences).toBe(67);
    const { code, out, err } = await kessan('build', '--draft', 'iij/fy02', '--text');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('iij/fy02 as a draft: 16 pages');
    const folder = join(root, 'out/iij/fy02.draft');
    const { texts, pages } = JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8'));
    const titles = texts.filter(({ kind }: { kind: string }) => kind === 'title').map(({ text }: { text: string }) => text);
    expect(titles).toEqual([
      '2002年度（2003年3月期）の決算発表（抄訳） 案',
      'IIJ Announces Results of Fiscal Year 2002 Ended March 31, 2003 (DRAFT)',
    ]);
    const lines = readFileSync(join(folder, 'release.draft.txt'), 'utf8').replace(/\s*\n\s*/g, ' ');
    for (const words of [
      '2002年度（2003年3月期）の決算発表 要約',
      '2002年度の売上高は437億円（前年度比14.7%増）',
      '2003年度第1四半期の売上高は、112億円-116億円となる見込み',
      'IIJ Announces Results of Fiscal Year 2002 Ended March 31, 2003',
      'financial results for the fiscal year ended March 31, 2003 ("fiscal 2002")',
      'FY2002 Results Summary',
      'In FY2002, total revenues grew as expected to JPY43.7 billion',
      'an increase of 14.7% compared to FY2001',
      'FY2002 Operating Highlights',
      'FY2002 Financial Results',
      'For the Fiscal Years Ended Mar 31, 2003 and Mar 31, 2002',
      '連結損益計算書（米国会計基準未監査）',
      '連結キャッシュフロー計算書（米国会計基準未監査）',
    ])
      expect(lines).toContain(words);
    // The quarters that are named are the next one, which is expected, and the one from which revenues are reclassified.
    expect([...new Set(lines.match(/\d[QＱ]\d\d|\w+ quarter of \w+ ?\d+|\d{4}年度第\d四半期/gi))].sort()).toEqual([
      '1Q03',
      '1st quarter of FY2002',
      '2003年度第1四半期',
      'first quarter of fiscal 2003',
    ]);
    expect(lines).not.toMatch(/四半期連結|three months|previous quarter|前期比|前年同/i);
    expect(pages).toHaveLength(16);
    expect((await kessan('verify', 'out/iij/fy02.draft/release.draft.pdf')).code).toBe(0);
  });
});

describe('the half of a year rolled forward', () => {
  const root = projectOf('aoba');
  const kessan = (...words: readonly string[]) => runCommand(words, root);

  it('asks to confirm what was typed as a forecast and is a result by now', async () => {
    const { code } = await kessan('new', 'aoba/2027h1', '--from', 'aoba/2026h1');
    expect(code).toBe(0);
    const { out } = await kessan('confirm', 'aoba/2027h1', '--file', 'periods/2026fy.yaml');
    expect(out).toMatch(/2026fy\.yaml:\d+: 32,500,000\n/);
    expect(out).toContain('8 texts open');
    expect((await kessan('check', 'aoba/2026h1')).code).toBe(0);
  });
});

describe('a draft', () => {
  const { root, edit } = inProjectFolder();
  const kessan = (...words: readonly string[]) => runCommand(words, root);

  it('says so on every page, in titles and names, and takes no final build away', async () => {
    await kessan('build', 'mini/1q01');
    const final = readFileSync(join(root, 'out/mini/1q01/release.pdf'));
    const { code } = await kessan('build', '--draft', 'mini/1q01', '--text');
    expect(code).toBe(0);
    expect(readFileSync(join(root, 'out/mini/1q01/release.pdf')).equals(final)).toBe(true);
    const folder = join(root, 'out/mini/1q01.draft');
    expect(readdirSync(folder).sort()).toEqual([
      'document.json',
      'figures.json',
      'manifest.json',
      'release.draft.html',
      'release.draft.pdf',
      'release.draft.txt',
    ]);
    const { pages, texts } = JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8'));
    for (const page of pages) {
      const heads = page.runs.filter((run: { artifact?: string }) => run.artifact === 'header').map((run: { text: string }) => run.text);
      expect(heads.some((text: string) => text === 'DRAFT' || text === '案')).toBe(true);
    }
    const titles = texts.filter(({ kind }: { kind: string }) => kind === 'title').map(({ text }: { text: string }) => text);
    expect(titles).toEqual(['2001年度第1四半期決算 案', 'Results of the 1st Quarter of Fiscal 2001 (DRAFT)']);
    expect(readFileSync(join(folder, 'release.draft.html'), 'utf8')).toContain('<p class="draft">');
    expect(readFileSync(join(folder, 'release.draft.txt'), 'utf8')).toContain('DRAFT\n');
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).draft).toBe(true);
    expect((await kessan('diff', 'out/mini/1q01', 'out/mini/1q01.draft')).code).toBe(1);
  });

  it('is not written over a final build, nor with what compares', async () => {
    for (const words of [['--out', join(root, 'out/mini/1q01')], ['--check', 'out/mini/1q01'], ['--against-snapshot']]) {
      const { code } = await kessan('build', '--draft', 'mini/1q01', ...words);
      expect(code, words.join(' ')).toBe(2);
    }
  });

  it('needs figures that hold', async () => {
    const undo = edit('data/mini/periods/1q01.yaml', (text) => text.replace('assets.other: 600,000', 'assets.other: 600,001'));
    expect((await kessan('build', '--draft', 'mini/1q01')).code).toBe(1);
    undo();
  });
});

describe('a restated comparative', () => {
  const { root, edit } = inProjectFolder();

  it('is printed as it is presented now, with what was released and why', async () => {
    const undo = edit(
      'data/mini/periods/4q00.yaml',
      (text) => `${text}\nas-released:\n  revenue.services: {value: "299,000", because: sales of parts count as services since}\n`,
    );
    const { code, err } = await runCommand(['check', 'mini/1q01'], root);
    expect([code, err]).toEqual([0, '']);
    undo();
    edit('data/mini/periods/4q00.yaml', (text) => `${text}\nas-released:\n  revenue.services: {value: "299,000"}\n`);
    expect((await runCommand(['check', 'mini/1q01'], root)).err).toContain('check/comparative');
  });
});

describe('kessan new and kessan confirm', () => {
  const { root } = inProjectFolder();
  const kessan = (...words: readonly string[]) => runCommand(words, root);

  it.each<[readonly string[], string]>([
    [['new', 'other/2q01', '--from', 'mini/1q01'], 'a release of other does not begin with one of mini'],
    [['new', 'mini/2Q01', '--from', 'mini/1q01'], "'2Q01' is not an id"],
    [['new', 'mini', '--from', 'mini/1q01'], 'is not issuer/release'],
    [['new', 'mini/2q01', '--from', 'mini/none'], "no release 'mini/none'"],
    [['new', 'mini/1q01', '--from', 'mini/1q01'], 'this is in the way'],
    [['new', 'mini/2q01', '--from', 'mini/1q01', '--period', 'current'], '--period takes role=id'],
    [['confirm', 'mini/1q01'], 'carried nothing over'],
    [['confirm', 'mini/1q01', '--by', 'A'], 'say what is confirmed'],
    [['confirm', 'mini/1q01', '--by', ' ', '--all'], '--by takes a name'],
  ])('refuses %j', async (words, wanted) => {
    const { code, err } = await kessan(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(wanted)]);
    expect(readdirSync(join(root, 'data/mini/releases'))).toEqual(['1q01']);
  });

  it('writes nothing where a period cannot be put into its file, or the release has errors', async () => {
    const file = join(root, 'data/mini/periods/1q01.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('assets.cash: 400,000', 'assets.cash: 400,001'));
    const { code, err } = await kessan('new', 'mini/2q01', '--from', 'mini/1q01');
    expect([code, err]).toEqual([1, expect.stringContaining('no release begins with it: nothing written')]);
    writeFileSync(file, text);
    expect((await kessan('new', 'mini/2q01', '--from', 'mini/1q01')).code).toBe(0);
    expect(readdirSync(join(root, 'data/mini/releases'))).toEqual(['1q01', '2q01']);
  });
});
