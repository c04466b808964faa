import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenToTraces, type RunTrace } from '../../src/model/run-traces.ts';
import { PublishError, publish } from '../../src/project/publish.ts';

describe('publishing files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kessan-publish-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes all of them, in folders that it makes, and leaves nothing else', async () => {
    await publish(
      new Map<string, string | Uint8Array>([
        [join(folder, 'a/b/one.txt'), '一'],
        [join(folder, 'a/b/two.bin'), new Uint8Array([1, 2, 3])],
      ]),
    );
    expect(readFileSync(join(folder, 'a/b/one.txt'), 'utf8')).toBe('一');
    expect([...readFileSync(join(folder, 'a/b/two.bin'))]).toEqual([1, 2, 3]);
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['one.txt', 'two.bin']);
  });

  it('replaces none of the older files when one cannot be written', async () => {
    writeFileSync(join(folder, 'one.txt'), 'old');
    // A file stands where a folder is wanted.
    writeFileSync(join(folder, 'blocked'), '');
    const files = new Map([
      [join(folder, 'one.txt'), 'new'],
      [join(folder, 'blocked/two.txt'), 'new'],
    ]);
    await expect(publish(files)).rejects.toThrow(PublishError);
    await expect(publish(files)).rejects.toThrow(/blocked\/two\.txt|blocked/);
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'one.txt']);
  });

  it('removes what dead runs left behind, and keeps its hands off live ones', async () => {
    mkdirSync(join(folder, 'out'));
    const dead = join(folder, 'out/.one.txt.999999999.tmp');
    const live = join(folder, `out/.one.txt.${process.ppid}.tmp`);
    writeFileSync(dead, 'half');
    writeFileSync(live, 'half');
    await publish(new Map([[join(folder, 'out/one.txt'), 'whole']]));
    expect(existsSync(dead)).toBe(false);
    expect(existsSync(live)).toBe(true);
  });

  it('names the file that is blocked, and what blocks it, before it writes any', async () => {
    writeFileSync(join(folder, 'one.txt'), 'old');
    mkdirSync(join(folder, 'two.txt'));
    writeFileSync(join(folder, 'file'), '');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const blocked: readonly (readonly [string, string])[] = [
      ['two.txt', `cannot write ${folder}/two.txt: a folder stands in its place`],
      ['pipe', `cannot write ${folder}/pipe: what stands in its place is no file: a pipe, a device or a socket`],
      ['file/a/b.txt', `cannot write ${folder}/file/a/b.txt: ${folder}/file is no folder`],
    ];
    for (const [name, message] of blocked) {
      const files = new Map(['one.txt', name, 'three.txt'].map((file) => [join(folder, file), 'new']));
      expect(await faultOf(() => publish(files))).toEqual({ message, published: [] });
      expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('old');
      expect(readdirSync(folder).sort()).toEqual(['file', 'one.txt', 'pipe', 'two.txt']);
    }
  });

  it('names the file whose replacing failed, and those that are replaced', async () => {
    const [one, two, three] = ['one.txt', 'two.txt', 'three.txt'].map((name) => join(folder, name)) as [string, string, string];
    // A folder takes the place of a target after it was looked at.
    listenToTraces((trace) => {
      if (trace.kind === 'replacing') mkdirSync(join(two, 'inner'), { recursive: true });
    });
    const fault = await faultOf(() => publish(new Map([one, two, three].map((file) => [file, 'new']))));
    listenToTraces(() => {});
    expect(fault?.published).toEqual([one]);
    expect(fault?.message).toMatch(`cannot write ${two}: E`);
    expect(fault?.message).toMatch(`; published before that: ${one}`);
    expect(readdirSync(folder).sort()).toEqual(['one.txt', 'two.txt']);
  });

  it('notes its temporary files before it makes them, and what it published', async () => {
    const file = join(folder, 'one.txt');
    const traces: RunTrace[] = [];
    const there: boolean[] = [];
    listenToTraces((trace) => {
      traces.push(trace);
      if (trace.kind === 'temporary') there.push(...trace.files.map(existsSync));
    });
    await publish(new Map([[file, 'x']]));
    listenToTraces(() => {});
    expect(traces).toEqual([
      { kind: 'temporary', files: [join(folder, `.one.txt.${process.pid}.tmp`)] },
      { kind: 'replacing' },
      { kind: 'published', files: [file] },
    ]);
    expect(there).toEqual([false]);
  });

  it('keeps sets apart that are published at the same time, each replacing the other as a whole', async () => {
    const names = Array.from({ length: 20 }, (_, index) => join(folder, `${index}.txt`));
    const set = (content: string) => publish(new Map(names.map((name) => [name, content.repeat(1000)])));
    const seen: (readonly string[])[] = [];
    listenToTraces((trace) => {
      if (trace.kind === 'published') seen.push([...new Set(names.map((name) => readFileSync(name, 'utf8').slice(0, 1)))]);
    });
    await Promise.all(['a', 'b', 'c'].map(set));
    listenToTraces(() => {});
    expect(seen.map((each) => each.length)).toEqual([1, 1, 1]);
    expect(seen.map(([only]) => only).sort()).toEqual(['a', 'b', 'c']);
    expect(readdirSync(folder)).toHaveLength(names.length);
  });

  it('makes what holds a secret readable for its user alone before anything stands in it', async () => {
    const file = join(folder, 'secret.json');
    writeFileSync(file, 'old', { mode: 0o644 });
    const umask = process.umask(0);
    try {
      const written = publish(new Map([[file, 'token']]), { mode: 0o600 });
      // Made, and not yet in its place.
      const [temporary = ''] = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
      expect(statSync(join(folder, temporary)).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).toBe('old');
      await written;
    } finally {
      process.umask(umask);
    }
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['token', 0o600]);
  });

  it('writes beside what a dead run of the same number left, and another run removes that', async () => {
    const left = join(folder, `.one.txt.${process.pid}.tmp`);
    const second = join(folder, '.one.txt.999999999-2.tmp');
    writeFileSync(left, 'half');
    writeFileSync(second, 'half');
    await publish(new Map([[join(folder, 'one.txt'), 'whole']]));
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('whole');
    expect(existsSync(left)).toBe(true);
    expect(existsSync(second)).toBe(false);
  });

  it('puts a file in the place of a link, and leaves what the link leads to', async () => {
    writeFileSync(join(folder, 'far'), 'far');
    symlinkSync('far', join(folder, 'link'));
    await publish(new Map([[join(folder, 'link'), 'new']]));
    expect(readFileSync(join(folder, 'far'), 'utf8')).toBe('far');
    expect(readFileSync(join(folder, 'link'), 'utf8')).toBe('new');
  });
});

async function faultOf(act: () => Promise<void>): Promise<{ message: string; published: readonly string[] } | undefined> {
  try {
    await act();
  } catch (fault) {
    if (fault instanceof PublishError) return { message: fault.message, published: fault.published };
    throw fault;
  }
  return undefined;
}
