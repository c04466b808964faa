// Turn the machine's Chromium, where there is one, into pages that tests can ask, with the project's fonts and no others.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { fontFolders } from './font-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** No name of another machine is found. */
const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';
const program = process.env.KESSAN_CHROMIUM ?? '/usr/bin/chromium';

/** Debian's Chromium, or the one that KESSAN_CHROMIUM names. */
export const hasBrowser = existsSync(program);

/** A browser without a window; the caller closes it. Words are as wide on every machine, whatever fonts are installed there. */
export function openBrowser(): Promise<Browser> {
  const folder = temporaryFolder('browser');
  const config = join(folder, 'fonts.conf');
  writeFileSync(config, fontConfig(join(folder, 'cache')));
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', alone], env: { ...process.env, FONTCONFIG_FILE: config } });
}

/** Fontconfig's file: the folders of the faces that releases are set in, and one of them for every generic name, and for names of none. */
function fontConfig(cache: string): string {
  const prefer = (generic: string, family: string) =>
    `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${fontFolders.map((each) => `<dir>${each}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${prefer('sans-serif', 'Noto Sans JP')}
${prefer('system-ui', 'Noto Sans JP')}
${prefer('serif', 'Source Serif 4')}
${prefer('monospace', 'Noto Sans JP')}
<match target="pattern"><edit name="family" mode="append_last" binding="weak"><string>Noto Sans JP</string></edit></match>
</fontconfig>
`;
}
