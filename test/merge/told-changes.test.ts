import { describe, expect, it } from 'vitest';
import { publishedChanges } from '../../src/check/figures/published-changes.ts';
import { derive } from '../../src/derive/derive.ts';
import type { Table } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { told } from '../support/check-words.ts';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';
import { blocksOf, listed, mergeNarrative, mergePage, type Pieces, textOf } from '../support/merge-fixture.ts';

/** The small issuer after some edits, for pieces of narrative and layout. */
function edited(...edits: readonly Edit[]): Omit<Pieces, 'templates' | 'ja' | 'en'> & { readonly findings: readonly Finding[] } {
  const { release, listed } = loadFixture(...edits);
  if (!release) throw new Error(listed.join('\n'));
  const findings: Finding[] = [];
  const { facts, statements } = derive(release, (finding) => findings.push(finding));
  const { issuer, spec, concepts, periods } = release;
  return { release: { issuer, spec, concepts, periods }, financials: { facts, statements }, findings };
}

function rowOf(pieces: ReturnType<typeof edited>, lang: 'ja' | 'en', row: number): readonly (string | undefined)[] {
  const [table] = blocksOf(mergePage('{{table "operations"}}<p><dfn>(1)</dfn> x</p>', lang, pieces)) as readonly Table[];
  return (table?.rows[row]?.cells ?? []).map((cell) => cell && cell.prefix + cell.core + cell.suffix);
}

const written = (markup: string, lang: 'ja' | 'en', pieces: ReturnType<typeof edited>): string => {
  const merged = mergeNarrative(markup, lang, pieces);
  const [fault] = listed(merged.findings);
  return fault ?? textOf(merged);
};

const incomparable = withEdit(
  files.release,
  'errata:\n',
  'incomparable:\n  - {concept: revenue.goods, period: current, from: prior-quarter, why: exports are counted since}\nerrata:\n',
);
const goods = (form: string, helper = 'change') => `{{${helper} "revenue.goods" from="prior-quarter"${form}}}`;

describe('a comparison that says nothing', () => {
  it('is a dash in the table, whatever its figures come to, in the nil of each language', () => {
    const pieces = edited(incomparable, withEdit(files.issuer, 'nil: "–"', 'nil: {ja: －, en: "–"}'));
    expect(rowOf(edited(), 'en', 1)[5]).toBe('20.1%');
    expect(rowOf(pieces, 'en', 1)[5]).toBe('–');
    expect(rowOf(pieces, 'ja', 1)[5]).toBe('－');
    expect(rowOf(pieces, 'ja', 2)[5]).toBe('20.1');
  });

  it('keeps its reason with its figure', () => {
    const { document } = mergePage('{{table "operations"}}<p><dfn>(1)</dfn> x</p>', 'en', edited(incomparable));
    const dashes = document.figures.filter(({ treatment }) => treatment === 'incomparable');
    expect(dashes).toMatchObject([{ fact: 'revenue.goods@1q01', against: 'revenue.goods@4q00', why: 'exports are counted since' }]);
  });

  it('stands in brackets of a sentence as in the table, and in no other words', () => {
    const pieces = edited(incomparable);
    expect(written(goods(' form="signed"'), 'ja', pieces)).toBe('–');
    expect(written(goods(' form="signed"', 'difference'), 'en', pieces)).toBe('–');
    for (const markup of [goods(''), goods(' form="bare"'), goods('', 'direction'), goods('', 'times'), goods('', 'difference')]) {
      expect(written(markup, 'en', pieces)).toMatch(
        /^merge\/helper-argument .* revenue\.goods@1q01 is not comparable with 4q00: exports are counted since \| say in words why/,
      );
    }
  });

  it('may be of a period that has no figure to compare with', () => {
    const pieces = edited(incomparable, withEdit(files.prior, '  revenue.goods: 1,000,000\n', ''));
    expect(pieces.findings.filter(({ message }) => message.includes('column change'))).toEqual([]);
    expect(rowOf(pieces, 'en', 1)[5]).toBe('–');
  });
});

const published = (value: string, from = ', from: 4q99') => [
  withEdit(files.release, 'prior-quarter: 4q00}', 'prior-quarter: 4q00, before: 4q99}'),
  withEdit(
    files.prior,
    'facts:\n',
    `changes:\n  revenue.goods: {value: ${value}${from}, source: release of May 2000}\n  revenue.total: {value: 9.9, from: 4q99, source: the same}\nfacts:\n`,
  ),
  withEdit(files.operations, 'from: prior-quarter}', 'from: before}'),
  { file: files.operations, from: 'id: change, period: current', to: 'id: change, period: prior-quarter' },
];

