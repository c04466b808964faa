import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { expandTemplate } from '../../src/merge/expand-template.ts';
import { wordsOf } from '../../src/merge/manuscript.ts';
import { openMerging } from '../../src/merge/merge.ts';
import { inLang } from '../../src/model/language.ts';
import { sourceText } from '../../src/template/mapped-text.ts';
import {
  blocksOf,
  inlinesOf,
  listed,
  mergeNarrative,
  mergePage,
  mergePieces,
  smallFinancials,
  smallRelease,
  textOf,
  written,
} from '../support/merge-fixture.ts';

const finding = (text: string) => listed(mergeNarrative(text).findings)[0];

describe('a template', () => {
  it('that cannot be read is reported at its place', () => {
    expect(finding('One line.\n\nThen {{amount "revenue.total" in=}} more')).toMatch(
      /^merge\/template narrative\.en\.md:5:3\d\+1 template expression cannot be read here/,
    );
    expect(finding('A {{#if (issuer "name")}} open')).toMatch(/^merge\/template narrative\.en\.md:3:\d+\+1 template ends inside a block/);
    expect(finding('A {{#if (issuer "name")}} b {{/unless}}')).toMatch(
      /^merge\/template narrative\.en\.md:3:\d+\+1 template: if doesn't match unless/,
    );
  });

  it('names an unknown helper with the nearest one', () => {
    expect(finding('It was {{ammount "revenue.total"}}.')).toBe(
      'merge/unknown-helper narrative.en.md:3:10+7 unknown helper ammount | did you mean amount?',
    );
  });

  it('cannot reach anything but the listed helpers', () => {
    for (const word of ['constructor', '__proto__', 'lookup', 'log', 'helperMissing', 'toString', 'this.constructor', '../x', '@root']) {
      expect(listed(mergeNarrative(`x {{${word}}}`).findings)[0], word).toMatch(/^merge\/unknown-helper/);
    }
    for (const word of ['constructor', 'this.constructor', '../x', '@root', '__proto__']) {
      expect(listed(mergeNarrative(`x {{#each periods}}{{${word}}}{{/each}}`).findings)[0], word).toMatch(/^merge\/unknown-helper/);
    }
    expect(finding('{{#log "x"}}y{{/log}}')).toMatch(/^merge\/unknown-helper .* unknown block log \| blocks are if, unless, each, with/);
    expect(finding('{{* inline "x"}}')).toMatch(/^merge\/template .* this kind of template statement is not allowed/);
    expect(finding('{{{rate}}}')).toMatch(/^merge\/template .* \{\{\{…\}\}\} is not allowed/);
    expect(finding('{{> (issuer "name")}}')).toMatch(/^merge\/template .* a partial is named by one plain word/);
  });

  it('chooses by what an expression writes', () => {
    expect(written('{{#if (issuer "name")}}yes{{else}}no{{/if}}')).toBe('yes');
    expect(written('{{#unless (issuer "name")}}yes{{else}}no{{/unless}}')).toBe('no');
    expect(finding('{{#if name}}x{{/if}}')).toMatch(/^merge\/helper-argument .* name is not a value/);
  });

  it('walks the lists of the release, each call at its place', () => {
    expect(written('{{#each periods}}{{this}}: {{period this style="label"}}{{#unless @last}}; {{/unless}}{{/each}}')).toMatch(
      /^current: \S+; prior/,
    );
    expect(finding('{{#each periods}}{{amount this}}{{/each}}')).toMatch(/:3:27\+4 unknown concept current/);
    expect(finding('{{#each nothing}}x{{/each}}')).toMatch(/nothing is not a value/);
  });

  it('leaves comments out', () => {
    expect(written('a{{!-- {{amount "x"}} --}}b')).toBe('ab');
  });

  it('keeps helpers of layouts out of narratives', () => {
    expect(finding('{{narrative "words"}}')).toMatch(/^merge\/helper-argument .* narrative belongs in a layout/);
  });
});

describe('partials', () => {
  const part = (body: string) => `{{#only "en"}}<section class="part" lang="en" id="en" title="E">${body}</section>{{/only}}`;

  it('keep the places of their own files', () => {
    const merged = mergePieces({
      templates: { release: part('\n{{> a}}\n'), a: '<section class="page en-text">\n\n  <p>Hello {{amount "x"}}</p>\n</section>' },
    });
    expect(listed(merged.findings)).toEqual(['merge/helper-argument a.hbs:3:21+3 unknown concept x']);
    expect(inlinesOf(merged)[0]?.at).toEqual({ file: 'a.hbs', line: 3, column: 6, length: 5 });
  });

  it('that are missing or contain themselves are reported', () => {
    expect(listed(mergePieces({ templates: { release: part('{{> boddy}}'), body: '' } }).findings)).toContain(
      'merge/template release.hbs:1:65+11 unknown partial boddy | did you mean body?',
    );
    expect(listed(mergePieces({ templates: { release: part('{{> a}}'), a: '{{> b}}', b: '{{> a}}' } }).findings)).toContain(
      'merge/template b.hbs:1:1+7 partial a contains itself: release > a > b > a',
    );
  });

  it('must have an entry', () => {
    expect(listed(mergePieces({}).findings)[0]).toMatch(/^merge\/template .*release\.yaml:\d+:\d+\+\d+ layout plain has no release\.hbs/);
  });

  it('write figures in the language of the part round them', () => {
    const pages = ['ja', 'en'].map(
      (lang) =>
        `{{#only "${lang}"}}<section class="part" lang="${lang}" id="${lang}" title="{{issuer "name"}}"><section class="page ${lang}-text">{{> p}}</section></section>{{/only}}`,
    );
    const { document, findings } = mergePieces({
      templates: { release: pages.join('\n'), p: '<p>{{amount "revenue.total" in="million"}}</p>' },
    });
    expect(findings).toEqual([]);
    expect(document.figures.map((figure) => figure.text)).toEqual(['1,501百万円', 'JPY1,501 million']);
    expect(document.parts.map((each) => each.title)).toEqual(['ミニ工業株式会社', 'Mini Works Inc.']);
  });

  it('cannot write figures outside a page', () => {
    const findings = listed(mergePieces({ templates: { release: '{{rate}}' } }).findings);
    expect(findings).toEqual(['merge/unknown-element release.hbs:1:1+8 text outside a page: 120.00']);
  });
});

