// Turn forecasts and dividends that are no single number, and cells that hold more than one, into what readers of a whole release get of them.
import { describe, expect, it } from 'vitest';
import type { Block, Document, Table } from '../../src/model/document.ts';
import { withInner } from '../../src/model/document-texts.ts';
import type { Lang, PerLang } from '../../src/model/language.ts';
import { readBack } from '../../src/verify/read-back.ts';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { buildSample, composeSample, pdfOf } from '../support/sample.ts';

const data = 'data/aoba';
const year = `${data}/periods/2026fy.yaml`;
const words = (lang: Lang) => `${data}/releases/2026h1/narrative.${lang}.md`;

/** The section of the notes under the dividends, which the form has only where a release lists it. */
const dividendNotes = (text: PerLang<string>): readonly Edit[] => [
  { file: `${data}/releases/2026h1/release.yaml`, from: 'parts: [attachment,', to: 'parts: [dividend-notes, attachment,' },
  ...(['ja', 'en'] as const).map((lang): Edit => {
    const section = lang === 'ja' ? '## 業績予想の適切な利用 {#cautions}' : '## Cautions {#cautions}';
    return { file: words(lang), from: section, to: `## Dividends {#dividend-notes}\n\n<p class="remark">${text[lang]}</p>\n\n${section}` };
  }),
];

const placeOf = (edits: readonly Edit[]) => ({ ...editedSample(edits), issuer: 'aoba', release: '2026h1' });
const composed = (edits: readonly Edit[]) => composeSample(placeOf(edits));
const codes = (edits: readonly Edit[]) => composed(edits).findings.map(({ code }) => code);

const dividend = (now: string, total?: string): readonly Edit[] => [
  { file: year, from: 'dividend.year-end: 20.00', to: `dividend.year-end: ${now}` },
  { file: year, from: '  dividend.total: 38.00', to: total === undefined ? '' : `  dividend.total: ${total}` },
];

const forecast = (sales: string, change: string): readonly Edit[] => [
  { file: year, from: 'sales.total: 32,500,000', to: `sales.total: ${sales}` },
  {
    file: `${data}/releases/2026h1/release.yaml`,
    from: 'measure: change, from: year-end, value: 6.8',
    to: `measure: change, from: year-end, value: ${change}`,
  },
];

const tablesOf = (document: Document | undefined, lang: Lang): readonly Table[] =>
  (document?.parts ?? [])
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap((block: Block) => withInner(block))))
    .filter((block) => block.kind === 'table');

/** The last row of a table, its cells with their marks. */
const lastRow = (document: Document | undefined, statement: string, lang: Lang): readonly string[] =>
  tablesOf(document, lang)
    .find((table) => table.statement === statement)
    ?.rows.at(-1)
    ?.cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix + (cell.mark ?? []).map(({ text }) => text).join('') : '')) ?? [];

const inProse = (document: Document | undefined, fact: string, lang: Lang): readonly string[] =>
  (document?.figures ?? [])
    .filter((each) => each.fact === fact && each.lang === lang && each.place.kind === 'prose')
    .map(({ text }) => text);

