import { expect, it } from 'vitest';
import { dumpDocument } from '../../src/merge/dump-document.ts';
import { mergePage } from '../support/merge-fixture.ts';

it('shows every block, figure, mark, link and reference on a line', () => {
  const { document } = mergePage(
    [
      '<h1>Results</h1>',
      '<p class="notice">Up <b>to</b> {{amount "revenue.total" in="million"}}<sup>(1)</sup>, <a href="https://x.org">x</a>, page {{page "en"}}<br><i>end</i></p>',
      '<ul><li>one</li></ul>',
      '<p><dfn>(1)</dfn> Note <span lang="ja">注</span></p>',
      '<section class="notes"><p>in</p></section>',
      '{{table "position"}}',
    ].join('\n'),
  );
  expect(dumpDocument(document)).toBe(`document en 2001-08-09 Mini Works Inc.
titles 2001年度第1四半期決算 / Results of the 1st Quarter of Fiscal 2001
figures 25

part en en Part

section en.s1 en-text #en

en.1 h1: Results
en.2 paragraph.notice: Up **to** ⟦revenue.total@1q01 JPY1,501 million⟧^(1)→en.4^, [x](https://x.org), page ⟨page en⟩↵*end*
en.3 list
  en.3.1: one
en.4 note [(1)] (1) | Note {ja 注}
en.5 group.notes
  en.6 paragraph: in
en.7 table position statistics
  caption Table 1. Position
  unit (Thousands of JPY and USD)
  summary Position in thousands of yen and of U.S. dollars.
  columns usd:translated jpy:amount prior:amount
  head 0.0 1x1 Item
  head 0.1 1x1 USD
  head 0.2 1x1 ‹1Q01: the 1st quarter of fiscal 2001›
  head 0.3 1x1 ‹4Q00: the 4th quarter of fiscal 2000›
  item Cash | ·3,333· | ·400,000· | ·450,000·
  item *Other assets* | ·5,000· | ·600,000· | ·560,000·
  total/total Total assets | ·8,333· | ·1,000,000· | ·1,010,000·
  head Liabilities and equity |  |  | 
    item <r3> Debt | ·5,833· | ·700,000· | ·659,600·
    item <r3> Capital | ·3,337· | ·400,400· | ·400,400·
    item <r3> Deficit | (·837·) | (·100,400·) | (·50,000·)
    item <r3> of which net loss | ·420· | ·50,400· | ·50,000·
  total <r3> Total liabilities and equity | ·8,333· | ·1,000,000· | ·1,010,000·
`);
});
