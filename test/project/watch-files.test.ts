// Turn saves of every manner into what a watch tells of them: once, when they hold still, and nothing of files that nobody's data are.
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/project/watch-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A folder with a file and a folder in it, watched while `save` works; what was told, in order. */
async function told(save: (root: string) => void | Promise<void>, most = 1): Promise<readonly (readonly string[])[]> {
  const root = temporaryFolder('watch');
  mkdirSync(join(root, 'data'));
  writeFileSync(join(root, 'data/a.yaml'), 'a: 1\n');
  writeFileSync(join(root, 'data/b.yaml'), 'b: 1\n');
  const all: (readonly string[])[] = [];
  let watch: FileWatch | undefined;
  try {
    watch = watchFiles([join(root, 'data'), join(root, 'templates')], (files) => {
      all.push(files.map((file) => relative(root, file)).sort());
    });
    await save(root);
    for (let waited = 0; all.length < most && waited < 200; waited++) await sleep(25);
    await sleep(400);
  } finally {
    watch?.close();
  }
  return all;
}

describe('a watch tells once of', () => {
  it.each<[string, (root: string) => void | Promise<void>, readonly string[]]>([
    ['a file written over', (root) => writeFileSync(join(root, 'data/a.yaml'), 'a: 2\n'), ['data/a.yaml']],
    ['a file of the same size', (root) => writeFileSync(join(root, 'data/a.yaml'), 'a: 9\n'), ['data/a.yaml']],
    [
      'a file put in the place of another',
      (root) => {
        writeFileSync(join(root, 'data/.a.tmp'), 'a: 2\n');
        renameSync(join(root, 'data/.a.tmp'), join(root, 'data/a.yaml'));
      },
      ['data/a.yaml'],
    ],
    [
      'a file moved away first, then written again',
      async (root) => {
        renameSync(join(root, 'data/a.yaml'), join(root, 'data/a.yaml~'));
        await sleep(100);
        writeFileSync(join(root, 'data/a.yaml'), 'a: 2\n');
      },
      ['data/a.yaml'],
    ],
    [
      'a file emptied first, then written in steps',
      async (root) => {
        writeFileSync(join(root, 'data/a.yaml'), '');
        for (const piece of ['a: ', '2', '\n']) {
          await sleep(10);
          appendFileSync(join(root, 'data/a.yaml'), piece);
        }
      },
      ['data/a.yaml'],
    ],
    [
      'two files saved together',
      (root) => {
        writeFileSync(join(root, 'data/a.yaml'), 'a: 2\n');
        writeFileSync(join(root, 'data/b.yaml'), 'b: 2\n');
      },
      ['data/a.yaml', 'data/b.yaml'],
    ],
    ['a file that is gone', (root) => rmSync(join(root, 'data/b.yaml')), ['data/b.yaml']],
    [
      'a new folder with a file',
      (root) => {
        mkdirSync(join(root, 'data/releases'));
        writeFileSync(join(root, 'data/releases/c.yaml'), 'c: 1\n');
      },
      ['data/releases/c.yaml'],
    ],
    [
      'a folder that was not there',
      (root) => {
        mkdirSync(join(root, 'templates'));
        writeFileSync(join(root, 'templates/style.yaml'), 'x: 1\n');
      },
      ['templates/style.yaml'],
    ],
    ['a time that is another', (root) => utimesSync(join(root, 'data/a.yaml'), 1, 1), ['data/a.yaml']],
  ])('%s', async (_, save, files) => {
    expect(await told(save)).toEqual([files]);
  });

  it('a file that a new folder gets later', async () => {
    const all = await told(async (root) => {
      mkdirSync(join(root, 'data/releases'));
      await sleep(1300);
      writeFileSync(join(root, 'data/releases/c.yaml'), 'c: 1\n');
    });
    expect(all).toEqual([['data/releases/c.yaml']]);
  });
});

describe('a watch tells nothing of', () => {
  it.each<[string, (root: string) => void | Promise<void>]>([
    [
      'files that begin with a dot, and copies of editors',
      (root) => {
        writeFileSync(join(root, 'data/.a.yaml.swp'), 'x');
        writeFileSync(join(root, 'data/a.yaml~'), 'x');
      },
    ],
    [
      'links that lead in a circle or nowhere',
      (root) => {
        symlinkSync(join(root, 'data'), join(root, 'data/again'));
        symlinkSync(join(root, 'data'), join(root, 'data/once-more'));
        symlinkSync(join(root, 'data/itself'), join(root, 'data/itself'));
        symlinkSync(join(root, 'nothing'), join(root, 'data/nothing'));
      },
    ],
    [
      'a file that comes and goes at once',
      (root) => {
        writeFileSync(join(root, 'data/c.yaml'), 'x');
        rmSync(join(root, 'data/c.yaml'));
      },
    ],
  ])('%s', async (_, save) => {
    expect(await told(save, 0)).toEqual([]);
  });
});