describe('a change as it was published', () => {
  it('is told where its column prints more decimals than were typed, and zeros would be made up', () => {
    const found = (value: string) => {
      const { release, listed } = loadFixture(...published(value));
      if (!release) throw new Error(listed.join('\n'));
      return publishedChanges.run(
        release,
        derive(release, () => {}),
      );
    };
    expect(found('14.2')).toEqual([]);
    expect(found('14.0')).toEqual([]);
    expect(found('14').map(({ message }) => message)).toEqual([
      'the change of revenue.goods was published as 14%, and operations prints it with 1 decimal, 14.0',
    ]);
  });

  const since = (form: string) => `{{change "revenue.goods" period="prior-quarter" from="before"${form}}}`;
  const of = (value: string, from?: string) => edited(...published(value, from ?? ', from: 4q99'));

  it.each([
    ['14.2', '14.2%', 'an increase of 14.2%', '14.2%増', '14.2%'],
    ['(64.7)', '(64.7%)', 'a decrease of 64.7%', '64.7%減', '(64.7)%'],
    ['△64.7%', '(64.7%)', 'a decrease of 64.7%', '64.7%減', '(64.7)%'],
    ['0.0', '0.0%', 'no change', '増減なし', '0.0%'],
  ])('of %s is printed by tables as %s and said in sentences', (value, cell, english, japanese, signed) => {
    const pieces = of(value);
    expect(rowOf(pieces, 'en', 1)[5]).toBe(cell);
    expect(written(since(''), 'en', pieces)).toBe(english);
    expect(written(since(''), 'ja', pieces)).toBe(japanese);
    expect(written(since(' form="signed"'), 'en', pieces)).toBe(signed);
  });

  it('says its source, and compares with no fact', () => {
    const { document } = mergeNarrative(since(''), 'en', of('14.2'));
    expect(document.figures).toMatchObject([{ treatment: 'published', why: 'as published, release of May 2000' }]);
    expect(document.figures[0]).not.toHaveProperty('against');
  });

  it('may have been a dash, which no sentence words', () => {
    const pieces = of('"-"');
    expect(rowOf(pieces, 'en', 1)[5]).toBe('–');
    expect(written(since(' form="signed"'), 'ja', pieces)).toBe('–');
    expect(written(since(''), 'en', pieces)).toMatch(/was published as a dash and cannot stand in a sentence/);
  });

  it('is that of its own base only, and of any where it names none', () => {
    expect(rowOf(of('14.2', ''), 'en', 1)[5]).toBe('14.2%');
    expect(rowOf(of('14.2', ', from: 4q98'), 'en', 1)[5]).toBeUndefined();
    expect(written(since(''), 'en', of('14.2', ', from: 4q98'))).toMatch(/derive\/missing-fact .* revenue\.goods has no value at 4q99/);
  });

  it('holds words of direction that are typed beside it', () => {
    const { release } = of('(3.4)');
    const words = (verb: string) => told({ en: `Goods ${verb} by ${since(' form="bare"')}.`, ...(release ? { release } : {}) });
    expect(words('decreased')).toEqual([]);
    expect(words('increased')[0]).toMatch(/check\/direction-word .* beside revenue\.goods@4q00, which went down from 4q99/);
  });

  it('is asked for where neither it nor the base is there', () => {
    const [services] = of('14.2').findings.filter(({ message }) => message.startsWith('no figure for revenue.services@4q99'));
    expect(services?.hints).toContain('or, where the change alone was published, type it under changes in period 4q00, with its source');
  });
});

