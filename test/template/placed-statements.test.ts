// Turn small layouts and narratives into the statements that they place.
import { describe, expect, it } from 'vitest';
import { placedStatements } from '../../src/template/placed-statements.ts';

const texts = (given: Readonly<Record<string, string>>) =>
  new Map(Object.entries(given).map(([name, text]) => [name, { file: `${name}.hbs`, text, lineStarts: [0] }]));

/** Ids in order of their names, and `any` where a value names a table. */
function placed(templates: Readonly<Record<string, string>>, narrative: Readonly<Record<string, string>> = {}): string {
  const told = new Set<string>();
  const { ids, any } = placedStatements(
    { templates: texts(templates), narratives: (lang) => (lang === 'en' ? texts(narrative) : new Map()), languages: ['ja', 'en'] },
    ({ code, at }) => told.add(`${code} ${at?.file}`),
  );
  return [...[...ids].sort(), ...(any ? ['any'] : []), ...told].join(' ');
}

describe('a layout places', () => {
  it('the tables that it names, in partials, words and conditions too', () => {
    expect(placed({ release: '{{table "a"}} {{table "b" id="x"}}' })).toBe('a b');
    expect(placed({ release: '{{> p}}', p: '{{table "a"}}{{> release}}', other: '{{table "b"}}' })).toBe('a');
    expect(placed({ release: '{{words "w"}}', ja: '{{#words "w"}}{{table "a"}}{{/words}}{{#words "v"}}{{table "b"}}{{/words}}' })).toBe(
      'a',
    );
    expect(placed({ release: '{{#if (issuer "name")}}{{table "a"}}{{else}}{{table "b"}}{{/if}}' })).toBe('a b');
  });

  it('nothing by a comment or by braces that are escaped', () => {
    expect(placed({ release: '{{!-- {{table "a"}} --}}\\{{table "b"}} table "c"' })).toBe('');
    expect(placed({})).toBe('');
  });

  it('what one of its languages has alone, and nothing of others', () => {
    expect(placed({ release: '{{#only "ja"}}{{table "a"}}{{else}}{{table "b"}}{{/only}}{{#only "zh"}}{{table "c"}}{{/only}}' })).toBe(
      'a b',
    );
  });

  it('the tables of the narrative sections that it places', () => {
    const sections = { one: '<section>{{table "a"}}</section>', two: '{{table "b"}}' };
    expect(placed({ release: '{{narrative "one"}}' }, sections)).toBe('a');
    expect(placed({ release: '{{#each sections}}{{narrative this}}{{/each}}' }, sections)).toBe('a b');
  });

  it('any statement, where a value names the table', () => {
    expect(placed({ release: '{{#each statements}}{{table this}}{{/each}}' })).toBe('any');
  });

  it('the tables of its notice too', () => {
    expect(placed({ notice: '{{table "a"}}' })).toBe('a');
  });

  it('nothing by a file that cannot be read, which is told where the release needs it', () => {
    expect(placed({ release: '{{table "a"}}{{#if}}', other: '{{#if}}' })).toBe('merge/template release.hbs');
    expect(placed({ release: '{{table "a"}}{{words "w"}}', ja: '{{#words}}', notice: '{{#if}}' })).toBe('a merge/template ja.hbs');
    expect(placed({ release: '{{table "a"}}{{narrative "n"}}' }, { n: '{{#if}} table' })).toBe('a');
  });
});
