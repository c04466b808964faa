// Turn every character into a message, and look that what nobody would see is shown by its number, and nothing else.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { legible } from '../../src/model/printable.ts';

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cc}\p{Zl}\p{Zp}]/u;
const told = (message: string): string => legible({ severity: 'note', code: 'check/figure', message } as unknown as Finding).message;

describe('a finding that may be shown', () => {
  it('shows each character that nobody would see by its number, alone and among others', () => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x11000; code++) {
      const character = String.fromCodePoint(code);
      const name = `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
      const shown = unseen.test(character) ? name : character;
      if (told(character) !== shown || told(`売上 is${character}1,234`) !== `売上 is${shown}1,234`) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});
