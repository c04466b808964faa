// Facts and cells of small releases: what is computed, what is missing, what contradicts itself, and what an override may do.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { Finding } from '../../src/model/finding.ts';
import { buildRelease, type ReleaseDraft, type StatementDraft } from '../support/build-release.ts';

function run(draft: ReleaseDraft) {
  const findings: Finding[] = [];
  const financials = derive(buildRelease(draft), (finding) => findings.push(finding));
  const fact = (key: string) => financials.facts.get(key);
  const cells = (statement: string, concept: string) =>
    financials.statements
      .get(statement)
      ?.rows.find((row) => row.spec.concept === concept)
      ?.cells.map((cell) => (cell ? (cell.text ?? cell.printed.toFixed(cell.decimals)) : ''));
  return { financials, findings, fact, cells, messages: findings.map((finding) => `${finding.code}: ${finding.message}`) };
}

const result = (rows: string, columns: readonly string[] = ['now amount']) => ({ result: { columns, rows } });

describe('facts', () => {
  it('are computed by trees and formulas in whatever order they are written', () => {
    const { fact, findings } = run({
      concepts: { margin: { unit: 'ratio', formula: 'profit / sales' } },
      periods: { now: { facts: { goods: '700', services: '300', wages: '750' } } },
      statements: {
        second: { columns: ['now amount'], rows: 'sales\nwages\nprofit = sales - wages' },
        first: { columns: ['now amount'], rows: 'goods\nservices\nsales = goods + services' },
      },
    });
    expect(findings).toEqual([]);
    expect(fact('profit@now')).toMatchObject({ origin: 'computed', formula: 'sales - wages', inputs: ['sales@now', 'wages@now'] });
    expect(fact('profit@now')?.value.toString()).toBe('250000');
    expect(fact('margin@now')?.value.toString()).toBe('0.25');
  });

  it('enter a total as the statement prints them: reversed rows reversed, a reversed total too', () => {
    const { fact, cells } = run({
      periods: { now: { facts: { income: '100', loss: '(40)' } } },
      statements: result('income\n~loss\nsum = income + loss\n~reversed = income + loss'),
    });
    expect(cells('result', 'loss')).toEqual(['40']);
    expect(fact('sum@now')?.value.toString()).toBe('140000');
    expect(fact('reversed@now')?.value.toString()).toBe('-140000');
    expect(cells('result', 'reversed')).toEqual(['140']);
  });

  it('follow previous() to the period before, and are typed where there is none', () => {
    const draft = {
      concepts: { opening: { formula: 'previous(closing)' } },
      periods: { now: { previous: 'before', facts: { flow: '5' } }, before: { facts: { opening: '20', flow: '(8)' } } },
      statements: { cash: { columns: ['now amount', 'before amount'], rows: 'opening\nflow\nclosing = opening + flow' } },
    };
    const { cells, fact, findings } = run(draft);
    expect(findings).toEqual([]);
    expect(cells('cash', 'closing')).toEqual(['17', '12']);
    expect(fact('opening@now')?.origin).toBe('computed');
    expect(fact('opening@before')?.origin).toBe('reported');
  });

  it('of the release itself stand in for a period that has none', () => {
    const { fact } = run({
      concepts: { excess: { formula: 'sales - target' } },
      periods: { now: { facts: { sales: '120' } } },
      stated: { target: '100' },
    });
    expect(fact('target@release')).toMatchObject({ origin: 'stated', period: 'release' });
    expect(fact('excess@now')?.value.toString()).toBe('20000');
    expect(fact('target@now')).toBeUndefined();
  });

  it('carry how coarse they are: half a unit each in sums, at its worst in quotients', () => {
    const { fact } = run({
      concepts: {
        rough: { scale: 'million' },
        speed: { unit: 'Gbps' },
        growth: { unit: 'ratio' },
        heads: { unit: 'count' },
        each: { unit: 'per-share', formula: 'rough / heads' },
        ratio: { unit: 'ratio', formula: 'fine / rough' },
      },
      periods: { now: { facts: { rough: '8', fine: '1,000', speed: '12.9', growth: '23.6%', heads: '22,480', none: '-' } } },
      statements: result('fine\nrough\nboth = fine - rough'),
    });
    expect(fact('rough@now')?.halfUnit.toString()).toBe('500000');
    expect(fact('speed@now')?.halfUnit.toString()).toBe('0.05');
    expect(fact('growth@now')?.halfUnit.toString()).toBe('0.0005');
    expect(fact('heads@now')?.halfUnit.isZero).toBe(true);
    expect(fact('none@now')).toMatchObject({ nil: true });
    expect(fact('both@now')?.halfUnit.toString()).toBe('500500');
    // 8,000,000 may be 7,500,000 to 8,500,000; 1,000,000 may be 999,500 to 1,000,500.
    const farthest = 1_000_500 / 7_500_000 - 1_000_000 / 8_000_000;
    expect(Number(fact('ratio@now')?.halfUnit.toFixed(12))).toBeGreaterThanOrEqual(farthest);
  });

  it('that are typed and computed are told, with both places', () => {
    const { findings } = run({ periods: { now: { facts: { a: '1', b: '2', sum: '4' } } }, statements: result('a\nb\nsum = a + b') });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'derive/fact-reported-and-computed',
      message: 'sum@now is typed as 4 and also computed, as a + b',
      at: { file: 'periods/now.yaml', line: 7 },
      related: [{ at: { file: 'statements/result.yaml', line: 12 } }],
    });
  });

  it('that two statements compute differently are told with both values', () => {
    const { messages } = run({
      periods: { now: { facts: { a: '1', b: '2', c: '4' } } },
      statements: {
        one: { columns: ['now amount'], rows: 'a\nb\nsum = a + b' },
        two: { columns: ['now amount'], rows: 'a\nc\nsum = a + c' },
      },
    });
    expect(messages).toEqual([
      'derive/totals-disagree: sum@now is 3 by the tree of one and 5 by the tree of two, a difference of -2 thousand JPY',
    ]);
  });

  it('that two statements compute alike are one fact', () => {
    const rows = 'a\nb\nsum = a + b';
    const statements = { one: { columns: ['now amount'], rows }, two: { columns: ['now amount'], rows } };
    expect(run({ periods: { now: { facts: { a: '1', b: '2' } } }, statements }).findings).toEqual([]);
  });

  it('that go in a circle are told once, with the loop', () => {
    const { messages } = run({
      concepts: { a: { formula: 'b + 1' }, b: { formula: 'c * 2' }, c: { formula: 'a - 1' }, beside: { formula: 'a + 5' } },
      periods: { now: { facts: {} } },
    });
    expect(messages).toEqual(['derive/circular: a@now needs b@now needs c@now needs a@now']);
  });

  it('that ask for a printed figure of their own column are told', () => {
    const { findings } = run({
      concepts: { part: { formula: 'printed(result, whole) * whole' } },
      periods: { now: { facts: { whole: '10' } } },
      statements: result('whole\npart', ['now percent-of whole']),
    });
    expect(findings.map((finding) => finding.code)).toContain('derive/circular');
  });
});

