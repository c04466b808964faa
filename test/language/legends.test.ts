// What each language reads in headings, captions, unit lines and legends.
import { describe, expect, it } from 'vitest';
import { folded } from '../../src/check/typed-text.ts';
import { language } from '../../src/language/languages.ts';

/** What is said, without places. */
const said = (values: readonly object[]): readonly string[] =>
  values.map((value) =>
    Object.entries(value)
      .filter(([key]) => key !== 'start' && key !== 'end')
      .map(([, each]) => (typeof each === 'object' ? Object.values(each).join('/') : String(each)))
      .join(' '),
  );

describe('periods', () => {
  it.each<readonly [lang: string, text: string, ...expected: string[]]>([
    ['ja', '2026年３月期　第２四半期決算短信', 'term 2026 3', 'quarter 2'],
    ['ja', '2026年3月期 決算短信', 'term 2026 3', 'length 12'],
    ['ja', '令和七年九月三十日', 'day 2025 9 30'],
    ['ja', '平成十四年度第三四半期', 'quarter 3', 'fiscal-year 2002'],
    ['ja', '２００２年度第２四半期（７～９月）', 'months 7 9', 'quarter 2', 'fiscal-year 2002'],
    ['ja', '当第２四半期連結累計期間', 'cumulative 2'],
    ['ja', '（自　2025年４月１日　至　2025年９月30日）', 'span 2025/4/1 2025/9/30'],
    ['ja', '2025年4月1日～9月30日', 'span 2025/4/1 9/30'],
    ['ja', '中間連結損益計算書', 'half 1'],
    ['ja', '下半期の見通し', 'half 2'],
    ['ja', '６か月間', 'length 6'],
    ['ja', '十二ヶ月', 'length 12'],
    ['ja', '２Q02決算', 'quarter 2', 'fiscal-year 2'],
    ['ja', '１年以内に返済予定。３ヶ月以内に支払う'],
    ['ja', '四半期連結財務諸表'],
    ['en', 'Six Months Ended September 30, 2025', 'day 2025 9 30', 'length 6'],
    ['en', 'the Nine-Month Period to 31 December 2025', 'day 2025 12 31', 'length 9'],
    ['en', '2nd Quarter 2002', 'quarter 2', 'year-of-quarter 2002'],
    ['en', 'Second Quarter of the Fiscal Year Ending March 31, 2003', 'fiscal-year-end 2003 3', 'quarter 2'],
    ['en', 'Fiscal Year Ended March 31, 2026', 'fiscal-year-end 2026 3', 'length 12', 'day 2026 3 31'],
    ['en', 'April 1 to September 30, 2025', 'span 4/1 2025/9/30'],
    ['en', 'Consolidated statements of income for the year in millions of yen', 'length 12'],
    ['en', 'For the Three and Six Months Ended', 'length 3', 'length 6'],
    ['en', 'three- and six-month periods', 'length 3', 'length 6'],
    ['ja', '連結損益計算書（通期）', 'length 12'],
    ['en', 'a dividend for the year; results for the year before'],
    ['en', 'July–September 2002', 'months 7 9', 'year 2002'],
    ['en', '2Q02, Q3 FY2025 and 1H25', 'quarter 2', 'fiscal-year 2', 'quarter 3', 'half 1', 'fiscal-year 25', 'fiscal-year 2025'],
    ['en', '26 weeks ended', 'length 6'],
    ['en', 'Interim Financial Statements', 'half 1'],
    ['en', 'Ended Setpember 30, 2002', 'no-month'],
    ['en', 'First quarter-end; over the next three months; it may 20 times'],
  ])('%s: %s', (lang, text, ...expected) => {
    const found = said(language(lang).legends.periods(folded(text)));
    expect(found.filter((each) => !(each.startsWith('year ') && !expected.includes(each))).sort()).toEqual([...expected].sort());
  });

  it('of sentences are lengths of statements alone', () => {
    const { ja, en } = { ja: language('ja').legends, en: language('en').legends };
    expect(said(en.lengths('with respect to the three months ended June 30 and over six months'))).toEqual(['length 3']);
    expect(said(ja.lengths('3ヶ月累計期間と6か月間の工期'))).toEqual(['length 3']);
  });
});

