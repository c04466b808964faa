// Turn readers that stop, sleep or have no room into an orderly end of the built program: nothing lost, nothing uncaught, the files named.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built-program.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { projectRoot } from '../support/sample.ts';
import { needing } from '../support/tools.ts';

const { root } = inProjectFolder();
const name = 'mini/1q01';
const outputs = ['document.json', 'figures.json', 'manifest.json', 'release.html', 'release.pdf'];
const status = 'echo "status $PIPESTATUS" >&2';

beforeAll(async () => {
  expect((await runBuilt(['build', name, '--out', 'a'], root)).code).toBe(0);
  cpSync(join(root, 'a'), join(root, 'b'), { recursive: true });
});

describe('a reader that goes away', () => {
  it.each([
    [['inspect', 'layout', name], 'head -1'],
    [['inspect', 'validate', name], 'true'],
    [['check', name], 'head -1'],
    [['check', name, '--format', 'json'], 'true'],
    [['diff', 'a', 'b', '--format', 'json'], 'true'],
    [['diff', 'a', 'b'], 'true'],
    [['explain', name, 'assets.cash'], 'true'],
    [['verify', 'a/release.pdf'], 'true'],
    [['--help'], 'true'],
  ])('of %j ends nothing but the pipe: | %s', async (args, reader) => {
    const { err } = await runBuilt(args, root, `"$@" | ${reader}; ${status}`);
    expect(err).toBe('status 0\n');
  });

  it('of findings neither', async () => {
    const { err, code } = await runBuilt(['build', 'no/release'], root, '"$@" 2> >(true); exit $?');
    expect({ err, code }).toEqual({ err: '', code: 2 });
  });

  it('leaves the files of a build', async () => {
    const { err } = await runBuilt(['build', name, '--out', 'left'], root, `"$@" | true; ${status}`);
    expect(err).toBe('status 0\n');
    expect(readdirSync(join(root, 'left')).sort()).toEqual(outputs);
  });
});

describe('a reader that is slow', () => {
  it('gets every byte', async () => {
    const args = ['inspect', 'layout', 'iij/2q02'];
    const at = projectRoot;
    const { out: file } = await runBuilt(args, at, 'f=$(mktemp); "$@" > "$f"; cat "$f"; rm "$f"');
    const { out: piped } = await runBuilt(args, at, '"$@" | (sleep 2; cat)');
    expect(piped.length).toBeGreaterThan(70_000);
    expect(piped).toBe(file);
  });

  it('gets both streams of one pipe in order', async () => {
    const { out } = await runBuilt(['check', name, 'no/release', '--format', 'json'], root, '"$@" 2>&1 | (sleep 1; cat)');
    expect(out).toMatch(/^kessan: no release 'no\/release'/);
  });
});

describe('no room', () => {
  it('on standard output is told, with the files that are published all the same', async () => {
    const { code, err } = await runBuilt(['build', name, '--out', 'full'], root, 'exec "$@" > /dev/full');
    expect(code).toBe(2);
    expect(err).toBe(
      `kessan: standard output cannot be written: ENOSPC: no space left on device, write\nthese files are published all the same:\n${[
        'release.pdf',
        'release.html',
        'figures.json',
        'document.json',
        'manifest.json',
      ]
        .map((file) => `  full/${file}\n`)
        .join('')}`,
    );
    expect(readdirSync(join(root, 'full')).sort()).toEqual(outputs);
  });

  it.each([[['check', name]], [['inspect', 'merge', name]], [['diff', 'a', 'b']], [['--version']]])(
    'for the results of %j ends with 2',
    async (args) => {
      const { code, err } = await runBuilt(args, root, 'exec "$@" > /dev/full');
      expect({ code, err }).toEqual({
        code: 2,
        err: 'kessan: standard output cannot be written: ENOSPC: no space left on device, write\n',
      });
    },
  );

  it('for findings ends with 2', async () => {
    expect((await runBuilt(['build', 'no/release'], root, 'exec "$@" 2> /dev/full')).code).toBe(2);
    expect((await runBuilt(['build', 'no/release'], root, 'exec "$@" > /dev/full 2>&1')).code).toBe(2);
  });

  it('for a file that stdout is: a part of it is no success', async () => {
    const { code, err } = await runBuilt(['inspect', 'layout', name], root, 'ulimit -f 4; exec "$@" > part.txt');
    expect({ code, err }).toEqual({ code: 2, err: 'kessan: standard output cannot be written: EFBIG: file too large, write\n' });
  });

  it('for an output keeps every older file, byte for byte, and leaves no temporary file', async () => {
    mkdirSync(join(root, 'tight'));
    for (const file of outputs) writeFileSync(join(root, 'tight', file), `old ${file}`);
    // Blocks of 1024 bytes: less than the PDF has.
    const { code, err } = await runBuilt(['build', name, '--out', 'tight'], root, 'ulimit -f 8; exec "$@"');
    expect({ code, err }).toEqual({ code: 2, err: 'kessan: cannot write tight/release.pdf: EFBIG: file too large, write\n' });
    expect(readdirSync(join(root, 'tight')).sort()).toEqual(outputs);
    for (const file of outputs) expect(readFileSync(join(root, 'tight', file), 'utf8')).toBe(`old ${file}`);
  });
});

describe('what stands in the way of an output', () => {
  it.each(outputs)('a folder named %s', async (file) => {
    const folder = `in-the-way-${file}`;
    mkdirSync(join(root, folder, file), { recursive: true });
    const { code, err } = await runBuilt(['build', name, '--out', folder], root);
    expect({ code, err }).toEqual({ code: 2, err: `kessan: cannot write ${folder}/${file}: a folder stands in its place\n` });
    expect(readdirSync(join(root, folder))).toEqual([file]);
  });

  it('a file where the folder is to be, is told for each release, in text and in JSON', async () => {
    writeFileSync(join(root, 'out'), '');
    const { code, err, out } = await runBuilt(['build', name, name, '--format', 'json'], root);
    expect(code).toBe(2);
    const fault = `cannot write ${root}/out/mini/1q01/release.pdf: ${root}/out is no folder`;
    expect(err).toBe(`kessan: ${fault}\n`.repeat(2));
    expect(JSON.parse(out)).toEqual([1, 2].map(() => ({ release: name, fault, published: [] })));
  });

  it.skipIf(process.getuid?.() !== 0)(needing('root', 'a folder that may only be read'), async () => {
    mkdirSync(join(root, 'locked'), { mode: 0o555 });
    // Root may write everywhere; nobody may not.
    const { code, err } = await runBuilt(
      ['build', name, '--out', 'locked'],
      root,
      'chmod -R a+rX .; exec setpriv --reuid 65534 --clear-groups "$@"',
    );
    expect({ code, err: err.replace(/'.*'/, '') }).toEqual({
      code: 2,
      err: 'kessan: cannot write locked/release.pdf: EACCES: permission denied, open \n',
    });
  });
});

describe('a terminal', () => {
  it('gets no control characters of the data, and our colours', async () => {
    const text = await new Promise<string>((resolve) => {
      // script(1) gives the command a terminal.
      const child = spawn(
        'script',
        ['-qec', `${process.execPath} ${join(projectRoot, 'dist/cli.js')} build '${'x\u001b[2J\u202e'}/y'`, '/dev/null'],
        {
          cwd: root,
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      let got = '';
      child.stdout.on('data', (part) => {
        got += part;
      });
      child.on('close', () => resolve(got));
    });
    expect(text).toContain("kessan: no release 'x␛[2J\\u202e/y'");
    expect(text).not.toContain('\u001b[2J');
  });
});
