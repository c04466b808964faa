// Turn lists that are taken apart at once into what the bundle has in their place, and look that the same names have the same values.
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { takenApart } from '../scripts/take-apart.mjs';

/** Programs that set `a` and `b`, and note what they do. */
const programs = [
  'let [a, b] = [1, 2];',
  'let [a, b] = [1, 2]; [a, b] = [b, a];',
  'let [a, b] = [1, 2]; while (b < 100) [a, b] = [b, a + b];',
  'let [a, b] = [1, 2]; if (a > b) [a, b] = [b, a]; else [b, a] = [a + 5, note(b)];',
  "const [a, b] = [note('first'), note('second')];",
  'let [a, b] = [0, 0]; for (let [i, sum] = [0, 0]; i < 4; i++) { [sum, a] = [sum + i, sum]; b = sum; }',
  'let [a, b] = [\n  // the first ]\n  note(1), // [\n  note(2),\n];\n[\n  a,\n  b,\n] = [\n  b,\n  a,\n];',
  'let a = 1, b = 2; { const [b, c] = [3, 4]; a = b + c; }',
  "const [a, b] = [(() => { let [x, y] = ['あ', ']=['];\n[x, y] = [y, x]; return x; })(), [1, 2]];",
];

const left = [
  'let [a = 1, b] = [undefined, 2];',
  'let [a, ...b] = [1, 2, 3];',
  'let [a] = [1, 2], b;',
  'let [a, b] = [...[1, 2]];',
  'let [, a] = [1, 2], b;',
  'let [[a], b] = [[1], 2];',
  'let [a, b] = pair;',
  'let o = {}; [o.a, o.b] = [1, 2]; const { a, b } = o;',
  'let a, b; const c = ([a, b] = [1, 2]);',
  'let a = 0, b = 1; for (; a < 1; [a, b] = [b, a]);',
];

const told = (program: string): unknown =>
  runInNewContext(`const noted = [], pair = [1, 2], note = (each) => (noted.push(each), each);\n${program}\nJSON.stringify([a, b, noted])`);

describe('lists that are taken apart at once', () => {
  it.each(programs)('set the same names to the same values: %s', (program) => {
    const made = takenApart(program);
    expect(made).not.toMatch(/\]\s*=\s*\[(?!')/);
    expect(made.split('\n')).toHaveLength(program.split('\n').length);
    expect(told(made)).toBe(told(program));
  });

  it.each(left)('are left as they are where more is asked of them: %s', (program) => {
    expect(takenApart(program)).toBe(program);
  });
});
