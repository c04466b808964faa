// Turn bytes from anybody into refusals: names that lead elsewhere, files of other hashes, what is cut short or has more than it says.
import { describe, expect, it } from 'vitest';
import { isInside, PackedFilesError, packFiles, sha256Of, unpackFiles } from '../../src/queue/packed-files.ts';
import { seeded } from '../support/seeded-random.ts';

const files = [
  { name: 'data/a.yaml', content: Buffer.from('a: 1\n') },
  { name: 'data/空.yaml', content: Buffer.alloc(0) },
];

/** A head that says what it likes of two bytes. */
function forged(list: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify({ files: list }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, Buffer.from('ab')]);
}

describe('packed files', () => {
  it('come out as they went in, the same bytes each time', () => {
    const packed = packFiles({ format: 1 }, files);
    expect(unpackFiles(packed)).toEqual({ head: { format: 1 }, files });
    expect(sha256Of(packFiles({ format: 1 }, files))).toBe(sha256Of(packed));
  });

  it.each(['', '/etc/passwd', '../a', 'a/../b', 'a//b', './a', 'a\\b', 'C:/a', 'a\0b', 'a/b.', 'a /b', 'x'.repeat(600)])(
    '%j is no name',
    (name) => {
      expect(isInside(name)).toBe(false);
      expect(() => unpackFiles(forged([{ name, bytes: 2, sha256: sha256Of(Buffer.from('ab')) }]))).toThrow(PackedFilesError);
    },
  );

  it.each([
    [{ name: 'a', bytes: 3, sha256: sha256Of(Buffer.from('ab')) }],
    [{ name: 'a', bytes: 1, sha256: sha256Of(Buffer.from('a')) }],
    [{ name: 'a', bytes: 1e15, sha256: '' }],
    [{ name: 'a', bytes: -1, sha256: '' }],
    [{ name: 'a', bytes: 2, sha256: sha256Of(Buffer.from('ac')) }],
    [{ name: 'a', bytes: '2' }],
    ['a'],
    [null],
  ])('%j is refused', (entry) => {
    expect(() => unpackFiles(forged([entry]))).toThrow(PackedFilesError);
  });

  it('holds no name twice, in capitals neither', () => {
    const entry = { bytes: 1, sha256: sha256Of(Buffer.from('a')) };
    const list = [
      { ...entry, name: 'a' },
      { ...entry, name: 'A', sha256: sha256Of(Buffer.from('b')) },
    ];
    expect(() => unpackFiles(forged(list))).toThrow('A is in it twice');
  });

  it('is refused, and nothing else happens, whatever is changed in it', () => {
    const packed = packFiles({ format: 1 }, files);
    const { below } = seeded(14);
    for (let round = 0; round < 2000; round++) {
      const bytes = Buffer.from(packed);
      const at = below(bytes.length);
      bytes[at] = ((bytes[at] ?? 0) + 1 + below(255)) % 256;
      const cut = below(10) < 3 ? bytes.subarray(0, at) : bytes;
      try {
        // The words of the head are not hashed: what they say is looked at by who reads it.
        expect(unpackFiles(cut).files.map(({ content }) => sha256Of(content))).toEqual(files.map(({ content }) => sha256Of(content)));
      } catch (fault) {
        expect(fault).toBeInstanceOf(PackedFilesError);
      }
    }
  });
});
