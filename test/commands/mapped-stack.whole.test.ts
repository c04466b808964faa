// Turn faults of bundled code into stacks, and look for the lines where they were written.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { mappedStack } from '../../src/commands/mapped-stack.ts';
import { startBuilt } from '../support/built-program.ts';
import { projectRoot } from '../support/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('mappedStack', () => {
  it('names the line of the source that was bundled', async () => {
    mkdirSync(join(folder, 'src'));
    writeFileSync(
      join(folder, 'src/fail.ts'),
      '// A line before.\nexport function fail(value: string): never {\n  throw new Error("no " + value);\n}\n',
    );
    await build({
      absWorkingDir: folder,
      entryPoints: ['src/fail.ts'],
      outdir: 'dist',
      bundle: true,
      format: 'esm',
      minify: true,
      sourcemap: 'linked',
      sourcesContent: false,
    });
    const at = (line: number, column: number) => `    at fail (${pathToFileURL(join(folder, 'dist/fail.js')).href}:${line}:${column})`;
    const stack = `Error: no luck at ${at(1, 1).trim()}\n${at(1, 31)}\n    at node:internal/main:2:3`;
    const [message, first, last] = mappedStack(stack).split('\n');
    expect(message).toBe(stack.split('\n')[0]);
    expect(first).toMatch(/^ {4}at src\/fail\.ts:[23]:\d+$/);
    expect(last).toBe('    at node:internal/main:2:3');
    // A file that node tells by its path, which may have any characters but brackets.
    const odd = join(folder, 'a #1 50%');
    cpSync(join(folder, 'dist'), odd, { recursive: true });
    expect(mappedStack(`    at fail (${join(odd, 'fail.js')}:1:31)`)).toBe(first);
    expect(mappedStack(`    at async ${join(odd, 'fail.js')}:1:31`)).toMatch(/^ {4}at async src\/fail\.ts:[23]:\d+$/);
    // A script of the program, which stacks call by its name alone.
    const here = pathToFileURL(join(folder, 'dist/cli.js')).href;
    expect(mappedStack(`    at fail (kessan:dist/fail.js:1:31)`, here)).toBe(first);
  });

  it('leaves what has no map, and a map that is none', () => {
    writeFileSync(join(folder, 'broken.js'), '');
    writeFileSync(join(folder, 'broken.js.map'), 'no map');
    for (const name of ['broken.js', 'missing.js']) {
      const stack = `Error: x\n    at ${pathToFileURL(join(folder, name)).href}:1:1`;
      expect(mappedStack(stack)).toBe(stack);
    }
  });
});

describe('the built program', () => {
  it('names its own files when it has a fault', async () => {
    // A clock that breaks: progress asks it first.
    const hook = join(folder, 'hook.mjs');
    writeFileSync(hook, "globalThis.performance.now = () => { throw new Error('the clock is broken'); };\n");
    const through = `export NODE_OPTIONS='--import ${hook}'; exec "$@"`;
    const { code, err } = await startBuilt(['check', 'iij/2q02'], projectRoot, through).ended;
    expect(code).toBe(2);
    expect(err).toContain('kessan: this is a fault of the program, not of your data\nError: the clock is broken\n');
    expect(err).toMatch(/ {4}at .*\(?src\/cli\.ts:\d+:\d+\)?\n/);
    expect(err).toMatch(/ {4}at .*src\/commands\/check\.ts:\d+:\d+/);
    expect(err).not.toMatch(/dist\/[\w-]+\.js/);
    expect(err).toMatch(/ {4}at .*src\/commands\/command-line\.ts:\d+:\d+/);
  });
});
