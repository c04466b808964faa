import { describe, expect, it } from 'vitest';
import { MappedTextBuilder, scalarText, sourceText } from '../../src/template/mapped-text.ts';

const place = ({ file, line, column, length }: { file: string; line: number; column: number; length: number }) =>
  `${file}:${line}:${column}+${length}`;

describe('mapped text', () => {
  const source = sourceText('a.md', 'one\ntwo three\n\nfour', 10);

  it('counts lines and columns from where the text begins', () => {
    expect(place(source.locate(0))).toBe('a.md:10:1+1');
    expect(place(source.locate(4, 3))).toBe('a.md:11:1+3');
    expect(place(source.locate(8, 99))).toBe('a.md:11:5+5');
    expect(place(source.locate(15, 4))).toBe('a.md:13:1+4');
  });

  it('follows copies one to one and made pieces to their whole source', () => {
    const out = new MappedTextBuilder();
    out.copy('three', source, 8);
    out.make('<b>', source, 4, 3);
    out.copy('four', source, 15);
    const mapped = out.build();
    expect(mapped.text).toBe('three<b>four');
    expect(place(mapped.locate(2))).toBe('a.md:11:7+1');
    expect(place(mapped.locate(2, 99))).toBe('a.md:11:7+3');
    expect(place(mapped.locate(6))).toBe('a.md:11:1+3');
    expect(place(mapped.locate(9, 2))).toBe('a.md:13:2+2');
  });

  it('follows text made from text made from a file', () => {
    const first = new MappedTextBuilder();
    first.copy('two', source, 4);
    const second = new MappedTextBuilder();
    second.make('<p>', first.build(), 0, 1);
    second.copy('wo', first.build(), 1);
    expect(place(second.build().locate(4))).toBe('a.md:11:3+1');
  });
});

describe('a scalar of a data file', () => {
  const at = { file: 'c.yaml', line: 3, column: 7, length: 5 };

  it('is counted from its place, quotation marks apart', () => {
    expect(place(scalarText('hello', at).locate(2, 2))).toBe('c.yaml:3:9+2');
    expect(place(scalarText('hel', at).locate(0, 9))).toBe('c.yaml:3:8+3');
  });

  it('of several lines stands at its beginning', () => {
    expect(place(scalarText('folded over many lines', at).locate(12))).toBe('c.yaml:3:7+5');
  });
});