describe('a dividend that is undecided', () => {
  const made = composed(dividend('undecided', 'undecided'));

  it('makes its total undecided, in tables and in sentences of both languages', () => {
    expect(made.findings).toEqual([]);
    expect(lastRow(made.document, 'dividends', 'ja')).toEqual(['', '', '―', '未定', '未定']);
    expect(lastRow(made.document, 'dividends', 'en')).toEqual(['', '', '―', 'undecided', 'undecided']);
    for (const fact of ['dividend.year-end@2026fy', 'dividend.total@2026fy']) {
      expect(inProse(made.document, fact, 'ja')).toEqual(['未定']);
      expect(inProse(made.document, fact, 'en')).toEqual(['undecided']);
    }
  });

  it.each([
    ['a number', '38.00'],
    ['a range', '38.00..40.00'],
  ])('is held to be undecided by a control: not %s', (_, control) => {
    expect(codes(dividend('undecided', control))).toEqual(['check/control']);
  });

  it('that is a range makes its total one, in tables and in sentences of both languages', () => {
    const ranged = composed(dividend('20.00..22.00', '38.00..40.00'));
    expect(ranged.findings).toEqual([]);
    expect(lastRow(ranged.document, 'dividends', 'ja').slice(3)).toEqual(['20.00～22.00', '38.00～40.00']);
    expect(lastRow(ranged.document, 'dividends', 'en').slice(3)).toEqual(['20.00 to 22.00', '38.00 to 40.00']);
    expect(inProse(ranged.document, 'dividend.total@2026fy', 'ja')).toEqual(['38.00～40.00円']);
    expect(inProse(ranged.document, 'dividend.total@2026fy', 'en')).toEqual(['JPY38.00 to 40.00']);
  });

  it('that is decided is not controlled as undecided', () => {
    expect(codes(dividend('20.00', 'undecided'))).toEqual(['check/control']);
  });

  const planned = {
    ja: '期末の配当金は１株当たり{{amount "dividend.year-end" period="full-year" decimals=2}}',
    en: 'is planned, which makes',
  };
  it.each([
    [
      'ja',
      {
        from: planned.ja,
        to: `期末の配当金は前期の{{amount "dividend.year-end" period="year-end" decimals=2}}から増加し１株当たり{{amount "dividend.year-end" period="full-year" decimals=2}}`,
      },
    ],
    [
      'en',
      { from: planned.en, to: 'is planned, an increase from {{amount "dividend.year-end" period="year-end" decimals=2}}, which makes' },
    ],
  ] as const)('has no words of direction beside it: %s', (lang, edit) => {
    expect(codes([...dividend('undecided'), { file: words(lang), ...edit }])).toContain('check/direction-word');
    expect(codes([...dividend('22.00..24.00'), { file: words(lang), ...edit }])).not.toContain('check/direction-word');
    expect(codes([...dividend('18.00..24.00'), { file: words(lang), ...edit }])).toContain('check/direction-word');
  });

  it.each([
    ['{{direction "dividend.total" period="full-year" from="year-end"}}', 'merge/undecided'],
    ['{{change "dividend.total" period="full-year" from="year-end"}}', 'merge/undecided'],
    ['{{times "dividend.total" period="full-year" from="year-end"}}', 'merge/undecided'],
    ['{{amount "dividend.total" period="full-year" sign="magnitude"}}', 'merge/undecided'],
  ])('is nothing to %s', (expression, code) => {
    expect(
      codes([
        ...dividend('undecided'),
        { file: words('en'), from: 'is planned, which makes', to: `is planned (${expression}), which makes` },
      ]),
    ).toContain(code);
  });

  it('has the sign for none as its change, where a change stands in brackets', () => {
    const { document } = composed([
      ...dividend('undecided'),
      {
        file: words('en'),
        from: 'is planned, which makes',
        to: 'is planned ({{change "dividend.total" period="full-year" from="year-end" form="signed"}}), which makes',
      },
    ]);
    expect(inProse(document, 'dividend.total@2026fy', 'en')).toEqual(['―', 'undecided']);
  });
});

