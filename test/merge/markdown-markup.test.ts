import { describe, expect, it } from 'vitest';
import { blocksOf, inlinesOf, listed, mergeNarrative, textOf } from '../support/merge-fixture.ts';

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

  it('does not take numbers, rows of dashes or deep indents for markup', () => {
    expect(textOf(mergeNarrative('2002 was good ---\n---'))).toBe('2002 was good——');
    expect(blocksOf(mergeNarrative('    indented words'))).toMatchObject([{ kind: 'paragraph', inlines: [{ text: 'indented words' }] }]);
    expect(listed(mergeNarrative('1. one').findings)[0]).toMatch(
      /^merge\/unknown-element narrative\.en\.md:3:1\+2 numbered lists are not set/,
    );
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
});
