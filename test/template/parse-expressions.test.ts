// Turn texts read expression by expression into the statements that the library's grammar reads from the whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { describe, expect, it } from 'vitest';
import { parseExpression, parseExpressions } from '../../src/template/parse-expressions.ts';

const root = join(import.meta.dirname, '..', '..');

/** What is read of a program: its statements, as plain values. */
const statements = (program: hbs.AST.Program | undefined) => JSON.parse(JSON.stringify(program?.body ?? null));
const whole = (text: string) => statements(parse(text));
const pieces = (text: string) => statements(parseExpressions(text, parseExpression));
/** The library names no source; here it is an empty text. */
const unnamed = (body: unknown) => JSON.parse(JSON.stringify(body).replaceAll('"source":"",', ''));

describe('expression by expression', () => {
  it.each([
    '',
    'no expression, only } and { and }}',
    '{{period "current"}}',
    'a {{period "current"}} b\nc {{amount "x" in="million" period="prior"}}{{date \'announced\'}}\n\n{{issuer "name"}}',
    'over\n{{amount\n  "x"\n  in="million"\n}} lines {{times (share "a" of="b") 3 true from=this}}',
    'braces in words {{issuer "a}}b{{c"}} and after }} {{rate}} }',
    '\n\n{{rate}}\n',
    '令和 {{date "announced" style="long"}} に\u3000{{ rate }}',
  ])('reads %j like the whole', (text) => {
    expect(unnamed(pieces(text))).toEqual(unnamed(whole(text)));
  });

  it.each([
    'data/iij/releases/2q02/narrative.en.md',
    'data/iij/releases/2q02/narrative.ja.md',
    'data/aoba/releases/2026h1/narrative.ja.md',
  ])('reads %s like the whole', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const read = unnamed(pieces(text));
    expect(read).toEqual(unnamed(whole(text)));
    expect(read.length).toBeGreaterThan(10);
  });

  it.each([
    '{{#if a}}b{{/if}}',
    '{{> part}}',
    '{{!-- a comment --}}',
    '{{! "a comment}}',
    '{{{raw "x"}}}',
    '{{rate}}}',
    '{{{{raw}}}} {{{{/raw}}}}',
    '{{&raw "x"}}',
    '{{~rate}} a',
    'a {{rate ~}}',
    'a \\{{rate}}',
    '{{else}}',
    '{{^}}',
    '{{rate',
    '{{rate "x}}',
    '{{[a b]}}',
    '{{@index}}',
    '{{rate}} \0 {{rate}}',
    'a\r{{rate}}',
    `{{a ${'('.repeat(30)}b${')'.repeat(30)}}}`,
  ])('leaves %j to the library', (text) => {
    expect(parseExpressions(text, parseExpression)).toBeUndefined();
  });

  it('gives an expression that stands twice two places', () => {
    const [first, , second] = pieces('{{rate}}\n{{rate}}');
    expect([first.loc.start, second.loc.start]).toEqual([
      { line: 1, column: 0 },
      { line: 2, column: 0 },
    ]);
  });
});
