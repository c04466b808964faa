// Turn the page of the packed program into what its users do all day without a mouse, and into what others try who are not its users.
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.ts';
import { figureButton, lightCount, type ServedPage, servePacked } from '../../support/served-page.ts';
import { needing } from '../../support/tools.ts';

const period = 'data/minato/periods/2026fy.yaml';
const narrative = 'data/minato/releases/2026h1/narrative.en.md';
const concepts = 'data/minato/concepts.yaml';
const review = 'data/minato/releases/2026h1/review.yaml';

/** Milliseconds that a busy machine may take. */
const patience = { timeout: 20_000 };

describe.skipIf(!hasBrowser)(needing('Chromium', 'the page that is worked on'), () => {
  let served: ServedPage;
  const kept = new Map<string, string>();
  beforeAll(async () => {
    served = await servePacked();
    for (const name of [period, narrative, concepts]) kept.set(name, read(name));
  }, 60_000);
  // What fails leaves nothing behind for others.
  afterEach(() => {
    for (const [name, text] of kept) if (read(name) !== text) writeFileSync(served.file(name), text);
  });
  afterAll(() => served?.close());

  const read = (name: string) => readFileSync(served.file(name), 'utf8');
  const active = (page: Page) => page.evaluate('document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? ""');
  const press = async (page: Page, ...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on by the tab key until something that has these words has the focus. */
  const tabTo = async (page: Page, words: string) => {
    for (let steps = 0; steps < 60; steps++) {
      const now = await page.evaluate(
        '[document.activeElement?.getAttribute("aria-label"), document.activeElement?.textContent, document.activeElement?.closest("label")?.textContent].join(" ")',
      );
      if (String(now).includes(words)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the tab key does not lead to ${words}`);
  };
  const changed = async (name: string, from: string, to: string, during: () => Promise<void>) => {
    const before = read(name);
    expect(before).toContain(from);
    writeFileSync(served.file(name), before.replace(from, to));
    try {
      await during();
    } finally {
      writeFileSync(served.file(name), before);
    }
  };

  it('does all of it by keys alone: finds, asks, supposes, writes, signs, mends, compares', async () => {
    const { page, wrong, close } = await served.open();
    const before = read(period);
    // A figure is found, and chosen.
    await press(page, '/');
    await page.keyboard.type('17,200 million');
    await expect.poll(() => lightCount(page, 'match-now'), patience).toBe(1);
    await press(page, 'Escape');
    await expect.poll(() => active(page), patience).toMatch(/^JPY17,200 million /);
    await press(page, 'Enter');
    await page.locator('.figure-told').getByText('sales.total@2026fy').first().waitFor();
    // Another value is supposed, and written.
    await press(page, '1');
    await tabTo(page, 'New value: sales.total@2026fy');
    await press(page, 'Control+a');
    await page.keyboard.type('17,300,000');
    await press(page, 'Enter');
    await page.locator('.impact').waitFor();
    await press(page, '2');
    await expect.poll(() => active(page), patience).toBe('tab-suppose');
    await tabTo(page, 'Write to the files');
    await press(page, 'Enter');
    await figureButton(page, 'ja', '17,300百万円').waitFor();
    expect(read(period)).toBe(before.replace('17,200,000', '17,300,000'));
    // It is signed, by name.
    await press(page, '6');
    await tabTo(page, 'Your name');
    await page.keyboard.type('Mori');
    await press(page, 'Escape');
    await expect.poll(() => active(page), patience).toMatch(/^JPY17,300 million /);
    await press(page, 'Enter');
    await page.locator('.ticks li').first().waitFor();
    await press(page, 'c');
    await expect.poll(() => page.locator('.progress').innerText(), patience).toContain('Mori 1');
    // Its place in the source is opened, broken, saved, told of, and mended.
    await press(page, 'Escape', 'e');
    const line = page.locator('.editor .cm-activeLine').first();
    await line.waitFor();
    // The first Escape gives up what is selected in the editor, the second leads out of it.
    await press(page, 'Escape', 'Escape', '4', 'Tab');
    for (let files = 0; files < 40 && (await page.locator('.source select').inputValue()) !== period; files++) await press(page, 'ArrowUp');
    await expect.poll(() => page.locator('.editor .cm-content').innerText(), patience).toContain('facts:');
    await press(page, 'Tab');
    await expect.poll(() => page.evaluate('document.activeElement.className'), patience).toBe('editor');
    await press(page, 'Control+f');
    await page.keyboard.type('17,300,000');
    await press(page, 'Enter', 'Escape');
    await page.keyboard.type('17,x00,000');
    await press(page, 'Control+s');
    await expect.poll(() => page.locator('.state').innerText(), patience).toContain('last state without errors');
    // The tick holds for the pages of the last sound state; the finding leads back to the line.
    await press(page, 'Escape', 'Escape', '3');
    await tabTo(page, '2026fy.yaml:');
    await press(page, 'Enter');
    await expect.poll(() => line.innerText(), patience).toContain('17,x00,000');
    // What is wrong is selected there, once the editor has the focus.
    await expect.poll(() => page.evaluate('document.activeElement.className'), patience).toBe('editor');
    await page.waitForTimeout(500);
    await page.keyboard.type('17,200,000');
    await press(page, 'Control+s');
    await expect.poll(() => page.locator('.state').innerText(), patience).toBe('Up to date');
    expect(read(period)).toBe(before);
    // What was signed says something else again: the tick has lapsed, and is taken away.
    await press(page, 'Escape', 'Escape', '6');
    await page.locator('.lapsed li').waitFor();
    await tabTo(page, 'Remove');
    await press(page, 'Enter');
    await expect.poll(() => page.locator('.lapsed li').count(), patience).toBe(0);
    expect(read(review)).toContain('checked: []');
    // Nothing is left of all this.
    await press(page, 'Escape', '5', 'Tab');
    await page.locator('.changes-since option[value="opened"]').waitFor({ state: 'attached' });
    await press(page, 'ArrowDown');
    await page.getByText('Nothing has changed.').waitFor();
    expect(wrong).toEqual([]);
    await close();
  }, 120_000);

  it('supposes several values together, and discards them', async () => {
    const { page, wrong, close } = await served.open();
    const suppose = async (text: string, value: string) => {
      await figureButton(page, 'ja', text).click();
      await page.locator('#tab-figure').click();
      await page.locator('.figure-told input').first().fill(value);
      await page.locator('.figure-told form button').first().click();
    };
    await suppose('17,200', '17,300,000');
    await page.locator('.impact').waitFor();
    await suppose('1,250', '1,260,000');
    await expect
      .poll(() => page.locator('.impact').innerText(), patience)
      .toMatch(/17,300百万円[\s\S]*1,260百万円|1,260百万円[\s\S]*17,300百万円/);
    await expect.poll(() => page.getByRole('tab', { name: /What if/ }).innerText(), patience).toContain('(2)');
    const before = read(period);
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => page.locator('.impact').count(), patience).toBe(0);
    expect(read(period)).toBe(before);
    expect(wrong).toEqual([]);
    await close();
  });

  it('leads from a finding to its page', async () => {
    const { page, wrong, close } = await served.open();
    await changed(period, '17,200,000', '17,2x0,000', async () => {
      await page.locator('#tab-findings').click();
      const finding = page.locator('.findings li.error').first();
      await finding.waitFor();
      await finding.getByRole('button', { name: 'Page 9' }).click();
      await expect
        .poll(() => page.locator('.thumbnails [aria-current="page"]').last().getAttribute('aria-label'), patience)
        .toBe('Page 9, English');
    });
    await expect.poll(() => page.locator('.state').innerText(), patience).toBe('Up to date');
    expect(wrong).toEqual([]);
    await close();
  });

  it('steps through what has changed since a build, since what was approved and since a revision, by classes', async () => {
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...words], { cwd: served.folder });
    expect(served.kessan(['build', 'minato/2026h1'], served.folder).code).toBe(0);
    expect(served.kessan(['snapshot', 'minato/2026h1'], served.folder).code).toBe(0);
    git('init', '-q');
    git('add', 'data');
    git('commit', '-q', '-m', 'As it was filed');
    const { page, wrong, close } = await served.open();
    const [from, to] = ['As a result, ', 'As a consequence, '];
    await changed(period, '17,200,000', '17,300,000', () =>
      changed(narrative, from, to, async () => {
        await figureButton(page, 'en', 'JPY17,300 million').waitFor();
        await page.locator('#tab-changes').click();
        for (const label of ['As published', 'As filed', 'approved'] as const) {
          const options = await page
            .locator('.changes-since option')
            .evaluateAll((all) => all.map((each) => [each.getAttribute('value'), each.textContent ?? '']));
          const value = {
            'As published': 'published',
            'As filed': options.find(([, text]) => text?.includes('As it was filed'))?.[0],
            approved: 'approved',
          }[label];
          await page.locator('.changes-since select').selectOption(value ?? 'none');
          // What was told since another state goes first.
          const heads = async () => (await page.locator('.changes-since h3').allInnerTexts()).slice(0, 3);
          await expect
            .poll(heads, { ...patience, message: label })
            .toEqual([
              expect.stringContaining('Data that were changed (1)'),
              expect.stringContaining('What follows from them'),
              expect.stringContaining('Words (1)'),
            ]);
          await page.locator('.changes-since h3').first().click();
          await press(page, 'n', 'n');
          await expect.poll(() => lightCount(page, 'change-now'), patience).toBeGreaterThan(0);
        }
      }),
    );
    expect(wrong).toEqual([]);
    await close();
  }, 120_000);

  it.each([
    ['written as characters', '&lt;img src=x onerror=alert()&gt;', 'button[aria-label*="<img"]'],
    ['written as markup', '<img src=x onerror=alert()>', '.findings li.error:has-text("<img")'],
  ])('runs nothing of a label with markup, %s', async (_, label, where) => {
    const { page, wrong, close } = await served.open();
    await page.locator('#tab-findings').click();
    await changed(concepts, 'en: Total income taxes', `en: "${label}"`, async () => {
      await page.locator(where).first().waitFor({ timeout: 15_000 });
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    });
    await expect.poll(() => page.locator('.state').innerText(), patience).toBe('Up to date');
    expect(wrong).toEqual([]);
    await close();
  });

  it('answers no page of another site, not even of this machine, whatever it tries', async () => {
    const { origin, host } = new URL(served.address);
    const before = read(period);
    const hostile = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>other</title><body></body>'),
    );
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    const own = (hostile.address() as AddressInfo).port;
    const context = await served.browser.newContext();
    try {
      // Its user is signed in, in the same browser.
      const page = await context.newPage();
      await page.goto(served.address);
      await page.locator('.sheet img').first().waitFor();
      for (const site of [`http://127.0.0.1:${own}/`, `http://localhost:${own}/`]) {
        await page.goto(site);
        const tried = await page.evaluate(`(async () => {
          const origin = ${JSON.stringify(origin)};
          const body = JSON.stringify({ values: [{ figure: 'sales.total@2026fy', value: '1' }] });
          const outcome = async (work) => { try { return await work(); } catch { return 'refused'; } };
          const loads = (tag, address) => new Promise((resolve) => {
            const element = document.createElement(tag);
            element.onload = () => resolve(tag === 'iframe' ? String(element.contentDocument?.title ?? 'closed') : 'loaded');
            element.onerror = () => resolve('refused');
            element.src = address;
            document.body.append(element);
          });
          const form = document.createElement('form');
          return {
            read: await outcome(() => fetch(origin + '/api/hello', { credentials: 'include' }).then((answer) => answer.text())),
            blind: await outcome(() => fetch(origin + '/api/hello', { credentials: 'include', mode: 'no-cors' }).then((answer) => answer.type + answer.status)),
            write: await outcome(() => fetch(origin + '/api/releases/minato/2026h1/write', { method: 'POST', credentials: 'include', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body }).then((answer) => answer.type + answer.status)),
            script: await loads('script', origin + '/client.js'),
            picture: await loads('img', origin + '/api/hello'),
            frame: await loads('iframe', origin + '/'),
            events: await new Promise((resolve) => {
              const source = new EventSource(origin + '/api/events', { withCredentials: true });
              source.onmessage = source.onopen = () => resolve('open');
              source.onerror = () => resolve('refused');
            }),
          };
        })()`);
        expect(tried, site).toMatchObject({ read: 'refused', script: 'refused', picture: 'refused', events: 'refused' });
        const { blind, write, frame } = tried as Readonly<Record<string, string>>;
        for (const answer of [blind, write]) expect(['refused', 'opaque0']).toContain(answer);
        expect(frame).not.toContain('kessan');
      }
      expect(read(period)).toBe(before);
      // A wrong token in the address opens nothing; a right one of another host neither.
      const stranger = await served.browser.newContext();
      const wrong = await (await stranger.newPage()).goto(`${origin}/?token=wrong`);
      expect([wrong?.status(), await wrong?.text()]).toEqual([403, expect.not.stringContaining('minato')]);
      await stranger.close();
      const named = await context.request.get(`${origin}/api/hello`, { headers: { host: host.replace('127.0.0.1', 'evil.example') } });
      expect(named.status()).toBe(421);
      // What lies outside of the project is not read by any name.
      symlinkSync('/etc/hostname', served.file('data/minato/outside.yaml'));
      for (const path of ['data/minato/outside.yaml', '../../../../etc/hostname', 'data/../../package.json', '/etc/hostname']) {
        const answer = await context.request.get(`${origin}/api/file?path=${encodeURIComponent(path)}`);
        expect([400, 404], path).toContain(answer.status());
      }
    } finally {
      await context.close();
      await new Promise((resolve) => hostile.close(resolve));
    }
  });
});
