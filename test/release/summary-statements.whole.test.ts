// The statements of a summary that come with the layout: by standard, term and consolidation, in both languages, without a label typed.
import { describe, expect, it } from 'vitest';
import { printedTable, summaryOf } from '../support/summary-project.ts';

const ids = (tables: ReadonlyMap<string, unknown>) => [...tables.keys()];
const always = ['results', 'per-share', 'position', 'dividends', 'forecast', 'shares'];

describe('a summary', () => {
  it.each([
    [
      'of a year under Japanese GAAP',
      [],
      'year',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する当期純利益',
      'Net sales | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    ],
    [
      'of nine months',
      [],
      'q3',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する四半期純利益',
      'Net sales | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    ],
    [
      'of an interim period',
      [],
      'half',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する中間純利益',
      'Net sales | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    ],
    [
      'of a second quarter',
      ['half-year: second-quarter'],
      'half',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する四半期純利益',
      'Net sales | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    ],
    [
      'of an issuer by itself',
      ['consolidated: no'],
      'q1',
      '売上高 | 営業利益 | 経常利益 | 四半期純利益',
      'Net sales | Operating profit | Ordinary profit | Profit',
    ],
    [
      'under IFRS',
      ['standard: ifrs'],
      'q1',
      '売上収益 | 営業利益 | 税引前利益 | 四半期利益 | 親会社の所有者に帰属する四半期利益 | 四半期包括利益合計額',
      'Revenue | Operating profit | Profit before tax | Profit | Profit attributable to owners of parent | Total comprehensive income',
    ],
    [
      'under US GAAP',
      ['standard: us-gaap'],
      'q3',
      '売上高 | 営業利益 | 税引前四半期純利益 | 当社株主に帰属する四半期純利益',
      'Net sales | Operating income | Income before income taxes | Net income attributable to owners of parent',
    ],
    [
      'with operating revenue',
      ['revenue: operating-revenue'],
      'year',
      '営業収益 | 営業利益 | 経常利益 | 親会社株主に帰属する当期純利益',
      'Operating revenue | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    ],
  ] as const)('%s', (_, issuer, term, ja, en) => {
    const { found, tablesIn } = summaryOf({
      issuer,
      term,
      without: issuer.some((line) => line.includes('us-gaap')) ? ['ratio.return-on-equity', 'ratio.return-on-assets'] : [],
    });
    expect(found).toEqual([]);
    expect(ids(tablesIn('ja')).sort()).toEqual([...always, ...(term === 'year' ? ['cash-flows-summary'] : [])].sort());
    const heads = (lang: string) => printedTable(tablesIn(lang).get('results'))[2];
    expect([heads('ja'), heads('en')]).toEqual([ja, en]);
  });

  it('heads the forecast of a quarter in the words of a year', () => {
    const { tablesIn } = summaryOf({ term: 'q1' });
    expect(printedTable(tablesIn('ja').get('forecast')).slice(0, 2)).toEqual([
      '（％表示は、対前期増減率）',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する当期純利益 | 1株当たり当期純利益',
    ]);
  });

  it('prints captions, units, rows and figures of its term', () => {
    const { tablesIn } = summaryOf({ term: 'half', roles: { 'half-forecast': '2026part', 'prior-half': '2025part' } });
    expect(printedTable(tablesIn('ja').get('results'))).toEqual([
      '（1）連結経営成績（累計）',
      '（％表示は、対前年中間期増減率）',
      '売上高 | 営業利益 | 経常利益 | 親会社株主に帰属する中間純利益',
      '百万円 | ％ | 百万円 | ％ | 百万円 | ％ | 百万円 | ％',
      '2026年3月期中間期 | 1,002 | 0.1 | 102 | 1.0 | 97 | 1.0 | 62 | 1.6',
      '2025年3月期中間期 | 1,001 | 0.1 | 101 | 1.0 | 96 | 1.1 | 61 | 1.7',
    ]);
    expect(printedTable(tablesIn('en').get('dividends')).slice(-3)).toEqual([
      'Fiscal year ended March 31, 2025 | － | 0.00 | － | 11.00 | 11.00',
      'Fiscal year ending March 31, 2026 | － | 0.00 |  |  | ',
      'Fiscal year ending March 31, 2026 (forecast) |  |  | － | 12.00 | 12.00',
    ]);
    expect(printedTable(tablesIn('ja').get('forecast')).map((line) => line.split(' | ')[0])).toEqual([
      '（％表示は、通期は対前期、四半期は対前年同四半期増減率）',
      '売上高',
      '百万円',
      '第2四半期（累計）',
      '通期',
    ]);
  });

  it('prints money in thousands where the issuer does', () => {
    const { found, tablesIn } = summaryOf({ issuer: ['printed-scale: thousand'], term: 'year' });
    expect(found).toEqual([]);
    expect(printedTable(tablesIn('en').get('position'))[2]).toBe('Thousands of yen | Thousands of yen | % | Yen');
    expect(printedTable(tablesIn('ja').get('position'))[3]).toBe('2026年3月期 | 2,002,000 | 802,000 | 39.1 | 82.50');
  });

  it('leaves out what the form may leave out, and asks for the rest by name', () => {
    const bank = summaryOf({ issuer: ['revenue: ordinary-revenue'], term: 'q1', without: ['profit.operating'] });
    expect(bank.found).toEqual([]);
    expect(printedTable(bank.tablesIn('ja').get('results'))[2]).toBe('経常収益 | 経常利益 | 親会社株主に帰属する四半期純利益');
    const { found } = summaryOf({ term: 'q1', without: ['profit.ordinary'] });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((line) => line.includes('profit.ordinary'))).toBe(true);
  });

  it('prints net assets per share of a quarter, and no forecast, where flags say so', () => {
    const { found, tablesIn } = summaryOf({ term: 'q3', release: ['flags: {net-assets-per-share: yes, no-forecast: yes}'] });
    expect(found).toEqual([]);
    expect(printedTable(tablesIn('en').get('position'))[1]).toBe(
      'Total assets | Net assets | Equity-to-asset ratio | Net assets per share',
    );
    expect(tablesIn('en').has('forecast')).toBe(false);
  });

  it('takes a statement of the issuer instead of that of the layout', () => {
    const own =
      'kind: statistics\norientation: periods-as-rows\ncaptions: {ja: [], en: []}\nsummary: {ja: 表, en: Table}\nstub: {ja: "", en: ""}\nscale: million\ncolumns: [{id: assets, concept: assets.total}]\nrows: [{period: current}]\n';
    const { found, tablesIn } = summaryOf({ term: 'q3', files: { 'statements/position.yaml': own } });
    expect(found).toEqual([]);
    expect(printedTable(tablesIn('ja').get('position'))).toEqual(['総資産', '2026年3月期第3四半期 | 2,002']);
  });

  it('asks conditions in layouts', () => {
    const asked = (draft: { issuer: string[]; term: 'q1' | 'half' | 'year' }) => {
      const layout =
        '<p>{{#if (standard "ifrs" "us-gaap")}}A{{else}}B{{/if}}{{#if (term "q1" "q3")}}C{{/if}}{{#if (term "interim")}}D{{/if}}{{#if consolidated}}E{{/if}}{{#unless (printed-scale "thousand")}}F{{/unless}}</p>{{table "results"}}';
      const { found, session } = summaryOf({ ...draft, layout });
      expect(found).toEqual([]);
      const [part] = session.merge().value?.parts ?? [];
      return JSON.stringify(part?.sections).match(/"text":"([A-F]+)"/)?.[1];
    };
    expect(asked({ issuer: [], term: 'q1' })).toBe('BCEF');
    expect(asked({ issuer: ['standard: ifrs', 'consolidated: no', 'printed-scale: thousand'], term: 'year' })).toBe('A');
    expect(asked({ issuer: [], term: 'half' })).toBe('BDEF');
  });

  it('tells a condition of a layout that nobody knows', () => {
    const { found } = summaryOf({
      term: 'q1',
      layout: '<p>{{#if (term "q2")}}A{{/if}}{{#if (standard "gaap")}}B{{/if}}</p>{{table "results"}}',
    });
    expect(found.filter((line) => line.startsWith('merge/helper-argument')).map((line) => line.split(' ').slice(2).join(' '))).toEqual([
      'unknown term q2',
      'unknown standard gaap',
    ]);
  });
});

describe('a row of the dictionary', () => {
  const table = (...values: readonly string[]) => {
    const columns = values.map((_, index) => `{id: c${index}, period: p${index}, measure: amount}`).join(', ');
    const own = `kind: statement\ncaptions: {ja: [], en: []}\nsummary: {ja: 表, en: Table}\nstub: {ja: "", en: ""}\nscale: million\ncolumns: [${columns}]\nrows:\n  - concept: profit.operating\n  - concept: profit.net\n`;
    const periods = values.map((value, index) => [
      `periods/p${index}.yaml`,
      `start: 202${index}-04-01\nend: 202${index}-06-30\nfiscal: {year: 202${index + 1}, quarter: 1}\nfacts: {profit.operating: "${value}", profit.net: "${value}"}\n`,
    ]);
    const { found, tablesIn } = summaryOf({
      term: 'q1',
      files: { 'statements/own.yaml': own, ...Object.fromEntries(periods) },
      layout: '{{table "own"}}',
    });
    expect(found).toEqual([]);
    return ['ja', 'en'].map((lang) =>
      tablesIn(lang)
        .get('own')
        ?.rows.map(({ label }) => label.map(({ text }) => text).join('')),
    );
  };

  it.each([
    [
      ['5', '6'],
      ['営業利益', '四半期純利益'],
      ['Operating profit', 'Profit'],
    ],
    [
      ['(5)', '(6)'],
      ['営業損失（△）', '四半期純損失（△）'],
      ['Operating loss', 'Loss'],
    ],
    [
      ['(5)', '6'],
      ['営業利益又は営業損失（△）', '四半期純利益又は四半期純損失（△）'],
      ['Operating profit (loss)', 'Profit (loss)'],
    ],
  ])('is named by the signs of %j', (values, ja, en) => {
    expect(table(...values)).toEqual([ja, en]);
  });
});

describe('an issuer’s concepts', () => {
  it('take from the dictionary what they do not say, one language by itself', () => {
    const concepts =
      'profit.ordinary: {labels: {ja: 経常的利益}}\nassets.total:\nsales.total: {labels: {ja: 取扱高, en: Transaction value}}\n';
    const { found, tablesIn } = summaryOf({ term: 'year', concepts });
    expect(found).toEqual([]);
    expect(printedTable(tablesIn('ja').get('results'))[2]).toBe('取扱高 | 営業利益 | 経常的利益 | 親会社株主に帰属する当期純利益');
    expect(printedTable(tablesIn('en').get('results'))[2]).toBe(
      'Transaction value | Operating profit | Ordinary profit | Profit attributable to owners of parent',
    );
    expect(printedTable(tablesIn('ja').get('per-share'))[0]).toContain('取扱高営業利益率');
    expect(printedTable(tablesIn('en').get('per-share'))[0]).toContain('Operating profit to transaction value ratio');
  });

  it.each([
    ['revenue: turnover', '{}', 'validate/wrong-type data/umi/issuer.yaml:13 revenue is "turnover", which the dictionary does not name'],
    [
      'revenue: completed-construction',
      '{}',
      'validate/missing-label data/umi/issuer.yaml:13 the dictionary has no English for completed-construction',
    ],
    ['consolidated: maybe', '{}', 'validate/wrong-type data/umi/issuer.yaml:13 consolidated is "maybe", not one of yes, no'],
    ['half-year: middle', '{}', 'validate/wrong-type data/umi/issuer.yaml:13 half-year is "middle", not one of interim, second-quarter'],
    ['', 'other.thing: {}', 'validate/missing-label data/umi/concepts.yaml:1 other.thing has no labels'],
    ['', 'assets.total: {unit: yen}', 'validate/wrong-type data/umi/concepts.yaml:1 unit of assets.total is "yen"'],
  ])('%s %s', (line, concepts, told) => {
    const { found } = summaryOf({ issuer: line === '' ? [] : [line], concepts, term: 'q1' });
    expect(
      found.some((each) => each.startsWith(told)),
      found.join('\n'),
    ).toBe(true);
  });
});
