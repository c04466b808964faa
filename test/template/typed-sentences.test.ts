// Turn narratives into the sentences that a person has to look at, each at its place.
import { describe, expect, it } from 'vitest';
import { asOneLine, typedSentences } from '../../src/template/typed-sentences.ts';
import { timeTaken } from '../support/time-taken.ts';

const sentences = (text: string, lang = 'en') => typedSentences(text, lang).map((sentence) => sentence.text);

describe('sentences of a narrative', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['two', 'en', 'Sales rose. Costs fell.', ['Sales rose.', 'Costs fell.']],
    ['one over two lines', 'en', 'Sales\n  rose. Costs\nfell.', ['Sales rose.', 'Costs fell.']],
    [
      'expressions with stops in them',
      'en',
      'In {{period "a. B"}} sales rose. {{period "current"}} was good.',
      ['In {{period "a. B"}} sales rose.', '{{period "current"}} was good.'],
    ],
    [
      'a heading, items, an element',
      'en',
      '### Outlook {.run-in}\n\n- First.\n- Second one. Third.\n\n<p class="lead">Tokyo, {{date "x"}} – all.</p>',
      ['Outlook', 'First.', 'Second one.', 'Third.', 'Tokyo, {{date "x"}} – all.'],
    ],
    ['none that is expressions alone', 'en', '## Summary {#summary}\n\n{{table "operations"}}\n\n<p class="x">{{amount "a"}}</p>\n', []],
    [
      'Japanese',
      'ja',
      '- 売上高は{{amount "a"}}です。費用は減少しました。\n\n（注）増加。',
      ['売上高は{{amount "a"}}です。', '費用は減少しました。', '（注）増加。'],
    ],
    ['braces that are never closed', 'en', 'Sales {{amount rose. Costs fell.', ['Sales {{amount rose.', 'Costs fell.']],
  ])('%s', (_, lang, text, wanted) => expect(sentences(text, lang)).toEqual(wanted));

  it('have their places', () => {
    const text = '## A {#a}\n\n- Sales\n  rose. Costs fell.\n';
    for (const { start, end, text: own } of typedSentences(text, 'en')) expect(asOneLine(text.slice(start, end))).toBe(own);
  });

  it('are found in the time of the text', () => {
    for (const piece of ['<p ', '{{', '# ', '- ', '{#a', '</p>', '. A', '（']) {
      const text = piece.repeat(1_000_000 / piece.length);
      const taken = timeTaken();
      typedSentences(text, 'en');
      expect(taken(), piece).toBeLessThan(2_000);
    }
  });
});
