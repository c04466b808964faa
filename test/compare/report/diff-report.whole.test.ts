// Turn the report of differences into a page in a browser, opened as a file: its views, its keys, its marks, and nobody it calls.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  const asked: string[] = [];
  const faults: string[] = [];
  beforeAll(async () => {
    const [old, now] = [await buildSample(), await buildSample(editedSample([equipment, ...entries]), ['check/stated-stale'])];
    const names = [written('old', old), written('new', now)];
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

  it('asks nobody for anything but its own images, and has no fault of script or policy', () => {
    expect(asked.filter((url) => !url.startsWith('file://') && !url.startsWith('data:'))).toEqual([]);
    expect(asked.filter((url) => url.startsWith('file://'))).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  it('fails no rule of axe in any view', async () => {
    // Its policy admits no script of others, so the judge gets a copy without it.
    const html = readFileSync(join(folder, 'report/index.html'), 'utf8').replace(/<meta http-equiv[^>]*>/, '');
    const copy = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await copy.setContent(html);
    await copy.addScriptTag({ content: axe });
    for (const name of ['side', 'overlay', 'slider']) {
      await copy.evaluate(`document.querySelector('button[data-view=${name}]').click()`);
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
    await page.emulateMedia({ media: 'screen' });
  });
});
