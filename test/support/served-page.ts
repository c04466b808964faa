// Turn the packed program, in an empty folder after `kessan init`, into its page in Chromium, with what goes wrong on it and every machine that it asks.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type Installed, installPacked } from './packed-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface OpenPage {
  readonly page: Page;
  /** Faults, lines of the console and requests to anywhere else. */
  readonly wrong: readonly string[];
  readonly close: () => Promise<void>;
}

export interface ServedPage {
  /** With the token. */
  readonly address: string;
  readonly browser: Browser;
  readonly kessan: Installed['kessan'];
  /** The project's folder. */
  readonly folder: string;
  /** Absolute path of one of its files. */
  readonly file: (name: string) => string;
  /** The page as its user opens it; `judged` lets a test put scripts into it. */
  readonly open: (purpose?: 'read' | 'judged', locale?: string) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/** Pixels of the window. */
const size = { width: 1500, height: 900 };

/** Serves the starter's release. The caller closes it. */
export async function servePacked(): Promise<ServedPage> {
  const prefix = temporaryFolder('served');
  const folder = join(prefix, 'project');
  mkdirSync(folder);
  const { kessan } = installPacked(prefix);
  const { code, err } = kessan(['init'], folder);
  if (code !== 0) throw new Error(err);
  const browser = await openBrowser();
  const server = spawn(process.execPath, [join(prefix, 'bin/kessan'), 'serve', 'minato/2026h1', '--no-open'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve) => server.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim())));
  const { origin } = new URL(address);
  return {
    address,
    browser,
    kessan,
    folder,
    file: (name) => join(folder, name),
    open: async (purpose = 'read', locale = 'en-US') => {
      const context: BrowserContext = await browser.newContext({ viewport: size, locale, bypassCSP: purpose === 'judged' });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on('pageerror', (fault) => wrong.push(String(fault)));
      // A save that is refused is told to the user, and to the browser's console too.
      page.on('console', (line) => line.type() === 'error' && !line.text().includes('409 (Conflict)') && wrong.push(line.text()));
      page.on('request', (request) => !request.url().startsWith(origin) && wrong.push(`asks ${request.url()}`));
      await page.goto(address);
      await page.locator('.sheet img').first().waitFor();
      return { page, wrong, close: () => context.close() };
    },
    close: async () => {
      server.kill('SIGINT');
      await browser.close();
    },
  };
}

/** The first button of a figure that prints this text in a language. */
export const figureButton = (page: Page, lang: string, text: string) =>
  page.locator(`button.figure[lang="${lang}"][aria-label^="${text} "]`).first();

/** How many places are lit as that. */
export const lightCount = (page: Page, as: string): Promise<number> => page.locator(`.light.${as}`).count();
