// Turn a release whose languages are files of their own, with their summaries, into tests: each file stands alone, and is handled as one.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Build, openProject, type Project } from '../../src/index.ts';
import { readPdfFacts } from '../../src/lint/read-pdf-facts.ts';
import { openPages } from '../../src/pdf/content/page-content.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { PdfFile } from '../../src/pdf/objects/pdf-file.ts';
import { buildJob } from '../../src/project/build-job.ts';
import { verify } from '../../src/verify/verify.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const name = 'aoba/2026h1';
const releaseFile = 'data/aoba/releases/2026h1/release.yaml';

/** The second issuer in a project of its own, with `files` in its release. */
function projectWith(files: string): string {
  const root = temporaryFolder('files');
  for (const folder of ['data/aoba', 'templates/tanshin', 'fonts'])
    cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  edit(root, releaseFile, (text) => `${text}\nfiles: ${files}\n`);
  return root;
}

function edit(root: string, file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
}

const apart = '{languages: apart, summary: true}';
let root: string;
let project: Project;
let built: Build;

beforeAll(async () => {
  root = projectWith(apart);
  project = openProject(root);
  const { value, findings } = await project.build(project.release(name), { text: true });
  expect(findings).toEqual([]);
  if (!value) throw new Error('it builds');
  built = value;
}, 60_000);

/** The PDF of that name, opened. */
function opened(file: string) {
  const found = built.pdfs.find((each) => each.file === file);
  if (!found) throw new Error(`there is no ${file}`);
  const pdf = new PdfFile(found.pdf);
  const catalog = pdf.dict(pdf.trailer.get('Root'));
  const info = pdf.dict(pdf.trailer.get('Info'));
  return {
    pdf: found.pdf,
    lang: pdf.text(catalog.get('Lang')),
    title: pdf.text(info.get('Title')),
    author: pdf.text(info.get('Author')),
    packet: Buffer.from(pdf.data(catalog.get('Metadata')) ?? []).toString('utf8'),
    facts: readPdfFacts(pdf, openPages(pdf), found.pdf.length),
  };
}

const titles = {
  ja: '2026年3月期第2四半期決算短信〔日本基準〕（連結）',
  en: 'Consolidated Financial Results for the Six Months Ended September 30, 2025 [Japanese GAAP]',
};
const authors = { ja: 'あおば水質計測株式会社', en: 'Aoba Water Metrics Co., Ltd.' };

