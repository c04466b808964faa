import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('names the file that is blocked, and what blocks it, before it writes any', () => {
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
      expect(faultOf(() => publish(files))).toEqual({ message, published: [] });
      expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe('old');
      expect(readdirSync(folder).sort()).toEqual(['file', 'one.txt', 'pipe', 'two.txt']);
    }
  });

  it('names the file whose replacing failed, and those that are replaced', () => {
    const [one, two, three] = ['one.txt', 'two.txt', 'three.txt'].map((name) => join(folder, name)) as [string, string, string];
    // A folder takes the place of a target after it was looked at.
    listenToTraces((trace) => {
      if (trace.kind === 'replacing') mkdirSync(join(two, 'inner'), { recursive: true });
    });
    const fault = faultOf(() => publish(new Map([one, two, three].map((file) => [file, 'new']))));
    listenToTraces(() => {});
    expect(fault?.published).toEqual([one]);
    expect(fault?.message).toMatch(`cannot write ${two}: E`);
    expect(fault?.message).toMatch(`; published before that: ${one}`);
    expect(readdirSync(folder).sort()).toEqual(['one.txt', 'two.txt']);
  });

  it('notes its temporary files before it makes them, and what it published', () => {
    const file = join(folder, 'one.txt');
    const traces: RunTrace[] = [];
    const there: boolean[] = [];
    listenToTraces((trace) => {
      traces.push(trace);
      if (trace.kind === 'temporary') there.push(...trace.files.map(existsSync));
    });
    publish(new Map([[file, 'x']]));
    listenToTraces(() => {});
    expect(traces).toEqual([
      { kind: 'temporary', files: [join(folder, `.one.txt.${process.pid}.tmp`)] },
      { kind: 'replacing' },
      { kind: 'published', files: [file] },
    ]);
    expect(there).toEqual([false]);
  });

  it('puts a file in the place of a link, and leaves what the link leads to', () => {
    writeFileSync(join(folder, 'far'), 'far');
    symlinkSync('far', join(folder, 'link'));
    publish(new Map([[join(folder, 'link'), 'new']]));
    expect(readFileSync(join(folder, 'far'), 'utf8')).toBe('far');
    expect(readFileSync(join(folder, 'link'), 'utf8')).toBe('new');
  });
});

function faultOf(act: () => void): { message: string; published: readonly string[] } | undefined {
  try {
    act();
  } catch (fault) {
    if (fault instanceof PublishError) return { message: fault.message, published: fault.published };
    throw fault;
  }
  return undefined;
}
