// Turn the error gallery into tests: each code has a folder with the smallest release that raises it and the exact text.
// test/errors/<stage>/<name>/{case.yaml, expected.txt, expected.<language>.txt}; `npm run golden` rewrites the texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runErrorCase } from './support/error-case.ts';
import { codesOfRooms, findingCodes } from './support/finding-codes.ts';
import {
  expectedFile,
  galleryCodes,
  galleryFixture,
  galleryFolder,
  galleryLanguages,
  galleryTable,
  notFromData,
} from './support/gallery.ts';

const source = join(import.meta.dirname, '../src');

/** Every file of src. */
const sourceFiles = (): readonly string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('the error gallery', () => {
  it('has a folder for every code, and no other', () => {
    expect(galleryCodes()).toEqual(findingCodes.filter((code) => !notFromData.includes(code)).sort());
  });

  it('is owned by the rooms: each code is defined once, by the room that it is named after, and no other is written anywhere', () => {
    for (const [room, codes] of codesOfRooms) expect(codes.filter((code) => !code.startsWith(`${room}/`))).toEqual([]);
    expect(findingCodes).toEqual([...new Set(findingCodes)]);
    const rooms = [...codesOfRooms.keys()].join('|');
    // Kinds of a memory have names of the same form.
    const named = new RegExp(`(?<!\\bname: )['"\`]((?:${rooms})/[\\w-]*\\w)['"\`]`, 'g');
    const unknown = sourceFiles().flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(named)].flatMap(([, code]) =>
        findingCodes.some((known) => known === code) ? [] : [`${file}: ${code}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('lists every case', () => {
    expect(readFileSync(join(galleryFolder, 'README.md'), 'utf8')).toBe(galleryTable());
  });

  it.each(galleryCodes())('%s says what is wrong, where, and what to do; nothing is written', async (code) => {
    const folder = join(galleryFolder, code);
    const { code: exit, text, wrote, codes } = await runErrorCase(folder, galleryFixture);
    // One slip, one kind of finding: nothing else follows from it.
    expect(new Set(codes)).toEqual(new Set([code]));
    expect(text).toBe(readFileSync(expectedFile(code), 'utf8'));
    if (text.includes('error[')) {
      expect(exit).toBe(1);
      expect(wrote).toBe(false);
    } else {
      expect(exit).toBe(0);
    }
  });

  describe.each(galleryLanguages)('in %s', (lang) => {
    it.each(galleryCodes())('%s says the same', async (code) => {
      const { text, codes } = await runErrorCase(join(galleryFolder, code), galleryFixture, lang);
      expect(new Set(codes)).toEqual(new Set([code]));
      expect(text).toBe(readFileSync(expectedFile(code, lang), 'utf8'));
    });
  });
});
