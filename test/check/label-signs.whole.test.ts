import { describe, expect, it } from 'vitest';
import { type FileEdit, findingsOf } from '../support/edited-release.ts';

const aoba = (...edits: readonly FileEdit[]) => findingsOf('aoba', '2026h1', edits);
const iij = (...edits: readonly FileEdit[]) => findingsOf('iij', '2q02', edits);

/** Another label of a concept. */
const labelled = (from: string, to: string): FileEdit => ['concepts.yaml', `labels: {${from}}`, `labels: {${to}}`];

/** The codes, each once. */
const codes = (lines: readonly string[]) => [...new Set(lines.map((line) => line.split(' ')[0]))];

const operating = 'ja: 営業利益, en: Operating profit';
const net = 'ja: 四半期純利益又は四半期純損失（△）, en: Profit (loss)';
const netLoss = 'ja: 当期損失, en: Net loss';
const operatingLoss = 'ja: 営業利益（損失）, en: Operating income (loss)';
const investing = 'ja: 投資活動によるキャッシュフロー, en: Net cash used in investing activities';
const cash = 'ja: 現金及び現金同等物の減少額, en: Net Decrease in Cash';
const equityMethod = 'ja: 持分法による投資損失, en: Equity in net loss of equity method investees';
const minority = 'ja: 非支配株主に帰属する四半期純利益, en: Profit attributable to non-controlling interests';

