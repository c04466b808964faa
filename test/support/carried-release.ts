// Turn a release of the second issuer into one that has carried its titles over, and that nobody has confirmed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `folder` is that of the release. Answers how many texts are open. */
export function carryTitles(folder: string): number {
  const titles = /^titles:\n((?: .*\n)+)|^titles: \{(.*)\}$/m.exec(readFileSync(join(folder, 'release.yaml'), 'utf8'));
  const texts = [...(titles?.[1] ?? titles?.[2] ?? '').matchAll(/(\w+): (.*?)(?:, (?=\w+: )|\n|$)/g)];
  const entries = texts.map(([, lang, text = '']) => `  - file: release.yaml\n    key: titles.${lang}\n    text: ${text}\n`);
  writeFileSync(join(folder, 'carried.yaml'), `from: aoba/2025h1\ntexts:\n${entries.join('')}`);
  return texts.length;
}
