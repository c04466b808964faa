import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/edited-release.ts';

const operating = '{gain: {ja: 営業利益, en: operating profit}, loss: {ja: 営業損失, en: operating loss}}';
const told = (outcomes: string) =>
  findingsOf('aoba', '2026h1', [['concepts.yaml', operating, outcomes]]).filter(
    (line) => line.includes('outcome') || / (?:gain|loss) of /.test(line),
  );
const exchange = '{gain: {ja: 為替差益, en: foreign exchange gain}, loss: {ja: 為替差損, en: foreign exchange loss}}';

describe('names of the two outcomes of a result', () => {
  it('that are exchanged are told at both', () => {
    expect(told('{gain: {ja: 営業利益, en: operating loss}, loss: {ja: 営業損失, en: operating profit}}')).toEqual([
      'check/label-sign concepts.yaml:34 the name "operating loss" of the gain of profit.operating says the other outcome',
      'check/label-sign concepts.yaml:34 the name "operating profit" of the loss of profit.operating says the other outcome',
    ]);
  });

  it.each([
    '{gain: {ja: 営業損失, en: operating profit}, loss: {ja: 営業利益, en: operating loss}}',
    '{gain: {ja: 営業利益, en: operating profit}, loss: {ja: 営業損失, en: operating income}}',
    '{gain: {ja: 営業利益, en: operating profit}, loss: {ja: 営業利益, en: operating loss}}',
    '{gain: {ja: 営業黒字, en: operating profit}, loss: {ja: 営業損失, en: Operating Profit}}',
    '{gain: {ja: 営業の結果, en: operating profit}, loss: {ja: 営業の結果, en: operating loss}}',
  ])('%s is told', (outcomes) => {
    expect(told(outcomes)).not.toEqual([]);
  });

  it.each([
    '{gain: {ja: 営業黒字, en: income from operations}, loss: {ja: 営業赤字, en: loss from operations}}',
    '{gain: {ja: 営業損益, en: operating profit}, loss: {ja: 営業損益, en: operating loss}}',
    '{gain: {ja: 営業利益又は営業損失（△）, en: operating profit}, loss: {ja: 営業損失, en: operating loss}}',
    '{gain: {ja: 営業の成果, en: operating surplus}, loss: {ja: 営業の不足, en: operating shortfall}}',
  ])('%s is not', (outcomes) => {
    expect(told(outcomes)).toEqual([]);
  });

  it('of a part of a result are held where more is better', () => {
    const iij = (from: string, to: string) =>
      findingsOf('iij', '2q02', [['concepts.yaml', from, to]]).filter((line) => / (?:gain|loss) of /.test(line));
    expect(
      iij(exchange, '{gain: {ja: 為替差損, en: foreign exchange gain}, loss: {ja: 為替差益, en: foreign exchange loss}}'),
    ).toHaveLength(2);
    expect(iij(exchange, exchange.replace('foreign exchange gain', 'gain on foreign exchange'))).toEqual([]);
  });
});
