// Turn releases in Japanese alone and in English alone into tests: they are built, checked, read back, compared, explained and corrected.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/index.ts';
import { loadStarter } from '../../src/load/load-starter.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { PdfFile } from '../../src/pdf/objects/pdf-file.ts';
import { releaseData } from '../../src/render/data/release-data.ts';
import { renderTieOut } from '../../src/render/tie-out/render-tie-out.ts';
import { verify } from '../../src/verify/verify.ts';
import { writeInLanguages } from '../support/in-languages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The starter project of a layout, for an issuer of one language. */
function starterIn(layout: string, lang: string, edit: (text: string) => string = (text) => text) {
  const root = temporaryFolder(`${layout}-${lang}`);
  const starter = loadStarter(layout);
  if (!starter) throw new Error(`no starter ${layout}`);
  for (const [file, text] of starter.files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file.endsWith('.md') ? edit(text) : text);
  }
  writeInLanguages(root, [lang]);
  return { root, project: openProject(root), name: starter.release };
}

/** What the other language would have brought in; figures and addresses are the same in both. */
const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;

const cases = [
  { lang: 'ja', other: 'en', tag: 'ja-JP', issuer: 'みなと製菓株式会社', sales: '売上高', heading: '経営成績に関する説明' },
  {
    lang: 'en',
    other: 'ja',
    tag: 'en-US',
    issuer: 'Minato Confectionery Co., Ltd.',
    sales: 'Net sales',
    heading: 'Overview of operating results',
  },
] as const;

