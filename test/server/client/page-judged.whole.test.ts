// Turn the page, in every state that its user meets and in each language that it speaks, into what axe finds wrong with it: nothing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.ts';
import { projectRoot } from '../../support/sample.ts';
import { figureButton, lightCount, type ServedPage, servePacked } from '../../support/served-page.ts';
import { needing } from '../../support/tools.ts';

const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');
const period = 'data/minato/periods/2026fy.yaml';
const half = 'data/minato/periods/2026h1.yaml';
const review = 'data/minato/releases/2026h1/review.yaml';

describe.skipIf(!hasBrowser)(needing('Chromium', 'the page that is judged'), () => {
  let served: ServedPage;
  let before = '';
  const texts = new Map<string, string>();
  beforeAll(async () => {
    served = await servePacked();
    for (const file of [period, half]) texts.set(file, readFileSync(served.file(file), 'utf8'));
    before = kept(period);
  }, 60_000);
  afterEach(() => {
    for (const [file, text] of texts) if (readFileSync(served.file(file), 'utf8') !== text) save(text, file);
    rmSync(served.file(review), { force: true });
  });
  afterAll(() => served?.close());

  const kept = (file: string) => texts.get(file) ?? '';
  const save = (text: string, file = period) => writeFileSync(served.file(file), text);
  const choose = async (page: Page) => {
    await figureButton(page, 'en', 'JPY17,200 million').click();
    await page.locator('.figure-told').waitFor();
  };
  const tab = (page: Page, name: string) => page.locator(`#tab-${name}`).click();

  /** How each state comes about, from the page as it is opened. */
  const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'as it is opened': async () => {},
    'what if, without a value': (page) => tab(page, 'suppose'),
    'no findings': (page) => tab(page, 'findings'),
    'no file': (page) => tab(page, 'source'),
    'no state to compare with': (page) => tab(page, 'changes'),
    'nobody’s review': (page) => tab(page, 'review'),
    'a figure': choose,
    'what if': async (page) => {
      await choose(page);
      await page.locator('.figure-told input').first().fill('16,000,000');
      await page.locator('.figure-told form button').first().click();
      await page.locator('.impact ins').first().waitFor();
    },
    'a file': async (page) => {
      await tab(page, 'source');
      await page.locator('.source select').selectOption(period);
      await page.locator('.editor .cm-content').waitFor();
    },
    'a file with an error, and its finding': async (page) => {
      await tab(page, 'source');
      await page.locator('.source select').selectOption(period);
      save(before.replace('17,200,000', '17,2x0,000'));
      await page.locator('.cm-lintRange-error').first().waitFor();
      await judge(page);
      await tab(page, 'findings');
      await page.locator('.findings li.error').first().waitFor();
    },
    'a broken relation, with all of its places': async (page) => {
      await tab(page, 'findings');
      save(kept(half).replace('assets.cash: 2,988,347', 'assets.cash: 2,988,348'), half);
      await page.locator('.findings summary').first().waitFor();
      for (const each of await page.locator('.findings summary').all()) await each.click();
    },
    changes: async (page) => {
      save(before.replace('17,200,000', '17,300,000'));
      await figureButton(page, 'en', 'JPY17,300 million').waitFor();
      await tab(page, 'changes');
      await page.locator('.changes-since select').selectOption('opened');
      await page.locator('.changes-since li ins').first().waitFor();
      await page.keyboard.press('n');
    },
    'ticks, one of them lapsed': async (page) => {
      await tab(page, 'review');
      await page.locator('.review input').first().fill('山田');
      await figureButton(page, 'en', 'JPY17,200 million').click();
      await page.locator('.ticks li input').first().check();
      await page.locator('.progress').getByText('山田 1').waitFor();
      save(before.replace('17,200,000', '17,300,000'));
      await page.locator('.lapsed li').first().waitFor();
    },
    'the list of keys': async (page) => {
      await page.locator('.pane button.words').first().focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
    'what is found on the pages': async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('17,200');
      await expect.poll(() => lightCount(page, 'match-now')).toBe(1);
    },
    'a small window': async (page) => {
      await choose(page);
      await page.setViewportSize({ width: 820, height: 700 });
    },
  };

  const judge = async (page: Page) => {
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160) + ' ' + nodes[0].failureSummary))`,
    );
    expect(found).toEqual([]);
  };

  const cases = ['en-US', 'ja-JP'].flatMap((locale) => Object.entries(states).map(([state, reach]) => [locale, state, reach] as const));
  it.each(cases)('in %s fails no rule: %s', async (locale, _, reach) => {
    const { page, close } = await served.open('judged', locale);
    try {
      await reach(page);
      await judge(page);
      // No panel is wider than its place: nothing of it is cut off.
      expect(
        await page.evaluate(
          `(() => { const panel = document.querySelector('[role=tabpanel]'); return panel.scrollWidth - panel.clientWidth; })()`,
        ),
      ).toBe(0);
      // The tabs stand in one row.
      expect(
        await page.evaluate(`new Set([...document.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect().top)).size`),
      ).toBe(1);
    } finally {
      await close();
    }
  });
});
