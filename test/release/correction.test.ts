// Turn one corrected figure into what must follow: refused alone, and with its entries carried through both languages.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { editedSample } from '../support/edited-sample.ts';
import { entries, equipment } from '../support/equipment-correction.ts';
import { buildSample, composeSample, renderComposed, type WholeRelease } from '../support/sample.ts';
import type { Composed } from '../support/stages.ts';

const period = 'data/iij/periods/2q02.yaml';
const release = 'data/iij/releases/2q02/release.yaml';

describe('equipment sales corrected by ten million yen', () => {
  let alone: Composed;
  let whole: Composed;
  let corrected: WholeRelease;
  beforeAll(async () => {
    alone = composeSample(editedSample([equipment]));
    whole = composeSample(editedSample([equipment, ...entries]));
    corrected = await renderComposed(whole, ['check/stated-stale']);
  });

  it('is refused alone, naming every relation that breaks, with its lines', () => {
    const { findings } = alone;
    const errors = findings.filter(({ severity }) => severity === 'error');
    const text = errors.map(({ message }) => message).join('\n');
    expect(text).toMatch(/4,782,753[\s\S]*4,772,753|4,772,753[\s\S]*4,782,753/);
    expect(text).toMatch(/deficit/);
    expect(text).toMatch(/662/);
    expect(text).toMatch(/672/);
    for (const error of errors) {
      const places = [error.at, ...(error.related ?? []).map(({ at }) => at)];
      expect(
        places.some((at) => at?.file === period || at?.file === release || at?.file.startsWith('data/iij/')),
        error.message,
      ).toBe(true);
    }
    expect(errors.flatMap(({ related }) => (related ?? []).map(({ at }) => `${at.file}:${at.line}`)).length).toBeGreaterThan(0);
  });

  it('is told once for each relation that it breaks, in the scale of the figure that was typed', () => {
    const { findings } = alone;
    const checks = findings.filter(({ code }) => code.startsWith('check/')).map(({ code, message }) => `${code} ${message}`);
    expect(checks).toEqual([
      expect.stringMatching(/^check\/cash-roll .*: for 2q02, .* 4,782,753 and cash 4,772,753 differ by 10,000 thousand JPY$/),
      expect.stringMatching(/^check\/equity-roll .*: for 2q02, .* -23,129,652 and .* -23,119,652 differ by 10,000 thousand JPY$/),
      expect.stringMatching(
        /^check\/explained-difference .*: for 2q02, adjusted EBITDA 662 and .* 672 \(671\.95\) differ by 9\.95 million JPY/,
      ),
    ]);
  });

  it.each(['661', '663'])('would not let adjusted EBITDA be typed as %s', (slip) => {
    const { findings } = composeSample(editedSample([{ file: period, from: 'ebitda.adjusted: 662', to: `ebitda.adjusted: ${slip}` }]));
    expect(findings.map(({ code }) => code)).toContain('check/explained-difference');
  });

  it('builds with the entries that belong to it, and both languages follow', () => {
    const printed = (concept: string, measure: Figure['measure'], lang: string, place: string, against?: string) =>
      corrected.document.figures
        .filter(
          (figure) =>
            figure.fact === `${concept}@2q02` &&
            figure.measure === measure &&
            figure.lang === lang &&
            figure.place.kind === place &&
            (!against || figure.against?.endsWith(`@${against}`)),
        )
        .map(({ text }) => text);
    for (const lang of ['ja', 'en']) {
      expect(printed('revenue.total', 'amount', lang, 'cell')).toEqual(['10,578,342']);
      expect(printed('revenue.total', 'change', lang, 'cell', '2q01')).toEqual(['11.0']);
      expect(printed('revenue.total', 'change', lang, 'cell', '1q02')).toEqual(['7.4']);
      expect(printed('revenue.equipment', 'change', lang, 'cell', '2q01')).toEqual(['186.5']);
      expect(printed('revenue.equipment', 'change', lang, 'cell', '1q02')).toEqual(['98.2']);
    }
    expect(printed('revenue.total', 'change', 'ja', 'prose', '2q01')).toContain('11.0%増');
    expect(printed('revenue.total', 'change', 'en', 'prose', '1q02')).toContain('an increase of 7.4%');
    expect(printed('revenue.equipment', 'amount', 'en', 'prose')).toContain('JPY1,785 million');
    const all = corrected.document.figures.map(({ text }) => text);
    for (const text of ['(183,782)', '(2,316,166)', '(103,032)', '(51.52)', '60.4%の改善', 'improved by 60.4%', 'JPY(-)51.52'])
      expect(all).toContain(text);
  });

  it('asks for the stated figures that rest on it to be confirmed, and stops nothing', () => {
    const { findings } = whole;
    expect(findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`).sort()).toEqual(
      [
        'guidance.revenue-growth@release',
        'guidance.revenue-high@release',
        'guidance.revenue-low@release',
        'revenue.first-half-growth@2q02',
        'revenue.rank@2q02',
      ].map(
        (fact) =>
          `warning check/stated-stale ${fact} rests on revenue.total@2q02, which was 10,568,342 when it was confirmed and is 10,578,342 now`,
      ),
    );
  });

  it('moves exactly the percentage and dollar cells that follow from it', async () => {
    const before = await buildSample();
    const moved: string[] = [];
    for (const [id, statement] of before.financials.statements) {
      statement.rows.forEach(({ spec, cells }, row) => {
        cells.forEach((cell, column) => {
          const now = corrected.financials.statements.get(id)?.rows[row]?.cells[column];
          if (!cell || !now || (cell.measure !== 'percent-of' && cell.measure !== 'translated')) return;
          if (!cell.printed.equals(now.printed)) moved.push(`${id} ${cell.measure} ${spec.concept} ${now.printed.toFixed(now.decimals)}`);
        });
      });
    }
    expect(moved.sort()).toEqual([...expectedMoves].sort());
  });
});

/** Worked out by hand from the rules of footing, column by column. */
const expectedMoves: readonly string[] = [
  'operations percent-of revenue.dedicated 33.5',
  'operations percent-of revenue.value-added 8.5',
  'operations percent-of revenue.si 29.2',
  'operations percent-of revenue.equipment 16.9',
  'operations percent-of costs.connectivity 48.0',
  'operations percent-of costs.si 25.4',
  'operations percent-of costs.general-and-administrative 4.8',
  'operations percent-of costs.total 101.7',
  'operations percent-of result.operating -1.7',
  'operations percent-of result.before-tax -3.2',
  'operations percent-of result.net -21.9',
  'operations translated revenue.equipment 14662',
  'operations translated revenue.total 86893',
  'operations translated result.operating -1510',
  'operations translated result.before-tax -2826',
  'operations translated result.net -19026',
  'balance-sheet translated assets.receivable 64517',
  'balance-sheet translated assets.current 112398',
  'balance-sheet translated assets.total 320752',
  'balance-sheet translated liabilities-and-equity.total 320752',
  'balance-sheet translated equity.accumulated-deficit -189910',
  'balance-sheet translated equity.total 15353',
  'cash-flows translated result.net -19026',
  'cash-flows translated result.equity-method 12161',
  'cash-flows translated cash-flow.receivable -8067',
];