describe.each(cases)('a release in $lang alone', ({ lang, other, tag, issuer, sales, heading }) => {
  const { root, project, name } = starterIn('tanshin', lang);

  it('has one part, and says its language and title everywhere', async () => {
    const { value, findings } = await project.build(project.release(name), { attach: true, text: true });
    expect(findings).toEqual([]);
    if (!value) throw new Error('it builds');
    const { release, document, layout, pdf, outputs } = value;
    expect([release.languages, document.languages, document.lang]).toEqual([[lang], [lang], lang]);
    expect(document.parts.map((part) => [part.id, part.lang])).toEqual([[lang, lang]]);
    expect(layout.pages.map((page) => page.lang)).toEqual(layout.pages.map(() => lang));

    const file = new PdfFile(pdf);
    const catalog = file.dict(file.trailer.get('Root'));
    expect(file.text(catalog.get('Lang'))).toBe(tag);
    expect(file.text(file.dict(file.trailer.get('Info')).get('Title'))).toBe(document.titles[lang]);
    const packet = Buffer.from(file.data(catalog.get('Metadata')) ?? []).toString('utf8');
    expect(packet.match(/xml:lang="[^"]+"/g)).toEqual(['xml:lang="x-default"', `xml:lang="${tag}"`]);
    // Its headings are bookmarks of the first level below its one part.
    const outline = file.dict(catalog.get('Outlines'));
    expect(outline.get('First')).toEqual(outline.get('Last'));
    const part = file.dict(outline.get('First'));
    expect(file.text(part.get('Title'))).toBe(document.parts[0]?.title);
    expect(part.get('First')).toBeDefined();

    const html = String(outputs.get('release.html'));
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\n<html lang="${lang}">`));
    expect(html).toContain(`<title>${document.titles[lang]}</title>`);
    expect(html).not.toContain(`lang="${other}"`);
    expect(JSON.parse(String(outputs.get('document.json'))).texts.every((text: { lang: string }) => text.lang === lang)).toBe(true);
    expect(japanese.test(String(outputs.get('release.txt')))).toBe(lang === 'ja');
    expect(String(outputs.get('release.txt'))).toContain(heading);

    const { checked, findings: faults } = await verify(pdf, String(outputs.get('figures.json')), readText);
    expect(faults).toEqual([]);
    expect(checked.map(({ check }) => check)).toContain('figures');
  });

  it('passes every check and typographic rule, and compares itself with no other language', async () => {
    const { composed, findings, notes } = await project.check(project.release(name), { pages: true });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(notes).toEqual([]);
    if (!composed) throw new Error('it is set');
    const { release, financials, document, layout } = composed;
    const book = renderTieOut(release, financials, document, layout);
    expect(book.match(/data-figure="/g)).toHaveLength(document.figures.length);
    expect(book).not.toMatch(/printed in one language only|other language/);
    expect(book).toContain(`<th scope="col">${lang}</th>`);
    expect(book).not.toContain(`<th scope="col">${other}</th>`);
    const results = releaseData(document, release, financials).find((file) => file.name === 'results.csv');
    expect(String(results?.content).split('\r\n')[0]).toMatch(new RegExp(`^\ufeffkind,level,fact,label_${lang},(?!label)`));
  });

  it('is explained and compared, and corrected with a notice in its language', async () => {
    const session = project.release(name);
    const { value: explained } = await project.explain(session, 'sales.total@2026h1');
    expect(explained?.[0]?.labels).toEqual({ [lang]: sales });
    expect(new Set(explained?.[0]?.printed.map((place) => place.lang))).toEqual(new Set([lang]));
    const { value: impact } = await project.impact(session, 'sales.total@2026fy', '17,300,000');
    expect(impact?.prose.length).toBeGreaterThan(0);

    const { value: build } = await project.build(session);
    if (!build) throw new Error('it builds');
    await project.publish(build, 'earlier');
    const forecast = join(root, 'data/minato/periods/2026fy.yaml');
    const typed = readFileSync(forecast, 'utf8');
    expect(typed).toContain('17,200,000');
    writeFileSync(forecast, typed.replace('17,200,000', '17,300,000'));
    const corrected = project.release(name);
    const { differences } = await project.compare('earlier', corrected);
    expect(differences.counts.unexplained).toBe(0);
    expect(differences.changes.length).toBeGreaterThan(0);

    const correction = join(root, 'data', name.replace('/', '/releases/'), 'correction.yaml');
    writeFileSync(
      correction,
      'date: {ja: 2025-11-20, en: 2025-11-19}\nreason: {ja: 予想に誤りがありました。, en: The forecast was mistyped.}\n',
    );
    const refused = await project.correct(corrected, 'earlier');
    expect(refused.papers).toBeUndefined();
    expect(refused.findings.map(({ code }) => code)).toContain('validate/unlisted-language');

    writeInLanguages(root, [lang]);
    const { papers, findings } = await project.correct(project.release(name), 'earlier');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([...(papers?.files.keys() ?? [])].slice(0, 4)).toEqual(['notice.pdf', 'notice.html', 'marked.pdf', 'marked.html']);
    expect(papers?.notice.document.parts.map((part) => part.lang)).toEqual([lang]);
    expect(papers?.notice.document.furniture[lang]?.issuer).toBe(issuer);
  });
});

it('a release in English alone may quote Japanese, in its own voice and faces', async () => {
  const quote = 'What exchanges ask for is called <span lang="ja">決算短信</span>, and is due every quarter of the year.';
  const { project, name } = starterIn('tanshin', 'en', (text) => text.replace('{#results}', `{#results}\n\n${quote}`));
  const { findings, composed } = await project.check(project.release(name), { pages: true });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const runs = composed?.layout.pages.flatMap(({ items }) => items.filter((item) => item.kind === 'glyphs'));
  const quoted = runs?.filter((run) => run.lang === 'ja') ?? [];
  expect(quoted.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).join('')).toBe('決算短信');
  expect(new Set(quoted.map(({ font }) => font.replace(/-\d+$/, '')))).toEqual(new Set(['noto-sans-jp']));
  const { value } = await project.build(project.release(name));
  expect(String(value?.outputs.get('release.html'))).toContain('<span lang="ja">決算短信</span>');
});

describe('the layout of a US filer', () => {
  it('points to no English part where there is none, and calls the Japanese no summary of it', async () => {
    const { project, name } = starterIn('us-filer', 'ja');
    const { value, findings } = await project.build(project.release(name));
    // The text that prints the end of the fiscal year is the English one.
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'merge/date-unused date fiscal-year-end is given, and no layout or text prints it',
    ]);
    expect(value?.document.parts.map((part) => part.title)).toEqual(['日本語']);
    expect(String(value?.outputs.get('release.html'))).not.toContain('簡易版');
  });

  it('asks in English for no day of a Japanese announcement', async () => {
    const bilingual = starterIn('us-filer', 'en');
    const { findings } = await bilingual.project.build(bilingual.project.release(bilingual.name));
    expect(findings.map(({ code, message, hints }) => [code, message, ...(hints ?? [])])).toEqual([
      [
        'merge/helper-argument',
        'the release is not announced in Japanese',
        'its languages are English: take the day out, or put it between {{#if (language "ja")}} and {{/if}}',
      ],
    ]);
    const asked = (text: string) =>
      text.replace('Tokyo, {{date "announced.ja"}} / ', '{{#if (language "ja")}}Tokyo, {{date "announced.ja"}} / {{/if}}');
    const { project, name } = starterIn('us-filer', 'en', asked);
    const built = await project.build(project.release(name));
    expect(built.findings).toEqual([]);
    expect(built.value?.document.parts.map((part) => part.id)).toEqual(['en']);
  });
});
