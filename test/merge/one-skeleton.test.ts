// Turn one layout and the words of two languages into a part for each, and what stands in one of them alone into findings.
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { listed, mergeNarrative, mergePieces, type Pieces } from '../support/merge-fixture.ts';

const words = (pieces: Readonly<Record<string, string>>): string =>
  Object.entries({ part: 'P', ...pieces })
    .map(([name, text]) => `{{#words "${name}"}}${text}{{/words}}\n`)
    .join('');

/** One page a language, which begins at line 2 of release.hbs. */
const layout = (page: string, ja: Readonly<Record<string, string>> = {}, en = ja, more: Omit<Pieces, 'templates'> = {}) =>
  mergePieces({
    ...more,
    templates: {
      release: `<section class="part" title="{{words "part"}}"><section class="page {{lang}}-text">\n${page}\n</section></section>`,
      ja: words(ja),
      en: words(en),
    },
  });

/** Texts of the blocks of each part; a table by its statement. */
const shown = (document: Document): readonly string[] =>
  document.parts.map(({ lang, sections }) => {
    const blocks = sections.flatMap((section) => section.blocks);
    const texts = blocks.map((block) =>
      block.kind === 'table'
        ? `[${block.statement}]`
        : 'inlines' in block
          ? block.inlines.map((inline) => inline.text).join('')
          : block.kind,
    );
    return `${lang}: ${texts.join(' | ')}`;
  });

describe('a layout', () => {
  it('is walked once for each language, with the words of that language', () => {
    const { document, findings } = layout('<h1>{{words "title"}}</h1>{{table "position"}}', { title: '決算' }, { title: 'Results' });
    expect(findings).toEqual([]);
    expect(shown(document)).toEqual(['ja: 決算 | [position]', 'en: Results | [position]']);
    expect(document.parts.map(({ id, lang, title }) => [id, lang, title])).toEqual([
      ['ja', 'ja', 'P'],
      ['en', 'en', 'P'],
    ]);
    expect(document.parts.map(({ sections }) => sections[0]?.page)).toEqual(['ja-text', 'en-text']);
  });

  it('knows the language that it is walked for', () => {
    const { document, findings } = layout('<p>{{lang}} {{page lang}} {{date "announced" style="short"}}</p>');
    expect(findings).toEqual([]);
    expect(shown(document)[1]).toMatch(/^en: en .*August/);
    expect(listed(mergeNarrative('{{lang}}').findings)[0]).toMatch(/^merge\/unknown-helper .* unknown helper lang/);
  });

  it('gives words their places in the file of the language, and figures the language', () => {
    const { document, findings } = layout('<p>{{words "sales"}}</p>', { sales: '{{amount "revenue.total" in="million"}}' });
    expect(findings).toEqual([]);
    expect(document.figures.map(({ text, at }) => `${text} ${at.file}:${at.line}:${at.column}`)).toEqual([
      '1,501百万円 ja.hbs:2:19',
      'JPY1,501 million en.hbs:2:19',
    ]);
  });

  it('is told once what is wrong with it in every language', () => {
    expect(listed(layout('{{narative "x"}}').findings)).toEqual([
      'merge/unknown-helper release.hbs:2:3+8 unknown helper narative | did you mean narrative?',
    ]);
    expect(listed(layout('{{table "operatoins"}}').findings)).toHaveLength(1);
  });
});

describe('only', () => {
  it('stands in the languages that it names, its other branch in the others', () => {
    const { document, findings } = layout('{{#only "ja"}}<p>一</p>{{else}}<p>two</p>{{/only}}{{#only "ja" "en"}}<p>3</p>{{/only}}');
    expect(findings).toEqual([]);
    expect(shown(document)).toEqual(['ja: 一 | 3', 'en: two | 3']);
  });

  it('may take a whole part, and then there is none', () => {
    const release = '{{#only "en"}}<section class="part" title="E"><section class="page en-text"><p>x</p></section></section>{{/only}}';
    const { document, findings } = mergePieces({ templates: { release }, ja: { notes: 'x' } });
    expect(findings).toEqual([]);
    expect(shown(document)).toEqual(['en: x']);
  });

  it('takes languages that there are, in quotation marks', () => {
    const faults = (page: string) => listed(layout(page).findings);
    expect(faults('{{#only "jp"}}x{{/only}}')).toEqual([
      'merge/helper-argument release.hbs:2:1+24 unknown language jp | write {{#only "ja"}}; known: ja, en',
    ]);
    expect(faults('{{#only lang}}x{{/only}}')[0]).toMatch(/only takes languages in quotation marks/);
    expect(faults('{{#only}}x{{/only}}')[0]).toMatch(/only takes languages in quotation marks/);
  });
});

