// Answers of a form that are stated once and printed in the words of each language.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/release.ts';
import { inlinesOf, listed, mergeNarrative, mergePieces, smallRelease, textOf, written } from '../support/merge-fixture.ts';

/** The small release with these answers, stated on the line of its own place. */
function stating(flags: Readonly<Record<string, Answer>>) {
  const { spec } = smallRelease;
  return { release: { spec: { ...spec, flags: new Map(Object.entries(flags).map(([name, value]) => [name, { value, at: spec.at }])) } } };
}

const more = stating({ briefing: 'yes', restatements: 'no' });

describe('a flag', () => {
  it.each([
    ['{{flag "briefing"}} {{flag "restatements"}}', '有 無', 'yes none'],
    ['{{flag "briefing" style="yes-no"}} {{flag "restatements" style="yes-no"}}', '有 無', 'yes no'],
    ['{{flag "briefing" style="applicable"}} {{flag "restatements" style="applicable"}}', '該当あり 該当なし', 'applicable not applicable'],
    ['{{flag "briefing" style="plain"}} {{flag "restatements" style="plain"}}', 'あり なし', 'yes none'],
    ['{{flag "briefing" form="capital"}} {{flag "restatements" style="applicable" form="capital"}}', '有 該当なし', 'Yes Not applicable'],
  ])('%s', (expression, ja, en) => {
    expect([written(expression, 'ja', more), written(expression, 'en', more)]).toEqual([ja, en]);
  });

  it('is nothing in a condition where its answer is no', () => {
    const asked = (name: string) =>
      written(`{{#if (flag "${name}")}}so{{else}}not so{{/if}} {{#unless (flag "${name}")}}not so{{/unless}}`, 'en', more);
    expect([asked('briefing'), asked('restatements')]).toEqual(['so', 'not so not so']);
  });

  it('is known in the document by its name and its answer', () => {
    const inlines = inlinesOf(mergeNarrative('Restatements: {{flag "restatements"}}', 'en', more));
    expect(inlines.at(-1)?.bound).toEqual({ by: 'flag', flag: 'restatements', says: 'no' });
  });

  it('that is not stated, or asked for in a way that there is not, is an error', () => {
    const finding = (text: string) => listed(mergeNarrative(text, 'en', more).findings)[0];
    expect(finding('{{flag "restatement"}}')).toBe(
      'merge/helper-argument narrative.en.md:3:8+13 the release states no flag restatement | did you mean restatements? | state it under flags in release.yaml: restatement: yes, or no',
    );
    expect(finding('{{flag "briefing" style="answers"}}')).toMatch(/style="answers" is none of answer, yes-no, applicable, plain/);
    expect(finding('{{flag "briefing" form="Capital"}}')).toMatch(/form="Capital" is none of lower, capital/);
  });
});

describe('a flag that nothing asks for', () => {
  const layout = (words: string) => ({
    release: `{{#only "en"}}<section class="part" lang="en" id="en" title="Part"><section class="page en-text">${words}</section></section>{{/only}}`,
  });
  const told = (words: string, en: Readonly<Record<string, string>> = {}) =>
    mergePieces({ ...more, templates: layout(words), en }).findings.map(({ severity, code, message }) =>
      [severity, code, message].join(' '),
    );
  const unused = (name: string) => `warning merge/flag-unused flag ${name} is stated, and no layout or narrative prints it`;

  it('is told, in layouts, narratives and conditions alike', () => {
    expect(told('<p>None.</p>')).toEqual([unused('briefing'), unused('restatements')]);
    expect(told('<p>{{flag "briefing"}}</p>')).toEqual([unused('restatements')]);
    expect(
      told('{{narrative "words"}}<p>{{#if (flag "briefing")}}A briefing is held.{{/if}}</p>', {
        words: 'Restatements: {{flag "restatements"}}',
      }),
    ).toEqual([]);
    expect(textOf(mergePieces({ ...more, templates: layout('<p>{{#if (flag "briefing")}}A briefing is held.{{/if}}</p>') }))).toBe(
      'A briefing is held.',
    );
  });
});
