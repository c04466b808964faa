// Files of values in either form, and what is said of those that are none.
import { describe, expect, it } from 'vitest';
import { valuesInFile } from '../../src/explain/values-in-file.ts';
import { UsageError } from '../../src/model/finding.ts';

const read = (name: string, text: string | Buffer) => valuesInFile(name, Buffer.isBuffer(text) ? text : Buffer.from(text));

function refused(name: string, text: string | Buffer): string {
  try {
    read(name, text);
  } catch (fault) {
    if (fault instanceof UsageError) return fault.message;
    throw fault;
  }
  return '';
}

describe('a file of values', () => {
  it.each([
    ['values.yaml', 'sales.total@current: 15,376,276\nequity.treasury@2026h1: (98,432)\n', 1, 22, 2, 25],
    ['values.yml', '2026h1:\n  sales.total: 15,376,276\n  equity.treasury: (98,432)\n', 2, 16, 3, 20],
  ])('%s gives figures with the place of each value', (name, text, line, column, other, second) => {
    const at = text.startsWith('2026h1') ? ['@2026h1', '@2026h1'] : ['@current', '@2026h1'];
    expect(read(name, text)).toEqual([
      { figure: `sales.total${at[0]}`, value: '15,376,276', place: `${name}:${line}:${column}` },
      { figure: `equity.treasury${at[1]}`, value: '(98,432)', place: `${name}:${other}:${second}` },
    ]);
  });

  it.each([
    [
      'concepts and periods apart, with heads and remarks',
      'Concept,Note,Period,Value\n# as agreed\nsales.total,"net, of tax",2026h1,"15,376,276"\n\n',
    ],
    ['heads in another order', 'value, fact \n"15,376,276",sales.total@2026h1\n'],
    ['no heads, two columns', 'sales.total@2026h1, "15,376,276"\n'],
    ['no heads, three columns', 'sales.total,2026h1,"15,376,276"'],
    ['line ends of another system, and a mark of byte order', '\ufeffsales.total,2026h1,"15,376,276"\r\n'],
  ])('of rows: %s', (_, text) => {
    expect(read('values.csv', text).map(({ figure, value }) => [figure, value])).toEqual([['sales.total@2026h1', '15,376,276']]);
  });

  it('keeps signs and nils as data files write them', () => {
    expect(read('values.csv', 'a@b,(1)\nc@d,-\ne@f,△5\ng@h,1.5%\n').map(({ value }) => value)).toEqual(['(1)', '-', '△5', '1.5%']);
  });

  it.each([
    [
      'v.csv',
      'sales.total@2026h1,15,376,276\n',
      /^v\.csv:1: 4 fields, and a concept, a period and a value are wanted; put .* quotation marks/,
    ],
    ['v.csv', 'concept,period,value\nsales.total,2026h1,15,376,276\n', /^v\.csv:2: 5 fields, and 3 heads are wanted/],
    ['v.csv', 'a@b,"15\n\nc@d,3\n', /^v\.csv:1: this quotation has no end/],
    ['v.csv', 'a@b,"15"x\n', /^v\.csv:1: more follows a closing quotation mark/],
    ['v.csv', 'a@b,\n', /^v\.csv:1: 2 fields/],
    ['v.csv', '\n# nothing\n', /^v\.csv holds no values/],
    ['v.yaml', '- a@b: 5\n', /^v\.yaml:1:1: figures and their values are wanted here/],
    ['v.yaml', 'a@b:\nc@d: [5]\n', /^v\.yaml:1:1: "a@b" has no value.*\nv\.yaml:2:\d+: figures and their values/],
    ['v.yaml', 'a@b: -\n', /^v\.yaml:1:6: a hyphen alone begins a list; write "-" in quotes for nil/],
    ['v.yaml', Buffer.from([0x61, 0x3a, 0x20, 0x93, 0xfa]), /is not UTF-8 text at line 1; save the file as UTF-8/],
  ])('%s is refused: %j', (name, text, message) => {
    expect(refused(name, text)).toMatch(message);
  });

  it('is read in time that grows as it does', () => {
    const seconds = (count: number) => {
      const started = performance.now();
      expect(refused('v.csv', `${'"",'.repeat(count)}\n${','.repeat(count)}\n${'"""'.repeat(count)}`)).not.toBe('');
      return performance.now() - started;
    };
    seconds(10_000);
    expect(seconds(400_000)).toBeLessThan(3_000);
  });
});