describe('words', () => {
  it('that one language lacks are an error where they are asked for', () => {
    expect(listed(layout('<p>{{words "title"}}</p>', { title: '題' }, { titles: 'T' }).findings)).toContain(
      'merge/words-missing release.hbs:2:4+17 en.hbs has no words title | did you mean titles? | write {{#words "title"}} … {{/words}} in en.hbs | if en has none on purpose, ask for them between {{#only "ja"}} and {{/only}}',
    );
    expect(listed(mergePieces({ templates: { release: '{{words "a"}}', ja: words({ a: '' }) } }).findings)[0]).toMatch(
      /^merge\/words-missing release\.hbs:1:1\+13 the layout has no en\.hbs, which words a would stand in/,
    );
  });

  it('that nothing asks for are a warning where they stand', () => {
    const { findings } = layout('<p>x</p>', { old: '古' }, {});
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(listed(findings)).toEqual([
      'merge/words-unused ja.hbs:2:1+27 words old are asked for nowhere in the layout | put {{words "old"}} where they belong, or take them out',
    ]);
  });

  it('may hold words, but not themselves', () => {
    expect(shown(layout('<p>{{words "a"}}</p>', { a: 'a {{words "b"}}', b: 'b' }).document)).toEqual(['ja: a b', 'en: a b']);
    expect(listed(layout('<p>{{words "a"}}</p>', { a: '{{words "b"}}', b: '{{words "a"}}' }).findings)).toContain(
      'merge/template ja.hbs:3:15+13 words a contain themselves: release > words a > words b > words a',
    );
  });

  it('and partials that hold others twice, and those again, come to an end', () => {
    const names = Array.from({ length: 40 }, (_, index) => `w${index}`);
    const twice = (call: (name: string) => string) =>
      Object.fromEntries(names.map((name, index) => [name, index === 39 ? 'x' : call(`w${index + 1}`).repeat(2)]));
    const tooLong = /^merge\/template \S+ the template comes to more than 100000 pieces/;
    const inWords = listed(
      layout(
        '<p>{{words "w0"}}</p>',
        twice((name) => `{{words "${name}"}}`),
      ).findings,
    );
    expect(inWords.filter((line) => tooLong.test(line)).length).toBeGreaterThan(0);
    const inPartials = listed(mergePieces({ templates: { release: '{{> w0}}', ...twice((name) => `{{> ${name}}}`) } }).findings);
    expect(inPartials.filter((line) => tooLong.test(line)).length).toBeGreaterThan(0);
  });

  it('stand in their file alone, each once, and under a name', () => {
    const faults = (en: string) =>
      listed(mergePieces({ templates: { release: '{{#only "en"}}{{words "a"}}{{/only}}', en } }).findings).filter((line) =>
        line.startsWith('merge/template'),
      );
    const a = '{{#words "a"}}{{/words}}';
    expect(faults(`{{!-- English --}}\n${a}\n`)).toEqual([]);
    expect(faults(`${a}\nloose`)).toEqual([
      'merge/template en.hbs:1:25+1 a file of words holds named words only | write {{#words "name"}} … {{/words}} round it',
    ]);
    expect(faults(`${a}{{rate}}`)[0]).toMatch(/en\.hbs:1:25\+8 a file of words holds named words only/);
    expect(faults(`${a}{{#words b}}{{/words}}`)[0]).toMatch(/a file of words holds named words only/);
    expect(faults(`${a}${a}`)).toEqual(['merge/template en.hbs:1:25+24 words a are given twice | take one of the two out']);
  });

  it('belong in layouts, outside blocks, and take one name', () => {
    const [first] = listed(mergeNarrative('{{words "a"}}').findings);
    expect(first).toMatch(/^merge\/helper-argument .* words belongs in a layout, not here/);
    expect(listed(layout('{{words}}').findings)[0]).toMatch(/^merge\/helper-argument .* words takes one name in quotation marks/);
    expect(listed(layout('{{#words "a"}}x{{/words}}').findings)[0]).toMatch(
      /^merge\/unknown-helper release\.hbs:2:1\+\d+ unknown block words \| words are given in the file of their language/,
    );
  });
});

describe('what one language alone has', () => {
  const warned = (merged: ReturnType<typeof layout>) => {
    expect(merged.findings.every(({ severity }) => severity === 'warning')).toBe(true);
    return listed(merged.findings);
  };
  const hints =
    'place it in the layout, outside the words of one language | or say that it is meant so: {{#only "ja"}} … {{/only}} round it';

  it('is a warning, at the place that has it', () => {
    const merged = layout('{{words "last"}}', { last: '{{table "position"}}' }, { last: '<p>x</p>' });
    expect(warned(merged)).toEqual([`merge/one-language ja.hbs:2:18+20 statement position is placed in ja and not in en | ${hints}`]);
  });

  it('is a warning too where its narrative places it', () => {
    const place = '{{narrative "notes"}}';
    const merged = layout(place, {}, {}, { ja: { notes: '注\n\n<section>{{table "position"}}</section>' }, en: { notes: 'x' } });
    expect(warned(merged)).toEqual([
      `merge/one-language narrative.ja.md:5:10+20 statement position is placed in ja and not in en | ${hints}`,
    ]);
  });

  it('is a warning where a list of sections brings it', () => {
    const merged = layout('{{#each sections}}{{narrative this}}{{/each}}', {}, {}, { ja: { a: '一', b: '二' }, en: { a: 'x' } });
    expect(warned(merged)).toEqual([`merge/one-language release.hbs:2:19+18 section b is placed in ja and not in en | ${hints}`]);
  });

  it('is none where the layout says so, whatever stands inside', () => {
    const said = (page: string, more: Omit<Pieces, 'templates'>) => layout(page, {}, {}, more).findings;
    expect(said('<p>x</p>{{#only "ja"}}{{table "position"}}{{/only}}', {})).toEqual([]);
    expect(
      said('<p>x</p>{{#only "ja"}}{{narrative "a"}}{{/only}}', { ja: { a: '注\n\n<section>{{table "position"}}</section>' } }),
    ).toEqual([]);
    expect(
      said('{{narrative "a"}}', { ja: { a: '注\n\n{{#only "ja"}}<section>{{table "position"}}</section>{{/only}}' }, en: { a: 'x' } }),
    ).toEqual([]);
  });

  it('is none where each language places it in its own way', () => {
    const page = '{{#only "ja"}}{{table "position"}}{{else}}<p>x</p>{{words "last"}}{{/only}}';
    const merged = mergePieces({
      templates: {
        release: `<section class="part" title="P"><section class="page {{lang}}-text">${page}</section></section>`,
        en: '{{#words "last"}}{{table "position"}}{{/words}}',
      },
    });
    expect(merged.findings).toEqual([]);
  });
});
