// Turn edits of the second issuer's layout into what they must and must not stop: tables of one language, of neither, and of other releases.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Edit, editedSample } from '../support/edited-sample.ts';
import { composeSample } from '../support/sample.ts';

const layout = 'templates/tanshin/summary.hbs';
const without = (statement: string): Edit => ({ file: layout, from: `  {{table "${statement}"}}\n`, to: '' });
const place = (...edits: readonly Edit[]) => ({ ...editedSample(edits), issuer: 'aoba', release: '2026h1' });
const told = (at: ReturnType<typeof place>) =>
  composeSample(at).findings.map(({ severity, code, message, at }) => `${severity} ${code} ${message} ${at?.file}:${at?.line}`);

describe('a table', () => {
  it('that only one language of a release places is told by name, at its place', () => {
    const words: Edit = {
      file: 'templates/tanshin/ja.hbs',
      from: '{{#words "matters"}}',
      to: '{{#words "position"}}{{table "position"}}{{/words}}\n{{#words "matters"}}',
    };
    const asked: Edit = { file: layout, from: '{{table "position"}}', to: '{{words "position"}}' };
    const empty: Edit = {
      file: 'templates/tanshin/en.hbs',
      from: '{{#words "matters"}}',
      to: '{{#words "position"}}{{/words}}\n{{#words "matters"}}',
    };
    expect(told(place(words, asked, empty))).toEqual([
      expect.stringMatching(
        /^warning merge\/one-language statement position is placed in ja and not in en templates\/tanshin\/ja\.hbs:\d+$/,
      ),
    ]);
    const said = { ...words, to: words.to.replace('{{table "position"}}', '{{#only "ja"}}{{table "position"}}{{/only}}') };
    expect(told(place(said, asked, empty))).toEqual([]);
  });

  it('that no language places stops nothing', () => {
    expect(told(place(without('shares')))).toEqual([]);
  });
});

describe('a statement of other releases', () => {
  const annual = `kind: statement
captions: {ja: [], en: []}
unit: {ja: （単位：百万円）, en: (Millions of yen)}
summary: {ja: 通期の損益。単位は百万円。, en: Results of the year in millions of yen.}
stub: {ja: "", en: ""}
scale: million
columns:
  - {id: year, period: year-end, measure: amount}
  - {id: before, period: year-before-last, measure: amount}
heads:
  ja: &heads
    - {head: "1", column: year}
    - {head: "2", column: before}
  en: *heads
rows:
  - concept: cost.sales
  - concept: cost.selling-and-administrative
`;

  it('needs neither its figures nor its periods', () => {
    const at = place();
    writeFileSync(join(at.root, 'data/aoba/statements/annual.yaml'), annual);
    expect(told(at)).toEqual([]);
  });
});
