// Turn the page of a project that was begun into the pictures of the README: test/pictures/*.png. Run it when the page looks otherwise on purpose.
// usage: node test/scripts/run-ts.mjs test/scripts/take-pictures.ts
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveProject } from '../../src/server/serve-project.ts';
import { openBrowser } from '../support/browser.ts';
import { pictureSize, walkFirstWay } from '../support/first-way.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder('pictures');
await runCommand(['init', '.'], root);
const served = await serveProject({
  root,
  releases: ['minato/2026h1'],
  fault: (fault) => {
    throw fault;
  },
});
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: pictureSize, locale: 'en-US' });
  await page.goto(served.address);
  for (const [name, bytes] of await walkFirstWay(page)) {
    const file = `test/pictures/${name}.png`;
    writeFileSync(join(projectRoot, file), bytes);
    console.log(file);
  }
} finally {
  await browser.close();
  await served.close();
  rmSync(root, { recursive: true, force: true });
}
