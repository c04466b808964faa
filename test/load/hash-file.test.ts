// Turn files that stay, change and move away into hashes and ranges of bytes: trusted where the system vouches for them, hashed again where not.
import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashFile } from '../../src/load/hash-file.ts';
import { BoundedMemory, forgetful } from '../../src/model/memory.ts';
import { UnreadableFile } from '../../src/model/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-hash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limit = 1_000_000;
const bytes = Uint8Array.from({ length: 200_003 }, (_, i) => (i * 7919) >> 5);
const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
let files = 0;

function written(content: Uint8Array = bytes): string {
  const path = join(folder, `file-${files++}`);
  writeFileSync(path, content);
  return path;
}

/** The clock is set so much later than it is: files have rested since they were written. */
function rest(seconds = 3): void {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + seconds * 1000);
}
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(['that rested', 'that was written just now'])('a file %s', (state) => {
  const hash = (path: string, memory = new BoundedMemory(10)) => hashFile(path, 'a font', limit, memory);
  beforeAll(() => expect(bytes.length).toBeGreaterThan(3 * 65_536));

  it('has the hash of all its bytes, and every range of them', () => {
    if (state === 'that rested') rest();
    const file = hash(written());
    expect(file.sha256).toBe(sha256(bytes));
    for (const [from, to] of [
      [0, 12],
      [12, 100],
      [65_530, 65_540],
      [0, 65_536],
      [10, 140_000],
      [131_000, 131_072],
      [131_072, 131_080],
      [5, 6],
      [200_000, 200_003],
      [200_000, 300_000],
      [200_003, 200_010],
      [50, 50],
    ] as const)
      expect(Buffer.from(file.bytes(from, to)).equals(bytes.subarray(from, to)), `${from} to ${to}`).toBe(true);
  });

  it('gives copies: who writes into them changes nothing', () => {
    if (state === 'that rested') rest();
    const file = hash(written());
    file.bytes(0, 10).fill(255);
    file.bytes(0, 150_000).fill(255);
    expect(Buffer.from(file.bytes(0, 10)).equals(bytes.subarray(0, 10))).toBe(true);
  });

  it('is refused when it holds more than it may, or is missing', () => {
    if (state === 'that rested') rest();
    expect(() => hashFile(written(), 'a font', 1000, forgetful)).toThrow('holds 200003 bytes, and at most 1000 are read');
    expect(() => hash(join(folder, 'none'))).toThrow(UnreadableFile);
    expect(hash(written(new Uint8Array())).sha256).toBe(sha256(new Uint8Array()));
  });
});

it('tells who asks for bytes of a file that went away', () => {
  rest();
  const path = written();
  const file = hashFile(path, 'a font', limit, forgetful);
  rmSync(path);
  expect(() => file.bytes(0, 9)).toThrow('a font is missing: it went away while it was in use: try again');
});

describe('a memory', () => {
  it('answers the same object for a file that did not change since it had rested', () => {
    rest();
    const [memory, path] = [new BoundedMemory(10), written()];
    const file = hashFile(path, 'a font', limit, memory);
    expect(hashFile(path, 'a font', limit, memory)).toBe(file);
    expect(hashFile(path, 'a font', limit, forgetful)).not.toBe(file);
    expect(hashFile(path, 'of another name', limit, memory).name).toBe('of another name');
  });

  it('hashes again what had changed less than two seconds before', () => {
    const [memory, path] = [new BoundedMemory(10), written()];
    const file = hashFile(path, 'a font', limit, memory);
    expect(hashFile(path, 'a font', limit, memory)).not.toBe(file);
    writeFileSync(
      path,
      bytes.map((byte) => byte ^ 1),
    );
    expect(hashFile(path, 'a font', limit, memory).sha256).not.toBe(file.sha256);
    // What was hashed is what is given, whatever the file holds by now.
    expect(Buffer.from(file.bytes(0, 9)).equals(bytes.subarray(0, 9))).toBe(true);
  });

  it.each([
    ['written over in place', (path: string, other: Uint8Array) => writeFileSync(path, other)],
    [
      'replaced by another file',
      (path: string, other: Uint8Array) => {
        writeFileSync(`${path}.new`, other);
        renameSync(`${path}.new`, path);
      },
    ],
  ])('hashes a file again that was %s, and gives none of its bytes for those of the old one', (_, change) => {
    rest();
    const [memory, path] = [new BoundedMemory(10), written()];
    const file = hashFile(path, 'a font', limit, memory);
    const other = bytes.map((byte) => byte ^ 1);
    change(path, other);
    const again = hashFile(path, 'a font', limit, memory);
    expect([file.sha256, again.sha256]).toEqual([sha256(bytes), sha256(other)]);
    expect(() => file.bytes(0, 9)).toThrow('a font changed while it was in use: try again');
    expect(Buffer.from(again.bytes(0, 9)).equals(other.subarray(0, 9))).toBe(true);
  });
});
