import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFileIfThere, readRegularFile, UnreadableFile } from '../../src/model/read-file.ts';

describe('reading a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kessan-read-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (path: string, limit = 100) => {
    try {
      readRegularFile(path, limit);
    } catch (fault) {
      if (!(fault instanceof UnreadableFile)) throw fault;
      return { found: fault.found, code: fault.code, message: fault.message };
    }
    return undefined;
  };

  it('gives its bytes, up to the limit and by way of links', () => {
    writeFileSync(join(folder, 'file'), 'a'.repeat(100));
    symlinkSync('file', join(folder, 'link'));
    writeFileSync(join(folder, 'empty'), '');
    expect(readRegularFile(join(folder, 'file'), 100).toString()).toBe('a'.repeat(100));
    expect(readRegularFile(join(folder, 'link'), 100).length).toBe(100);
    expect(readRegularFile(join(folder, 'empty'), 0).length).toBe(0);
  });

  it('refuses what is too large before it reads a byte', () => {
    writeFileSync(join(folder, 'large'), 'a');
    truncateSync(join(folder, 'large'), 3_000_000_000);
    const memory = process.memoryUsage().arrayBuffers;
    expect(refusal(join(folder, 'large'))).toEqual({
      found: 'too-large',
      code: undefined,
      message: 'holds 3000000000 bytes, and at most 100 are read',
    });
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(1_000_000);
    writeFileSync(join(folder, 'one-more'), 'a'.repeat(101));
    expect(refusal(join(folder, 'one-more'))?.found).toBe('too-large');
  });

  it('refuses a named pipe without waiting for its writer, also at the end of a link', () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'link'));
    for (const name of ['pipe', 'link'])
      expect(refusal(join(folder, name))).toEqual({ found: 'pipe', code: undefined, message: 'is a named pipe, and only files are read' });
  });

  it('refuses folders, devices and sockets by what they are', async () => {
    mkdirSync(join(folder, 'inner'));
    expect(refusal(join(folder, 'inner'))?.message).toBe('is a folder, and only files are read');
    expect(refusal('/dev/zero')?.message).toBe('is a device, and only files are read');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket'), resolve));
    expect(refusal(join(folder, 'socket'))?.message).toBe('is a socket, and only files are read');
    await new Promise((resolve) => server.close(resolve));
  });

  it('refuses a file that is longer than the system says', () => {
    expect(refusal('/proc/self/stat', 10_000)?.found).toBe('changing');
  });

  it('tells what is missing from what may not be read', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(refusal(join(folder, 'none'))).toEqual({ found: 'nothing', code: 'ENOENT', message: 'is missing' });
    expect(refusal(join(folder, 'file/below'))).toEqual({ found: 'nothing', code: 'ENOTDIR', message: 'is missing' });
    symlinkSync('circle', join(folder, 'circle'));
    expect(refusal(join(folder, 'circle'))).toMatchObject({ found: 'other', code: 'ELOOP' });
    expect(refusal(join(folder, 'n'.repeat(300)))).toMatchObject({ found: 'other', code: 'ENAMETOOLONG' });
    chmodSync(join(folder, 'file'), 0);
    // Nothing is forbidden to root.
    if (process.getuid?.() !== 0) expect(refusal(join(folder, 'file'))?.message).toBe('cannot be read (EACCES: permission is denied)');
    expect(readFileIfThere(join(folder, 'none'), 1)).toBeUndefined();
    expect(() => readFileIfThere(folder, 1)).toThrow(UnreadableFile);
  });

  it('finds no file under a name that none can have', () => {
    expect(refusal('a\0b')).toMatchObject({ found: 'nothing', message: 'is no name that a file can have' });
  });
});
