// Relations that hold, relations that fail, and what a reader of the finding learns: figures, difference, places, remedy.
import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import { buildRelease, type ReleaseDraft } from '../support/build-release.ts';

function run(draft: ReleaseDraft, alter: (financials: Financials) => Financials = (financials) => financials): Finding[] {
  const release = buildRelease(draft);
  const derived: Finding[] = [];
  const financials = derive(release, (finding) => derived.push(finding));
  expect(derived).toEqual([]);
  const findings: Finding[] = [];
  check(release, alter(financials), (finding) => findings.push(finding));
  return findings;
}

const messages = (findings: readonly Finding[]) => findings.map((finding) => `${finding.code}: ${finding.message}`);

/** A balance sheet of two sides at two dates. */
function sheet(edits: Readonly<Record<string, string>> = {}, more: Partial<ReleaseDraft> = {}): ReleaseDraft {
  return {
    concepts: { assets: { label: 'Total assets' }, claims: { label: 'Total liabilities and <i>equity</i>' } },
    periods: {
      now: { previous: 'before', facts: { cash: '706,828', receivable: '1,200', debt: '500,000', equity: '208,028', ...edits } },
      before: { facts: { cash: '600,000', receivable: '1,000', debt: '500,000', equity: '101,000' } },
    },
    statements: {
      sheet: {
        columns: ['now amount', 'before amount'],
        rows: 'cash\nreceivable\nassets = cash + receivable\ndebt\nequity\nclaims = debt + equity',
      },
    },
    relations: ['balance | both sides agree | assets | claims'],
    ...more,
  };
}

describe('a balance', () => {
  it('that holds says nothing', () => {
    expect(run(sheet())).toEqual([]);
  });

  it('that fails by one names both sides, the difference, every typed figure and what still holds', () => {
    const findings = run(sheet({ receivable: '1,201' }));
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.code).toBe('check/balance');
    expect(finding?.message).toBe(
      'both sides agree: for now, total assets 708,029 and total liabilities and equity 708,028 differ by 1 thousand JPY',
    );
    expect([finding?.at, ...(finding?.related ?? []).map((each) => each.at)].map((at) => `${at?.file}:${at?.line}`)).toEqual([
      'periods/now.yaml:5',
      'periods/now.yaml:6',
      'periods/now.yaml:7',
      'periods/now.yaml:8',
      'issuer.yaml:100',
    ]);
    expect(finding?.related?.map((each) => each.message)).toEqual(['receivable@now', 'debt@now', 'equity@now', 'the relation']);
    expect(finding?.hints).toEqual(['compare the balance sheet of 2002-09-30 line by line; the relation holds for before']);
  });

  it.each([
    ['two digits exchanged', { cash: '760,828' }, 'cash@now: 760,828 read as 706,828, two digits exchanged, closes the difference', 5],
    ['a sign', { receivable: '(1,200)' }, 'receivable@now is half of the difference: its sign may be wrong', 6],
    ['a figure counted twice', { equity: '209,228' }, 'receivable@now equals the difference: it is left out, or counted twice', 6],
  ])('points at the figure that %s explains', (_slip, edits, hint, line) => {
    const [finding] = run(sheet(edits));
    expect(finding?.hints).toContain(hint);
    expect(finding?.at?.line).toBe(line);
  });

  it('is not tried where a side has no figure', () => {
    const draft = sheet(
      {},
      { relations: ['balance | both sides agree | assets | claims', 'balance | of another kind | assets | goodwill'] },
    );
    expect(run({ ...draft, concepts: { ...draft.concepts, goodwill: {} } })).toEqual([]);
  });

  it('gives half a unit to the figures that are typed coarser than the rest, and to no other', () => {
    const draft = (note: string): ReleaseDraft => ({
      concepts: { note: { scale: 'million' } },
      periods: { now: { facts: { cash: '706,828', note } } },
      relations: ['balance | the note agrees | cash | note'],
    });
    expect(run(draft('707'))).toEqual([]);
    expect(messages(run(draft('706')))).toEqual([
      'check/balance: the note agrees: for now, cash 706,828 and note 706,000 differ by 828 thousand JPY, more than the 500 that coarse figures explain',
    ]);
  });
});

