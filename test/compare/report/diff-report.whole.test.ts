// Turn the report of differences into a page in a browser, opened as a file: its views, its keys, its marks, and nobody it calls.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endReaders, readForeignText } from '../../../src/pdf/engine/read-pdf.ts';
import { hasBrowser, openBrowser } from '../../support/browser.ts';
import { editedSample } from '../../support/edited-sample.ts';
import { entries, equipment } from '../../support/equipment-correction.ts';
import { runCommand } from '../../support/run-command.ts';
import { buildSample, projectRoot, type WholeRelease } from '../../support/sample.ts';
import { needing } from '../../support/tools.ts';

const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kessan-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!hasBrowser)(needing('Chromium', 'the report of a correction'), () => {
  let browser: Browser;
  let page: Page;
  const names: string[] = [];
  const asked: string[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    const [old, now] = [await buildSample(), await buildSample(editedSample([equipment, ...entries]), ['check/stated-stale'])];
    names.push(written('old', old), written('new', now));
    await runCommand(['diff', ...names, '--report', join(folder, 'report')]);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(pathToFileURL(join(folder, 'report/index.html')).href);
  });
  afterAll(() => browser?.close());

  function written(name: string, { outputs }: WholeRelease): string {
    const path = mkdtempSync(join(folder, name));
    for (const [file, content] of outputs) writeFileSync(join(path, file), content);
    return path;
  }
  const view = () => page.evaluate<string>('document.body.dataset.view');
  const current = () => page.evaluate<string>(`document.querySelector('nav [aria-current=true]')?.dataset.change ?? ''`);

  it('lists every change under its class and shows every changed page with its images', async () => {
    const listed = await page.evaluate<number>(`document.querySelectorAll('nav section > details > ol > li').length`);
    const tally = await page.evaluate<string[]>(`[...document.querySelectorAll('.tally strong')].map((count) => count.textContent)`);
    expect(listed).toBe(tally.reduce((sum, count) => sum + Number(count), 0));
    expect(tally[0]).toBe('7');
    expect(listed).toBeGreaterThan(100);
    const sizes = await page.evaluate<number[]>(`[...document.images].map((image) => image.naturalWidth)`);
    expect(sizes.length).toBe(24);
    expect(Math.min(...sizes)).toBeGreaterThan(500);
  });

  it('goes from change to change by j, k and arrows, and brings each to its mark', async () => {
    await page.keyboard.press('j');
    expect(await current()).toBe('ordered-1');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowRight');
    expect(await current()).toBe('ordered-3');
    await page.keyboard.press('k');
    expect(await current()).toBe('ordered-2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await current()).toMatch(/^consequential-\d+$/);
    const seen = await page.evaluate<boolean>(
      `(() => { const box = document.querySelector('figure.new .mark.current').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()`,
    );
    expect(seen).toBe(true);
    expect(await page.evaluate(`document.activeElement.dataset.change`)).toBe(await current());
  });

  it('marks a figure where its ink is, in the new page', async () => {
    // The part of the new page's image under the mark is not white.
    const dark = await page.evaluate<number>(`(async () => {
      const mark = document.querySelector('figure.new .mark.consequential');
      const image = mark.closest('figure').querySelector('img');
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const part = (name, whole) => parseFloat(mark.style[name]) / 100 * whole;
      const { data } = context.getImageData(part('left', canvas.width), part('top', canvas.height), part('width', canvas.width), part('height', canvas.height));
      return data.filter((value, index) => index % 4 === 0 && value < 128).length;
    })()`);
    expect(dark).toBeGreaterThan(10);
  });

  it('leads from a mark on the page to its place in the list', async () => {
    await page.locator('figure.new .mark.consequential').nth(5).click();
    const id = await page.evaluate<string>(`document.querySelectorAll('figure.new .mark.consequential')[5].dataset.mark`);
    expect(await current()).toBe(id);
  });

  it('changes views by 1, 2 and 3, and cuts the new page where the slider stands', async () => {
    await page.keyboard.press('2');
    expect(await view()).toBe('overlay');
    const apart = await page.evaluate<number>(
      `(() => { const [a, b] = [...document.querySelectorAll('.pair')[0].querySelectorAll('img')].map((image) => image.getBoundingClientRect()); return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width); })()`,
    );
    expect(apart).toBeLessThan(0.5);
    await page.keyboard.press('3');
    expect(await view()).toBe('slider');
    const slider = page.locator('input[type=range]').first();
    await slider.focus();
    await page.keyboard.press('End');
    const clip = () => page.evaluate<string>(`getComputedStyle(document.querySelector('.pair figure.new .sheet')).clipPath`);
    expect(await clip()).toMatch(/inset\(0(px|%)?( 0(px|%)?)*\)/);
    await page.keyboard.press('Home');
    expect(await clip()).toMatch(/100%/);
    // Arrows belong to the slider while it has the focus.
    const before = await current();
    await page.keyboard.press('ArrowRight');
    expect(await current()).toBe(before);
    await page.keyboard.press('1');
    expect(await view()).toBe('side');
    expect(await page.evaluate(`document.querySelector('button[data-view=side]').getAttribute('aria-pressed')`)).toBe('true');
  });

  const shown = () => page.evaluate<number>(`document.querySelectorAll('nav li[id]:not([hidden])').length`);
  const status = () => page.evaluate<string>(`document.querySelector('.at').textContent`);

  it('tells both files apart: hashes, dates, program; and what was not compared', async () => {
    const cells = await page.evaluate<string[]>(`[...document.querySelectorAll('.versions tbody tr')].map((row) => row.innerText)`);
    const hash = (folder: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'release.pdf')))
        .digest('hex');
    expect(cells[1]).toBe(`SHA-256\t${names.map(hash).join('\t')}`);
    expect(cells.join('\n')).toMatch(/公表日\t2002-11-13 \(日本語\), 2002-11-12 \(English\)\t/);
    expect(cells.join('\n')).toMatch(/作成日時（ファイルの記載）\t2002-11-13 00:00:00 UTC\t/);
    expect(cells.join('\n')).toMatch(/作成プログラム\tkessan \S+、スタイルdefault\t/);
    const uncompared = await page.evaluate<string>(`document.querySelector('.uncompared').textContent`);
    expect(uncompared).toContain('96dpi');
    expect(uncompared).toContain('release.html');
  });

  it('speaks Japanese first, and English when it is asked to, attributes and title included', async () => {
    const lang = () => page.evaluate<string>('document.documentElement.lang');
    const words = () => page.evaluate<string>('document.body.innerText');
    expect(await lang()).toBe('ja');
    expect(await page.title()).toMatch(/^変更箇所/);
    expect(await words()).not.toMatch(/Follows from|Side by side/);
    await page.click('button[data-language=en]');
    expect(await lang()).toBe('en');
    expect(await page.title()).toMatch(/^Differences/);
    expect(await words()).toMatch(/Follows from/);
    expect(await words()).not.toMatch(/変更箇所|左右に並べる/);
    const said = await page.evaluate<string[]>(
      `['aria-label', 'alt', 'placeholder', 'title'].flatMap((name) => [...document.querySelectorAll('[' + name + ']')].map((element) => element.getAttribute(name)))`,
    );
    expect(said.filter((text) => /検索|ページ|一覧|からの増減/.test(text))).toEqual([]);
    await page.click('button[data-language=ja]');
  });

  it('names nothing as only the data name it', async () => {
    const words = await page.evaluate<string>(
      `[...document.querySelectorAll('nav a[data-change]')].map((link) => link.textContent).join('\\n')`,
    );
    expect(words).toContain('機器販売（2003年3月期第2四半期）');
    expect(words).toContain('Equipment sales (Three months ended September 30, 2002)');
    expect(words.match(/\w+\.\w+@\w+|\bja \w+|current-\w+/g)).toBeNull();
  });

  it('shows the classes that are chosen, with counts that add up', async () => {
    const tally = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.tally strong')].map((count) => Number(count.textContent))`,
    );
    const total = tally.reduce((sum, count) => sum + count, 0);
    expect(await page.evaluate<string>(`document.querySelector('.total').innerText`)).toBe(`変更 ${total}件の内訳`);
    await page.uncheck('.tally input[value=consequential]');
    expect(await shown()).toBe(tally[0]);
    expect(await status()).toBe(`${total}件中${tally[0]}件を表示`);
    const marks = await page.evaluate<string[]>(`[...document.querySelectorAll('.mark:not([hidden])')].map((mark) => mark.className)`);
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.filter((name) => !name.startsWith('mark ordered'))).toEqual([]);
    // Steps go through what is shown.
    for (let step = 0; step <= (tally[0] ?? 0); step++) await page.keyboard.press('j');
    expect(await current()).toBe('ordered-1');
    await page.click('button[data-all]');
    expect(await shown()).toBe(total);
  });

  it('finds words, figures without their commas, and files, and leaves the letters of a search alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('jk123 ');
    expect(await view()).toBe('side');
    expect(await shown()).toBe(0);
    for (const [wanted, least, most] of [
      ['機器販売 1784953', 3, 10],
      ['ＥＱＵＩＰＭＥＮＴ SALES 1,784,953', 3, 10],
      ['periods/2q02.yaml', 5, 5],
      ['no such words', 0, 0],
    ] as const) {
      await page.fill('input[type=search]', wanted);
      expect(await shown(), wanted).toBeGreaterThanOrEqual(least);
      expect(await shown(), wanted).toBeLessThanOrEqual(most);
    }
    expect(await page.evaluate(`document.querySelectorAll('.pair:not([hidden])').length`)).toBe(0);
    await page.keyboard.press('Escape');
    expect(await shown()).toBeGreaterThan(100);
    expect(await page.evaluate(`document.querySelectorAll('.pair[hidden]').length`)).toBe(0);
  });

  it('comes to a change that is filtered out when a chain leads to it', async () => {
    await page.uncheck('.tally input[value=ordered]');
    await page.evaluate(`document.querySelector('.chain a').click()`);
    expect(await current()).toMatch(/^ordered-/);
    expect(await page.isChecked('.tally input[value=ordered]')).toBe(true);
  });

  it('keeps the current mark where it is when the view, the size or the language changes', async () => {
    await page.evaluate(`document.querySelectorAll('nav li > a[data-change]')[60].click()`);
    const top = () =>
      page.evaluate<number>(
        `[...document.querySelectorAll('.mark.current')].find((mark) => mark.offsetParent !== null).getBoundingClientRect().top`,
      );
    const before = await top();
    for (const key of ['2', '3', '1', '+', '+', '2', '1', '-', '0']) {
      await page.keyboard.press(key);
      expect(Math.abs((await top()) - before), key).toBeLessThan(3);
    }
    await page.click('button[data-language=en]');
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
    await page.click('button[data-language=ja]');
  });

  it('keeps the page that is read where it is when nothing is current', async () => {
    await page.reload();
    await page.evaluate(`document.querySelectorAll('.pair')[6].querySelector('img').scrollIntoView({ block: 'center' })`);
    const seen = () =>
      page.evaluate<number>(
        `(() => { const eye = innerHeight / 2; const pairs = [...document.querySelectorAll('.pair')]; return pairs.findIndex((pair) => pair.getBoundingClientRect().bottom > eye); })()`,
      );
    expect(await seen()).toBe(6);
    for (const key of ['2', '+', '1', '+', '3', '0', '1']) {
      await page.keyboard.press(key);
      expect(await seen(), key).toBe(6);
    }
  });

  it('moves both sheets of a page together when they are larger than their frames', async () => {
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const left = (side: string) => page.evaluate<number>(`document.querySelector('figure.${side} .frame').scrollLeft`);
    await page.evaluate(`document.querySelector('figure.old .frame').scrollLeft = 40`);
    await expect.poll(() => left('new')).toBe(40);
    expect(await page.evaluate(`document.querySelector('.frame').tabIndex`)).toBe(0);
    await page.keyboard.press('0');
    expect(await page.evaluate(`document.querySelector('.frame').getAttribute('tabindex')`)).toBeNull();
  });

  it('asks nobody for anything but its own images, and has no fault of script or policy', () => {
    expect(asked.filter((url) => !url.startsWith('file://') && !url.startsWith('data:'))).toEqual([]);
    // The page itself, and once more when it was loaded again.
    expect(asked.filter((url) => url.startsWith('file://'))).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('fails no rule of axe in any view', async () => {
    // Its policy admits no script of others, so the judge gets a copy without it.
    const html = readFileSync(join(folder, 'report/index.html'), 'utf8').replace(/<meta http-equiv[^>]*>/, '');
    const copy = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await copy.setContent(html);
    await copy.addScriptTag({ content: axe });
    const clicks = ['view=side', 'view=overlay', 'view=slider', 'zoom="1"', 'language=en'];
    for (const name of clicks) {
      await copy.evaluate(`document.querySelector('button[data-${name}]').click()`);
      const found = await copy.evaluate<string[]>(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160)))`,
      );
      expect(found, name).toEqual([]);
    }
  });

  it('prints its pages without the controls', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.controls')).display`)).toBe('none');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(100_000);
    // Every page has words, and what was closed is open.
    const texts = await readForeignText(pdf);
    await endReaders();
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
    expect(texts.filter((text) => /^\d+ページ変更\d+件/.test(text.replace(/\s/g, '')))).toHaveLength(12);
    expect(texts.join('').replace(/\s/g, '')).toContain('release.html');
    await page.emulateMedia({ media: 'screen' });
  });
});