describe('standards', () => {
  it.each<readonly [lang: string, text: string, ...expected: string[]]>([
    ['ja', '決算短信〔日本基準〕（連結）', 'j-gaap own'],
    ['ja', '決算短信［ＩＦＲＳ］（連結）', 'ifrs own'],
    ['ja', '損益計算書（米国会計基準未監査）', 'us-gaap own'],
    ['ja', '連結財務諸表は修正国際基準に準拠して作成しております。', 'jmis own'],
    ['ja', '米国において一般に公正妥当と認められる会計原則に基づいて作成しています', 'us-gaap own'],
    ['ja', '国際財務報告基準（IFRS）の適用を検討', 'ifrs other', 'ifrs other'],
    ['ja', 'IFRS第16号「リース」', 'ifrs other'],
    ['ja', '個別財務諸表は日本基準に準拠して作成しております', 'j-gaap other'],
    ['ja', '日本基準との差異', 'j-gaap other'],
    ['en', 'Consolidated Financial Results [Japanese GAAP]', 'j-gaap own'],
    ['en', 'Consolidated Financial Results (Based on IFRS)', 'ifrs own'],
    ['en', 'prepared in conformity with accounting principles generally accepted in the United States of America', 'us-gaap own'],
    ['en', 'presented under International Financial Reporting Standards', 'ifrs own'],
    ['en', 'The Group plans to adopt IFRS.', 'ifrs other'],
    ['en', 'Non-consolidated statements are prepared in accordance with Japanese GAAP', 'j-gaap other'],
    ['en', 'EBITDA is not a measure under U.S. GAAP', 'us-gaap other'],
    ['en', 'non-GAAP measures'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(said(language(lang).legends.standards(folded(text)))).toEqual(expected);
  });

  it.each(['ja', 'en'])('%s are read as they are written', (lang) => {
    const { standardNames, standards } = language(lang).legends;
    for (const [standard, { short, full }] of Object.entries(standardNames)) {
      expect(standards(folded(`〔${short}〕`)).map((named) => named.standard)).toEqual([standard]);
      expect(standards(folded(full)).map((named) => named.standard)).toEqual([standard]);
    }
  });
});

describe('units', () => {
  it.each<readonly [lang: string, text: string, ...expected: string[]]>([
    ['ja', '（単位：百万円）', 'own million'],
    ['ja', 'JPY/千円単位、USD/千米ドル単位', 'own', 'own thousand', 'translated', 'translated thousand'],
    ['ja', '（十億円）', 'own billion'],
    ['ja', '円　銭', 'own one'],
    ['ja', '百万円未満切捨て、売上高106億円、三百万円、円安'],
    ['en', '(Millions of yen)', 'own million'],
    [
      'en',
      '(Expressed in Thousands of Japanese Yen (JPY) and U.S. Dollars (USD) Except for Per Share)',
      'own thousand',
      'translated thousand',
    ],
    ['en', 'in thousands of yen and of U.S. dollars', 'own thousand', 'translated thousand'],
    ['en', '(JPY in millions)', 'own million'],
    ['en', 'JPY million', 'own million'],
    ['en', '(¥ billions)', 'own billion'],
    ['en', '(Hundreds of millions of yen)', 'own oku'],
    ['en', '(In thousands)', 'any thousand'],
    ['en', '(Yen)', 'own'],
    ['en', 'JPY10.6 billion, the nearest million yen, thousands of subscribers'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect([...said(language(lang).legends.units(folded(text)))].sort()).toEqual([...expected].sort());
  });
});

describe('rounding rules', () => {
  it.each<readonly [lang: string, text: string, ...expected: string[]]>([
    ['ja', '（百万円未満切捨て）', 'cut-off money million'],
    ['ja', '金額は千円未満を四捨五入、比率は小数点第２位を切り捨て', 'half-up money thousand', 'cut-off ratio'],
    ['ja', '表示単位未満は切り捨てています', 'cut-off figures'],
    ['ja', '1株当たり金額は銭未満を四捨五入', 'half-up per-share'],
    ['ja', '千米ドル未満切上げ', 'up translated thousand'],
    ['ja', '四捨五入しておりません。不採算事業を切り捨て、足切りと値上げ'],
    ['en', 'Amounts are rounded down to the nearest million yen', 'cut-off money million'],
    ['en', 'Figures are rounded to the nearest thousand', 'half-up money thousand'],
    ['en', 'fractions of less than one million yen are discarded', 'cut-off money million'],
    ['en', 'Percentages are rounded half up; amounts are truncated', 'half-up ratio', 'cut-off money'],
    ['en', 'Dollars are rounded up', 'up translated'],
    ['en', 'Amounts in millions of yen are rounded', 'half-up money million'],
    ['en', 'Amounts are not rounded off. Details were omitted. Totals may not add up due to rounding'],
  ])('%s: %s', (lang, text, ...expected) => {
    expect(said(language(lang).legends.roundings(folded(text)))).toEqual(expected);
  });
});

describe('a text made to take long', () => {
  const pieces = [
    '△は',
    '前',
    'same period of ',
    '2026年',
    '1月',
    '第',
    '四半期',
    '円',
    '基準',
    '切り捨て',
    'IFRS ',
    'thousands of ',
    'yen, ',
    'September 3',
    'rounded ',
    '3 months ',
    '(',
    '　',
  ];
  it.each(['ja', 'en'])('%s is read in the time of its length', (lang) => {
    const { standardNames: _names, withinName: _within, resultsAfter: _after, ...readings } = language(lang).legends;
    for (const piece of [...pieces, pieces.join('')]) {
      const text = folded(piece.repeat(Math.ceil(200_000 / piece.length)));
      const start = process.hrtime.bigint();
      for (const read of Object.values(readings)) read(text);
      expect(Number(process.hrtime.bigint() - start) / 1e9, piece).toBeLessThan(8);
    }
  });
});
