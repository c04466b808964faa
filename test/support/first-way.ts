// Turn the page that a first-time reader has opened into what the README says is done on it, with a picture of each step.
import type { Page } from 'playwright-core';

/** Pixels of the pictures in the README. */
export const pictureSize = { width: 1360, height: 860 };

/** Names of the pictures, without their ending. */
export const pictureNames = ['serve-figure', 'serve-impact', 'serve-review'] as const;

/** A figure is chosen, supposed, written and ticked. Answers the pictures by name. */
export async function walkFirstWay(page: Page): Promise<ReadonlyMap<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const figure = (text: string) => page.locator(`button.figure[lang="ja"][aria-label^="${text} "]`).first();
  const take = async (name: (typeof pictureNames)[number]) => {
    // Pictures of pages come when they are seen.
    await page.waitForFunction(
      `[...document.querySelectorAll('.panes .sheet img, .thumbnails img')].every((each) => each.complete || each.getBoundingClientRect().top > innerHeight)`,
    );
    await page.mouse.move(5, 5);
    pictures.set(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  };
  await figure('17,200').click();
  await page.locator('.figure-told').waitFor();
  await page.locator('.figure-told').getByText('sales.total@2026fy').first().waitFor();
  await take('serve-figure');
  await page.locator('.figure-told input').first().fill('17,300,000');
  await page.locator('.figure-told form button').first().click();
  await page.locator('.impact').waitFor();
  await take('serve-impact');
  await page.getByRole('button', { name: 'Write to the files' }).click();
  await page.locator('.written').waitFor();
  await figure('17,300').waitFor();
  await page.locator('#tab-review').click();
  await page.locator('.review input').first().fill('Mori');
  await figure('17,300').click();
  await page.locator('.ticks li').last().locator('input').check();
  await page.locator('.progress').getByText('Mori').waitFor();
  await take('serve-review');
  return pictures;
}
