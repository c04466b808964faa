// Turn classes into what the bundle has in their place, and look that they say their names after a bundler has taken them away.
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { named } from '../scripts/keep-class-names.mjs';

/** What a program in a function comes to when all names are short. */
const shortened = (program: string): unknown =>
  runInNewContext(transformSync(named(`(() => {\n${program}\n})()`), { loader: 'ts', minify: true, target: 'node20.19' }).code);

describe('classes of the bundle', () => {
  it('say their names, and those that they extend theirs', () => {
    const program = `
      class Longest extends Error { override readonly name = 'Longest'; }
      class Farthest extends Longest { static readonly far = 1; constructor(readonly where: string) { super(where); } }
      return [Longest.name, Farthest.name, Farthest.far, new Farthest('here').where, Object.keys(new Farthest('here'))].join();`;
    expect(shortened(program)).toBe('Longest,Farthest,1,here,name,where');
  });

  it('keep a name that they give themselves, and methods of that name', () => {
    const program = `
      class Own { static readonly name = 'another'; }
      class Method { name() { return 'told'; } }
      return [Own.name, Method.name, new Method().name()].join();`;
    expect(shortened(program)).toBe('another,Method,told');
  });

  it('stand on the lines where they stood', () => {
    expect(named('abstract class Wide<T>\n  extends Map<string, T>\n{\n  a = 1;\n}')).toBe(
      'abstract class Wide<T>\n  extends Map<string, T>\n{static name="Wide";\n  a = 1;\n}',
    );
    expect(named('const text = "class Of { }"; // class Of {')).toBe('const text = "class Of { }"; // class Of {');
  });
});
