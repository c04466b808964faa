// A file that was published is said to be the build, or the same document in another file, or something else; never more than is known.
import { expect, it } from 'vitest';
import { comparisonNotes, type FilesCompared } from '../../../src/compare/compare-files/comparison-notes.ts';
import type { Version } from '../../../src/compare/version.ts';
import type { Differences } from '../../../src/model/difference.ts';

const file: Version = { name: 'published.pdf', pages: [], altered: [] };
const build: Version = {
  name: 'out',
  pages: [],
  altered: [],
  record: { figures: {}, document: {} } as unknown as NonNullable<Version['record']>,
};
const same = { changes: [], depth: 'pages' } as unknown as Differences;
const compared = (files: Partial<FilesCompared>): FilesCompared => ({
  sameBytes: false,
  sameObjects: () => true,
  forms: () => [['PDF 1.7'], ['PDF 1.7', 'linearised for the web']],
  ...files,
});

it.each<readonly [string, Version, Version, Partial<FilesCompared>, readonly string[]]>([
  ['the build itself', build, file, { sameBytes: true }, ['published.pdf is release.pdf of out, byte by byte']],
  ['the build itself, the other way round', file, build, { sameBytes: true }, ['published.pdf is release.pdf of out, byte by byte']],
  [
    'a build that was altered',
    { ...build, altered: ['release.pdf'] },
    file,
    { sameBytes: true },
    ['published.pdf is release.pdf of out, byte by byte, which is not the file that the build wrote'],
  ],
  ['a file written anew', build, file, {}, ['the same document, in a file written anew: nothing else became linearised for the web']],
  ['other objects', build, file, { sameObjects: () => false }, [expect.stringContaining('other objects')]],
  ['what cannot be told', build, file, { sameObjects: () => undefined }, [expect.stringContaining('nothing differs that is compared')]],
])('says of %s what is known', (_, old, now, files, notes) => expect(comparisonNotes(old, now, same, compared(files))).toEqual(notes));

it('says that edges are not compared where two programs wrote the files, and what could not be read', () => {
  const parts = { named: [], listed: [], pages: [], unread: [] };
  const [old, now] = [
    { ...file, parts: { ...parts, writer: 'one' } },
    { ...file, parts: { ...parts, writer: 'other', unread: [{ kinds: ['tags'] as const, why: 'tags: too deep' }] } },
  ];
  const notes = comparisonNotes(old, now, { ...same, changes: [{}] } as unknown as Differences, compared({}));
  expect(notes).toEqual(['published.pdf: not compared: tags: too deep', expect.stringContaining('two programs wrote the files')]);
});
