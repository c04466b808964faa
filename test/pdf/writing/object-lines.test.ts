// The lines that pdfkit writes become whole objects, and nothing that it writes otherwise is passed over.
import { describe, expect, it } from 'vitest';
import { ObjectLines } from '../../../src/pdf/writing/object-lines.ts';

type Put = readonly [number, string, Uint8Array | undefined];

function objectsOf(...lines: readonly (string | Uint8Array)[]): readonly Put[] {
  const found: Put[] = [];
  const reader = new ObjectLines((number, value, stream) => found.push([number, value, stream]));
  for (const line of lines) reader.take(line);
  return found;
}

describe('lines of objects', () => {
  it('become a value, and a value with its stream', () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(objectsOf('4 0 obj', '<< /A 1 >>', 'endobj', '12 0 obj', '<< /Length 3 >>', 'stream', bytes, '\nendstream', 'endobj')).toEqual([
      [4, '<< /A 1 >>', undefined],
      [12, '<< /Length 3 >>', bytes],
    ]);
  });

  it('are refused outside an object', () => {
    expect(() => objectsOf('%PDF-1.7')).toThrow('pdfkit wrote outside an object: %PDF-1.7');
    expect(() => objectsOf('4 0 obj', '1', 'endobj', 'xref')).toThrow('outside an object: xref');
    expect(() => objectsOf(new Uint8Array([52]))).toThrow('outside an object');
  });

  it.each([
    ['no value', ['endobj']],
    ['two values', ['1', '2', 'endobj']],
    ['a stream without bytes', ['<<>>', 'stream', 'endstream', 'endobj']],
    ['text for bytes', ['<<>>', 'stream', 'text', 'endstream', 'endobj']],
  ])('are refused with %s', (_, lines) => {
    expect(() => objectsOf('7 0 obj', ...lines)).toThrow('pdfkit wrote object 7 in an unknown form');
  });
});