describe('figures of two periods', () => {
  const roll = (edits: Readonly<Record<string, string>>): ReleaseDraft => ({
    periods: {
      now: { previous: 'before', facts: { opening: '1,100', closing: '1,250', cash: '1,250', deficit: '(520)', net: '(20)', ...edits } },
      before: { facts: { opening: '900', closing: '1,100', cash: '1,100', deficit: '(500)', net: '7' } },
    },
    relations: [
      'cash-roll | closing cash is that of the balance sheet | closing | cash',
      'previous-period | opening cash is that of the period before | opening | previous(closing)',
      'equity-roll | the deficit moves by the result | deficit | previous(deficit) + net',
    ],
  });

  it('that follow one another say nothing', () => {
    expect(run(roll({}))).toEqual([]);
  });

  it.each([
    ['cash-roll', { cash: '1,260' }, 'closing 1,250 and cash 1,260 differ by 10 thousand JPY'],
    ['previous-period', { opening: '1,101' }, 'opening 1,101 and previous(closing) 1,100 differ by 1 thousand JPY'],
    ['equity-roll', { net: '(25)' }, 'deficit -520 and previous(deficit) + net -525 differ by 5 thousand JPY'],
  ])('that fail are told by %s alone', (code, edits, words) => {
    const findings = run(roll(edits));
    expect(findings.map((finding) => finding.code)).toEqual([`check/${code}`]);
    expect(findings[0]?.message).toContain(words);
  });

  it('point into the file of each period', () => {
    const [finding] = run(roll({ opening: '1,101' }));
    expect([finding?.at, ...(finding?.related ?? []).map((each) => each.at)].map((at) => at?.file)).toEqual([
      'periods/now.yaml',
      'periods/before.yaml',
      'issuer.yaml',
    ]);
  });
});

describe('a cash flow', () => {
  const flows = (cash: string, more: ReleaseDraft['periods'] = {}): ReleaseDraft => ({
    concepts: { opening: { formula: 'previous(closing)' }, closing: { formula: 'opening + inflow + borrowed' } },
    periods: {
      now: { previous: 'before', facts: { inflow: '150', borrowed: '-', cash } },
      before: { facts: { opening: '900', inflow: '200', borrowed: '-', cash: '1,100' } },
      ...more,
    },
    relations: ['cash-roll | flows lead to cash | closing | cash', 'previous-period | cash goes on | opening | previous(cash)'],
  });

  it('with a line that is nil must still lead to the cash to the last digit', () => {
    expect(run(flows('1,250'))).toEqual([]);
    expect(messages(run(flows('1,251')))).toEqual([
      'check/cash-roll: flows lead to cash: for now, closing 1,250 and cash 1,251 differ by 1 thousand JPY',
    ]);
  });

  it('of a period that is not reported yet repeats no fault of the one before', () => {
    expect(run(flows('1,251', { next: { previous: 'now', facts: {} } })).map((finding) => finding.message)).toEqual([
      'flows lead to cash: for now, closing 1,250 and cash 1,251 differ by 1 thousand JPY',
    ]);
  });
});

describe('many figures', () => {
  it('are told by their lines, so that the finding can be read', () => {
    const names = Array.from({ length: 14 }, (_, index) => `item-${index + 10}`);
    const facts = Object.fromEntries(names.map((name) => [name, '10']));
    const [finding] = run({
      periods: { now: { facts: { ...facts, whole: '147' } } },
      relations: [`balance | items make up the whole | ${names.join(' + ')} | whole`],
    });
    expect(finding?.related?.filter(({ folded }) => !folded).map((each) => each.message)).toEqual(['the relation']);
    // Programs are given the place of each.
    expect(finding?.related?.filter(({ folded }) => folded).map((each) => each.message)).toEqual(names.map((name) => `${name}@now`));
    expect(finding?.label).toBe('one of the figures that take part: whole@now');
    expect(finding?.hints?.at(-1)).toMatch(/^15 typed figures take part: periods\/now\.yaml \d+-\d+$/);
  });
});

