// A reader starts before its command for two files that will be read, and for nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { willRead } from '../../src/commands/early-reader.ts';

describe('a reader that starts early', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'kessan-early-'));
    for (const [name, content] of Object.entries({ a: '%PDF-1 a', b: '%PDF-1 b', c: '%PDF-1 c', same: '%PDF-1 a' }))
      writeFileSync(join(cwd, `${name}.pdf`), content);
    writeFileSync(join(cwd, 'large.pdf'), Buffer.concat([Buffer.from('%PDF-1'), Buffer.alloc(1_000_000)]));
    writeFileSync(join(cwd, 'figures.json'), '{}');
    for (const [folder, content] of Object.entries({ first: '%PDF-1 a', second: '%PDF-1 b' })) {
      mkdirSync(join(cwd, folder));
      writeFileSync(join(cwd, folder, 'release.pdf'), content);
    }
    mkdirSync(join(cwd, 'report'));
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  it.each([
    ['two files that differ by one byte', ['diff', 'a.pdf', 'b.pdf'], true],
    ['two folders of builds', ['diff', 'first', 'second'], true],
    ['a folder and a file, with options between and after', ['diff', '--report', 'report', 'first', 'b.pdf', '--format', 'json'], true],
    ['the same file twice', ['diff', 'a.pdf', 'a.pdf'], false],
    ['files of the same bytes', ['diff', 'a.pdf', 'same.pdf'], false],
    ['a file that is not there', ['diff', 'a.pdf', 'none.pdf'], false],
    ['a file that is not soon read', ['diff', 'a.pdf', 'large.pdf'], false],
    ['three files, of which nobody knows which are meant', ['diff', 'a.pdf', 'b.pdf', 'c.pdf'], false],
    ['a file that is verified, with an option', ['verify', 'a.pdf', '--format', 'json'], true],
    ['a file that is verified, with its figures', ['verify', 'a.pdf', '--figures', 'figures.json'], true],
    ['a file that is no PDF', ['verify', 'figures.json'], false],
    ['a large file that is verified', ['verify', 'large.pdf'], false],
    ['two files that are verified, which is wrong', ['verify', 'a.pdf', 'b.pdf'], false],
    ['another command', ['inspect', 'a.pdf'], false],
    ['a name that no file can have', ['diff', 'a.pdf', 'b\0.pdf'], false],
    ['no command', [], false],
  ])('%s: %j', (_, args, starts) => {
    expect(willRead(args, cwd)).toBe(starts);
  });
});
