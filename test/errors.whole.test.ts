// Turn the error gallery into tests: each code has a folder with the smallest release that raises it and the exact text.
// test/errors/<stage>/<name>/{case.yaml, expected.txt}; `npm run golden` rewrites the texts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { runErrorCase } from './support/error-case.ts';
import { galleryCodes, galleryFixture, galleryFolder, galleryTable, notFromData } from './support/gallery.ts';

describe('the error gallery', () => {
  it('has a folder for every code, and no other', () => {
    expect(galleryCodes()).toEqual(diagnosticCodes.filter((code) => !notFromData.includes(code)).sort());
  });

  it('lists every case', () => {
    expect(readFileSync(join(galleryFolder, 'README.md'), 'utf8')).toBe(galleryTable());
  });

  it.each(galleryCodes())('%s says what is wrong, where, and what to do; nothing is written', async (code) => {
    const folder = join(galleryFolder, code);
    const { code: exit, text, wrote, codes } = await runErrorCase(folder, galleryFixture);
    // One slip, one kind of finding: nothing else follows from it.
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(text).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
    if (text.includes('error[')) {
      expect(exit).toBe(1);
      expect(wrote).toBe(false);
    } else {
      expect(exit).toBe(0);
    }
  });
});