describe('a figure that is not there', () => {
  it('is asked for once, at its period, with the row that needs it', () => {
    const { findings } = run({
      periods: { now: { facts: { a: '1' } }, before: { facts: { a: '1', b: '2' } } },
      statements: result('a\nb\nsum = a + b', ['now amount', 'now percent-of sum', 'before amount']),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'derive/missing-fact',
      message: 'no figure for b@now: result prints it in column now amount',
      at: { file: 'periods/now.yaml' },
      related: [{ at: { file: 'statements/result.yaml', line: 11 } }],
      hints: ['type b in period now; `-` for nil'],
    });
  });

  it('behind a formula is named itself', () => {
    const { messages } = run({
      concepts: { each: { unit: 'per-share', formula: 'profit / shares' } },
      periods: { now: { facts: { profit: '1' } } },
      statements: result('each'),
    });
    expect(messages).toEqual(['derive/missing-fact: no figure for shares@now: each in result needs it in column now amount']);
  });

  it('is not missed in a period that no column shows', () => {
    expect(
      run({ periods: { now: { facts: { a: '1', b: '2' } }, before: { facts: { a: '1' } } }, statements: result('a\nb\nsum = a + b') })
        .findings,
    ).toEqual([]);
  });

  it('is told when a formula looks back and nothing is before', () => {
    const { messages } = run({
      concepts: { opening: { formula: 'previous(a)' } },
      periods: { now: { facts: { a: '1' } } },
      statements: result('a\nopening'),
    });
    expect(messages).toEqual([
      'derive/missing-fact: no figure for opening@now: result prints it in column now amount, and its formula needs a period before now',
    ]);
  });

  it('is told when a stated fact rests on it', () => {
    const { messages } = run({ periods: { now: { facts: { a: '1' } } }, stated: { rank: '2' }, restsOn: { rank: ['a', 'a@before'] } });
    expect(messages).toEqual(['derive/missing-fact: rank rests on a@before, which is no figure of this release']);
  });

  it('is a rate that dollars ask for', () => {
    const { messages } = run({ periods: { now: { facts: { a: '1', b: '2' } } }, statements: result('a\nb', ['now translated']) });
    expect(messages).toEqual(['derive/missing-fact: result, column now translated, translates figures and the release has no rate']);
  });

  it('is a base of zero', () => {
    const { messages } = run({ periods: { now: { facts: { a: '1', none: '-' } } }, statements: result('a', ['now percent-of none']) });
    expect(messages).toEqual(['derive/zero-base: a in result, column now percent-of none, divides by none@now, which is zero']);
  });
});