describe('coarse figures', () => {
  const bandwidth = (total: string): ReleaseDraft => ({
    concepts: { lines: { unit: 'Gbps' }, center: { unit: 'Gbps' }, total: { unit: 'Gbps' } },
    periods: { now: { facts: { lines: '18.0', center: '4.7', total } } },
    relations: ['parts | bandwidth adds up | lines + center | total'],
  });

  it('as parts may miss their total by half a unit of each, and by no more', () => {
    expect(run(bandwidth('22.7'))).toEqual([]);
    expect(run(bandwidth('22.8'))).toEqual([]);
    expect(messages(run(bandwidth('22.9')))).toEqual([
      'check/parts: bandwidth adds up: for now, lines + center 22.7 and total 22.9 differ by 0.2 Gbps, more than the 0.15 that coarse figures explain',
    ]);
  });

  it('come first, with the finer value as they would be typed and then whole', () => {
    expect(
      messages(
        run({
          concepts: { ebitda: { scale: 'million' } },
          periods: { now: { facts: { ebitda: '662', operating: '(183,782)', depreciation: '883,732' } } },
          relations: ['explained-difference | adjusted figure | ebitda | operating + depreciation'],
        }),
      ),
    ).toEqual([
      'check/explained-difference: adjusted figure: for now, ebitda 662 and operating + depreciation 700 (699.95) differ by 37.95 million JPY, more than the 0.5 that coarse figures explain',
    ]);
  });

  it('beside a stated explanation must come to the figure reported', () => {
    const ebitda = (explained: string): ReleaseDraft => ({
      concepts: { ebitda: { scale: 'million' }, explained: { scale: 'million' } },
      periods: { now: { facts: { ebitda: '662', operating: '(193,782)', depreciation: '883,732' }, stated: { explained } } },
      relations: ['explained-difference | adjusted figure | ebitda | operating + depreciation - explained'],
    });
    expect(run(ebitda('28'))).toEqual([]);
    // 662 and 27 may each be off by half a million: 0.95 apart is explained, 1.05 is not.
    expect(run(ebitda('27'))).toEqual([]);
    expect(run(ebitda('29')).map((finding) => finding.code)).toEqual(['check/explained-difference']);
  });
});

describe('a control', () => {
  const draft = (controls: Readonly<Record<string, string>>, more: Partial<ReleaseDraft> = {}): ReleaseDraft => ({
    rate: '121.74',
    concepts: {
      heads: { unit: 'count', formula: 'shares * 2000' },
      shares: { unit: 'count' },
      each: { unit: 'per-share', formula: 'net / heads' },
    },
    periods: { now: { facts: { deposit: '5,000,000', shares: '22,480', net: '(2,326,166)' }, controls } },
    ...more,
  });

  it('agrees at its own decimals, in yen and in dollars', () => {
    expect(run(draft({ heads: '44,960,000', 'deposit translated': '41,071', each: '(51.74)', deposit: '5,000,000' }))).toEqual([]);
  });

  it('that differs names the computed figure, the difference and what it was computed from', () => {
    const findings = run(draft({ heads: '44,960,001', 'deposit translated': '41,072' }));
    expect(messages(findings)).toEqual([
      'check/control: heads@now comes to 44,960,000 and is controlled at 44,960,001, a difference of -1',
      'check/control: deposit@now comes to 41,071 and is controlled at 41,072 USD, a difference of -1',
    ]);
    expect(findings[0]?.related).toEqual([
      { at: expect.objectContaining({ file: 'periods/now.yaml', line: 6 }), message: 'shares@now' },
      { at: expect.objectContaining({ file: 'formula' }), message: 'the formula, shares * 2000' },
    ]);
    expect(findings[1]?.related?.at(-1)?.message).toBe('the rate, 121.74');
  });

  it('of dollars holds the printed cell, plugs included', () => {
    const statements = {
      table: { columns: ['now translated'], rows: 'a\nb\nc\nsum = a + b + c' },
    };
    const facts = { a: '1', b: '1', c: '1' };
    const printed = (figure: string) => run({ rate: '1.5', periods: { now: { facts, controls: { 'c translated': figure } } }, statements });
    // 0.67 each and 2 in all: the last part prints 0.
    expect(printed('0')).toEqual([]);
    expect(printed('1').map((finding) => finding.code)).toEqual(['check/control']);
  });

  it('of a change or a multiple holds both figures that it compares', () => {
    const compared = (controls: Readonly<Record<string, string>>, more: Partial<ReleaseDraft> = {}) =>
      messages(run({ periods: { now: { facts: { cost: '1,504' }, controls }, before: { facts: { cost: '1,015', none: '0' } } }, ...more }));
    // 48.177…%, and 1.4817… times.
    expect(compared({ 'cost change before': '48', 'cost times before': '1.48' })).toEqual([]);
    expect(compared({ 'cost change before': '48.1', 'cost times before': '1.5' })).toEqual([
      'check/control: the change of cost@now from cost@before comes to 48.2 and is controlled at 48.1%, a difference of 0.1',
    ]);
    expect(compared({ 'cost times before': '1.6' })).toEqual([
      'check/control: cost@now as a multiple of cost@before comes to 1.5 and is controlled at 1.6, a difference of -0.1',
    ]);
    const overrides = ['prose | cost | now change before | 48.17 | 49'];
    expect(compared({ 'cost change before': '49' }, { overrides })).toEqual([]);
    expect(compared({ 'cost change before': '48' }, { overrides })).toHaveLength(1);
    expect(compared({ 'none change before': '1' })).toEqual(['check/control: none@now is controlled at 1 and has no figure']);
  });

  it('of dollars has the sign of the fact, however its row prints it', () => {
    const statements = { table: { columns: ['now translated'], rows: '~net' } };
    expect(run(draft({ 'net translated': '(19,108)' }, { statements }))).toEqual([]);
    expect(messages(run(draft({ 'net translated': '19,108' }, { statements })))).toEqual([
      'check/control: net@now comes to -19,108 and is controlled at 19,108 USD, a difference of -38,216',
    ]);
  });

  it('without a figure is told', () => {
    expect(messages(run(draft({ goodwill: '1' }, { concepts: { goodwill: {} } })))).toEqual([
      'check/control: goodwill@now is controlled at 1 and has no figure',
    ]);
  });
});

