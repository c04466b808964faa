// Entries that depend on the form of a release: what is kept, what goes with it, and what is wrong with a condition.
import { describe, expect, it } from 'vitest';
import { openYaml } from '../../src/load/open-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import { forgetful } from '../../src/model/memory.ts';
import type { Circumstances } from '../../src/validate/circumstances.ts';
import { resolveConditions } from '../../src/validate/conditions.ts';

const about: Circumstances = {
  form: { standard: 'j-gaap', consolidated: 'yes', term: 'half', halfYear: 'interim', printedScale: 'million' },
  revenue: 'net-sales',
  flags: new Map([['review', 'yes']]),
  roles: new Set(['current', 'year-before']),
  concepts: new Set(['profit.operating']),
};

function resolve(text: string) {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const source = { file: 'statements/some.yaml', text, lineStarts: lineStartsOf(text) };
  const file = openYaml(source, report, forgetful);
  if (!file) throw new Error(findings.map(({ message }) => message).join());
  const { file: left, flags } = resolveConditions(file, about, report, forgetful);
  const places = findings.map(({ code, at, message }) => `${code} ${at?.line}:${at?.column} ${message}`);
  return { value: left && JSON.parse(JSON.stringify(left.value)), locate: left?.locate, flags, places };
}

describe('a condition', () => {
  it.each([
    ['standard: j-gaap', true],
    ['standard: [ifrs, j-gaap]', true],
    ['standard: ifrs', false],
    ['term: half', true],
    ['term: interim', true],
    ['term: second-quarter', false],
    ['term: [q1, q3]', false],
    ['consolidated: yes', true],
    ['consolidated: no', false],
    ['printed-scale: million', true],
    ['revenue: [net-sales, revenue]', true],
    ['role: year-before', true],
    ['role: next-half', false],
    ['concept: profit.operating', true],
    ['concept: profit.ordinary', false],
    ['flags: {review: yes}', true],
    ['flags: {review: no}', false],
    ['flags: {meeting: no}', true],
    ['flags: {meeting: yes}', false],
    ['standard: j-gaap, term: q1', false],
    ['standard: j-gaap, term: half', true],
  ])('%s', (condition, holds) => {
    const { value, places } = resolve(`rows:\n  - {when: {${condition}}, id: a}\n  - {id: b}\n`);
    expect(value.rows).toEqual(holds ? [{ id: 'a' }, { id: 'b' }] : [{ id: 'b' }]);
    expect(places).toEqual([]);
  });

  it('on a whole file leaves it out', () => {
    expect(resolve('when: {term: year}\nid: a\n').value).toBeUndefined();
    expect(resolve('when: {term: half}\nid: a\n').value).toEqual({ id: 'a' });
  });

  it('keeps the first of several, a mapping, a list or words', () => {
    const text = [
      'unit:',
      '  one-of:',
      '    - {when: {term: year}, ja: 年}',
      '    - {when: {term: half}, ja: 半期}',
      '    - {ja: 四半期}',
      'captions: [{one-of: [{when: {consolidated: no}, is: 個別}, {is: 連結}]}]',
      'none: {one-of: [{when: {term: q1}, is: none}]}',
    ].join('\n');
    expect(resolve(text).value).toEqual({ unit: { ja: '半期' }, captions: ['連結'] });
  });

  it('keeps rows whose concept the issuer has', () => {
    const text =
      'rows:\n  - {optional: yes, concept: profit.operating}\n  - {optional: yes, concept: profit.ordinary}\n  - {optional: no, concept: sales.total}\n';
    expect(resolve(text).value.rows).toEqual([{ concept: 'profit.operating' }, { concept: 'sales.total' }]);
  });

  it('takes heads and blanks of columns away with them, also of one among several', () => {
    const text = [
      'columns:',
      '  - {id: sales}',
      '  - one-of: [{when: {term: year}, id: roe}, {when: {standard: ifrs}, id: roe}]',
      'heads:',
      '  ja: [{head: 売上高, over: [{head: 円, column: sales}]}, {head: 利益率, over: [{head: ％, column: roe}]}]',
      'rows: [{blank: [sales, roe]}]',
    ].join('\n');
    expect(resolve(text).value).toEqual({
      columns: [{ id: 'sales' }],
      heads: { ja: [{ head: '売上高', over: [{ head: '円', column: 'sales' }] }] },
      rows: [{ blank: ['sales'] }],
    });
  });

  it('tells which flags were asked for', () => {
    expect(resolve('rows: [{when: {flags: {review: yes, meeting: no}}}]').flags).toEqual(['review', 'meeting']);
  });

  it('leaves what is kept at the place where it was typed', () => {
    const { locate } = resolve(
      'rows:\n  - {when: {term: q1}, id: a}\n  - {id: b}\nunit:\n  one-of: [{when: {term: q1}, is: c}, {is: d}]\n',
    );
    expect(locate?.(['rows', 0, 'id'])).toMatchObject({ line: 3, column: 10 });
    expect(locate?.(['unit'])).toMatchObject({ line: 5, column: 44 });
  });

  it.each([
    ['rows: [{when: {standart: ifrs}}]', 'validate/unknown-key 1:16 nothing depends on standart'],
    ['rows: [{when: {standard: ias}}]', 'validate/wrong-type 1:26 a condition asks for "ias", not for one of j-gaap, ifrs, us-gaap, jmis'],
    [
      'rows: [{when: {term: {a: b}}}]',
      'validate/wrong-type 1:22 a condition asks for what is no text, not for one of q1, half, q3, year, interim, second-quarter',
    ],
    ['rows: [{when: year}]', 'validate/wrong-type 1:15 when is not a mapping of conditions'],
    ['rows: [{when: {flags: review}}]', 'validate/wrong-type 1:23 flags is not a mapping of flags to yes or no'],
    ['rows: [{when: {flags: {review: maybe}}}]', 'validate/wrong-type 1:32 a condition asks for "maybe", not for one of yes, no'],
    ['rows: [{one-of: a}]', 'validate/wrong-type 1:17 one-of is not a list of entries'],
    ['rows: [{one-of: [], id: a}]', 'validate/unknown-key 1:21 one-of stands for a whole entry: id cannot stand beside it'],
    ['rows: [{optional: yes, id: a}]', 'validate/unknown-key 1:9 optional is for an entry with a concept'],
    ['rows: [{optional: true, concept: a}]', 'validate/wrong-type 1:19 optional is neither, not yes or no'],
  ])('%s is told where it stands', (text, place) => {
    expect(resolve(text).places).toEqual([place]);
  });
});
