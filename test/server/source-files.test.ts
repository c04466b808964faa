// Turn paths of all kinds into the files that the page may edit: those of the project, and none outside, by whatever way.
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { editableFiles, FileRefusal, readSource, saveSource } from '../../src/server/source-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let root: string;
beforeAll(() => {
  root = temporaryFolder('sources');
  const outside = temporaryFolder('outside');
  for (const folder of ['data/a/periods', 'data/a/releases/r/approved', 'templates/x', 'fonts', 'out/a/r'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(outside, 'secret.yaml'), 'secret: 1\n');
  writeFileSync(join(root, 'secret.yaml'), 'secret: 1\n');
  writeFileSync(join(root, 'data/a/issuer.yaml'), 'a: 1\r\nb: 2\n');
  writeFileSync(join(root, 'data/a/releases/r/narrative.en.md'), '\uFEFF# Title\n');
  writeFileSync(join(root, 'data/a/releases/r/approved/text.md'), 'x');
  writeFileSync(join(root, 'data/a/.hidden.yaml'), 'x');
  writeFileSync(join(root, 'data/a/latin.yaml'), Buffer.from([0x61, 0xe9, 0x0a]));
  writeFileSync(join(root, 'data/a/picture.png'), 'x');
  writeFileSync(join(root, 'templates/x/release.hbs'), '<p></p>');
  writeFileSync(join(root, 'out/a/r/x.yaml'), 'x: 1');
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'data/a/link.yaml'));
  symlinkSync(outside, join(root, 'data/a/folder'));
  symlinkSync('issuer.yaml', join(root, 'data/a/alias.yaml'));
  symlinkSync('nothing.yaml', join(root, 'data/a/broken.yaml'));
});

const refusal = (work: () => unknown): number => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof FileRefusal) return fault.status;
    throw fault;
  }
  return 200;
};

describe('files of a project', () => {
  it('are its texts, and links that stay inside', () => {
    expect(editableFiles(root)).toEqual([
      'data/a/alias.yaml',
      'data/a/issuer.yaml',
      'data/a/latin.yaml',
      'data/a/releases/r/narrative.en.md',
      'templates/x/release.hbs',
    ]);
  });

  it.each([
    '../secret.yaml',
    'data/../secret.yaml',
    'data/a/../../secret.yaml',
    './data/a/issuer.yaml',
    'data//a/issuer.yaml',
    'data\\a\\issuer.yaml',
    '/etc/passwd',
    'data/a/link.yaml',
    'data/a/folder/secret.yaml',
    'data/a/.hidden.yaml',
    'data/a/picture.png',
    'data/a/broken.yaml',
    'data/a/issuer.yaml\0',
    'data/a/releases/r/approved/text.md',
    'out/a/r/x.yaml',
    'secret.yaml',
    '%2e%2e/secret.yaml',
    '__proto__',
    '',
  ])('are not %j', (path) => {
    expect(refusal(() => readSource(root, path))).toBe(404);
  });

  it('are not read where they are no UTF-8', () => {
    expect(refusal(() => readSource(root, 'data/a/latin.yaml'))).toBe(400);
  });
});

describe('a file is saved', () => {
  it('to the byte: ends of lines and the mark at its beginning stay', async () => {
    for (const path of ['data/a/issuer.yaml', 'data/a/releases/r/narrative.en.md']) {
      const before = readFileSync(join(root, path));
      const file = readSource(root, path);
      await saveSource(root, file);
      expect(readFileSync(join(root, path)).equals(before)).toBe(true);
      await saveSource(root, { ...file, text: `${file.text}more\n` });
      expect(readFileSync(join(root, path)).equals(Buffer.concat([before, Buffer.from('more\n')]))).toBe(true);
    }
  });

  it('with the rights that it had, and through a link that stays inside', async () => {
    chmodSync(join(root, 'data/a/issuer.yaml'), 0o640);
    await saveSource(root, { ...readSource(root, 'data/a/alias.yaml'), text: 'c: 3\n' });
    expect(readFileSync(join(root, 'data/a/issuer.yaml'), 'utf8')).toBe('c: 3\n');
    expect(statSync(join(root, 'data/a/issuer.yaml')).mode & 0o777).toBe(0o640);
  });

  it('never over what somebody else wrote meanwhile, which is shown', async () => {
    const file = readSource(root, 'templates/x/release.hbs');
    writeFileSync(join(root, file.path), '<p>theirs</p>');
    await expect(saveSource(root, { ...file, text: '<p>mine</p>' })).rejects.toMatchObject({ status: 409, now: { text: '<p>theirs</p>' } });
    expect(readFileSync(join(root, file.path), 'utf8')).toBe('<p>theirs</p>');
  });

  it('of at most so many bytes', async () => {
    const file = readSource(root, 'templates/x/release.hbs');
    await expect(saveSource(root, { ...file, text: 'x'.repeat(5_000_001) })).rejects.toMatchObject({ status: 413 });
  });
});
