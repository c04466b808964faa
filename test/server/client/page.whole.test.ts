// Turn the packed program, in an empty folder after `kessan init`, into a page in Chromium that is looked at, asked, changed by hand and by keys.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.ts';
import { projectRoot } from '../../support/sample.ts';
import { figureButton, lightCount, type ServedPage, servePacked } from '../../support/served-page.ts';
import { needing } from '../../support/tools.ts';

const period = 'data/minato/periods/2026fy.yaml';
const narrative = 'data/minato/releases/2026h1/narrative.en.md';

describe.skipIf(!hasBrowser)(needing('Chromium', 'the page that is served'), () => {
  let served: ServedPage;
  let address: string;
  const file = (name: string) => served.file(name);
  const open: ServedPage['open'] = (...how) => served.open(...how);
  const figure = figureButton;
  const lights = lightCount;

  beforeAll(async () => {
    served = await servePacked();
    address = served.address;
  }, 60_000);
  afterAll(() => served?.close());

  /** Waits until it is so. */
  const until = async (holds: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries++) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it never becomes so');
  };

  it('is small: less than 300 kB, compressed', () => {
    const all = ['client.js', 'client.css', 'index.html'].map(
      (name) => gzipSync(readFileSync(join(projectRoot, 'dist/client', name))).length,
    );
    expect(all.reduce((a, b) => a + b)).toBeLessThan(300_000);
  });

  it('is opened, pointed at in each language, clicked, asked what if, written, and follows on both sides', async () => {
    const { page, wrong, close } = await open();
    expect(page.url()).toBe(`${new URL(address).origin}/`);
    for (const [lang, text, partner] of [
      ['ja', '17,200百万円', 'JPY17,200 million'],
      ['en', 'JPY17,200 million', '17,200百万円'],
    ] as const) {
      const other = lang === 'ja' ? 'en' : 'ja';
      await figure(page, lang, text).hover();
      expect(await lights(page, 'partner')).toBeGreaterThan(0);
      // The light lies on the figure of the other language.
      const [light, there] = await Promise.all([
        page.locator('.light.partner').first().boundingBox(),
        figure(page, other, partner).boundingBox(),
      ]);
      expect(light).toEqual(there);
      // All its other places, those of the table too.
      expect(await lights(page, 'same')).toBeGreaterThan(0);
    }
    await figure(page, 'en', 'JPY17,200 million').click();
    const told = page.locator('.figure-told');
    await told.waitFor();
    await expect.poll(() => told.innerText()).toContain('sales.total@2026fy');
    expect(await told.innerText()).toContain('2026fy.yaml:9');

    const before = readFileSync(file(period), 'utf8');
    await told.locator('input').first().fill('16,000,000');
    await told.locator('form button').first().click();
    await page.locator('.impact').waitFor();
    const impact = await page.locator('.impact').innerText();
    // Both languages, the cells of both tables, and the words that would turn.
    for (const words of ['16,000百万円', 'JPY16,000 million', '2.3%減', 'a decrease of 2.3%', 'increase']) expect(impact).toContain(words);
    expect(readFileSync(file(period), 'utf8')).toBe(before);
    const pictures = () => page.locator('.sheet img').evaluateAll((all) => all.map((each) => each.getAttribute('src')));
    const shown = await pictures();
    await page.getByRole('button', { name: 'Write to the files' }).click();
    await page.locator('.written').waitFor();
    expect(readFileSync(file(period), 'utf8')).toBe(before.replace('17,200,000', '16,000,000'));
    await figure(page, 'en', 'JPY16,000 million').waitFor();
    await figure(page, 'ja', '16,000百万円').waitFor();
    // Pages that look the same are not drawn again: four of twelve are others.
    const now = await pictures();
    expect(now.filter((picture, index) => picture !== shown[index]).length).toBe(4);
    writeFileSync(file(period), before);
    await figure(page, 'ja', '17,200百万円').waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  it('shows a broken save with its finding and the last good pages, and what to do leads to the line', async () => {
    const { page, wrong, close } = await open();
    const before = readFileSync(file(period), 'utf8');
    writeFileSync(file(period), before.replace('17,200,000', '17,200,0x0'));
    await expect.poll(() => page.locator('.state').innerText()).toContain('last state without errors');
    expect(await page.locator('.sheet').count()).toBe(12);
    await page.getByRole('tab', { name: /Findings/ }).click();
    const finding = page.locator('.findings li.error').first();
    expect(await finding.innerText()).toContain('17,200,0x0');
    await finding.locator('.source').first().click();
    await expect.poll(() => page.locator('.editor .cm-activeLine').first().innerText()).toContain('17,200,0x0');
    // Underlined in the editor, and mended there.
    expect(await page.locator('.editor .cm-lintRange-error').count()).toBeGreaterThan(0);
    await page.keyboard.type('17,200,000');
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.locator('.state').innerText()).toBe('Up to date');
    expect(readFileSync(file(period), 'utf8')).toBe(before);
    expect(wrong).toEqual([]);
    await close();
  });

  it('jumps both ways between pages and source, completes, and never saves over what is newer', async () => {
    const { page, wrong, close } = await open();
    await page.locator('button.words[lang="en"][aria-label^="Statements about the future"]').first().click();
    const line = page.locator('.editor .cm-activeLine').first();
    await line.waitFor();
    await page.locator('.source select').selectOption(narrative);
    await expect.poll(() => page.locator('.editor .cm-content').innerText()).toContain('## ');
    await page.locator('.editor .cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('{{am');
    await expect.poll(() => page.locator('.editor .cm-tooltip-autocomplete').innerText()).toContain('amount');
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' sales.t');
    await expect.poll(() => page.locator('.editor .cm-tooltip-autocomplete').innerText()).toContain('sales.total');
    // The list takes no key in its first moments, which may be meant for the text.
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await expect.poll(() => line.innerText()).toBe('{{amount "sales.total"');
    // Somebody else saves meanwhile.
    const before = readFileSync(file(narrative), 'utf8');
    writeFileSync(file(narrative), `${before}\n`);
    await page.getByText('Nothing was overwritten').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('Nothing was overwritten').waitFor();
    expect(readFileSync(file(narrative), 'utf8')).toBe(`${before}\n`);
    await page.getByRole('button', { name: 'Take what stands in the file' }).click();
    await expect
      .poll(() =>
        page
          .locator('.editor .cm-line')
          .filter({ hasText: /^\{\{amount "sales\.total"$/ })
          .count(),
      )
      .toBe(0);
    // The line of the cursor lights on the page.
    await page.locator('.editor .cm-content').focus();
    await page.keyboard.press('Control+Home');
    for (let at = 0; at < 60 && (await lights(page, 'line')) === 0; at++) await page.keyboard.press('ArrowDown');
    expect(await lights(page, 'line')).toBeGreaterThan(0);
    // What is not saved stays when another file is looked at meanwhile.
    await page.keyboard.press('Control+End');
    await page.keyboard.type('unsaved words');
    await page.locator('.source select').selectOption(period);
    await expect.poll(() => page.locator('.editor .cm-content').innerText()).toContain('facts:');
    await page.locator('.source select').selectOption(narrative);
    await expect.poll(() => page.locator('.editor .cm-content').innerText()).toContain('## ');
    await page.locator('.editor .cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.locator('.editor .cm-line').filter({ hasText: 'unsaved words' }).waitFor();
    writeFileSync(file(narrative), before);
    expect(wrong).toEqual([]);
    await close();
  });

  it('does all of it by keys alone', async () => {
    const { page, wrong, close } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('17,200 million');
    await expect.poll(() => lights(page, 'match-now')).toBe(1);
    await page.keyboard.press('Escape');
    await figure(page, 'en', 'JPY17,200 million').focus();
    await page.keyboard.press('o');
    await expect.poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain('17,200百万円');
    await page.keyboard.press('ArrowRight');
    const next = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(next).not.toContain('17,200百万円');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const input = page.locator('.figure-told input').first();
    await input.waitFor();
    await input.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('17,300,000');
    await page.keyboard.press('Enter');
    await page.locator('.impact').waitFor();
    const before = readFileSync(file(period), 'utf8');
    await page.getByRole('button', { name: 'Write to the files' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.written').waitFor();
    expect(readFileSync(file(period), 'utf8')).toBe(before.replace('17,200,000', '17,300,000'));
    writeFileSync(file(period), before);
    await figure(page, 'ja', '17,200百万円').waitFor();
    // Pages, zoom, tabs and the list of keys.
    await page.locator('.pane').first().locator('button.words').first().focus();
    const top = () =>
      page
        .locator('.pane')
        .first()
        .evaluate((pane) => pane.scrollTop);
    const start = await top();
    await page.keyboard.press(']');
    await until(async () => (await top()) > start);
    const wide = () =>
      page
        .locator('.sheet')
        .first()
        .evaluate((sheet) => sheet.clientWidth);
    const fitted = await wide();
    await page.keyboard.press('+');
    await until(async () => (await wide()) > fitted);
    await page.keyboard.press('0');
    await until(async () => (await wide()) === fitted);
    await page.keyboard.press('3');
    await expect.poll(() => page.getByRole('tab', { name: /Findings/ }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await until(async () => (await page.getByRole('dialog').count()) === 0);
    expect(wrong).toEqual([]);
    await close();
  });

  it('reviews by keys and by pointer: a tick, by name, lapses when what it signed changes, and can be given again', async () => {
    const { page, wrong, close } = await open();
    const kept = file('data/minato/releases/2026h1/review.yaml');
    await page.keyboard.press('6');
    await page.locator('.review input').first().fill('山田');
    await page.locator('.progress li').nth(1).waitFor();
    await figure(page, 'en', 'JPY17,200 million').focus();
    await page.keyboard.press('Enter');
    await page.locator('.ticks li').nth(2).waitFor();
    expect(await page.locator('.ticks li').allInnerTexts()).toEqual([
      expect.stringContaining('figure: JPY17,200 million'),
      expect.stringContaining('sentence: '),
      ...Array(
        await page
          .locator('.ticks li')
          .count()
          .then((all) => all - 3),
      ).fill(expect.stringContaining('sentence: ')),
      expect.stringContaining('page: Page 9'),
    ]);
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('.progress').innerText()).toContain('山田 1');
    expect(readFileSync(kept, 'utf8')).toContain('"by":"山田","kind":"figure","lang":"en"');
    expect(await lights(page, 'signed')).toBe(0);
    // The page too, by pointer; what stands on it is lit.
    await page.locator('.ticks li').last().locator('input').check();
    await until(async () => (await lights(page, 'signed')) > 5);
    // By key to the next that is open.
    await page.locator('.review h3').first().click();
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('.ticks li').first().innerText()).toContain('Open');

    const before = readFileSync(file(period), 'utf8');
    writeFileSync(file(period), before.replace('17,200,000', '17,400,000'));
    const lapsed = page.locator('.lapsed li').filter({ hasText: 'JPY17,200 million' });
    await lapsed.waitFor();
    expect(await lapsed.innerText()).toContain('JPY17,400 million');
    expect(await page.locator('.lapsed li').count()).toBe(2);
    // Taken away, and given again to what stands there now.
    await lapsed.getByRole('button', { name: 'Remove' }).click();
    await until(async () => (await page.locator('.lapsed li').count()) === 1);
    await figure(page, 'en', 'JPY17,400 million').click();
    await page.locator('.ticks li').first().locator('input').check();
    await expect.poll(() => page.locator('.ticks li').first().innerText()).toContain('Checked: 山田');
    writeFileSync(file(period), before);
    await page.locator('.lapsed li').filter({ hasText: 'JPY17,400 million' }).waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  it('steps through what has changed since the page was opened, on the pages', async () => {
    const { page, wrong, close } = await open();
    const before = readFileSync(file(period), 'utf8');
    writeFileSync(file(period), before.replace('17,200,000', '17,400,000'));
    await figure(page, 'en', 'JPY17,400 million').waitFor();
    await page.locator('#tab-changes').click();
    await page.locator('.changes-since select').selectOption('opened');
    await page.locator('.changes-since li').first().waitFor();
    const [changed] = await page.locator('.changes-since li').allInnerTexts();
    expect(changed).toContain('Figure Net sales (Fiscal year ended March 31, 2026): 17,200,000 → 17,400,000');
    expect(changed).toContain('periods/2026fy.yaml:9');
    expect(await page.locator('.changes-since h3').allInnerTexts()).toEqual([
      expect.stringContaining('Data that were changed'),
      expect.stringContaining('What follows from them'),
    ]);
    expect(await lights(page, 'change')).toBeGreaterThan(4);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await until(async () => (await lights(page, 'change-now')) > 0);
    await page.keyboard.press('p');
    expect(await page.locator('.changes-since [role=status]').innerText()).toMatch(/^1 of \d+$/);
    writeFileSync(file(period), before);
    await page.getByText('Nothing has changed.').waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  it('scrolls the other language to the corresponding section', async () => {
    const { page, close } = await open();
    const panes = page.locator('.pane');
    await panes.first().hover();
    await page.mouse.wheel(0, 2600);
    const tables = (await page.evaluate(`(() => {
      const seen = (pane) => [...pane.querySelectorAll('.figure')].filter((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        const all = pane.getBoundingClientRect();
        return top >= all.top && bottom <= all.bottom;
      }).map((each) => each.getAttribute('aria-label').split(' ')[0]);
      return new Promise((resolve) => setTimeout(() => resolve([...document.querySelectorAll('.pane')].map(seen)), 500));
    })()`)) as readonly (readonly string[])[];
    const [left = [], right = []] = tables;
    expect(left.length).toBeGreaterThan(5);
    expect(left.filter((text) => right.includes(text)).length).toBeGreaterThan(left.length / 2);
    await close();
  });

  it.each([
    ['en-US', 'Findings', 'en'],
    ['ja-JP', '指摘', 'ja'],
  ])('speaks the language of its user: %s', async (locale, word, lang) => {
    const { page, wrong, close } = await open('read', locale);
    await page.getByRole('tab', { name: word }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
    expect(wrong).toEqual([]);
    await close();
  });

  it('prints the list of pages', async () => {
    const { page, close } = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-name').first().isVisible()).toBe(true);
    expect(await page.locator('.printed-name').count()).toBe(12);
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await page.locator('.panel').isVisible()).toBe(false);
    await close();
  });

  it.each([
    [
      'in a text',
      narrative,
      'As a result, ',
      'As a result &lt;img src=x onerror=alert()&gt;, ',
      'button.words[aria-label*="<img src=x onerror=alert()>"]',
    ],
    [
      'in a value that is wrong',
      period,
      '17,200,000',
      '"<img src=x onerror=alert()>"',
      '.findings li:has-text("<img src=x onerror=alert()>")',
    ],
  ])('shows markup as its characters: %s', async (_, name, from, to, where) => {
    const { page, wrong, close } = await open();
    await page.locator('#tab-findings').click();
    const before = readFileSync(file(name), 'utf8');
    expect(before).toContain(from);
    writeFileSync(file(name), before.replace(from, to));
    try {
      await page.locator(where).first().waitFor({ timeout: 10_000 });
      expect(await page.locator('img[src="x"]').count()).toBe(0);
    } finally {
      writeFileSync(file(name), before);
    }
    expect(wrong).toEqual([]);
    await close();
  });

  it('shows a change to several browsers at once, and comes back when the connection was lost', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await two.page.context().setOffline(true);
    await two.page.evaluate('window.dispatchEvent(new Event("offline"))');
    const before = readFileSync(file(period), 'utf8');
    writeFileSync(file(period), before.replace('17,200,000', '17,400,000'));
    await figure(one.page, 'en', 'JPY17,400 million').waitFor();
    await two.page.context().setOffline(false);
    await figure(two.page, 'en', 'JPY17,400 million').waitFor();
    writeFileSync(file(period), before);
    await Promise.all([one, two].map(({ page }) => figure(page, 'en', 'JPY17,200 million').waitFor()));
    await Promise.all([one.close(), two.close()]);
  });
});
