// What a column shows of a concept before rounding, and every reason why it shows nothing.
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { type ColumnQuestion, measureFigure } from '../../src/figures/measure-figure.ts';
import { forLang } from '../../src/model/language.ts';
import type { ChangePolicy } from '../../src/model/release.ts';
import type { Measure } from '../../src/model/statement-spec.ts';
import { buildRelease } from '../support/build-release.ts';

interface Asked extends Partial<Pick<ColumnQuestion, 'period' | 'of' | 'from' | 'scale'>> {
  readonly rate?: string;
  readonly change?: ChangePolicy;
}

/** Amounts are typed in thousands of yen. */
function ask(id: string, measure: Measure, { rate, change, ...question }: Asked = {}) {
  const release = buildRelease({
    ...(rate === undefined ? {} : { rate }),
    ...(change ? { change } : {}),
    concepts: { staff: { unit: 'count' }, margin: { unit: 'ratio' } },
    periods: {
      now: { facts: { sales: '12,174', loss: '(1,200)', tax: '-', staff: '40', margin: '10.9%' } },
      before: { facts: { sales: '10,000', loss: '800', tax: '-', staff: '50' } },
    },
  });
  const { facts } = derive(release, ({ message }) => {
    throw new Error(message);
  });
  const concept = release.concepts.get(id);
  if (!concept) throw new Error(`no concept ${id}`);
  const find = (name: string, period: string) => facts.get(`${name}@${period}`);
  return measureFigure({ concept, period: 'now', measure, scale: 'thousand', decimals: 1, ...question }, find, release);
}

/** The figure as text, to two decimals where it has more. */
function shown(...asked: Parameters<typeof ask>): string {
  const answer = ask(...asked);
  return answer.kind === 'figure' ? forLang(answer.figure.text ?? answer.figure.exact.round(2).toString(), 'en') : answer.kind;
}

describe('a column', () => {
  it('shows an amount in its scale, a ratio in percent', () => {
    expect(shown('sales', 'amount')).toBe('12174');
    expect(shown('sales', 'amount', { scale: 'million' })).toBe('12.17');
    expect(shown('margin', 'amount')).toBe('10.9');
  });

  it('shows dollars at the rate of the release, in the same scale', () => {
    expect(shown('sales', 'translated', { rate: '121.74' })).toBe('100');
    expect(shown('sales', 'translated', { rate: '121.74', scale: 'one' })).toBe('100000');
    expect(shown('loss', 'translated', { rate: '120' })).toBe('-10');
  });

  it('shows a share of the base at the same period, with its sign', () => {
    expect(shown('loss', 'percent-of', { of: 'sales' })).toBe('-9.86');
    expect(shown('sales', 'percent-of', { of: 'sales' })).toBe('100');
    expect(shown('loss', 'percent-of', { of: 'sales', period: 'before' })).toBe('8');
  });

  it('shows a change from the period compared with', () => {
    expect(shown('sales', 'change', { from: 'before' })).toBe('21.74');
    expect(shown('staff', 'change', { from: 'before' })).toBe('-20');
    expect(shown('loss', 'change', { from: 'before' })).toBe('-250');
    expect(shown('loss', 'change', { from: 'now', period: 'before' })).toBe('-166.67');
  });

  it('names the facts that its figure follows from, each once', () => {
    const inputs = (...asked: Parameters<typeof ask>) => {
      const answer = ask(...asked);
      return answer.kind === 'figure' ? answer.figure.inputs : [];
    };
    expect(inputs('loss', 'percent-of', { of: 'sales' })).toEqual(['loss@now', 'sales@now']);
    expect(inputs('sales', 'percent-of', { of: 'sales' })).toEqual(['sales@now']);
    expect(inputs('sales', 'change', { from: 'before' })).toEqual(['sales@now', 'sales@before']);
    expect(inputs('sales', 'amount', { from: 'before', of: 'loss' })).toEqual(['sales@now']);
  });

  it('knows a nil, and that a change between nils is none', () => {
    expect(ask('tax', 'amount')).toMatchObject({ figure: { nil: true } });
    expect(ask('tax', 'percent-of', { of: 'sales' })).toMatchObject({ figure: { nil: true } });
    expect(ask('tax', 'change', { from: 'before', change: { policy: 'nm', text: '―' } })).toMatchObject({
      figure: { nil: false, text: '―' },
    });
  });

  it('prints the words of the policy where it has some', () => {
    const nm = { policy: 'nm', text: 'n.m.' } as const;
    expect(shown('loss', 'change', { from: 'before', change: nm })).toBe('n.m.');
    expect(shown('sales', 'change', { from: 'before', change: nm })).toBe('21.74');
  });
});

describe('a column shows nothing', () => {
  it('of a share of nothing, and of a change from nothing where changes are signed', () => {
    expect(ask('sales', 'percent-of', { of: 'tax' })).toEqual({ kind: 'zero', base: 'tax@now' });
    expect(ask('tax', 'change', { from: 'before' })).toEqual({ kind: 'zero', base: 'tax@before' });
  });

  it('of dollars without a rate, or of what is no money', () => {
    expect(ask('sales', 'translated')).toEqual({ kind: 'rateless' });
    expect(ask('sales', 'translated', { rate: '0' })).toEqual({ kind: 'rateless' });
    expect(ask('staff', 'translated', { rate: '120' })).toEqual({ kind: 'senseless' });
  });

  it('of a share of another unit', () => {
    expect(ask('staff', 'percent-of', { of: 'sales' })).toEqual({ kind: 'senseless' });
  });

  it('where facts are missing, and says which', () => {
    expect(ask('margin', 'change', { from: 'before' })).toEqual({ kind: 'missing', facts: [{ concept: 'margin', period: 'before' }] });
    expect(ask('margin', 'percent-of', { of: 'margin', period: 'before' })).toEqual({
      kind: 'missing',
      facts: [
        { concept: 'margin', period: 'before' },
        { concept: 'margin', period: 'before' },
      ],
    });
  });
});