describe('a difference', () => {
  const moved = (form = '', concept = 'revenue.total', scale = ' in="million"') =>
    `{{difference "${concept}" from="prior-quarter"${scale}${form}}}`;

  it.each([
    ['', 'an increase of JPY251 million', '251百万円増'],
    [' form="verb"', 'increased by JPY251 million', '251百万円増加'],
    [' form="improvement"', 'improved by JPY251 million', '251百万円の改善'],
    [' form="bare"', 'JPY251 million', '251百万円'],
    [' decimals=1 form="signed"', 'JPY250.8 million', '250.8百万円'],
  ])('is said%s', (form, english, japanese) => {
    expect(written(moved(form), 'en', edited())).toBe(english);
    expect(written(moved(form), 'ja', edited())).toBe(japanese);
  });

  it('of percentages is in points', () => {
    expect(written(moved('', 'margin.gross', ''), 'en', edited())).toBe('an increase of 4.1 percentage points');
    expect(written(moved(' form="verb"', 'margin.gross', ''), 'ja', edited())).toBe('4.1ポイント増加');
  });

  it('across zero goes the way of the value; of two losses only better or worse is said', () => {
    const turned = edited(withEdit(files.prior, 'costs.staff: 500,000', 'costs.staff: 400,000'));
    expect(written(moved('', 'result.operating'), 'en', turned)).toMatch(/^a decrease of JPY/);
    const losses = edited();
    expect(written(moved('', 'result.operating'), 'en', losses)).toMatch(/would be read as one of the loss \| write form="improvement"/);
    expect(written(moved(' form="improvement"', 'result.operating'), 'ja', losses)).toMatch(/^\d+百万円の(?:改善|悪化)$/);
  });

  it('is a measure of columns, from unrounded figures, adds up, and has a head in every language', () => {
    const column = withEdit(
      files.operations,
      '{id: change, period: current, measure: change, from: prior-quarter}',
      '{id: change, period: current, measure: difference, from: prior-quarter}',
    );
    const bare = (to: string, from: string) => withEdit(files.operations, from, to);
    const pieces = edited(column, bare('    - {column: change}', '    - {head: 増減|%, column: change}'));
    const rows = [1, 2, 3].map((row) => rowOf(pieces, 'en', row)[5]);
    expect(rows).toEqual(['200,500', '50,250', '250,750']);
    const [table] = blocksOf(mergePage('{{table "operations"}}<p><dfn>(1)</dfn> x</p>', 'ja', pieces)) as readonly Table[];
    expect(
      table?.heads
        .find(({ column: at, row }) => at === 6 && row === 0)
        ?.pieces.flat()
        .map(({ text }) => text)
        .join(''),
    ).toMatch(/^対.+増減額$/);
  });

  it('needs a period compared with, in a column as in a sentence', () => {
    const { listed: found } = loadFixture(withEdit(files.operations, 'measure: change, from: prior-quarter}', 'measure: difference}'));
    expect(found.join('\n')).toMatch(/validate\/missing-key .* a column of difference has no key from/);
    expect(written('{{difference "revenue.total"}}', 'en', edited())).toMatch(/difference needs from=/);
  });
});

describe('a change from the limit of the issuer on', () => {
  const limited = withEdit(files.issuer, 'beyond: 1000, text: n.m.', 'limit: 1000, text: {ja: －, en: "–"}');
  const services = (thousands: string) =>
    edited(limited, withEdit(files.current, 'revenue.services: 300,250', `revenue.services: ${thousands}`));
  const change = '{{change "revenue.services" from="prior-quarter" form="signed"}}';

  it('is the text of the policy in each language, in tables and in brackets', () => {
    // 250,000 thousand before: 1,000% of them is 2,500,000, and 999.95% rounds to it.
    const [beyond, below] = [services('2,749,880'), services('2,749,870')];
    expect([rowOf(beyond, 'ja', 2)[5], rowOf(beyond, 'en', 2)[5]]).toEqual(['－', '–']);
    expect([rowOf(below, 'ja', 2)[5], rowOf(below, 'en', 2)[5]]).toEqual(['999.9', '999.9']);
    expect([written(change, 'ja', beyond), written(change, 'en', beyond)]).toEqual(['－', '–']);
    expect([written(change, 'ja', below), written(change, 'en', below)]).toEqual(['999.9%', '999.9%']);
  });

  it('stands in no words of a sentence', () => {
    for (const lang of ['ja', 'en'] as const)
      expect(written('{{change "revenue.services" from="prior-quarter"}}', lang, services('2,750,000'))).toMatch(
        /^merge\/helper-argument .* cannot stand in a sentence/,
      );
  });
});

describe('a zero that was rounded from below', () => {
  const almost = withEdit(files.current, 'revenue.services: 300,250', 'revenue.services: 249,999');
  const signed = withEdit(files.issuer, 'negative: parentheses', 'signed-zero: true\nnegative: {ja: triangle, en: parentheses}');
  const change = '{{change "revenue.services" from="prior-quarter" form="signed"}}';

  it('keeps its sign by the rule of the issuer, in tables and in sentences of each language', () => {
    const pieces = edited(almost, signed);
    expect([rowOf(pieces, 'en', 2)[5], rowOf(pieces, 'ja', 2)[5]]).toEqual(['(0.0)', '△0.0']);
    expect([written(change, 'en', pieces), written(change, 'ja', pieces)]).toEqual(['(0.0)%', '△0.0%']);
  });

  it('has none without the rule', () => {
    const pieces = edited(almost);
    expect([rowOf(pieces, 'en', 2)[5], written(change, 'ja', pieces)]).toEqual(['0.0', '0.0%']);
  });

  it('that is a zero has none', () => {
    const pieces = edited(withEdit(files.current, 'revenue.services: 300,250', 'revenue.services: 250,000'), signed);
    expect([rowOf(pieces, 'ja', 2)[5], written(change, 'en', pieces)]).toEqual(['0.0', '0.0%']);
  });
});
