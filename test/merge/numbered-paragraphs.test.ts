import { describe, expect, it } from 'vitest';
import { itemText } from '../../src/model/document-texts.ts';
import { blocksOf, mergeNarrative, mergePage } from '../support/merge-fixture.ts';

/** Kinds of the blocks, and what each item or paragraph says. */
function said(markdown: string): readonly string[] {
  const merged = mergeNarrative(markdown);
  expect(merged.findings.map(({ message }) => message)).toEqual([]);
  return blocksOf(merged).flatMap((block) => {
    if (block.kind === 'list')
      return [
        block.numbered ? 'numbered' : 'list',
        ...block.items.map((item) =>
          itemText(item)
            .map(({ text }) => text)
            .join(''),
        ),
      ];
    return block.kind === 'paragraph' ? [`p ${block.inlines.map(({ text }) => text).join('')}`] : [block.kind];
  });
}

describe('lines that their writer counted', () => {
  it.each([
    ['in brackets', '(1) rates stay\n(2) prices stay', ['numbered', '(1) rates stay', '(2) prices stay']],
    ['in paragraphs', '(1) rates stay\n\n(2) prices stay', ['numbered', '(1) rates stay', '(2) prices stay']],
    ['in circles', '① rates\n② prices\n③ costs', ['numbered', '① rates', '② prices', '③ costs']],
    ['by letters', 'a) rates\n\nb) prices', ['numbered', 'a) rates', 'b) prices']],
    ['after words', 'It assumes that\n(1) rates\n(2) prices', ['p It assumes that', 'numbered', '(1) rates', '(2) prices']],
    ['with a line that goes on', '(1) rates\nstay\n(2) prices', ['numbered', '(1) rates stay', '(2) prices']],
    ['with emphasis', '(1) *rates* stay\n(2) **prices**', ['numbered', '(1) rates stay', '(2) prices']],
    ['from a later number on', '(3) rates\n(4) prices', ['numbered', '(3) rates', '(4) prices']],
    ['in two forms', '(1) one\n(2) two\n① three\n② four', ['numbered', '(1) one', '(2) two', 'numbered', '① three', '② four']],
  ])('are a list: %s', (_, markdown, wanted) => {
    expect(said(markdown)).toEqual(wanted);
  });

  it.each([
    ['one label alone', '(1) as the note says', ['p (1) as the note says']],
    ['numbers that do not count on', '(1) one\n\n(3) three', ['p (1) one', 'p (3) three']],
    ['labels inside a line', 'rates (1) and prices (2) stay', ['p rates (1) and prices (2) stay']],
    ['text between', '(1) one\n\nand\n\n(2) two', ['p (1) one', 'p and', 'p (2) two']],
    ['a year', '(2001) one\n\n(2002) two', ['p (2001) one', 'p (2002) two']],
  ])('are text: %s', (_, markdown, wanted) => {
    expect(said(markdown)).toEqual(wanted);
  });
});

describe('a list of a layout', () => {
  it('counts in the form of its type, and refuses one that is none', () => {
    const merged = mergePage('<ol type="①"><li>one</li><li>two</li></ol>');
    expect(merged.findings).toEqual([]);
    const [list] = blocksOf(merged);
    expect(list?.kind === 'list' && list.items.map(({ label }) => label[0]?.text)).toEqual(['①', '②']);
    const refused = mergePage('<ol type="I"><li>one</li></ol>').findings.map(({ code, message }) => [code, message]);
    expect(refused).toEqual([['merge/unknown-attribute', 'type="I" is no form of numbers']]);
  });
});

describe('a list of terms', () => {
  it('has each term as the label of what is said of it', () => {
    const merged = mergePage('<dl><dt>Name</dt><dd>Minato</dd><dt>Day</dt><dd>today</dd></dl>');
    expect(merged.findings).toEqual([]);
    const [list] = blocksOf(merged);
    expect(list).toMatchObject({ kind: 'list', terms: true, numbered: true });
    expect(list?.kind === 'list' && list.items.map(({ label, inlines }) => [label[0]?.text, inlines[0]?.text])).toEqual([
      ['Name', 'Minato'],
      ['Day', 'today'],
    ]);
  });

  it.each([
    ['<dl><dt>Name</dt></dl>', 'a term has nothing after it'],
    ['<dl><dd>Minato</dd></dl>', 'what is said stands after no term'],
    ['<dl><dt>Name</dt><dd>Minato</dd>words</dl>', 'a list of terms holds terms and what is said of them only'],
  ])('is refused where it is not one: %s', (markup, message) => {
    expect(mergePage(markup).findings.map((finding) => finding.message)).toContain(message);
  });
});
