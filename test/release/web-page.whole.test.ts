// Turn release.html into a page in a browser: accessible by axe's rules, with the figures of figures.json, readable on a phone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endReaders, readForeignText } from '../../src/pdf/engine/read-pdf.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { buildSample, projectRoot, type WholeRelease } from '../support/sample.ts';
import { needing } from '../support/tools.ts';

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1200, height: 900 } } as const;
const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasBrowser)(needing('Chromium', 'the web page'), () => {
  let release: WholeRelease;
  let browser: Browser;
  beforeAll(async () => {
    [release, browser] = await Promise.all([buildSample(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await endReaders();
  });

  /** The page's own policy forbids scripts, and so the one that judges it: `judged` pages are opened without it. */
  const open = async (
    size: keyof typeof sizes,
    html = String(release.outputs.get('release.html')),
    purpose: 'read' | 'judged' = 'read',
  ): Promise<Page> => {
    const page = await browser.newPage({ viewport: sizes[size], bypassCSP: purpose === 'judged' });
    await page.setContent(html);
    return page;
  };
  /** Ids of the rules that fail, by axe's whole set. */
  const violations = async (page: Page): Promise<readonly string[]> => {
    await page.addScriptTag({ content: axe });
    return page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 120)))`);
  };

  it.each(['phone', 'desktop'] as const)('fails no rule of axe: %s', async (size) => {
    expect(await violations(await open(size, undefined, 'judged'))).toEqual([]);
  });

  it('is judged by someone who says no', async () => {
    const html = String(release.outputs.get('release.html'))
      .replace(/<html lang="ja">/, '<html>')
      .replace('<title>', '<title hidden>')
      .replace(/color: #111;/, 'color: #ccc;');
    const found = (await violations(await open('desktop', html, 'judged'))).map((line) => line.split(':')[0]);
    expect(found).toEqual(expect.arrayContaining(['html-has-lang', 'color-contrast']));
  });

  it('shows every figure of figures.json, in its own element, with its text', async () => {
    const { figures } = JSON.parse(String(release.outputs.get('figures.json'))) as { figures: { id: number; text: string }[] };
    const page = await open('desktop');
    const shown = (await page.evaluate(
      `[...document.querySelectorAll('data')].map((element) => [element.value, element.textContent])`,
    )) as readonly (readonly [string, string])[];
    const texts = new Map(shown);
    expect(shown).toHaveLength(figures.length);
    expect(figures.filter(({ id, text }) => texts.get(String(id)) !== text)).toEqual([]);
  });

  it.each(['phone', 'desktop'] as const)('never scrolls sideways as a whole: %s', async (size) => {
    const page = await open(size);
    const [content, window] = (await page.evaluate(
      `[document.documentElement.scrollWidth, document.documentElement.clientWidth]`,
    )) as readonly [number, number];
    expect(content).toBe(window);
  });

  it('lets wide tables scroll on a phone, with their labels in view, and shows them whole on a desktop', async () => {
    // What lies right of the frame's edge before and after scrolling as far as it goes, in pixels, and where the first label stands then.
    const measure = `[...document.querySelectorAll('.table.statement')].map((frame) => {
      const edge = frame.getBoundingClientRect().left + frame.clientLeft + frame.clientWidth;
      const beyond = () => Math.max(0, Math.round(frame.querySelector('table').getBoundingClientRect().right - edge));
      const before = beyond();
      frame.scrollLeft = 10000;
      const label = frame.querySelector('tbody tr:not(.head) th');
      const cell = frame.querySelector('tbody tr:not(.head) td:last-child');
      return {
        before,
        scrolled: Math.round(frame.scrollLeft),
        after: beyond(),
        label: Math.round(label.getBoundingClientRect().left - frame.getBoundingClientRect().left),
        column: Math.round(cell.getBoundingClientRect().width),
      };
    })`;
    type Measured = readonly { before: number; scrolled: number; after: number; label: number; column: number }[];
    const phone = (await (await open('phone')).evaluate(measure)) as Measured;
    expect(phone).toHaveLength(6);
    for (const { before, scrolled, after, label, column } of phone) {
      // Most of the last column is out of view, and comes into view.
      expect(before).toBeGreaterThan(column / 2);
      expect(scrolled).toBe(before);
      expect({ after, label }).toEqual({ after: 0, label: 0 });
    }
    const desktop = (await (await open('desktop')).evaluate(measure)) as Measured;
    expect(desktop.map(({ before, scrolled }) => [before, scrolled])).toEqual(desktop.map(() => [0, 0]));
  });

  it('describes the release in its head, and leads to its languages and its PDF', async () => {
    const page = await open('desktop');
    const links = await page.evaluate(
      `[...document.querySelectorAll('link[rel=alternate]')].map((each) => [each.hreflang || each.type, each.getAttribute('href'), each.hreflang === '' || document.querySelector(each.getAttribute('href')).lang === each.hreflang])`,
    );
    expect(links).toEqual([
      ['ja', '#ja', true],
      ['en', '#en', true],
      ['application/pdf', 'release.pdf', true],
    ]);
    const told = (await page.evaluate(`[document.querySelector('meta[name=description]').content, document.title]`)) as readonly string[];
    expect(told[0]?.endsWith(told[1] ?? '-')).toBe(true);
  });

  it('is printed on A4: no table is wider than the sheet, none is split in a row, heads stay with what follows, figures right', async () => {
    const page = await browser.newPage({ viewport: { width: 673, height: 1000 } });
    await page.setContent(String(release.outputs.get('release.html')));
    await page.emulateMedia({ media: 'print' });
    const look = (await page.evaluate(`(() => {
      const style = (selector, key) => getComputedStyle(document.querySelector(selector))[key];
      const wide = [...document.querySelectorAll('table')].filter((table) => table.getBoundingClientRect().right > innerWidth + 1).map(({ id }) => id);
      return { wide, nav: style('nav', 'display'), row: style('tbody tr', 'breakInside'), head: style('h2', 'breakAfter'), figure: style('tbody td', 'textAlign') };
    })()`)) as unknown;
    expect(look).toEqual({ wide: [], nav: 'none', row: 'avoid', head: 'avoid', figure: 'right' });
  });

  it.each(['A4', 'Letter'])('is printed on %s with each statement whole, under its heading', async (format) => {
    const page = await browser.newPage();
    await page.setContent(String(release.outputs.get('release.html')));
    const texts = await readForeignText(await page.pdf({ format }));
    const printed = texts.map((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase());
    const rows = [
      ['consolidatedstatementsofoperations', 'dedicatedaccessservices', 'adsequivalents'],
      ['consolidatedbalancesheets', 'accountsreceivable,net', 'totalliabilitiesandshareholders'],
      ['condensedconsolidatedstatementsofcashflows', 'netcashprovidedby(usedin)operatingactivities', 'cash,endofperiod'],
      ['四半期連結損益計算書', 'ダイヤルアップ接続サービス', '期中平均発行済米国預託証券総数'],
      ['四半期連結貸借対照表', '買掛金及び未払金', '固定負債'],
    ];
    for (const [heading = '', ...own] of rows) {
      const on = printed.filter((text) => text.includes(heading));
      expect(
        on.filter((text) => own.every((row) => text.includes(row))),
        heading,
      ).toHaveLength(1);
    }
  });

  it('sets a run-in head on the first line of its paragraph', async () => {
    const page = await open('desktop');
    const offsets = (await page.evaluate(`[...document.querySelectorAll('h4.run-in')].map((head) => {
      const range = document.createRange();
      range.selectNodeContents(head.nextElementSibling);
      const [first] = range.getClientRects();
      const own = head.getBoundingClientRect();
      return [Math.abs(first.bottom - own.bottom), first.left - own.right];
    })`)) as readonly (readonly [number, number])[];
    expect(offsets.length).toBeGreaterThan(0);
    for (const [down, right] of offsets) {
      expect(down).toBeLessThan(6);
      expect(right).toBeGreaterThan(0);
    }
  });

  it('lets a browser take its own style sheet, and no script, no other style and no picture', async () => {
    const html = String(release.outputs.get('release.html'));
    const look = `[getComputedStyle(document.querySelector('h1')).textAlign, getComputedStyle(document.querySelector('tbody td')).textAlign, document.title]`;
    const own = (await (await open('desktop')).evaluate(look)) as readonly string[];
    expect(own.slice(0, 2)).toEqual(['center', 'right']);
    const asked: string[] = [];
    const page = await browser.newPage();
    page.on('requestfailed', (request) => asked.push(`${request.url()} ${request.failure()?.errorText}`));
    page.on('requestfinished', (request) => asked.push(`${request.url()} was fetched`));
    const tampered = `<script>document.title = 'run'</script><style>h1 { text-align: left }</style><img src="http://127.0.0.1:9/a.png" onerror="document.title = 'run'">`;
    await page.setContent(html.replace('<main>', `<main>${tampered}`));
    expect(await page.evaluate(look)).toEqual(own);
    expect(asked).toEqual(['http://127.0.0.1:9/a.png csp']);
  });

  it('asks nobody for anything', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(String(release.outputs.get('release.html')));
    expect(asked).toEqual([]);
  });
});