describe('cells', () => {
  const facts = { a: '1,234', b: '(2,345)', c: '-' };

  it('are printed in the units of statement, row and concept', () => {
    const { cells, financials } = run({
      rate: '100',
      concepts: { each: { unit: 'per-share', decimals: 2 }, share: { unit: 'ratio', decimals: 1 }, heads: { unit: 'count' } },
      periods: { now: { facts: { ...facts, each: '51.74', share: '23.6%', heads: '22,480' } } },
      statements: {
        table: {
          columns: ['now amount', 'now translated', 'now percent-of a'],
          rows: 'a\nb\nc\neach\nshare\nheads',
          scale: 'million',
          decimals: 1,
        },
      },
    });
    expect(cells('table', 'a')).toEqual(['1.2', '0.0', '100.0']);
    expect(cells('table', 'b')).toEqual(['-2.3', '0.0', '-190.0']);
    expect(cells('table', 'each')?.[0]).toBe('51.74');
    expect(cells('table', 'share')).toEqual(['23.6', '', '']);
    expect(cells('table', 'heads')).toEqual(['22480', '', '']);
    const nil = financials.statements.get('table')?.rows[2]?.cells[0];
    expect(nil).toMatchObject({ nil: true, scale: 'million', decimals: 1, fact: 'c@now' });
  });

  it.each([
    ['round', ['2', '2', '3']],
    ['truncate', ['1', '1', '3']],
    ['foot', ['1', '2', '3']],
  ] as const)('follow the regime %s', (regime, expected) => {
    const { cells, financials } = run({
      regime,
      periods: { now: { facts: { a: '1,600', b: '1,700' } } },
      statements: { table: { columns: ['now amount'], rows: 'a\nb\nsum = a + b', scale: 'million' } },
    });
    expect(['a', 'b', 'sum'].map((concept) => cells('table', concept)?.[0])).toEqual(expected);
    const adjusted = financials.adjustments.map((cell) => `${cell.concept} ${cell.plain} ${cell.printed} ${cell.treatment}`);
    expect(adjusted).toEqual(regime === 'foot' ? ['a 2 1 plug'] : []);
  });

  it('never foot per-share figures and counts', () => {
    const { cells } = run({
      concepts: { a: { unit: 'per-share' }, b: { unit: 'per-share' }, sum: { unit: 'per-share' } },
      periods: { now: { facts: { a: '1.4', b: '1.4' } } },
      statements: result('a\nb\nsum = a + b'),
    });
    expect(['a', 'b', 'sum'].map((concept) => cells('result', concept)?.[0])).toEqual(['1', '1', '3']);
  });

  it('print changes with their sign, from negative bases too, and each rounded alone', () => {
    const periods = { now: { facts: { a: '(193,782)', b: '23,146' } }, before: { facts: { a: '15,998', b: '(5,533)' } } };
    const { cells } = run({ periods, statements: result('a\n~b\nsum = a - b', ['now change before']) });
    expect(cells('result', 'a')).toEqual(['-1311.3']);
    expect(cells('result', 'b')).toEqual(['-518.3']);
  });

  it.each([
    ['to a loss', '(5)', '10', 'n.m.'],
    ['from a loss', '5', '(10)', 'n.m.'],
    ['between losses', '(5)', '(10)', 'n.m.'],
    ['from nothing', '5', '-', 'n.m.'],
    ['beyond the limit', '150', '10', 'n.m.'],
    ['up to the limit', '110', '10', '1000.0'],
    ['to nothing', '-', '10', '-100.0'],
  ])('print words for a change %s under the policy nm', (_case, now, before, expected) => {
    const limit = buildRelease({ periods: {}, rate: '1000' }).spec.rate?.value;
    const { cells, findings } = run({
      change: { policy: 'nm', text: 'n.m.', ...(limit ? { beyond: limit } : {}) },
      periods: { now: { facts: { a: now } }, before: { facts: { a: before } } },
      statements: result('a', ['now change before']),
    });
    expect(findings).toEqual([]);
    expect(cells('result', 'a')).toEqual([expected]);
  });

  it('tied to another statement print what stands there, and the others foot round them', () => {
    const draft = (tied: Readonly<Record<string, string>>): ReleaseDraft => ({
      rate: '1',
      periods: { now: { facts: { a: '1,440', b: '1,450', c: '1,480' } } },
      statements: {
        first: { columns: ['now translated'], rows: 'a\nb\ntotal = a + b', scale: 'million' },
        second: { columns: ['now translated'], rows: '~b\nc\nsum = c - b', scale: 'million', tied },
      },
    });
    const third = (tied: Readonly<Record<string, string>>): ReleaseDraft => ({
      ...draft({}),
      statements: { ...draft({}).statements, second: { columns: ['now translated'], rows: 'b\nc\nsum = b + c', scale: 'million', tied } },
    });
    const alone = run(third({}));
    expect(['b', 'c', 'sum'].map((concept) => alone.cells('second', concept)?.[0])).toEqual(['1', '2', '3']);
    expect(alone.cells('first', 'b')).toEqual(['2']);
    const tied = run(third({ b: 'first' }));
    expect(['b', 'c', 'sum'].map((concept) => tied.cells('second', concept)?.[0])).toEqual(['2', '1', '3']);
    expect(run(draft({ b: 'first' })).cells('second', 'b')).toEqual(['-2']);
  });

  it('tied to a fact of another amount are left alone: a tie never hides a difference', () => {
    const { cells } = run({
      rate: '1',
      periods: { now: { facts: { a: '1,440', b: '1,450', c: '1,449' } } },
      statements: {
        first: { columns: ['now translated'], rows: 'a\nb\ntotal = a + b', scale: 'million' },
        second: { columns: ['now translated'], rows: 'c', scale: 'million', tied: { c: 'first b' } },
      },
    });
    expect([cells('first', 'b'), cells('second', 'c')]).toEqual([['2'], ['1']]);
  });
});

