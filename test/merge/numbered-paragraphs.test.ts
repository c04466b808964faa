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

describe('lists inside lists', () => {
  /** Each item by its depth, with its label where it is counted. */
  const items = (markdown: string, page = false): readonly string[] => {
    const merged = page ? mergePage(markdown) : mergeNarrative(markdown);
    expect(merged.findings.map(({ message }) => message)).toEqual([]);
    return blocksOf(merged).flatMap((block) =>
      block.kind === 'list'
        ? block.items.map((item) => {
            const said = itemText(item).map(({ text }) => text);
            return `${'>'.repeat(item.depth ?? 0)}${said.join('')}`;
          })
        : [block.kind],
    );
  };

  it.each([
    ['marks in marks', '- a\n  - b\n    - c\n- d', ['a', '>b', '>>c', 'd']],
    ['numbers in marks', '- a\n  1. b\n  2. c\n- d', ['a', '>1. b', '>2. c', 'd']],
    ['marks in numbers', '1. a\n   - b\n2. c', ['1. a', '>b', '2. c']],
    ['typed labels in marks', '- a\n  (1) b\n  (2) c\n- d', ['a', '>(1) b', '>(2) c', 'd']],
    ['typed labels in typed labels', '(1) a\n  ① b\n  ② c\n(2) d', ['(1) a', '>① b', '>② c', '(2) d']],
    [
      'three levels of typed labels',
      '１．a\n  (1) b\n    ① c\n    ② d\n  (2) e\n２．f',
      ['１． a', '>(1) b', '>>① c', '>>② d', '>(2) e', '２． f'],
    ],
    ['marks in typed labels', '(1) a\n\n  - b\n  - c\n\n(2) d', ['(1) a', '>b', '>c', '(2) d']],
    ['loose items', '- a\n\n  - b\n\n- c', ['a', '>b', 'c']],
  ])('are read with their depths: %s', (_, markdown, wanted) => {
    expect(items(markdown)).toEqual(wanted);
  });

  it('are written in layouts too', () => {
    const list = '<ol type="（１）"><li>a<ul><li>b</li></ul></li><li>c<ol type="①"><li>d</li><li>e</li></ol></li></ol>';
    expect(items(list, true)).toEqual(['（１） a', '>b', '（２） c', '>① d', '>② e']);
  });

  it('leave a single label in the text of its item', () => {
    expect(items('(1) a\n  ① b\n(2) c')).toEqual(['(1) a ① b', '(2) c']);
  });

  it.each([
    ['four levels', '- a\n  - b\n    - c\n      - d', /lists stand inside each other more than 3 deep/],
    ['words after a list', '<ul><li>a<ul><li>b</li></ul> and more</li></ul>', /words stand after the list of an item/],
    ['a list without words above it', '<ul><li><ul><li>b</li></ul></li></ul>', /<li> is empty/],
  ])('are refused with their place: %s', (_, markdown, wanted) => {
    const [finding] = mergeNarrative(markdown).findings;
    expect(finding?.message).toMatch(wanted);
    expect(finding?.at?.line).toBeGreaterThan(1);
    expect(finding?.hints?.length).toBeGreaterThan(0);
  });
});
