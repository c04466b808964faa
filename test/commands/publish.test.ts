import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PublishError, publish } from '../../src/commands/publish.ts';

describe('publishing files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kessan-publish-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes all of them, in folders that it makes, and leaves nothing else', () => {
    publish(
      new Map<string, string | Uint8Array>([
        [join(folder, 'a/b/one.txt'), '一'],
        [join(folder, 'a/b/two.bin'), new Uint8Array([1, 2, 3])],
      ]),
    );
    expect(readFileSync(join(folder, 'a/b/one.txt'), 'utf8')).toBe('一');
    expect([...readFileSync(join(folder, 'a/b/two.bin'))]).toEqual([1, 2, 3]);
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['one.txt', 'two.bin']);
  });

  it('replaces none of the older files when one cannot be written', () => {
    writeFileSync(join(folder, 'one.txt'), 'old');
    // A file stands where a folder is wanted.
    writeFileSync(join(folder, 'blocked'), '');
    const files = new Map([
      [join(folder, 'one.txt'), 'new'],
      [join(folder, 'blocked/two.txt'), 'new'],
    ]);
    expect(() => publish(files)).toThrow(PublishError);
    expect(() => publish(files)).toThrow(/blocked\/two\.txt|blocked/);
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'one.txt']);
  });

  it('removes what dead runs left behind, and keeps its hands off live ones', () => {
    mkdirSync(join(folder, 'out'));
    const dead = join(folder, 'out/.one.txt.999999999.tmp');
    const live = join(folder, `out/.one.txt.${process.ppid}.tmp`);
    writeFileSync(dead, 'half');
    writeFileSync(live, 'half');
    publish(new Map([[join(folder, 'out/one.txt'), 'whole']]));
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(live)).toBe(true);
  });
});
