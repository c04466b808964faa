import { describe, expect, it } from 'vitest';
import { blocksOf, inlinesOf, listed, mergeNarrative, mergePage, smallRelease, textOf } from '../support/merge-fixture.ts';

describe('a narrative', () => {
  it('gives paragraphs, headings, lists and notes', () => {
    const merged = mergeNarrative(
      [
        'First *one*.',
        '',
        '### A heading',
        '',
        '#### Run in {.run-in}',
        '',
        '- item **bold**',
        '- second',
        '',
        '<dfn>Note:</dfn> text',
      ].join('\n'),
    );
    expect(merged.findings).toEqual([]);
    expect(blocksOf(merged).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'en.1 paragraph',
      'en.2 heading',
      'en.3 heading',
      'en.4 list',
      'en.5 note',
    ]);
    expect(blocksOf(merged)[2]).toMatchObject({ level: 4, runIn: true, class: '', inlines: [{ text: 'Run in' }] });
    expect(blocksOf(merged)[3]).toMatchObject({ items: [{ id: 'en.4.1' }, { id: 'en.4.2' }] });
    expect(inlinesOf(merged)).toMatchObject([{ text: 'First ' }, { text: 'one', italic: true }, { text: '.' }]);
  });

  it('keeps file, line and column of every run', () => {
    const merged = mergeNarrative('A *b* \\* c<sup>x</sup> {{rate}} d\n\n- one\n- two & **three**');
    const places = inlinesOf(merged).map(({ text, at }) => `${text.trim()} ${at.file}:${at.line}:${at.column}`);
    expect(places).toEqual([
      'A narrative.en.md:3:1',
      'b narrative.en.md:3:4',
      '* c narrative.en.md:3:7',
      'x narrative.en.md:3:16',
      ' narrative.en.md:3:23',
      '120.00 narrative.en.md:3:24',
      'd narrative.en.md:3:33',
    ]);
    const [, list] = blocksOf(merged);
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.map(({ inlines }) => inlines.map(({ text, at }) => `${text.trim()} ${at.line}:${at.column}`))).toEqual([
      ['one 5:3'],
      ['two & 6:3', 'three 6:11'],
    ]);
  });

  it('keeps the places of later lines of one paragraph', () => {
    const [finding] = listed(mergeNarrative('first line\nsecond {{amount "nothing"}} line\nthird TBD').findings);
    expect(finding).toMatch(/^merge\/helper-argument narrative\.en\.md:4:17\+9 unknown concept nothing/);
  });

  it('takes Windows line ends for what they are', () => {
    const merged = mergeNarrative('one\r\n\r\ntwo TBD\r\n');
    expect(blocksOf(merged)).toHaveLength(2);
    expect(listed(merged.findings)).toEqual([
      'merge/placeholder narrative.en.md:5:5+3 TBD is left in the text | write what is meant, or take it out',
    ]);
  });

  it('takes lines indented by four spaces for what they say', () => {
    expect(blocksOf(mergeNarrative('    indented words'))).toMatchObject([{ kind: 'paragraph', inlines: [{ text: 'indented words' }] }]);
  });

  it('leaves the upper headings to the layout', () => {
    expect(listed(mergeNarrative('# Title').findings)[0]).toBe(
      "merge/unknown-element narrative.en.md:3:1+1 a narrative's headings are ### and ####, not # | the layout writes the titles above them",
    );
  });

  it('may hold elements on lines of their own', () => {
    const merged = mergeNarrative('<p class="notice">Mind &lt; the {{amount "revenue.total" in="million"}}</p>\n\nafter');
    expect(merged.findings).toEqual([]);
    expect(blocksOf(merged)[0]).toMatchObject({ kind: 'paragraph', class: 'notice' });
    expect(textOf(merged)).toBe('Mind < the JPY1,501 million');
  });

  it('reports text left hanging behind an element', () => {
    const findings = listed(mergeNarrative('<p class="notice">x</p>\nhanging words').findings);
    expect(findings[0]).toMatch(
      /^merge\/unknown-element narrative\.en\.md:4:1\+13 text outside a paragraph: hanging words \| .*empty line/,
    );
  });

  it('makes links that lead somewhere allowed', () => {
    expect(inlinesOf(mergeNarrative('at [our site](https://example.com/a_b)'))[1]).toMatchObject({
      text: 'our site',
      href: 'https://example.com/a_b',
    });
    expect(listed(mergeNarrative('<a href="ftp://x">y</a> z').findings)[0]).toMatch(
      /^merge\/unknown-attribute .* a link may not lead to "ftp:\/\/x"/,
    );
  });

  it('sets emphasis beside Japanese, brackets and figures', () => {
    const runs = (text: string) => inlinesOf(mergeNarrative(text, 'ja')).map(({ text, bold }) => (bold ? `<${text}>` : text));
    expect(runs('売上**「好調」**です')).toEqual(['売上', '<「好調」>', 'です']);
    expect(runs('前期比**{{change "revenue.total" from="prior-quarter"}}**の')).toEqual(['前期比', '<20.1%増>', 'の']);
    expect(runs('**{{rate}}**円')).toEqual(['<120.00>', '円']);
  });

  it('leaves asterisks of note marks alone', () => {
    const merged = mergeNarrative('契約<sup>*3)</sup>と他<sup>*4)</sup>\n\n<dfn>*3)</dfn> x\n\n<dfn>*4)</dfn> y', 'ja');
    expect(merged.findings).toEqual([]);
    expect(inlinesOf(merged).map(({ text }) => text)).toEqual(['契約', '*3)', 'と他', '*4)']);
  });

  it('holds expressions inside emphasis, links and headings, and characters like any other', () => {
    const merged = mergeNarrative(
      '**a {{rate}}** 5% [{{rate}}%](https://example.com/{{issuer "contacts.email"}}) \\\\{{rate}}\n\n### {{rate}} up {.run-in}',
    );
    expect(merged.findings).toEqual([]);
    expect(textOf(merged)).toBe('a 120.00 5% 120.00% \\120.00');
    expect(inlinesOf(merged).map(({ href }) => href)).toContain('https://example.com/ir@example.co.jp');
    expect(blocksOf(merged)[1]).toMatchObject({ runIn: true, inlines: [{ text: '120.00' }, { text: ' up' }] });
  });

  it('has no character that stands for anything but itself', () => {
    for (const mark of ['\ue000', '\ue0010\ue002', '\ue0020\ue001', '\ufffc', '%', '\uf8ff', '\ufdd0']) {
      const merged = mergeNarrative(`Kept${mark}whole, {{rate}} and ${mark}9999${mark} more.`);
      expect(merged.findings, mark).toEqual([]);
      expect(textOf(merged)).toBe(`Kept${mark}whole, 120.00 and ${mark}9999${mark} more.`);
    }
  });

  it('makes addresses in angle brackets links', () => {
    expect(inlinesOf(mergeNarrative('at <https://example.com/a_b> or <ir@example.com>'))).toMatchObject([
      { text: 'at ' },
      { text: 'https://example.com/a_b', href: 'https://example.com/a_b' },
      { text: ' or ' },
      { text: 'ir@example.com', href: 'mailto:ir@example.com' },
    ]);
  });
});

