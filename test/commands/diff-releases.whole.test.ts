// `kessan diff` of two releases of different periods: what it prints, how it ends, the page and the paper that it writes, and what it refuses.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseComparison } from '../../src/model/release-comparison.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { laterRelease, thirdQuarter } from '../support/later-release.ts';
import { readObjects } from '../support/pdf-objects.ts';
import { runCommand } from '../support/run-command.ts';
import { buildSample, projectRoot } from '../support/sample.ts';
import { has, needing, popplerText } from '../support/tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-releases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const earlier = join(folder, '2q02');
let later: ReleasePlace;
beforeAll(async () => {
  mkdirSync(earlier);
  for (const [file, content] of (await buildSample()).outputs) writeFileSync(join(earlier, file), content);
  later = laterRelease(thirdQuarter, (file, text) =>
    file === 'narrative.en.md'
      ? text
          .replace('IIJ achieved this solid revenue growth despite', 'IIJ held this solid revenue growth despite')
          .replace(/\nIn \{\{period "current"\}\}, IIJ opened a new office.*\n/, '\n')
      : text,
  );
});

const diff = (...options: readonly string[]) => runCommand(['diff', earlier, 'iij/3q02', ...options], later.root);

describe('two releases of different periods', () => {
  it('are told sentence by sentence, words that changed as a blackline, and how many were carried over', async () => {
    const { code, out, err } = await diff();
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`old  ${earlier}  2q02\nnew  iij/3q02  3q02\n`);
    expect(out).toContain('en  182 sentences: 121 as they were, 60 with their figures and periods alone, 1 changed, 0 new; 2 gone\n');
    expect(out).toContain('en changed\n  page 6, The 3rd Quarter of F … 2002 Results Summary: IIJ [-achieved-]{+held+} this solid revenue');
    expect(out).toContain('en gone\n  old page 9, New Office: In 2Q02, IIJ opened a new office in Toyota City, Japan.\n');
    expect(out).toContain('pages and pictures were not compared');
  });

  it('are the same object as JSON', async () => {
    const { code, out } = await diff('--format', 'json');
    const { depth, periods, counts, languages } = JSON.parse(out) as ReleaseComparison;
    expect([code, depth, periods]).toEqual([1, 'releases', { old: '2q02', new: '3q02' }]);
    expect(counts).toMatchObject({ text: 3, layout: 0 });
    expect(languages.map(({ lang }) => lang)).toEqual(['ja', 'en']);
  });

  it('end well where only classes changed that were not asked for', async () => {
    expect((await diff('--fail-on', 'layout', '--fail-on', 'file')).code).toBe(0);
    expect((await diff('--fail-on', 'text')).code).toBe(1);
    // Its figures of the quarter before are others, and nobody says why.
    expect((await diff('--fail-on', 'unexplained')).code).toBe(1);
  });

  it('have no pages that could be left out', async () => {
    const { code, err } = await diff('--ignore', 'header');
    expect([code, err]).toEqual([2, 'kessan: --ignore leaves out regions of pages, and pages of different releases are not compared\n']);
  });

  it('are compared as versions where they are versions of one', async () => {
    const { code, out } = await runCommand(['diff', earlier, earlier], later.root);
    expect([code, out.split('\n')[2]]).toEqual([0, 'same']);
  });
});

describe('the page', () => {
  let html: string;
  beforeAll(async () => {
    await diff('--report', join(folder, 'report'));
    html = readFileSync(join(folder, 'report', 'index.html'), 'utf8');
  });

  it('holds both languages, each in its own words, and fetches nothing', () => {
    expect(html).toContain('<h1>変更箇所対照</h1>');
    expect(html).toContain('<h1>Blackline</h1>');
    expect(html).toContain('<del class="words">achieved</del> <ins class="words">held</ins>');
    expect(html).not.toMatch(/(?:src|href)="(?!#)|@import|url\(/);
  });

  it.skipIf(!hasBrowser)(needing('Chromium', 'fails no rule of axe'), async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      // Its policy admits no script of others, so the judge gets a copy without it.
      await page.setContent(html.replace(/<meta http-equiv[^>]*>/, ''));
      await page.addScriptTag({ content: readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8') });
      const found = await page.evaluate<string[]>(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)))`,
      );
      expect(found).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it.skipIf(!hasBrowser)(needing('Chromium', 'hides the sentences that a reader does not ask for'), async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(html);
      const seen = () => page.locator('article#en .sentence:visible').count();
      const all = await seen();
      await page.locator('article#en .show-same').uncheck();
      expect(all - (await seen())).toBe(121);
    } finally {
      await browser.close();
    }
  });
});

describe('the paper', () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    const { code } = await diff('--pdf', join(folder, 'blackline.pdf'));
    expect(code).toBe(1);
    pdf = readFileSync(join(folder, 'blackline.pdf'));
  });

  it.skipIf(!has('pdftotext'))(needing('pdftotext', 'says old and new in one text, in both languages'), () => {
    const text = popplerText(pdf, 'raw').join('\n');
    expect(text).toContain('IIJ achieved held this solid revenue growth');
    expect(text.replace(/\s/g, '')).toContain('2002年度第2四半期2002年度第3四半期の売上高は');
    expect(text).toMatch(/Changed in their words: 1\n/);
  });

  it.skipIf(!has('qpdf'))(needing('qpdf', 'is tagged: deletions are struck out, additions underlined'), () => {
    const { all, text, catalog, follow } = readObjects(pdf);
    const decorations = all.flatMap(({ '/S': S, '/A': A }) => {
      const attributes = A === undefined ? undefined : follow(A);
      if (S !== '/Span' || typeof attributes !== 'object' || attributes === null || !('/TextDecorationType' in attributes)) return [];
      return [attributes['/TextDecorationType']];
    });
    expect(new Set(decorations)).toEqual(new Set(['/LineThrough', '/Underline']));
    expect(decorations.length).toBeGreaterThan(200);
    expect(text(catalog['/Lang'])).toMatch(/^ja/);
  });

  it('is made of any two builds', async () => {
    const { code } = await runCommand(['diff', earlier, earlier, '--pdf', join(folder, 'same.pdf')]);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'same.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is set in the style of a release wherever it lies', async () => {
    const release = join(later.root, 'data/iij/releases/3q02');
    const { code } = await runCommand(['diff', earlier, release, '--pdf', join(folder, 'elsewhere.pdf')], folder);
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'elsewhere.pdf'))).toEqual(Buffer.from(pdf));
  });

  it('is refused for files that recorded nothing', async () => {
    const { code, err } = await runCommand(
      ['diff', join(earlier, 'release.pdf'), 'iij/3q02', '--pdf', join(folder, 'none.pdf')],
      later.root,
    );
    expect(code).toBe(2);
    expect(err).toContain('is no build and no release: a blackline is made of what builds recorded of themselves');
  });

  it('is refused where no project knows its style', async () => {
    const { code, err } = await runCommand(['diff', earlier, earlier, '--pdf', join(folder, 'none.pdf')], folder);
    expect([code, err]).toEqual([
      2,
      'kessan: --pdf sets a blackline in the style of its release: run it in the project in which iij/2q02 or iij/2q02 can be read without errors\n',
    ]);
  });
});
