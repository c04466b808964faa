// Turn the list of PDF/UA-1's conditions into claims, and hold every claim against the sources, the tests and the validator.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../support/sample.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, rulesOf } from '../support/verapdf.ts';

interface Row {
  readonly id: string;
  readonly clause: string;
  readonly fails: string;
  readonly why: string;
  readonly construction?: string;
  readonly text?: string;
  readonly test?: string;
  readonly rules?: readonly string[];
  readonly person?: string;
}

const rows = parse(readFileSync(join(import.meta.dirname, 'matterhorn.yaml'), 'utf8')) as readonly Row[];
/** Conditions of each of the 31 checkpoints. */
const counts = [7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30];
const read = (file: string) => (existsSync(join(projectRoot, file)) ? readFileSync(join(projectRoot, file), 'utf8') : '');

describe('the list of conditions', () => {
  it('has all 137 conditions of the 31 checkpoints, each once, in order', () => {
    const pad = (number: number, width: number) => String(number).padStart(width, '0');
    const ids = counts.flatMap((count, i) => Array.from({ length: count }, (_, n) => `${pad(i + 1, 2)}-${pad(n + 1, 3)}`));
    expect(ids).toHaveLength(137);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('answers each in one way, and says why', () => {
    const wrong = rows.filter(({ construction, test, rules, person, fails, why }) => {
      const answers = [construction, test, rules, person].filter((answer) => answer !== undefined);
      return answers.length !== 1 || !fails || !why;
    });
    expect(wrong).toEqual([]);
  });

  it('names a source file, and words that stand in it, for what holds by construction', () => {
    const claims = rows.filter(({ construction }) => construction !== undefined);
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.filter(({ construction, text }) => !text || !read(construction!).includes(text)).map(({ id }) => id)).toEqual([]);
  });

  it('names a test that there is for what we check ourselves', () => {
    const claims = rows.filter(({ test }) => test !== undefined);
    expect(claims.length).toBeGreaterThan(20);
    const missing = claims.filter(({ test }) => {
      const [file, title] = test!.split(' > ');
      return !read(file!).includes(`'${title}'`);
    });
    expect(missing.map(({ id, test }) => `${id} ${test}`)).toEqual([]);
  });

  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'names rules that the validator has'), () => {
    const known = new Set(rulesOf('ua1'));
    expect(known.size).toBe(106);
    expect(rows.flatMap(({ id, rules = [] }) => rules.filter((rule) => !known.has(rule)).map((rule) => `${id} ${rule}`))).toEqual([]);
  });
});