describe('a numbered list', () => {
  const list = (text: string) => {
    const [block] = blocksOf(mergeNarrative(text));
    return block?.kind === 'list'
      ? { numbered: block.numbered, labels: block.items.map(({ label }) => label.map(({ text }) => text).join('')) }
      : block;
  };

  it('prints the numbers that were typed', () => {
    expect(list('1. one\n2. two')).toEqual({ numbered: true, labels: ['1.', '2.'] });
    expect(list('9) nine\n10) ten')).toEqual({ numbered: true, labels: ['9)', '10)'] });
    expect(list('- one\n- two')).toEqual({ numbered: false, labels: ['', ''] });
    const [block] = blocksOf(mergePage('<ol start="4"><li>four</li><li>five</li></ol>'));
    expect(block).toMatchObject({ kind: 'list', numbered: true, items: [{ label: [{ text: '4.' }] }, { label: [{ text: '5.' }] }] });
  });

  it('refuses numbers that it would have to change, and years', () => {
    const first = (text: string) => listed(mergeNarrative(text).findings)[0];
    expect(first('1. one\n3. three')).toMatch(
      /^merge\/unknown-element narrative\.en\.md:4:1\+1 3 stands where the list counts 2 \| write 2\.,/,
    );
    expect(first('2002. It was good.')).toMatch(/a list counts to 199 at most \| .*put a backslash before the point/);
  });
});

describe('a table of words', () => {
  const table = (text: string) => {
    const merged = mergeNarrative(text);
    const [block] = blocksOf(merged);
    const cells =
      block?.kind === 'words' ? block.rows.map((row) => row.cells.map(({ inlines }) => inlines.map((each) => each.text).join(''))) : [];
    return { cells, findings: listed(merged.findings), block };
  };

  it('has a head and rows, with expressions and escaped bars in its cells', () => {
    const { cells, findings, block } = table('| a | b% |\n|---|--:|\n| c \\| d | {{rate}}% |\n| **e** |  |');
    expect(findings).toEqual([]);
    expect(cells).toEqual([
      ['a', 'b%'],
      ['c | d', '120.00%'],
      ['e', ''],
    ]);
    expect(block).toMatchObject({ rows: [{ cells: [{ align: 'left' }, { align: 'right' }] }, {}, {}] });
  });

  it('keeps the places of its cells', () => {
    const { block } = table('x | yy\n---|---\nx | TBD');
    expect(block?.kind === 'words' ? block.rows[1]?.cells[1]?.inlines[0]?.at : undefined).toMatchObject({ line: 5, column: 5 });
  });

  it('has as many cells in every row as in its head, and names its rows', () => {
    const first = (text: string) => table(text).findings[0];
    expect(first('| a | b |\n|---|---|\n| c | d | {{rate}} |')).toMatch(/:5:1\+\d+ a row has 3 cells below 2 heads/);
    expect(first('| a | b |\n|---|---|\n| c |')).toMatch(/:5:1\+5 a row has 1 cells below 2 heads/);
    expect(first('| a | b |\n|---|---|\n|  | d |')).toMatch(/the first cell of a row is empty/);
    expect(first('| a |  |\n|---|---|\n| c | d |')).toMatch(/a head of a table of words is empty/);
    expect(first('| a | b |\n|---|---|')).toMatch(/a table of words has a head and at least one row below it/);
  });

  it('may be written as HTML', () => {
    const merged = mergePage('<table><tr><th>a</th><th>b</th></tr><tr><td>{{rate}}</td><td align="right">d</td></tr></table>');
    expect(merged.findings).toEqual([]);
    expect(blocksOf(merged)).toMatchObject([
      { kind: 'words', rows: [{}, { cells: [{ inlines: [{ text: '120.00' }] }, { align: 'right' }] }] },
    ]);
    expect(listed(mergePage('<table><tr><td>a</td></tr><tr>x</tr></table>').findings).join()).toMatch(
      /a cell of this row is <th>, not <td>.*text outside a cell: x/,
    );
  });
});

