import { describe, expect, it } from 'vitest';
import { columns, visibleOutput, visibleText } from '../../src/commands/visible-text.ts';

describe('text that a terminal shows and does not obey', () => {
  it('has pictures for the first control characters and escapes for the others', () => {
    expect(visibleText('a\u001b[2Jb\r\n\t\u0000')).toBe('a␛[2Jb␍␊␉␀');
    expect(visibleText('\u007f\u009b31m \u202e\u2066\u200f\u061c \u2028 \ud800')).toBe(
      '\\u007f\\u009b31m \\u202e\\u2066\\u200f\\u061c \\u2028 \\ud800',
    );
  });

  it('leaves every other character as it is: kanji with variants, emoji, accents', () => {
    const text = '葛󠄀城 決算 é é 👩‍💻 — “IIJ”';
    expect(visibleText(text)).toBe(text);
    expect(visibleOutput(text, false)).toBe(text);
  });

  it('keeps the lines of an output, and our colours only where we colour', () => {
    const text = 'a\tb\n\u001b[31mred\u001b[0m \r\u001b[Kc \u001b]0;title\u0007 \u001b[2J\r';
    expect(visibleOutput(text, true)).toBe('a\tb\n\u001b[31mred\u001b[0m \r\u001b[Kc ␛]0;title␇ ␛[2J␍');
    expect(visibleOutput(text, false)).toBe('a\tb\n␛[31mred␛[0m ␍␛[Kc ␛]0;title␇ ␛[2J␍');
  });

  it('leaves JSON the same for who reads it', () => {
    const value = { text: 'a\u001b[2J\u007f\u009b\u202e\u2028\ud800 葛󠄀' };
    expect(JSON.parse(visibleOutput(JSON.stringify(value), false))).toEqual(value);
  });

  it('counts the columns that a terminal gives', () => {
    expect(['ab', '決算', 'é', 'e\u0301', '葛󠄀', '𠮷', '📈', ''].map(columns)).toEqual([2, 4, 1, 1, 2, 2, 2, 0]);
  });
});