describe('a dividend of which there is none', () => {
  it('prints the sign for none in a sentence, and is told; a total of nils is a nil', () => {
    const made = composed([{ file: year, from: 'dividend.interim: 18.00', to: 'dividend.interim: "-"' }, ...dividend('"-"')]);
    expect(made.findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(Array(4).fill('warning merge/nil'));
    expect(lastRow(made.document, 'dividends', 'ja')).toEqual(['', '', '―', '―', '―']);
    expect(inProse(made.document, 'dividend.total@2026fy', 'ja')).toEqual(['―']);
  });

  it.each([
    ['ja', 'dividend.total" period="full-year" decimals=2}}（前期は', 'なし'],
    ['en', 'dividend.total" period="full-year" decimals=2}} for the year', 'none'],
  ] as const)('is said in words where the sentence asks for them: %s', (lang, from, word) => {
    const worded = { file: words(lang), from, to: from.replace(' decimals=2', ' decimals=2 nil="words"') };
    const made = composed([{ file: year, from: 'dividend.interim: 18.00', to: 'dividend.interim: "-"' }, ...dividend('"-"'), worded]);
    expect(made.findings.map(({ code }) => code)).toEqual(Array(3).fill('merge/nil'));
    expect(inProse(made.document, 'dividend.total@2026fy', lang)).toEqual([word]);
  });

  it('is none where it is typed as 0: that is an amount', () => {
    const made = composed(dividend('0.00', '18.00'));
    expect(made.findings).toEqual([]);
    expect(inProse(made.document, 'dividend.year-end@2026fy', 'en')).toEqual(['JPY0.00']);
  });
});

describe('a forecast that is a range', () => {
  const made = composed(forecast('31,500,000..32,500,000', '"3.6..6.8"'));

  it('prints both ends, and the change of both, in tables and sentences of both languages', () => {
    expect(made.findings).toEqual([]);
    expect(lastRow(made.document, 'forecast', 'ja').slice(0, 2)).toEqual(['31,500～32,500', '3.6～6.8']);
    expect(lastRow(made.document, 'forecast', 'en').slice(0, 2)).toEqual(['31,500 to 32,500', '3.6 to 6.8']);
    expect(inProse(made.document, 'sales.total@2026fy', 'ja')).toEqual(['31,500～32,500百万円', '3.6～6.8%増']);
    expect(inProse(made.document, 'sales.total@2026fy', 'en')).toEqual(['JPY31,500 to 32,500 million', 'an increase of 3.6 to 6.8%']);
  });

  it.each([
    ['one end alone', '6.8'],
    ['another low end', '"3.5..6.8"'],
    ['another high end', '"3.6..6.9"'],
  ])('is not what a control says of %s', (_, control) => {
    expect(codes(forecast('31,500,000..32,500,000', control))).toEqual(['check/control']);
  });

  it('says of no change which way it went where its ends lie on both sides', () => {
    expect(codes(forecast('30,000,000..32,500,000', '"(1.4)..6.8"'))).toEqual(['merge/range-sign', 'merge/range-sign']);
  });

  it('is refused with its low end last', () => {
    expect(codes(forecast('32,500,000..31,500,000', '6.8'))).toEqual(['validate/number']);
  });

  it('falls by the sizes of both ends', () => {
    const { document } = composed(forecast('28,000,000..29,000,000', '"(8.0)..(4.7)"'));
    expect(inProse(document, 'sales.total@2026fy', 'en')[1]).toBe('a decrease of 4.7 to 8.0%');
    expect(lastRow(document, 'forecast', 'ja')[1]).toBe('△8.0～△4.7');
  });
});

describe('cells of a table', () => {
  const marked = (mark: string, text: string) => `<dfn data-mark="${mark}">${mark}</dfn> ${text}`;
  const notes = dividendNotes({ ja: marked('※1', '記念配当を含みます。'), en: marked('*1', 'Includes a commemorative dividend.') });
  const cells: Edit = {
    file: `${data}/statements/dividends.yaml`,
    from: 'blank: [first, interim]',
    to: "blank: [first, interim]\n    cells:\n      interim: {words: {ja: 注参照, en: see note}}\n      total: {mark: {ja: ※1, en: '*1'}}",
  };
  const unlabelled: Edit = {
    file: `${data}/statements/income.yaml`,
    from: '{concept: income.total, level: in}',
    to: '{concept: income.total, level: in, unlabelled: true}',
  };

  it('hold words, marks that lead to notes, and rows without a printed label; every reader gets them', async () => {
    const built = await buildSample(placeOf([cells, unlabelled, ...notes]));
    expect(lastRow(built.document, 'dividends', 'ja')).toEqual(['', '注参照', '―', '20.00', '38.00※1']);
    expect(lastRow(built.document, 'dividends', 'en')).toEqual(['', 'see note', '―', '20.00', '38.00*1']);
    const findings: string[] = [];
    await readBack(pdfOf(built), built.document, built.layout, (finding) => findings.push(finding.message));
    expect(findings).toEqual([]);
    const html = String(built.outputs.get('release.html'));
    expect(html).toMatch(/<td headers="[^"]*" class="words">see note<\/td>/);
    expect(html).toMatch(/<data value="\d+">38\.00<\/data><sup><a href="#[^"]+">\*1<\/a><\/sup>/);
    expect(html).toContain('aria-label="Total non-operating income"');
    expect(pdfOf(built).length).toBeGreaterThan(1000);
    expect(String(built.outputs.get('figures.json'))).toContain('"mark":"※1"');
  });

  it.each<[string, readonly Edit[], string]>([
    ['a column that there is not', [{ ...cells, to: cells.to.replace('interim: {', 'intrim: {') }], 'validate/unknown-column'],
    ['neither words nor a mark', [{ ...cells, to: cells.to.replace("{mark: {ja: ※1, en: '*1'}}", '{}') }], 'validate/missing-key'],
    ['a mark without a note', [cells], 'merge/note-unresolved'],
    [
      'words with a figure typed by hand',
      [{ ...cells, to: cells.to.replace('注参照', '18円').replace("total: {mark: {ja: ※1, en: '*1'}}", '') }],
      'check/unbound-figure',
    ],
    [
      'no label on a row that sums nothing',
      [{ ...unlabelled, from: '- concept: income.interest', to: '- {concept: income.interest, unlabelled: true}' }],
      'validate/wrong-type',
    ],
  ])('with %s are refused', (_, edits, code) => {
    expect(codes(edits)).toContain(code);
  });
});

describe('a split of shares', () => {
  const split = (more = ', no-total: [dividend.total]'): readonly Edit[] => [
    {
      file: `${data}/issuer.yaml`,
      from: 'nil: ―',
      to: `nil: ―\nsplits: [{on: 2025-10-01, decided: 2025-08-08, ratio: 3, restates: [shares.issued, shares.treasury, shares.average]${more}}]`,
    },
    { file: `${data}/issuer.yaml`, from: '(shares.issued - shares.treasury))', to: 'unsplit(shares.issued - shares.treasury))' },
    { file: year, from: '  dividend.total: 38.00', to: '' },
  ];
  const eps: Edit = { file: `${data}/issuer.yaml`, from: 'restates: [', to: 'restates: [profit.per-share, ' };

  it('restates counts and amounts for a share of earlier periods, and leaves dividends; what was published still ties', () => {
    const edits = split();
    const first = edits[0] as Edit;
    const { findings, document, financials } = composed([{ ...first, to: first.to.replace(eps.from, eps.to) }, ...edits.slice(1)]);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['merge/nil']));
    const fact = (key: string) => financials?.facts.get(key);
    expect(String(fact('shares.average@2025h1')?.value)).toBe('89605260');
    expect(fact('profit.per-share@2025h1')?.value.round(2).toString()).toBe('-5.73');
    expect(String(fact('profit.per-share@2025h1')?.restated?.ratio)).toBe('3');
    expect(String(fact('dividend.year-end@2025fy')?.value)).toBe('20');
    expect(lastRow(document, 'dividends', 'ja')).toEqual(['', '', '―', '20.00', '―']);
  });

  it('leaves no total of amounts before and after it', () => {
    expect(codes(split(''))).toContain('derive/split-total');
  });

  it('that is decided after the release changes nothing in it', () => {
    const later = split().map((edit) => ({
      ...edit,
      to: edit.to.replace('on: 2025-10-01, decided: 2025-08-08', 'on: 2026-01-01, decided: 2025-12-01'),
    }));
    expect(codes(later)).toEqual([]);
  });

  it.each([
    ['a ratio of one', 'ratio: 3', 'ratio: 1', 'validate/number'],
    ['a ratio in words', 'ratio: 3', 'ratio: three', 'validate/number'],
    ['a concept that there is not', 'restates: [', 'restates: [shares.isued, ', 'validate/unknown-concept'],
    ['an amount that is not for a share', 'restates: [', 'restates: [profit.owners, ', 'validate/wrong-type'],
    ['a decision after it', 'decided: 2025-08-08', 'decided: 2025-11-01', 'validate/date'],
  ])('with %s is refused', (_, from, to, code) => {
    expect(codes(split().map((edit) => ({ ...edit, to: edit.to.replace(from, to) })))).toContain(code);
  });
});