describe('hostile values', () => {
  const hostile = '<b>x</b> {{rate}} *y* [z](javascript:1) &amp; "q" </p><script>';
  const name = { value: hostile, at: { file: 'issuer.yaml', line: 1, column: 1, length: 1 } };
  const issuer = { ...smallRelease.issuer, names: { ja: name, en: name } };

  it('of the data appear as they are typed', () => {
    const release = { issuer, style: { ...smallRelease.style, profile: 'verbatim' as const } };
    const narrative = mergeNarrative('Dear {{issuer "name"}}.', 'en', { release });
    expect(narrative.findings).toEqual([]);
    expect(textOf(narrative)).toBe(`Dear ${hostile}.`);
    expect(inlinesOf(narrative).map(({ text, bound }) => [text, bound?.by])).toEqual([
      ['Dear ', undefined],
      [hostile, 'issuer'],
      ['.', undefined],
    ]);
    const layout = mergePage('<p>Dear {{issuer "name"}}.</p>', 'en', { release });
    expect(layout.findings).toEqual([]);
    expect(textOf(layout)).toBe(`Dear ${hostile}.`);
  });
});

describe('attributes', () => {
  it('take words of the data, and figures as words', () => {
    const merged = mergePage('<p><a href="mailto:{{issuer "contacts.email"}}">mail</a></p>');
    expect(merged.findings).toEqual([]);
    expect(inlinesOf(merged)[0]).toMatchObject({ text: 'mail', href: 'mailto:ir@example.co.jp' });
    expect(blocksOf(merged)).toHaveLength(1);
  });
});

describe('the blocks of Handlebars', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      ' b\n',
      '\n',
      '  ',
      '%',
      '{{this}}',
      '{{@index}}',
      '{{~this~}}',
      '{{! c }}',
      '{{~! c ~}}',
      '\\{{this}}',
      '\\\\{{this}}',
    ),
    fc.string({ unit: fc.constantFrom('x', ' ', '\n', '{', '}', '\\') }).filter((text) => !/\{\{|\\$|\{$/.test(text)),
  );
  const { template } = fc.letrec<{ template: string; block: string }>((tie) => ({
    template: fc.array(fc.oneof({ maxDepth: 4 }, piece, tie('block')), { maxLength: 5 }).map((pieces) => pieces.join('')),
    block: fc
      .tuple(
        fc.constantFrom(
          'each periods',
          'each sections',
          'if @first',
          'unless @last',
          'if this',
          'if 0',
          'unless ""',
          'with this',
          'with 0',
          'if periods',
        ),
        tie('template'),
        fc.option(tie('template')),
        fc.constantFrom('', '~'),
      )
      .map(([head, body, otherwise, strip]) => {
        const word = head.split(' ')[0];
        return `{{#${head}${strip}}}${body}${otherwise === null ? '' : `{{${strip}else}}${otherwise}`}{{${strip}/${word}}}`;
      }),
  }));

  it('write what Handlebars writes, wherever both can', () => {
    const context = {
      periods: [...smallRelease.spec.periods.keys()],
      sections: ['one'],
      statements: [...smallRelease.statements.keys()],
    };
    const narratives = {
      ja: inLang(smallRelease.narratives, 'ja'),
      en: new Map([['one', [...inLang(smallRelease.narratives, 'en').values()][0]!]]),
    };
    let written = 0;
    fc.assert(
      fc.property(template, (text) => {
        const whole = `{{#each periods}}${text}{{/each}}`;
        const findings: unknown[] = [];
        const merging = openMerging({ ...smallRelease, narratives }, smallFinancials, (finding) => findings.push(finding));
        const ours = expandTemplate(sourceText('t.md', whole), { merging, lang: 'en', section: 't' });
        if (!ours || findings.length > 0) return;
        written++;
        const words = [...ours.text].map((char, at) => (ours.insertions.has(at) ? wordsOf(ours.insertions.get(at)!) : char)).join('');
        // Our lists stand inside a turn too; Handlebars asks the turn for them, and is given them so.
        const theirs = Handlebars.create().compile(whole.replaceAll(/\b(periods|sections)\b/g, '@root.$1'))(context);
        expect(words).toBe(theirs);
      }),
      { numRuns: 400, seed: 7 },
    );
    expect(written).toBeGreaterThan(200);
  });

  it('end a template that walks lists inside lists without end', () => {
    const walk = '{{#each periods}}'.repeat(18);
    const [first] = listed(mergeNarrative(`${walk}x${'{{/each}}'.repeat(18)}`).findings);
    expect(first).toBe(
      'merge/template narrative.en.md:3:1+1 the template writes more than 100000 pieces | walk fewer lists inside each other',
    );
  });
});