describe('an override', () => {
  const draft = (override: string): ReleaseDraft => ({
    periods: { now: { facts: { a: '333,333', b: '333,333', c: '333,334' } } },
    statements: result('a\nb\nc\nsum = a + b + c', ['now amount', 'now percent-of sum']),
    overrides: [override],
  });

  it('is a pin that the rest of its column foots round', () => {
    const { cells, findings, financials } = run(draft('result | a | now percent-of sum | 33.3333 | 33.4'));
    expect(findings).toEqual([]);
    expect(['a', 'b', 'c'].map((concept) => cells('result', concept)?.[1])).toEqual(['33.4', '33.3', '33.3']);
    expect(financials.adjustments.map((cell) => `${cell.concept} ${cell.treatment} ${cell.override?.why}`)).toEqual([
      'a override so printed',
    ]);
  });

  it('lapses when the value that it was written for has changed, and is not applied', () => {
    const { cells, messages, findings } = run(draft('result | a | now percent-of sum | 33.41 | 33.4'));
    expect(messages).toEqual([
      'derive/override-lapsed: the override of a in result, now percent-of sum was written for 33.41; the exact value is now 33.33',
    ]);
    expect(findings[0]?.hints).toEqual([
      'delete the override to print 33.3',
      'if 33.4 is still what must be printed, record `exact: "33.33"` and read `why` again',
    ]);
    expect(cells('result', 'a')).toEqual(['333333', '33.3']);
  });

  it.each(['33.33', '33.333', '33.3333', '33.33330', '33.3333000'])('stands on its exact value cut, rounded or whole: %s', (exact) => {
    expect(run(draft(`result | a | now percent-of sum | ${exact} | 33.4`)).messages).toEqual([]);
  });

  it.each([
    ['1.667', '1.8', ''],
    ['1.666', '1.6', ''],
    ['1.67', '1.6', ''],
    ['1.665', '1.6', 'lapsed'],
    ['1.668', '1.8', 'lapsed'],
    ['1.6', '1.8', 'coarse'],
    ['1.7', '1.8', 'coarse'],
    ['2', '1.8', 'coarse'],
  ])('of a change of 1.666… percent that records %s', (exact, print, fault) => {
    const { findings } = run({
      periods: { now: { facts: { cost: '61' } }, before: { facts: { cost: '60' } } },
      overrides: [`prose | cost | now change before | ${exact} | ${print}`],
    });
    expect(findings.map(({ code }) => code)).toEqual(fault === '' ? [] : [`derive/override-${fault}`]);
  });

  it('that records a value that is whole needs no decimals', () => {
    const whole = {
      periods: { now: { facts: { a: '1,500', b: '500' } } },
      statements: result('a\nb\nsum = a + b', ['now percent-of sum']),
    };
    expect(run({ ...whole, overrides: ['result | a | now percent-of sum | 75 | 75.1'] }).messages).toEqual([]);
  });

  it('is idle when the rules print the same', () => {
    expect(run(draft('result | c | now percent-of sum | 33.3334 | 33.4')).messages).toEqual([
      'derive/override-idle: the override of c in result, now percent-of sum prints 33.4, which the rules print without it',
    ]);
  });

  it('that equals plain rounding is not idle where footing would print another figure', () => {
    const { messages, financials } = run(draft('result | c | now percent-of sum | 33.3334 | 33.3'));
    expect(messages).toEqual([]);
    expect(financials.adjustments.map((cell) => `${cell.concept} ${cell.treatment} ${cell.plain} ${cell.printed}`)).toEqual([
      'b plug 33.3 33.4',
      'c override 33.3 33.3',
    ]);
  });

  it.each([
    ['nowhere | a | now amount | 1 | 2', 'names no statement of this issuer'],
    ['result | z | now amount | 1 | 2', 'names no row of result'],
    ['result | a | before amount | 1 | 2', 'names no column of result'],
    ['result | a | now percent-of a | 1 | 2', 'names no column of result'],
    ['prose | a | now percent-of sum | 33.33 | 33', 'never applies: result prints this figure, and the prose follows it'],
    ['prose | a | now change before | 1.2 | 1', 'names a figure that cannot be computed'],
  ])('that names nothing printed is unknown: %s', (override, fault) => {
    const { findings } = run(draft(override));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'derive/override-unknown', at: { file: 'release.yaml', line: 100 } });
    expect(findings[0]?.message).toContain(fault);
  });

  it('of a blank cell is unknown, and so is the second of two for one cell', () => {
    const blank = draft('result | a | now percent-of sum | 33.3333 | 33.4');
    const statements = { result: { ...blank.statements?.result, blank: { a: ['percent-of'] } } as StatementDraft };
    expect(run({ ...blank, statements }).messages).toEqual([
      'derive/override-unknown: the override of a in result, now percent-of sum names a cell that result leaves blank',
    ]);
    const twice = ['result | a | now percent-of sum | 33.3333 | 33.4', 'result | a | now percent-of | 33.3333 | 33.2'];
    expect(run({ ...draft(''), overrides: twice }).messages).toEqual([
      'derive/override-unknown: the override of a in result, now percent-of names a cell that another override names',
    ]);
  });

  it('of prose is handed on while it stands', () => {
    const prose = (override: string) =>
      run({
        concepts: { cost: { scale: 'million' } },
        periods: { now: { facts: { cost: '815' } }, before: { facts: { cost: '800' } } },
        overrides: [override],
      });
    const standing = prose('prose | cost | now change before | 1.875 | 1.8');
    expect(standing.messages).toEqual([]);
    expect(standing.financials.proseOverrides.map((override) => override.print.toString())).toEqual(['1.8']);
    expect(prose('prose | cost | now change before | 1.875 | 1.9').messages).toEqual([
      'derive/override-idle: the override of cost in the prose, now change from before prints 1.9, which the rules print without it',
    ]);
    // 815 and 800 million, each known to half a million: anything from 1.75 to 2.00, and a tenth beside it.
    expect(prose('prose | cost | now change before | 1.875 | 2.1').messages).toEqual([]);
    expect(prose('prose | cost | now change before | 1.875 | 2.2').messages).toEqual([
      'derive/override-far: the override of cost in the prose, now change from before prints 2.2, and the exact value is 1.875: further than rounding can take it',
    ]);
    // Amounts are recorded in the issuer's thousands, whatever the concept is typed in.
    expect(prose('prose | cost | now amount | 815000 | 816000').messages).toEqual([]);
    const lapsed = prose('prose | cost | now change before | 1.625 | 1.7');
    expect(lapsed.messages[0]).toContain('was written for 1.625; the exact value is now 1.875');
    expect(lapsed.financials.proseOverrides).toEqual([]);
  });

  it('that leaves a total unreachable is told with the figures', () => {
    const { messages, findings } = run({
      ...draft(''),
      overrides: [
        'result | a | now percent-of sum | 33.3333 | 33.2',
        'result | b | now percent-of sum | 33.3333 | 33.2',
        'result | c | now percent-of sum | 33.3334 | 33.2',
      ],
    });
    expect(messages).toEqual([
      'derive/cannot-foot: sum prints 100.0 in result, column now percent-of sum, and its parts come to 99.6: + a 33.2 + b 33.2 + c 33.2',
    ]);
    expect(findings[0]).toMatchObject({ at: { line: 100 }, related: [{ at: { line: 101 } }, { at: { line: 102 } }] });
  });
});
