import { describe, expect, it } from 'vitest';
import { blocksOf, inlinesOf, listed, mergeNarrative, mergePage, mergePieces, textOf } from '../support/merge-fixture.ts';

const findings = (markup: string) => listed(mergePage(markup).findings);

describe('the vocabulary', () => {
  it('refuses elements, attributes and classes that it does not know', () => {
    expect(findings('<p>a <blink>b</blink></p>')).toEqual([
      'merge/unknown-element page.hbs:2:6+7 unknown element <blink> | known here: section, h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd, table, thead, tbody, tr, th, td, sup, a, i, em, b, strong, br, img, dfn, span',
    ]);
    expect(findings('<sectoin>x</sectoin>')[0]).toBe(
      'merge/unknown-element page.hbs:2:1+9 unknown element <sectoin> | did you mean section?',
    );
    expect(findings('<p clas="notice">a</p>')).toEqual([
      'merge/unknown-attribute page.hbs:2:4+13 <p> has no attribute clas | did you mean class?',
    ]);
    expect(findings('<p onclick="x()">a</p>')[0]).toMatch(/^merge\/unknown-attribute page\.hbs:2:4\+13 <p> has no attribute onclick/);
    expect(findings('<p class="notise">a</p>')).toEqual([
      'merge/unknown-class page.hbs:2:1+18 the style has no p.notise in en | classes of p: notice',
    ]);
    expect(findings('<section class="sender"><p>a</p></section>')[0]).toMatch(
      /^merge\/unknown-class .* the style has no section\.sender in en/,
    );
  });

  it('has a place for every element', () => {
    expect(findings('<p>a <p>b</p></p>').length).toBeGreaterThan(0);
    expect(findings('<sup>(1)</sup>')[0]).toMatch(/^merge\/unknown-element page\.hbs:2:1\+5 <sup> cannot stand outside a paragraph/);
    expect(findings('<p>a <section></section></p>').join()).toContain('merge/');
    expect(findings('<p>a <dfn>b</dfn></p>')[0]).toMatch(
      /^merge\/unknown-element page\.hbs:2:6\+5 <dfn> cannot stand inside a line of text \| a note is a paragraph/,
    );
    expect(findings('loose words')).toEqual([
      'merge/unknown-element page.hbs:2:1+11 text outside a paragraph: loose words | put it in <p>, or leave an empty line between an element and the text after it',
    ]);
    expect(findings('<ul><p>x</p></ul>')[0]).toMatch(/^merge\/unknown-element page\.hbs:2:5\+3 a list holds items only/);
  });

  it('wants elements closed', () => {
    expect(findings('<p>a <b>bold</p>')[0]).toBe('merge/template page.hbs:2:6+3 <b> is not closed | write </b> where it ends');
  });

  it('keeps figures to helpers', () => {
    expect(findings('<p><data value="revenue.total@1q01">1</data></p>')[0]).toMatch(
      /^merge\/unknown-element page\.hbs:2:4\+\d+ unknown element <data> \| use a figure helper: amount/,
    );
  });
});

describe('blocks', () => {
  it('that hold nothing are reported', () => {
    expect(findings('<p> </p>')).toEqual(['merge/empty page.hbs:2:1+3 <p> is empty | write its text, or take it out']);
    expect(findings('<h1></h1>')[0]).toMatch(/^merge\/empty page\.hbs:2:1\+4/);
    expect(findings('<ul></ul>')[0]).toMatch(/^merge\/empty/);
    expect(findings('<section class="notes"></section>')[0]).toMatch(/^merge\/empty/);
    expect(listed(mergeNarrative(' \n').findings)[0]).toMatch(/^merge\/empty narrative\.en\.md:1:1\+2 section words is empty/);
  });

  it('are numbered within their part, whatever group they stand in', () => {
    const merged = mergePage('<h1>T</h1><section class="notes"><p>a</p><p>b</p></section><p id="here">c</p>');
    expect(merged.findings).toEqual([]);
    expect(blocksOf(merged)).toMatchObject([
      { id: 'en.1', kind: 'heading', level: 1 },
      { id: 'en.2', kind: 'group', class: 'notes', blocks: [{ id: 'en.3' }, { id: 'en.4' }] },
      { id: 'en.5', kind: 'paragraph', anchor: 'here' },
    ]);
  });

  it('fold white space and keep forced breaks', () => {
    const merged = mergePage('<p>\n  one  <b> two</b>\n  three<br>  four </p>');
    expect(inlinesOf(merged).map(({ text, bold, lineBreak }) => [text, bold === true, lineBreak === true])).toEqual([
      ['one ', false, false],
      ['two', true, false],
      [' three', false, false],
      ['four', false, true],
    ]);
  });

  it('do not take the line breaks of a Japanese source for spaces', () => {
    expect(textOf(mergePage('<p>日本語の\n  文章 and\nEnglish</p>', 'ja'))).toBe('日本語の文章and English');
  });

  it('keep a language of their own', () => {
    const merged = mergePage('<p>see <span lang="ja">決算</span></p>');
    expect(inlinesOf(merged)[1]).toMatchObject({ text: '決算', lang: 'ja' });
    expect(findings('<p lang="fr">x</p>')[0]).toMatch(/^merge\/unknown-attribute .* unknown language fr/);
  });
});

