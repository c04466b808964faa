import { describe, expect, it } from 'vitest';
import { namesResult, signSense } from '../../src/check/heads/sign-sense.ts';

const sense = (label: string, lang: string) => {
  const found = signSense(label, lang);
  return found ? `${found.says} ${found.of}` : 'either';
};

describe('the name of an account', () => {
  it.each([
    ['Net loss', 'loss result'],
    ['Basic net loss per ADS equivalent', 'loss result'],
    ['Loss before income tax expense', 'loss result'],
    ['Operating income', 'gain result'],
    ['Total non-operating income', 'gain part'],
    ['Profit attributable to owners of parent', 'gain result'],
    ['Profit attributable to non-controlling interests', 'gain minority'],
    ['Equity in net loss of equity method investees', 'loss part'],
    ['Extraordinary losses', 'loss part'],
    ['Foreign exchange losses', 'loss part'],
    ['Accumulated deficit', 'loss accumulated'],
    ['Net increase in cash and cash equivalents', 'increase cash'],
    ['Increase in trade receivables', 'increase assets'],
    ['Decrease in allowance for doubtful receivables', 'decrease liabilities'],
    ['Proceeds from sale of investment securities', 'receipt part'],
    ['Net cash used in investing activities', 'payment cash'],
    ['Profit (loss)', 'either'],
    ['Operating income (loss)', 'either'],
    ['Increase (decrease) in inventories', 'either'],
    ['Net cash provided by (used in) operating activities', 'either'],
    ['Gains or losses on hedges', 'either'],
    ['Income taxes - deferred', 'either'],
    ['Deferred income tax expense', 'either'],
    ['Income taxes payable', 'either'],
    ['Retained earnings', 'either'],
    ['Earnings per share', 'either'],
    ['Basic earnings (loss) per share', 'either'],
    ['Capital surplus', 'either'],
    ['Other comprehensive income', 'either'],
    ['Prepaid expenses', 'either'],
    ['Provision for loss on orders received', 'either'],
    ['Net sales', 'either'],
    ['Change in receivables', 'either'],
  ])('%s binds in English', (label, expected) => {
    expect(sense(label, 'en')).toBe(expected);
  });

  it.each([
    ['営業損失', 'loss result'],
    ['四半期純損失（△）', 'loss result'],
    ['１株当たり当期純損失', 'loss result'],
    ['税引前当期損失', 'loss result'],
    ['経常利益', 'gain result'],
    ['売上総利益', 'gain result'],
    ['非支配株主に帰属する四半期純利益', 'gain minority'],
    ['特別損失合計', 'loss part'],
    ['営業外収益', 'gain part'],
    ['為替差損', 'loss part'],
    ['固定資産売却益', 'gain part'],
    ['持分法による投資損失', 'loss part'],
    ['欠損金', 'loss accumulated'],
    ['現金及び現金同等物の増加額', 'increase cash'],
    ['売上債権の増加額', 'increase assets'],
    ['貸倒引当金の減少額', 'decrease liabilities'],
    ['社債の発行による収入', 'receipt part'],
    ['有形固定資産の取得による支出', 'payment part'],
    ['助成金収入', 'either'],
    ['株式報酬費用', 'loss part'],
    ['訴訟損失引当金繰入額', 'either'],
    ['四半期純利益又は四半期純損失（△）', 'either'],
    ['営業利益（△損失）', 'either'],
    ['為替差損（差益）', 'either'],
    ['為替差損益（△は益）', 'either'],
    ['売上債権の増減額（△は増加）', 'either'],
    ['少数株主損益', 'either'],
    ['利益剰余金', 'either'],
    ['繰越利益剰余金', 'either'],
    ['その他の包括利益累計額合計', 'either'],
    ['法人所得税費用', 'either'],
    ['前払費用', 'either'],
    ['受注損失引当金', 'either'],
    ['営業利益率', 'either'],
    ['自己株式の増加', 'increase assets'],
    ['売上高', 'either'],
  ])('%s binds in Japanese', (label, expected) => {
    expect(sense(label, 'ja')).toBe(expected);
  });

  it('is that of a result whichever outcome it names', () => {
    for (const label of ['Profit (loss) before income taxes', 'Operating income', 'Net loss', 'Ordinary profit (loss)']) {
      expect(namesResult(label, 'en'), label).toBe(true);
    }
    for (const label of ['Non-operating income', 'Net sales', 'Other comprehensive income', 'Gain on sale of securities']) {
      expect(namesResult(label, 'en'), label).toBe(false);
    }
    expect(namesResult('税金等調整前四半期純利益又は税金等調整前四半期純損失（△）', 'ja')).toBe(true);
    expect(namesResult('特別利益合計', 'ja')).toBe(false);
  });

  it('is read in a time that grows with its length', () => {
    const started = performance.now();
    for (const part of ['net loss income ', 'income tax ', 'provision for ', 'に帰属する', '法人税']) {
      signSense(part.repeat(40_000), 'en');
      signSense(part.repeat(40_000), 'ja');
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
