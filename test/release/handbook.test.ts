// Turn the handbooks beside templates and data into tests: every word of templates with all its options, every file that is read.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { helpers } from '../../src/merge/vocabulary.ts';

it('the handbook of templates lists every helper with exactly its options', () => {
  const rows = readFileSync('templates/README.md', 'utf8').matchAll(/^\| `([\w-]+)` \| ([^|]*) \|/gm);
  const listed = [...rows].map(([, name, options = '']) => [name, [...options.matchAll(/`([\w-]+)`/g)].map(([, option]) => option).sort()]);
  const known = [...helpers].map(([name, helper]) => [name, [...helper.options].sort()]);
  const byName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(listed.sort(byName)).toEqual(known.sort(byName));
});
