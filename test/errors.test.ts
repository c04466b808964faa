// Turn the error gallery into tests: each code has a folder with the smallest release that raises it and the exact text.
// test/errors/<stage>/<name>/{case.yaml, expected.txt}; `npm run golden` rewrites the texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { runErrorCase } from './support/error-case.ts';

const gallery = join(import.meta.dirname, 'errors');
const fixture = join(import.meta.dirname, 'support/fixture');

/** Faults of a finished file or of the program, which no data can raise: their tests tamper with the file. */
const notFromData = ['verify/figure-not-found', 'verify/text-mismatch'];

describe('the error gallery', () => {
  it('has a folder for every code, and no other', () => {
    const folders = readdirSync(gallery).flatMap((stage) => readdirSync(join(gallery, stage)).map((name) => `${stage}/${name}`));
    expect(folders.sort()).toEqual(diagnosticCodes.filter((code) => !notFromData.includes(code)).sort());
  });

  it.each(diagnosticCodes.filter((code) => existsSync(join(gallery, code))))('%s says what is wrong, where, and what to do; nothing is written', async (code) => {
    const folder = join(gallery, code);
    const { code: exit, text, wrote, codes } = await runErrorCase(folder, fixture);
    expect(codes).toContain(code);
    expect(text).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
    if (text.includes('error[')) {
      expect(exit).toBe(1);
      expect(wrote).toBe(false);
    } else {
      expect(exit).toBe(0);
    }
  });
});
