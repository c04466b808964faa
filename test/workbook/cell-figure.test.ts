// Cells are read as figures, whatever form they were typed in; what is none is told.
import { describe, expect, it } from 'vitest';
import { cellFigure, isFault, textFigure } from '../../src/workbook/cell-figure.ts';
import type { WorkbookCell } from '../../src/workbook/workbook.ts';

describe('a text', () => {
  const figures: readonly (readonly [string, string])[] = [
    ['1,234', '1234'],
    ['1234', '1234'],
    ['△1,234', '-1234'],
    ['△ 1,234', '-1234'],
    ['▲1,234', '-1234'],
    ['(1,234)', '-1234'],
    ['( 1,234 )', '-1234'],
    ['（１，２３４）', '-1234'],
    ['１，２３４', '1234'],
    ['１２３．４', '123.4'],
    ['-1,234', '-1234'],
    ['－１，２３４', '-1234'],
    ['−1,234', '-1234'],
    ['+5', '5'],
    ['¥1,234', '1234'],
    ['￥1,234', '1234'],
    ['△¥1,234', '-1234'],
    ['¥△1,234', '-1234'],
    ['$86.8', '86.8'],
    [' 1,234 ', '1234'],
    ['　1,234', '1234'],
  ];
  it.each(figures)('%j is %s', (text, value) => {
    const figure = textFigure(text);
    expect(isFault(figure) ? figure.message : figure.value.toString()).toBe(value);
  });

  it.each([
    ['undecided', '0'],
    ['6,000..7,000', '6000'],
    ['(200)..100', '-200'],
    [' 3.4%..20.7% ', '3.4'],
  ])('%j is open, as a data file types it', (text, low) => {
    const cell = { row: 0, column: 0, kind: 'text', value: text, shown: text, percent: false } as const;
    const figure = cellFigure(cell, 'held');
    expect(isFault(figure) ? figure : [figure.open, figure.value.toString()]).toEqual([text.trim(), low]);
  });

  it.each(['23.6%', '２３．６％', '23.6 %'])('%j is a percentage', (text) => {
    expect(textFigure(text)).toMatchObject({ percent: true });
  });

  it.each(['-', '－', '―', '—', 'ー', '−'.replace('−', '‐')])('%j is nothing', (text) => {
    expect(textFigure(text)).toMatchObject({ nil: true });
  });

  it.each(['n.m.', '1,23,456', '1.2.3', '12 345', '1,234千円', 'about 5', '1e5', '0012', '', '()', '△'])('%j is no figure', (text) => {
    expect(textFigure(text)).toMatchObject({ message: expect.stringContaining('is no figure') });
  });
});

describe('a number', () => {
  const cell = (value: string, shown: string, percent = false): WorkbookCell => ({
    row: 0,
    column: 0,
    kind: 'number',
    value,
    shown,
    percent,
  });

  it('is what it holds, and tells where it shows another', () => {
    expect(cellFigure(cell('1234.56', '1,234.56'), 'held')).not.toHaveProperty('shows');
    expect(cellFigure(cell('1234.56', '1,235'), 'held')).toMatchObject({ shows: '1,235' });
    expect(cellFigure(cell('1234567', '1,235'), 'held')).toMatchObject({ shows: '1,235' });
    expect(cellFigure(cell('0.4', '-'), 'held')).toMatchObject({ shows: '-', nil: false });
    expect(cellFigure(cell('123456789012', '1.23457E+11'), 'held')).not.toHaveProperty('shows');
  });

  it('is what it shows where that is asked for', () => {
    const figure = cellFigure(cell('1234.56', '1,235'), 'shown');
    expect(isFault(figure) ? '' : figure.value.toString()).toBe('1235');
    expect(cellFigure(cell('1234567', '1.2M'), 'shown')).toMatchObject({ message: 'shows "1.2M", and that is no figure' });
    expect(cellFigure(cell('1234567', '1.2M'), 'held')).not.toHaveProperty('message');
  });

  it('is in percent by its format, or by the sign that its format writes behind it', () => {
    for (const [held, seen, percent] of [
      ['0.236', '23.6%', true],
      ['23.6', '23.6%', false],
    ] as const) {
      const figure = cellFigure(cell(held, seen, percent), 'held');
      expect(isFault(figure) ? '' : [figure.value.toString(), figure.percent]).toEqual(['23.6', true]);
    }
  });

  it('is nothing where its format shows a dash for zero', () => {
    expect(cellFigure(cell('0', '-'), 'held')).toMatchObject({ nil: true });
    expect(cellFigure(cell('0', '0'), 'held')).toMatchObject({ nil: false });
  });
});

describe('a cell that holds no figure', () => {
  const told: readonly (readonly [Partial<WorkbookCell>, RegExp])[] = [
    [{ kind: 'error', value: '#REF!' }, /is the error #REF!/],
    [{ kind: 'date', value: '2025-09-30' }, /is a date, 2025-09-30/],
    [{ kind: 'uncomputed', formula: 'A1+1' }, /never computed, =A1\+1/],
    [{ kind: 'boolean', value: 'TRUE' }, /is TRUE/],
    [{ kind: 'text', value: 'n.m.' }, /"n\.m\." is no figure/],
  ];
  it.each(told)('%j is told', (cell, message) => {
    expect(cellFigure({ row: 0, column: 0, kind: 'text', value: '', shown: '', percent: false, ...cell }, 'held')).toMatchObject({
      message: expect.stringMatching(message),
    });
  });
});
