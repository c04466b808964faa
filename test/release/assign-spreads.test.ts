// Turn object literals into what the bundle has in their place, and look that they make the same objects, alike in shape.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext, runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { assigned } from '../scripts/assign-spreads.mjs';

const names = `const a = { x: 1, y: 2 }, b = { y: 3, '日本': 4 }, none = undefined, when = true, key = 'k', f = 5;`;
const literals = [
  '{ ...a, f }',
  '{ ...a, y: 9, x: { ...b, z: 1 } }',
  '{ ...a, ...b }',
  '{ ...none, ...(when && { z: 1 }), ...(!when && { u: 1 }), f, }',
  '{ ...a, f, ...b, [key]: 1, m() { return { ...b, f }; } }',
  '{\n  // first\n  ...a, // then {\n  f, // last }\n}',
  "{ ...a, '…': '}', ...{ ...b, f } }",
];

describe('spreads as assignments', () => {
  it.each(literals)('make the same object of %s, with its properties in order', (literal) => {
    const made = assigned(`${names}\n(${literal})`);
    expect(made).toContain('Object.assign({},');
    expect(made).not.toMatch(/\{\s*\.\.\./);
    expect(made.split('\n')).toHaveLength(`${names}\n(${literal})`.split('\n').length);
    const [object, wanted] = [made, `${names}\n(${literal})`].map((text) => runInNewContext(text) as object);
    expect(JSON.stringify(object)).toBe(JSON.stringify(wanted));
    expect(Object.keys(object ?? {})).toEqual(Object.keys(wanted ?? {}));
  });

  it.each(['({ f: 1, ...a })', '({ ...a })', '({ ...a, get b() { return 1; } })', 'const { x, ...rest } = a;', 'f(...a)'])(
    'leave %s as it is',
    (text) => {
      expect(assigned(text)).toBe(text);
    },
  );

  it('take what TypeScript has in a literal with it', () => {
    expect(assigned('const a: T = { ...(b as T), c: <const>d, e: f! } satisfies T;')).toBe(
      'const a: T = Object.assign({}, (b as T), {c: <const>d, e: f!} ) satisfies T;',
    );
  });

  it('give objects one shape', () => {
    setFlagsFromString('--allow-natives-syntax');
    const alike = (literal: string): number =>
      runInThisContext(`(() => {
        const make = (a) => (${literal});
        const made = Array.from({ length: 500 }, (_, i) => make({ x: i, y: i }));
        return made.filter((each, i) => i > 0 && %HaveSameMap(each, made[i - 1])).length;
      })()`) as number;
    expect(alike(assigned('({ ...a, z: 1 })'))).toBeGreaterThan(490);
  });
});
