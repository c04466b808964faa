// Turn heads with brackets into pieces that hang behind them.
import { expect, it } from 'vitest';
import type { OwnedInline } from '../../../src/layout/paragraph/line.ts';
import { hangingPieces } from '../../../src/layout/table/hanging-pieces.ts';
import { here } from '../../support/block-document.ts';

const width = (inlines: readonly OwnedInline[]): number => inlines.reduce((sum, { inline }) => sum + 5 * inline.text.length, 0);
const hangs = (text: string): readonly number[] =>
  hangingPieces(
    text.split('|').map((piece) => (piece === '' ? [] : [{ inline: { text: piece, at: here }, owner: 'h' }])),
    width,
  ).map(({ hang }) => hang);

it.each([
  ['前連結会計年度|（自　2024年1月1日|至　2024年12月31日）', [0, 0, 5]],
  ['Year|(from April 1,|through June|to March 31)|audited', [0, 0, 5, 5, 0]],
  ['配当金総額|（合計）|計', [0, 0, 0]],
  ['（連結）|合計', [0, 0]],
  ['資本|剰余金）', [0, 0]],
])('%s', (text, expected) => {
  expect(hangs(text)).toEqual(expected);
});