describe('each language in a file of its own', () => {
  it('publishes a PDF, a page and a text of each, and the summaries', () => {
    expect([...built.outputs.keys()]).toEqual([
      'release.ja.pdf',
      'release.en.pdf',
      'release.ja.summary.pdf',
      'release.en.summary.pdf',
      'release.ja.html',
      'release.en.html',
      'release.ja.txt',
      'release.en.txt',
      'facts.csv',
      'facts.json',
      'figures.json',
      'document.json',
      'manifest.json',
    ]);
    expect(JSON.parse(String(built.outputs.get('manifest.json'))).files).toEqual([
      { file: 'release.ja.pdf', languages: ['ja'], pages: [1, 2, 3, 4, 5, 6] },
      { file: 'release.en.pdf', languages: ['en'], pages: [7, 8, 9, 10, 11, 12] },
      { file: 'release.ja.summary.pdf', languages: ['ja'], summary: true, pages: [1, 2] },
      { file: 'release.en.summary.pdf', languages: ['en'], summary: true, pages: [7, 8] },
    ]);
  });

  it.each([
    { lang: 'ja', other: 'en', tag: 'ja-JP', file: 'release.ja.pdf', pages: 6 },
    { lang: 'en', other: 'ja', tag: 'en-US', file: 'release.en.pdf', pages: 6 },
    { lang: 'ja', other: 'en', tag: 'ja-JP', file: 'release.ja.summary.pdf', pages: 2 },
    { lang: 'en', other: 'ja', tag: 'en-US', file: 'release.en.summary.pdf', pages: 2 },
  ] as const)('$file says its own language, title, author and pages, and nothing of the other', ({ lang, other, tag, file, pages }) => {
    const { lang: found, title, author, packet, facts } = opened(file);
    expect([found, title, author]).toEqual([tag, titles[lang], authors[lang]]);
    expect(packet).not.toContain(titles[other]);
    expect(packet).not.toContain(authors[other]);
    expect(packet.match(/xml:lang="[^"]+"/g)).toEqual(['xml:lang="x-default"', `xml:lang="${tag}"`]);
    expect(facts.pages).toHaveLength(pages);
    expect(facts.labels).toEqual([{ page: 0, prefix: '' }]);
    expect(facts.outline.every(({ page }) => page >= 0 && page < pages)).toBe(true);
    expect(facts.outline.length).toBeGreaterThan(3);
  });

  it('counts pages, and refers to them, in its own file', async () => {
    for (const [file, words] of [
      ['release.ja.pdf', /3ページ/],
      ['release.en.pdf', /page 3\b/],
    ] as const) {
      const pages = await readText(opened(file).pdf);
      expect(pages.map((text) => /(\d+)\s*$/.exec(text)?.[1])).toEqual(['1', '2', '3', '4', '5', '6']);
      expect(pages[1]).toMatch(words);
      const links = opened(file).facts.pages[1]?.links.length;
      expect(links).toBe(1);
    }
  });

  it('keeps the words of a reference in a summary that does not hold its page, without a link', async () => {
    for (const [file, words] of [
      ['release.ja.summary.pdf', /3ページ/],
      ['release.en.summary.pdf', /page 3\b/],
    ] as const) {
      const { pdf, facts } = opened(file);
      expect((await readText(pdf))[1]).toMatch(words);
      expect(facts.pages.map(({ links }) => links.length)).toEqual([1, 0]);
    }
  });

  it('is verified file by file, and a figure that changed is found in its own file alone', async () => {
    const figures = String(built.outputs.get('figures.json'));
    for (const { pdf } of built.pdfs) {
      const { checked, findings } = await verify(pdf, figures, readText);
      expect(findings).toEqual([]);
      expect(checked.map(({ check }) => check)).toContain('figures');
    }
    const wrong = JSON.parse(figures) as { figures: { lang: string; text: string; place: { kind: string } }[] };
    const figure = wrong.figures.find(({ lang, place }) => lang === 'en' && place.kind === 'cell');
    if (figure) figure.text = '9,999,999';
    const faults = await Promise.all(
      built.pdfs.map(async ({ pdf }) => (await verify(pdf, JSON.stringify(wrong), readText)).findings.length),
    );
    expect(faults).toEqual([0, 1, 0, 1]);
  });

  it('links each page to the other and to its PDF', () => {
    const html = (lang: string) => String(built.outputs.get(`release.${lang}.html`));
    for (const [lang, other] of [
      ['ja', 'en'],
      ['en', 'ja'],
    ] as const) {
      expect(html(lang)).toContain(`<link rel="alternate" hreflang="${other}" href="release.${other}.html" title="${titles[other]}">`);
      expect(html(lang)).toContain(`<link rel="alternate" type="application/pdf" href="release.${lang}.pdf">`);
      expect(html(lang)).toContain(`<title>${titles[lang]}</title>`);
      expect(html(lang).match(/<article /g)).toHaveLength(1);
    }
    expect(String(built.outputs.get('release.en.txt'))).not.toMatch(/[ぁ-ん]/);
  });

  it('has the same bytes from a warm session, and from one that was of one file before', async () => {
    const { value: cold } = await openProject(root).build(openProject(root).release(name), { text: true });
    const other = projectWith('{languages: together}');
    const warm = openProject(other);
    const session = warm.release(name);
    await warm.build(session);
    edit(other, releaseFile, (text) => text.replace('{languages: together}', apart));
    session.renew();
    const { value } = await warm.build(session, { text: true });
    expect([...(value?.outputs ?? [])]).toEqual([...(cold?.outputs ?? [])]);
  });

  it('has the pages of the one file, but for their numbers', async () => {
    const one = openProject(projectRoot);
    const { value } = await one.build(one.release(name));
    const words = (text: string) => text.replace(/\s+/g, '').replace(/\d+$/, '');
    const together = (await readText(value?.pdf ?? new Uint8Array())).map(words);
    const own = [...(await readText(opened('release.ja.pdf').pdf)), ...(await readText(opened('release.en.pdf').pdf))].map(words);
    // The summaries refer to a page.
    expect(own.filter((_, index) => index !== 7)).toEqual(together.filter((_, index) => index !== 7));
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'every file is PDF/UA-1 and PDF/A-2a'), () => {
    for (const { pdf } of built.pdfs) expect(judge(pdf, ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });

  it('attaches data to the whole of each language, and to no summary', async () => {
    const { value } = await project.build(project.release(name), { attach: true });
    const attached = value?.pdfs.map(({ pdf }) => new PdfFile(pdf)).map((file) => file.dict(file.trailer.get('Root')).has('AF'));
    expect(attached).toEqual([true, true, false, false]);
  });
});

describe('the commands, on files apart', () => {
  it('build, compare, find the file of a published PDF, check, approve, correct', async () => {
    const own = projectWith(apart);
    expect(await runCommand(['build', name], own)).toMatchObject({ code: 0, err: '' });
    const folder = join(own, 'out', name);
    const earlier = join(own, 'earlier');
    cpSync(folder, earlier, { recursive: true });
    expect(await runCommand(['build', name, '--check', earlier], own)).toMatchObject({ code: 0, out: `${name}: identical\n` });
    for (const file of ['release.ja.pdf', 'release.en.pdf', 'release.ja.summary.pdf', 'release.en.summary.pdf']) {
      cpSync(join(earlier, file), join(own, 'published.pdf'));
      const { code, out } = await runCommand(['diff', earlier, 'published.pdf'], own);
      expect(code).toBe(0);
      expect(out).toContain(`published.pdf is ${file} of ${earlier} (${file}), byte by byte`);
    }
    expect((await runCommand(['check', name, '--pages'], own)).code).toBe(0);
    expect((await runCommand(['snapshot', name], own)).out).toContain('12 pages and 4 texts approved');
    expect((await runCommand(['build', name, '--against-snapshot'], own)).code).toBe(0);

    edit(own, 'data/aoba/periods/2026h1.yaml', (text) => text.replace('1,341,852', '1,241,852').replace('2,964,185', '3,064,185'));
    const differ = await runCommand(['diff', earlier, name, '--format', 'json'], own);
    expect(differ.code).toBe(1);
    const told = JSON.parse(differ.out) as {
      file: string;
      counts: { consequential: number; unexplained: number };
      changes: { new?: { page: number }[] }[];
    }[];
    expect(told.map(({ file, counts }) => [file, counts.consequential, counts.unexplained])).toEqual([
      ['release.ja.pdf', 2, 0],
      ['release.en.pdf', 2, 0],
      ['release.ja.summary.pdf', 0, 0],
      ['release.en.summary.pdf', 0, 0],
    ]);
    // Pages are those of the file.
    expect(new Set(told[1]?.changes.flatMap((change) => change.new?.map(({ page }) => page) ?? []))).toEqual(new Set([4]));

    writeFileSync(
      join(own, 'data/aoba/releases/2026h1/correction.yaml'),
      'date: {ja: 2025-11-20, en: 2025-11-20}\nreason: {ja: 集計に誤りがあったためであります。, en: Figures were added up wrongly.}\n',
    );
    cpSync(join(earlier, 'release.ja.pdf'), join(own, 'papers/notice.pdf'));
    const corrected = await runCommand(['correct', name, '--against', earlier, '--out', join(own, 'papers')], own);
    expect(corrected.code).toBe(0);
    expect(corrected.err).toContain('notice.pdf is of an earlier correction: it is left there');
    rmSync(join(own, 'papers/notice.pdf'));
    expect(readdirSync(join(own, 'papers')).sort()).toEqual([
      'clean',
      'correction.json',
      ...['marked', 'notice'].flatMap((paper) => ['en', 'ja'].flatMap((lang) => ['html', 'pdf'].map((end) => `${paper}.${lang}.${end}`))),
    ]);
    const notice = async (lang: string) => (await readText(readFileSync(join(own, `papers/notice.${lang}.pdf`)))).join('');
    expect(await notice('en')).toContain('(page 4, Attachments)');
    expect(await notice('ja')).toContain('添付資料4ページ');
    expect(await notice('ja')).not.toContain('Reason for the correction');
    for (const paper of ['notice', 'marked']) {
      const { code, err } = await runCommand(['verify', join(own, `papers/${paper}.en.pdf`)], own);
      expect([code, err]).toEqual([0, '']);
    }
  }, 240_000);

  it('removes what an earlier build left under other names, but not what was changed since', async () => {
    const own = projectWith('{name: "{issuer}-{release}"}');
    const folder = join(own, 'out', name);
    await runCommand(['build', name, '--text'], own);
    expect(existsSync(join(folder, 'aoba-2026h1.pdf'))).toBe(true);
    writeFileSync(join(folder, 'aoba-2026h1.html'), 'changed');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    edit(own, releaseFile, (text) => text.replace('{name: "{issuer}-{release}"}', '{languages: apart}'));
    const { code, out, err } = await runCommand(['build', name], own);
    expect(code).toBe(0);
    expect(out).toContain('aoba-2026h1.pdf of an earlier build is removed');
    expect(err).toContain('aoba-2026h1.html is of an earlier build and was changed since: it is left there');
    expect(readdirSync(folder).sort()).toEqual([
      'aoba-2026h1.html',
      'document.json',
      'facts.csv',
      'facts.json',
      'figures.json',
      'manifest.json',
      'notes.txt',
      'release.en.html',
      'release.en.pdf',
      'release.ja.html',
      'release.ja.pdf',
    ]);
    const job = { place: { root: own, issuer: 'aoba', release: '2026h1' }, ifStale: true };
    expect((await buildJob({ ...job, extras: {} })).kind).toBe('current');
    expect(await buildJob({ ...job, extras: { text: true } })).toMatchObject({
      kind: 'built',
      files: expect.arrayContaining([expect.objectContaining({ file: 'release.ja.txt' })]),
    });
    expect((await buildJob({ ...job, extras: { text: true } })).kind).toBe('current');
  }, 120_000);

  it('refuses a reference from one file into another, and a style that marks no summary', async () => {
    const own = projectWith('{languages: apart}');
    edit(own, 'data/aoba/releases/2026h1/narrative.en.md', (text) => text.replace('{{page "en-outlook"}}', '{{page "ja-outlook"}}'));
    const { code, err } = await runCommand(['build', name], own);
    expect(code).toBe(1);
    expect(err).toContain('ja-outlook stands in the Japanese part, which is a file of its own');
    const japanese = projectWith('{languages: apart}');
    edit(japanese, 'templates/tanshin/release.hbs', (text) => `{{#only "ja"}}\n${text}\n{{/only}}`);
    expect((await runCommand(['build', name], japanese)).err).toContain(
      'release.en.pdf would be empty: the layout makes no part in English',
    );
    const unmarked = projectWith('{summary: true}');
    edit(unmarked, 'templates/tanshin/style.yaml', (text) => text.replaceAll(', summary: true', ''));
    expect((await runCommand(['build', name], unmarked)).err).toContain('the style marks no pages as the summary');
  });
});
