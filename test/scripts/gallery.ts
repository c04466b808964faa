// Turn today's findings into the approved texts of the error gallery, and its stories into their table.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runErrorCase } from '../support/error-case.ts';
import { expectedFile, galleryCodes, galleryFixture, galleryFolder, galleryLanguages, galleryTable } from '../support/gallery.ts';

/** Rewrites what has changed; gives the codes of the cases that did. Look at each text before you commit it. */
export async function rewriteGallery(): Promise<readonly string[]> {
  const changed: string[] = [];
  for (const code of galleryCodes()) {
    const folder = join(galleryFolder, code);
    const { text, codes } = await runErrorCase(folder, galleryFixture);
    if (codes.length === 0 || codes.some((each) => each !== code))
      throw new Error(`the case of ${code} raises ${[...new Set(codes)].join(', ') || 'nothing'}`);
    if (rewrite(expectedFile(code), text)) changed.push(code);
    for (const lang of galleryLanguages) {
      const told = await runErrorCase(folder, galleryFixture, lang);
      if (rewrite(expectedFile(code, lang), told.text)) changed.push(`${code} (${lang})`);
    }
  }
  if (rewrite(join(galleryFolder, 'README.md'), galleryTable())) changed.push('README.md');
  return changed;
}

function rewrite(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(file, text);
  return true;
}

if (process.argv[1]?.endsWith('gallery.ts')) {
  const changed = await rewriteGallery();
  console.log(`${changed.length} texts of the gallery changed${changed.map((code) => `\n  ${code}`).join('')}`);
}