describe('placeholders', () => {
  it('are reported wherever they are printed', () => {
    for (const word of ['TBD', 'TODO', 'XXX', 'PENDING', 'NaN', 'undefined', '[object Object]', '●']) {
      expect(listed(mergeNarrative(`It is ${word} here`).findings), word).toEqual([
        `merge/placeholder narrative.en.md:3:7+${word.length} ${word} is left in the text | write what is meant, or take it out`,
      ]);
    }
    expect(listed(mergeNarrative('発表は〇月〇日、会場は〇〇です。', 'ja').findings).map((line) => line.split(' ')[1])).toEqual([
      'narrative.ja.md:3:4+4',
      'narrative.ja.md:3:12+2',
    ]);
    expect(mergeNarrative('説明会の日は未定です。', 'ja').findings).toEqual([]);
    expect(findings('<h1>XXX</h1>')).toHaveLength(1);
  });

  it('are whole words', () => {
    expect(mergeNarrative('a TODOS list of undefinedness').findings).toEqual([]);
  });
});

describe('sections', () => {
  const part = (body: string) => ({
    release: `{{#only "en"}}<section class="part" lang="en" id="en" title="E">${body}</section>{{/only}}`,
  });
  const page = (body: string) => part(`<section class="page en-text">${body}</section>`);

  it('of the narrative must each be placed once', () => {
    const merged = mergePieces({
      templates: page('{{narrative "sumary"}}{{narrative "notes"}}{{narrative "notes"}}'),
      en: { summary: 'x', notes: 'y' },
    });
    expect(listed(merged.findings)).toEqual([
      'merge/section-missing release.hbs:1:95+22 narrative.en has no section sumary | did you mean summary? | write "## Title {#sumary}" and its text in narrative.en.md',
      'merge/section-duplicate release.hbs:1:138+21 section notes is placed twice | take one of the two out of the layout',
      'merge/section-unused narrative.en.md:1:1+2 section summary is placed nowhere in the layout | put {{narrative "summary"}} where it belongs, or take the section out',
    ]);
  });

  it('of the layout are parts that hold pages', () => {
    const messages = (templates: Record<string, string>) =>
      mergePieces({ templates }).findings.map(({ code, message }) => `${code} ${message}`);
    expect(messages({ release: '<p>x</p>' })).toEqual(['merge/unknown-element <p> stands outside a part']);
    expect(messages(part('<p>x</p>'))).toEqual(['merge/unknown-element a part holds pages: <p> is none']);
    expect(messages(part('<section class="page en-txt"></section>'))).toEqual(['merge/unknown-class the style has no page class en-txt']);
    expect(messages({ release: '<section class="part" id="x" title="t"></section>' })).toEqual([
      'merge/unknown-page-reference id x is given twice',
    ]);
    expect(messages({ release: '<section class="part" lang="en" title="t"></section>' })).toEqual([
      'merge/unknown-attribute this part is in en, and the layout is walked for ja too',
    ]);
    expect(messages({ release: '<section class="part"></section>' })).toEqual(['merge/unknown-attribute a part needs a title']);
    expect(messages({ release: `words ${page('<p>x</p>').release}` })).toEqual(['merge/unknown-element text outside a page: words']);
  });
});