describe('what a narrative does not set', () => {
  const refusals: readonly [string, string, string][] = [
    ['a row of a table without its head', 'x\n\n| a | b |', '5:1+9 a row of a table is not set'],
    ['a quotation', 'x\n\n> quoted', '5:1+8 a quotation is not set'],
    ['struck text', 'a ~~b~~ c', '3:3+2 struck text is not set'],
    ['code', 'a `b` c', '3:3+3 code is not set'],
    ['code of several backquotes', 'a ``b ` c`` d', '3:3+9 code is not set'],
    ['a block of code', '```js\nb\n```', '3:1+5 code is not set'],
    ['a rule', 'a\n\n***\n\nb', '5:1+3 a rule is not set'],
    ['a picture that there is not', 'a ![b](c.png) d', '3:3+11 there is no picture "c.png"'],
    ['the title of a link', 'a [b](https://c.d "e") f', '3:3+20 the title of a link is not set'],
    ['a footnote', 'a[^1] b', '3:2+4 a footnote in this form is not set'],
    ['a link in a link', 'a [b [c](https://d.e) f](https://g.h)', 'this link cannot be read'],
    ['an underlined heading', 'a\n---', '4:1+3 a line of - makes a heading'],
    ['a heading underlined twice', 'a\n===', '4:1+3 a line of = makes a heading'],
    ['a comment', 'a <!-- b --> c', '3:3+10 a comment of HTML would be lost'],
    ['a declaration', 'a <!DOCTYPE b> c', '3:3+12 a declaration has no place'],
    ['an element', 'a <u>b</u> c', '3:3+3 unknown element <u>'],
    ['a picture without words', 'a <img src="b.png"> c', '3:3+17 a picture has no words for those who do not see it'],
    ['an end that ends nothing', 'a</b> c', '3:2+4 </b> closes nothing'],
  ];
  it.each(refusals)('%s is refused at its place', (_, text, message) => {
    expect(listed(mergeNarrative(text).findings).join('\n')).toContain(message);
  });

  it('is text where a mark means nothing', () => {
    for (const text of ['a | b', 'a > b', 'a ~ b ~~', '`', 'a * b', '1.5 a', 'a [b] (c)', 'a ! [b]', '--', '<3', 'a & b', '#1']) {
      const merged = mergeNarrative(`x ${text}`, 'en', { release: { style: { ...smallRelease.style, profile: 'verbatim' } } });
      expect(merged.findings, text).toEqual([]);
      expect(textOf(merged)).toBe(`x ${text}`);
    }
  });

  it('is text behind a backslash', () => {
    const merged = mergeNarrative('\\> a \\~~b\\~~ \\`c\\` \\![d](e) \\| f |', 'en', {
      release: { style: { ...smallRelease.style, profile: 'verbatim' } },
    });
    expect(textOf(merged)).toContain('> a ~~b~~ `c` !d');
  });

  it('goes no deeper than a limit that is named', () => {
    const findings = listed(mergeNarrative('<span>'.repeat(3000)).findings);
    expect(findings[0]).toMatch(
      /^merge\/template narrative\.en\.md:3:\d+\+6 more than 100 elements stand inside each other \| close those/,
    );
    const blocks = `${'{{#if (rate)}}'.repeat(5000)}x${'{{/if}}'.repeat(5000)}`;
    expect(listed(mergeNarrative(blocks).findings)).toEqual([
      'merge/template narrative.en.md:3:701+1 more than 50 blocks stand inside each other | write them side by side',
    ]);
    const calls = `{{issuer ${'(issuer '.repeat(2000)}"name"${')'.repeat(2000)}}}`;
    expect(listed(mergeNarrative(calls).findings)[0]).toMatch(/more than 50 blocks and brackets stand inside each other/);
  });
});