describe('printed columns', () => {
  const draft: ReleaseDraft = {
    periods: { now: { facts: { a: '1,600', b: '1,700' } } },
    statements: { table: { columns: ['now amount'], rows: 'a\nb\nsum = a + b', scale: 'million' } },
  };

  /** The same financials with one printed figure changed, as no derivation would. */
  function reprint(concept: string, printed: number) {
    return (financials: Financials): Financials => {
      const statements = new Map(
        [...financials.statements].map(([id, statement]) => {
          const rows = statement.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => (cell?.concept === concept ? { ...cell, printed: Exact.of(printed) } : cell)),
          }));
          return [id, { ...statement, rows }];
        }),
      );
      return { ...financials, statements };
    };
  }

  it('are added up as printed', () => {
    expect(run(draft)).toEqual([]);
    expect(messages(run(draft, reprint('a', 2)))).toEqual([
      'check/footing: table, column now amount: sum prints 3 and its parts come to 4: + a 2 + b 2',
    ]);
  });

  it('are not added up where the issuer rounds each figure alone', () => {
    expect(run({ ...draft, regime: 'round' })).toEqual([]);
  });

  it('tied to another statement must print what stands there', () => {
    const tied: ReleaseDraft = {
      rate: '1',
      periods: { now: { facts: { a: '1,440', b: '1,450', c: '1,480' } } },
      statements: {
        first: { columns: ['now translated'], rows: 'a\nb\ntotal = a + b', scale: 'million' },
        second: { columns: ['now translated'], rows: 'b\nc\nsum = b + c', scale: 'million', tied: { b: 'first' } },
      },
    };
    expect(run(tied)).toEqual([]);
    const reversed = { columns: ['now translated'], rows: '~b\nc\nsum = c - b', scale: 'million' as const, tied: { b: 'first' } };
    expect(run({ ...tied, statements: { ...tied.statements, second: reversed } })).toEqual([]);
    expect(messages(run({ ...tied, overrides: ['second | b | now translated | 1.45 | 1'] }))).toEqual([
      'check/tied-figures: b prints 1 in second, column now translated, and b prints 2 in first: they are tied',
    ]);
    const astray = {
      ...tied,
      statements: { ...tied.statements, second: { columns: ['now translated'], rows: 'c', tied: { c: 'first z' } } },
    };
    expect(run(astray).map((finding) => finding.code)).toEqual(['check/tied-figures']);
  });
});

describe('a waiver', () => {
  const failing = (waiver: string) => sheet({ receivable: '1,201' }, { waivers: [waiver] });

  it('takes away the failure that it was written for', () => {
    expect(run(failing('balance | both sides agree | now | 1000'))).toEqual([]);
  });

  it('lapses when the difference has changed', () => {
    expect(run(failing('balance | both sides agree | now | 2000')).map((finding) => finding.code)).toEqual([
      'check/balance',
      'check/waiver',
    ]);
    expect(messages(run(failing('balance | both sides agree | now | -1000'))).at(-1)).toBe(
      'check/waiver: the waiver of balance for now, "both sides agree" was written for a difference of -1; it is now 1 thousand JPY',
    );
  });

  it('that waives nothing is told', () => {
    expect(messages(run(sheet({}, { waivers: ['balance | both sides agree | now | 1000'] })))).toEqual([
      'check/waiver: the waiver of balance for now, "both sides agree" waives nothing: the relation holds',
    ]);
    expect(messages(run(sheet({}, { waivers: ['balance | both sides | now | 1000'] })))).toEqual([
      'check/waiver: the waiver of balance for now, "both sides" names no relation of the issuer',
    ]);
  });
});
