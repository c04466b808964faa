// Turn the machine's Chromium, where there is one, into pages that tests can ask.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const program = process.env.KESSAN_CHROMIUM ?? '/usr/bin/chromium';

/** Debian's Chromium, or the one that KESSAN_CHROMIUM names. */
export const hasBrowser = existsSync(program);

/** A browser without a window; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
}
