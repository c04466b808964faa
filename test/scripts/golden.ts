// Turn today's output into the approved goldens, and what changed into a report to look at: test/report/index.html.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { differencePng } from '../../src/verify/page-image.ts';
import { approved, comparePage, encodePng, goldenFolder, makeGoldens } from '../support/goldens.ts';
import { projectRoot } from '../support/sample.ts';
import { rewriteGallery } from './gallery.ts';

const report = join(projectRoot, 'test/report');
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });
const entries: string[] = [];
const goldens = await makeGoldens();

const write = (name: string, content: string | Buffer) => {
  const file = join(goldenFolder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

for (const [name, text] of goldens.texts) {
  const before = approved(name)?.toString('utf8') ?? '';
  if (before === text) continue;
  const old = new Set(before.split('\n'));
  const now = new Set(text.split('\n'));
  const gone = before.split('\n').filter((line) => !now.has(line));
  const come = text.split('\n').filter((line) => !old.has(line));
  entries.push(
    `<h2>${name}: ${gone.length} lines gone, ${come.length} come</h2><pre>${escapeText([...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)].slice(0, 400).join('\n'))}</pre>`,
  );
  write(name, text);
}
for (const [name, bitmap] of goldens.pages) {
  const { same, regions, mask, before } = comparePage(name, bitmap);
  if (same && before) continue;
  const flat = name.replace('/', '-');
  if (before) writeFileSync(join(report, `before-${flat}`), encodePng(before));
  writeFileSync(join(report, `difference-${flat}`), differencePng(bitmap, mask, regions));
  const after = encodePng(bitmap);
  writeFileSync(join(report, `after-${flat}`), after);
  entries.push(
    `<h2>${name}: ${before ? `${regions.length} regions` : 'new'}</h2><p>${before ? `<img src="before-${flat}">` : ''}<img src="after-${flat}"><img src="difference-${flat}"></p>`,
  );
  write(name, after);
}
for (const folder of readdirSync(goldenFolder)) {
  for (const file of readdirSync(join(goldenFolder, folder))) {
    const name = `${folder}/${file}`;
    if (goldens.texts.has(name) || goldens.pages.has(name)) continue;
    rmSync(join(goldenFolder, name));
    entries.push(`<h2>${name}: gone</h2>`);
  }
}
const body = entries.length > 0 ? entries.join('\n') : '<p>Nothing changed.</p>';
writeFileSync(
  join(report, 'index.html'),
  `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Goldens</title><style>img{border:1px solid #999;margin:4px;max-width:32%}</style>\n${body}\n</html>\n`,
);
const texts = await rewriteGallery();
if (texts.length > 0) console.log(`${texts.length} texts of test/errors changed: ${texts.join(', ')}`);
console.log(`${entries.length} goldens changed; look at ${join(report, 'index.html')} before you commit them`);