describe('a label that says another sign than its figures have', () => {
  it('is told where it is typed, with the figure and both remedies', () => {
    expect(aoba(labelled(operating, 'ja: 営業損失, en: Operating profit')).filter((line) => line.includes('concepts'))).toEqual([
      'check/label-sign concepts.yaml:33 the label "営業損失" says a loss or expense, and 629 (profit.operating@2025h1) is a gain',
    ]);
  });

  it.each<[string, () => readonly string[]]>([
    ['営業損失 over a profit', () => aoba(labelled(operating, 'ja: 営業損失, en: Operating profit'))],
    ['Operating loss over a profit', () => aoba(labelled(operating, 'ja: 営業利益, en: Operating loss'))],
    ['純損失 over a profit and a loss', () => aoba(labelled(net, 'ja: 四半期純損失（△）, en: Profit (loss)'))],
    [
      'a gain among the losses of a statement of income',
      () =>
        aoba(
          labelled(
            'ja: 固定資産除却損, en: Loss on retirement of non-current assets',
            'ja: 固定資産除却益, en: Gain on retirement of non-current assets',
          ),
        ),
    ],
    [
      'losses among the income',
      () => aoba(labelled('ja: 為替差益, en: Foreign exchange gains', 'ja: 為替差損, en: Foreign exchange losses')),
    ],
    [
      'expenses as income',
      () => aoba(labelled('ja: 営業外費用合計, en: Total non-operating expenses', 'ja: 営業外費用合計, en: Total non-operating gains')),
    ],
    [
      'the loss of others than the owners',
      () => aoba(labelled(minority, 'ja: 非支配株主に帰属する四半期純損失, en: Profit attributable to non-controlling interests')),
    ],
    [
      'a row’s own label',
      () =>
        aoba([
          'statements/income.yaml',
          '  - {concept: profit.ordinary,',
          '  - {concept: profit.ordinary, labels: {ja: 経常損失, en: Ordinary loss},',
        ]),
    ],
    ['a loss over a column of periods', () => aoba(['statements/per-share.yaml', 'Basic earnings |per share', 'Basic loss |per share'])],
    ['当期利益 over a loss', () => iij(labelled(netLoss, 'ja: 当期利益, en: Net loss'))],
    ['Net income over a loss', () => iij(labelled(netLoss, 'ja: 当期損失, en: Net income'))],
    ['Operating income over losses and a profit', () => iij(labelled(operatingLoss, 'ja: 営業利益（損失）, en: Operating income'))],
    ['an increase in cash that is none', () => iij(labelled(cash, 'ja: 現金及び現金同等物の増加額, en: Net Decrease in Cash'))],
    ['Net increase over a decrease', () => iij(labelled(cash, 'ja: 現金及び現金同等物の減少額, en: Net Increase in Cash'))],
    [
      'cash provided that is used',
      () => iij(labelled(investing, 'ja: 投資活動によるキャッシュフロー, en: Net cash provided by investing activities')),
    ],
    [
      'a loss of investees as a profit',
      () => iij(labelled(equityMethod, 'ja: 持分法による投資利益, en: Equity in net loss of equity method investees')),
    ],
    ['other income that is an expense', () => iij(labelled('ja: その他の費用, en: Other expenses', 'ja: その他の費用, en: Other income'))],
    [
      'an increase of receivables that fell',
      () =>
        iij(
          labelled(
            'ja: 売掛金の減少（増加）額, en: Decrease (increase) in accounts receivable',
            'ja: 売掛金の減少額, en: Decrease (increase) in accounts receivable',
          ),
        ),
    ],
    [
      'a payment that is a receipt',
      () =>
        iij(
          labelled(
            'ja: 長期借入金による収入, en: Proceeds from long-term borrowings',
            'ja: 長期借入金による支出, en: Proceeds from long-term borrowings',
          ),
        ),
    ],
  ])('%s is an error', (_, found) => {
    expect(codes(found())).toContain('check/label-sign');
  });

  it.each<[string, () => readonly string[]]>([
    ['純利益 over a profit, and a loss of the year before', () => aoba(labelled(net, 'ja: 四半期純利益, en: Profit (loss)'))],
    ['either sign in brackets', () => aoba(labelled(operating, 'ja: 営業利益（△損失）, en: Operating profit (loss)'))],
    ['either sign in words', () => aoba(labelled(operating, 'ja: 営業利益又は営業損失（△）, en: Operating profit or loss'))],
    ['損益', () => aoba(labelled(operating, 'ja: 営業損益, en: Operating profit'))],
    ['another word for a profit', () => aoba(labelled(operating, 'ja: 営業利益, en: Operating income'))],
    ['an expense with the word', () => aoba(labelled('ja: 売上原価, en: Cost of sales', 'ja: 営業費用, en: Operating expenses'))],
    [
      'an impairment loss in other words',
      () => aoba(labelled('ja: 減損損失, en: Impairment losses', 'ja: 減損損失, en: Loss on impairment')),
    ],
    [
      'taxes',
      () => aoba(labelled('ja: 法人税等調整額, en: Income taxes - deferred', 'ja: 法人所得税費用, en: Deferred income tax expense')),
    ],
    [
      'comprehensive income',
      () =>
        aoba(
          labelled(
            'ja: その他の包括利益, en: Other comprehensive income',
            'ja: その他の包括利益（税引後）, en: "Other comprehensive income, net of tax"',
          ),
        ),
    ],
    [
      'retained earnings',
      () => aoba(labelled('ja: 利益剰余金, en: Retained earnings', 'ja: 利益剰余金（繰越利益を含む）, en: Retained earnings')),
    ],
    [
      'a provision for losses',
      () =>
        aoba(
          labelled(
            'ja: 製品保証引当金, en: Provision for product warranties',
            'ja: 受注損失引当金, en: Provision for loss on orders received',
          ),
        ),
    ],
    [
      'prepaid expenses',
      () => aoba(labelled('ja: 商品及び製品, en: Merchandise and finished goods', 'ja: 前払費用, en: Prepaid expenses')),
    ],
    [
      'the loss of investees',
      () => iij(labelled(equityMethod, 'ja: 持分法投資損失, en: Share of loss of entities accounted for using equity method')),
    ],
    [
      'losses added back',
      () =>
        iij(
          labelled(
            'ja: 投資有価証券評価損等, en: Losses on other investments',
            'ja: 投資有価証券評価損, en: Loss on valuation of investment securities',
          ),
        ),
    ],
    [
      'a rise of payables',
      () =>
        iij(
          labelled(
            'ja: 買掛金及び未払金の増加（減少）額, en: Increase (decrease) in accounts payable',
            'ja: 買掛金及び未払金の増減額（△は減少）, en: Change in accounts payable',
          ),
        ),
    ],
    ['a net change', () => iij(labelled(cash, 'ja: 現金及び現金同等物の純増減額, en: Net change in cash'))],
    [
      'payments',
      () =>
        iij(
          labelled(
            'ja: リース債務の元本返済による支出, en: Principal payments under capital leases',
            'ja: リース債務の返済による支出, en: Repayments of lease liabilities',
          ),
        ),
    ],
    [
      'a label set free by a literal',
      () =>
        aoba(
          labelled('ja: 固定資産除却損, en: Loss on retirement of non-current assets', 'ja: 固定資産除却損, en: Gain Theory retirement'),
          [
            'releases/2026h1/release.yaml',
            'controls:',
            'literals:\n  - {kind: word, text: Gain Theory, why: the name of a plan}\ncontrols:',
          ],
        ),
    ],
  ])('%s raises nothing', (_, found) => {
    expect(found()).toEqual([]);
  });

  it('follows the sign where its row asks for that', () => {
    const follow: FileEdit = [
      'statements/income.yaml',
      '{concept: profit.operating, of',
      '{concept: profit.operating, follow-sign: true, of',
    ];
    expect(aoba(follow)).toEqual([]);
    const lines = aoba(follow, labelled(operating, 'ja: 営業損失, en: Operating profit'));
    expect(lines).toEqual([]);
    expect(codes(aoba(['statements/income.yaml', '{concept: profit.gross, of', '{concept: profit.gross, follow-sign: true, of']))).toEqual([
      'validate/missing-label',
    ]);
  });
});
