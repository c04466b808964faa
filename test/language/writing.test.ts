import { describe, expect, it } from 'vitest';
import { language } from '../../src/language/languages.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Period } from '../../src/model/release.ts';
import type { Scale } from '../../src/model/unit.ts';

const writing = (code: string) => {
  const { figures, dates, changes } = language(code);
  return { ...figures, ...dates, ...changes };
};
const en = writing('en');
const ja = writing('ja');

const printed = (text: string, scale: Scale) => ({
  value: Exact.parse(text) ?? Exact.zero,
  decimals: text.split('.')[1]?.length ?? 0,
  scale,
});

const period = (start: string, end: string, fiscalYear: number, quarter: number): Period => ({
  id: 'p',
  start,
  end,
  fiscalYear,
  quarter,
  facts: new Map(),
  controls: [],
  at: { file: 'p.yaml', line: 1, column: 1, length: 1 },
});

describe('amounts', () => {
  it('take the currency in front in English, with the scale as a word', () => {
    expect(en.money(printed('10.6', 'billion'))).toBe('JPY10.6 billion');
    expect(en.money(printed('194', 'million'))).toBe('JPY194 million');
    expect(en.money(printed('-51.74', 'one'))).toBe('JPY(-)51.74');
    expect(en.money(printed('165445', 'thousand'), { bare: true })).toBe('165,445');
    expect(en.money(printed('5', 'billion'), { prefix: '¥' })).toBe('¥5 billion');
  });

  it('take the currency behind in Japanese, closed up', () => {
    expect(ja.money(printed('106', 'oku'))).toBe('106億円');
    expect(ja.money(printed('194', 'million'))).toBe('194百万円');
    expect(ja.money(printed('165445', 'thousand'))).toBe('165,445千円');
    expect(ja.money(printed('-51.74', 'one'))).toBe('(-)51.74円');
    expect(ja.money(printed('12', 'man'))).toBe('12万円');
  });

  it('of dollars and counts', () => {
    expect(en.dollars(printed('86.8', 'million'))).toBe('$86.8 million');
    expect(en.dollars(printed('1', 'one'), 'US$')).toBe('US$1');
    expect(ja.dollars(printed('86.8', 'million'))).toBe('86.8百万米ドル');
    expect(en.count(printed('114608', 'one'), 'count')).toBe('114,608');
    expect(en.count(printed('4.2', 'million'), 'count')).toBe('4.2 million');
    expect(ja.count(printed('420', 'man'), 'count')).toBe('420万');
    expect(en.count(printed('22.7', 'one'), 'Gbps')).toBe('22.7Gbps');
    expect(ja.count(printed('12.9', 'one'), 'Mbps')).toBe('12.9Mbps');
  });

  it('of ratios', () => {
    expect(en.percent(printed('-1.8', 'one').value, 1)).toBe('(-)1.8%');
    expect(ja.percent(printed('20', 'one').value, 0)).toBe('20%');
    expect(en.times(printed('3.4', 'one').value, 1)).toBe('3.4 times');
    expect(ja.times(printed('2', 'one').value, 0)).toBe('2倍');
  });
});

describe('dates', () => {
  it('are written in each style', () => {
    expect(en.date('2002-11-12', 'long')).toBe('November 12, 2002');
    expect(en.date('2002-11-12', 'short')).toBe('November 12');
    expect(en.date('2002-09-30', 'month')).toBe('September 2002');
    expect(en.date('2002-09-30', 'slash')).toBe('2002/9/30');
    expect(ja.date('2002-11-13', 'long')).toBe('2002年11月13日');
    expect(ja.date('2002-11-13', 'short')).toBe('11月13日');
    expect(ja.date('2002-09-30', 'month')).toBe('2002年9月');
    expect(ja.date('2002-09-30', 'slash')).toBe('2002/9/30');
  });

  it('name every month as the tables do', () => {
    const ends = Array.from({ length: 12 }, (_, i) => period('2002-01-01', `2002-${String(i + 1).padStart(2, '0')}-28`, 2002, 1));
    expect(ends.map((end) => en.period(end, 'end').split(' ')[0]).join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec');
  });
});

describe('periods', () => {
  const second = period('2002-07-01', '2002-09-30', 2002, 2);
  const fourth = period('2010-01-01', '2010-03-31', 2009, 4);

  it('have a name for every place', () => {
    expect(en.period(second, 'end')).toBe('Sept 30, 2002');
    expect(en.period(second, 'label')).toBe('2Q02');
    expect(en.period(second, 'quarter')).toBe('the 2nd quarter of fiscal 2002');
    expect(en.period(second, 'fiscal-year')).toBe('fiscal 2002');
    expect(en.period(second, 'months')).toBe('July-September');
    expect(en.period(second, 'ordinal-word')).toBe('second');
    expect(ja.period(second, 'end')).toBe('2002年9月期');
    expect(ja.period(second, 'quarter')).toBe('2002年度第2四半期');
    expect(ja.period(second, 'fiscal-year')).toBe('2002年度');
    expect(ja.period(second, 'months')).toBe('7-9月');
  });

  it('name the fiscal year, not that of the closing date', () => {
    expect(en.period(fourth, 'label')).toBe('4Q09');
    expect(ja.period(fourth, 'label')).toBe('4Q09');
    expect(en.period(fourth, 'quarter')).toBe('the 4th quarter of fiscal 2009');
    expect(ja.period(fourth, 'end')).toBe('2010年3月期');
  });
});

describe('words of a change', () => {
  it('follow its direction', () => {
    expect(en.changeNoun('up', '10.9%')).toBe('an increase of 10.9%');
    expect(en.changeNoun('down', '1.4%')).toBe('a decrease of 1.4%');
    expect(en.changeNoun('level', '0.0%')).toBe('no change');
    expect(en.changeVerb('up', '48%')).toBe('increased by 48%');
    expect(en.direction('down', 'noun')).toBe('a decrease');
    expect(en.direction('down', 'word')).toBe('decrease');
    expect(en.direction('up', 'verb')).toBe('increased');
    expect(ja.changeNoun('up', '10.9%')).toBe('10.9%増');
    expect(ja.changeNoun('down', '1.4%')).toBe('1.4%減');
    expect(ja.changeVerb('down', '48%')).toBe('48%減少');
    expect(ja.direction('up', 'noun')).toBe('増加');
  });

  it('say whether it was good news', () => {
    expect(en.improvement('better', '58.3%')).toBe('improved by 58.3%');
    expect(en.improvement('worse', '58.3%')).toBe('worsened by 58.3%');
    expect(ja.improvement('better', '58.3%')).toBe('58.3%の改善');
    expect(ja.improvement('worse', '58.3%')).toBe('58.3%の悪化');
    expect(en.conjunction(true)).toBe('and');
    expect(en.conjunction(false)).toBe('but');
    expect(ja.conjunction(false)).toBe('一方');
  });
});
