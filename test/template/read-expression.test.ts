// Turn expressions read by hand, and by the library's grammar, into the same statements.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { describe, expect, it } from 'vitest';
import { readExpression } from '../../src/template/read-expression.ts';
import { seeded } from '../support/seeded-random.ts';

const plainly = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));
const byGrammar = (expression: string) => plainly(parse(expression).body[0]);

describe('an expression of words, texts and numbers', () => {
  it.each([
    '{{rate}}',
    '{{  rate  }}',
    '{{amount "revenue.total" in="billion" decimals=1}}',
    "{{date 'announced' style=short}}",
    '{{change "a"  from="prior-year" of=-3.50 }}',
    '{{share a b c_d="" e-f=g}}',
    '{{issuer "社名 | (x) = y"}}',
    '{{period 2002 third}}',
    '{{asset elsewhere thistle=trueish}}',
  ])('reads %s as the grammar does', (expression) => {
    expect(plainly(readExpression(expression))).toEqual(byGrammar(expression));
  });

  it.each([
    '{{else}}',
    '{{this}}',
    '{{true}}',
    '{{a null}}',
    '{{a b=undefined}}',
    '{{a.b}}',
    '{{a/b}}',
    '{{a b=c d}}',
    '{{a\n"b"}}',
    '{{a\t"b"}}',
    '{{a "b"c="d"}}',
    '{{a 3b}}',
    '{{a b =c}}',
    '{{a b= c}}',
    '{{a (b)}}',
    '{{a "\\""}}',
    '{{a.b c=1}}',
    '{{3}}',
    '{{"a"}}',
    '{{}}',
    '{{a}',
    '{{{a}}}',
    '{{&a}}',
    '{{a as |b|}}',
  ])('leaves %j to the grammar', (expression) => {
    expect(readExpression(expression)).toBeUndefined();
  });

  it('reads a thousand by chance as the grammar does', () => {
    const { below, pick } = seeded(12);
    const name = () => pick(['a', 'revenue', 'from', 'of-x', 'as', 'else', 'this', 'true', 'x_1', 'null']);
    const value = () => pick(['"a b"', "'c'", '""', '"円"', '12', '-0.5', '3.', 'true', 'word', 'a.b', '(b)', '"x']);
    const part = () => (below(2) === 0 ? value() : `${name()}=${value()}`);
    let read = 0;
    for (let i = 0; i < 1000; i++) {
      const parts = Array.from({ length: below(4) }, () => pick([' ', ' ', '  ', '', '\n']) + part());
      const expression = `{{${pick(['', ' '])}${name()}${parts.join('')}${pick(['', ' '])}}}`;
      const statement = readExpression(expression);
      if (!statement) continue;
      read++;
      expect(plainly(statement), expression).toEqual(byGrammar(expression));
    }
    expect(read).toBeGreaterThan(50);
  });
});
