import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAscii } from '../../../src/language/en/text.ts';
import { fillLines, padBoth, padEnd, padStart, textWidth } from '../../../src/render/text/fill-lines.ts';

describe('lines of so many columns', () => {
  it('break English between words, Japanese between characters', () => {
    expect(fillLines('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(fillLines('売上高は増加した', 8)).toEqual(['売上高は', '増加した']);
    expect(fillLines('売上高はIIJで増加', 9)).toEqual(['売上高は', 'IIJで増加']);
  });

  it('never begin with what closes nor end with what opens', () => {
    expect(fillLines('増加した。次', 8)).toEqual(['増加し', 'た。次']);
    expect(fillLines('前期（前年）比', 6)).toEqual(['前期', '（前', '年）比']);
  });

  it('hang after a marker, and let a long word stand alone', () => {
    expect(fillLines('one two', 6, '* ', '  ')).toEqual(['* one', '  two']);
    expect(fillLines('a https://example.org b', 8)).toEqual(['a', 'https://example.org', 'b']);
  });

  it('keep every character, and the measure wherever it can be kept', () => {
    const text = fc.array(fc.constantFrom('売', '上', '。', '（', 'ab', 'word', '1,234', ' ', '）'), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (pieces, width) => {
        const source = pieces.join('').trim();
        const lines = fillLines(source, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(source.replaceAll(' ', ''));
        for (const line of lines) {
          const breakable = /[売上](?=[売上（])|[。）](?=[売上（])| \S/.test(line);
          if (breakable && !/[。）]{3}|（{3}/.test(line)) expect(textWidth(line)).toBeLessThanOrEqual(width + 8);
        }
      }),
    );
  });
});

describe('widths', () => {
  it('count two for full width, one for the rest', () => {
    expect(textWidth('表1.（百万円）ｱ')).toBe(2 + 2 + 2 + 6 + 2 + 1);
    expect(textWidth('△–“”')).toBe(4);
    expect(textWidth('𠮟')).toBe(2);
    expect([padStart('円', 4), padEnd('円', 4), padBoth('円', 5)]).toEqual(['  円', '円  ', ' 円  ']);
  });
});

describe('plain ASCII', () => {
  it.each([
    ['“IIJ’s” – Nº—', '"IIJ\'s" - No--'],
    ['¥1,000 △5 −3', 'JPY1,000 -5 -3'],
    ['café • ½', 'cafe * 1?2'],
    ['日', '?'],
  ])('%s', (text, plain) => {
    expect(plainAscii(text)).toBe(plain);
  });
});
