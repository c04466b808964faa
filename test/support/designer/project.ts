// Turn the starter of a layout and the parts of this folder into one project, whose release uses all that a designer may use.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../sample.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Each part is a folder here: `page.hbs`, and beside it the words, the narratives and the style that it needs, and `files`. */
const partsFolder = join(projectRoot, 'test/support/designer/parts');

/** The release of the project. */
export const designerRelease = { issuer: 'minato', release: '2026h1' };

/** Names of the parts, in the order of the release's pages. */
export const designerParts = (): readonly string[] => readdirSync(partsFolder).sort();

/** A project of its own; with one part alone, or with all. */
export function designerProject(parts: readonly string[] = designerParts()): string {
  const root = temporaryFolder('designer');
  cpSync(join(projectRoot, 'templates/tanshin/starter'), root, { recursive: true });
  const layout = join(root, 'templates/designer');
  mkdirSync(layout, { recursive: true });
  const pieces = (name: string) => parts.map((part) => join(partsFolder, part, name)).filter(existsSync);
  const joined = (name: string) =>
    pieces(name)
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');

  const title = '<h1>{{words "title"}}</h1>\n';
  const pages = parts.map((part, at) => `<section class="page {{lang}}-text">\n${at === 0 ? title : ''}{{> ${part}}}\n</section>\n`);
  writeFileSync(join(layout, 'release.hbs'), `<section class="part" title="{{words "part"}}">\n${pages.join('')}</section>\n`);
  for (const part of parts) cpSync(join(partsFolder, part, 'page.hbs'), join(layout, `${part}.hbs`));
  const release = join(root, `data/${designerRelease.issuer}/releases/${designerRelease.release}`);
  for (const lang of ['ja', 'en']) {
    const part = `{{#words "part"}}${lang === 'ja' ? '和文' : 'English'}{{/words}}\n`;
    const title = `{{#words "title"}}${lang === 'ja' ? '意匠' : 'Designs'}{{/words}}\n`;
    writeFileSync(join(layout, `${lang}.hbs`), part + title + joined(`words.${lang}.hbs`));
    writeFileSync(join(release, `narrative.${lang}.md`), joined(`narrative.${lang}.md`));
  }

  // Themes that extend each other: each part says what it changes, and the last has all.
  cpSync(join(projectRoot, 'templates/tanshin/style.yaml'), join(layout, 'style.yaml'));
  cpSync(join(projectRoot, 'templates/tanshin/statements'), join(layout, 'statements'), { recursive: true });
  let below = 'style.yaml';
  for (const part of parts) {
    const file = join(partsFolder, part, 'style.yaml');
    if (!existsSync(file)) continue;
    writeFileSync(join(layout, `style.${part}.yaml`), `extends: ${below}\n${readFileSync(file, 'utf8')}`);
    below = `style.${part}.yaml`;
  }
  for (const part of parts) {
    const files = join(partsFolder, part, 'files');
    if (existsSync(files)) cpSync(files, root, { recursive: true });
  }
  const told = readFileSync(join(release, 'release.yaml'), 'utf8')
    .replace(/^layout: tanshin$/m, 'layout: designer')
    .replace(/^(?:#.*\n)?flags:\n(?: .*\n)+/m, '')
    .replace(/^(?:#.*\n)?dates:\n(?: .*\n)+/m, '')
    .replace(/^(?:#.*\n)?parts: .*\n/m, '');
  const theme = /^style\.(.+)\.yaml$/.exec(below)?.[1];
  writeFileSync(join(release, 'release.yaml'), theme === undefined ? told : `${told}style: ${theme}\n`);
  return root;
}