describe('parts of a dividend', () => {
  const parts: readonly Edit[] = [
    {
      file: `${data}/concepts.yaml`,
      from: 'dividend.year-end: {unit: per-share, decimals: 2, better: higher, ',
      to: [
        'dividend.ordinary: {unit: per-share, decimals: 2, labels: {ja: 普通配当, en: ordinary dividend}}',
        'dividend.commemorative: {unit: per-share, decimals: 2, labels: {ja: 記念配当, en: commemorative dividend}}',
        'dividend.special: {unit: per-share, decimals: 2, labels: {ja: 特別配当, en: special dividend}}',
        'dividend.year-end: {unit: per-share, decimals: 2, better: higher, formula: dividend.ordinary + dividend.commemorative + dividend.special, ',
      ].join('\n'),
    },
    {
      file: year,
      from: '  dividend.year-end: 20.00',
      to: '  dividend.ordinary: 17.50\n  dividend.commemorative: 2.50\n  dividend.special: "-"',
    },
  ];
  const breakdown = '{{breakdown "dividend.year-end" period="full-year"}}';
  const note = dividendNotes({ ja: `（注）期末配当金の内訳　${breakdown}`, en: `Note: Breakdown of year-end dividend: ${breakdown}` });

  it('are told by their names and come to the dividend; one that is nil is left out', () => {
    const made = composed([...parts, ...note]);
    expect(made.findings).toEqual([]);
    const texts = (made.document?.parts ?? []).flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => ('inlines' in block ? [block.inlines.map(({ text }) => text).join('')] : [])),
      ),
    );
    expect(texts.filter((text) => /内訳|Breakdown/.test(text))).toEqual([
      expect.stringContaining('普通配当　17円50銭　記念配当　2円50銭'),
      expect.stringContaining('ordinary dividend JPY17.50, commemorative dividend JPY2.50'),
    ]);
    expect(lastRow(made.document, 'dividends', 'ja').slice(3)).toEqual(['20.00', '38.00']);
  });

  it('are held to the total: one that is mistyped breaks the control', () => {
    const slip = parts.map((edit) => ({ ...edit, to: edit.to.replace('2.50', '3.50') }));
    expect(codes([...slip, ...note])).toEqual(['check/control']);
  });

  it('of something that is no sum are refused', () => {
    expect(codes(note)).toEqual(['merge/helper-argument', 'merge/helper-argument']);
  });
});
