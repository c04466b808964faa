// Turn lists of languages in issuer.yaml into releases or findings: what is asked for, what is missing, what is too much.
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { type Edit, files, loadFixture, withEdit } from '../support/fixture.ts';

const listing = (languages: string): Edit => withEdit(files.issuer, 'languages: [ja, en]', languages);
const noEnglishNarrative: Edit = { file: files.en, remove: true };

describe('the languages of an issuer', () => {
  it('are printed in the order of the list, and are Japanese and English where there is none', () => {
    expect(loadFixture().release?.languages).toEqual(['ja', 'en']);
    expect(loadFixture(listing('languages: [en, ja]')).release?.languages).toEqual(['en', 'ja']);
    expect(loadFixture(listing('')).release?.languages).toEqual(['ja', 'en']);
  });

  it.each([
    [
      'a language that there is not',
      'languages: [ja, en, fr]',
      'validate/wrong-type data/mini/issuer.yaml:33:21 «fr» item 3 of languages is "fr", not one of ja, en | known here: ja, en',
    ],
    [
      'only languages that there are not',
      'languages: [fr]',
      'validate/wrong-type data/mini/issuer.yaml:33:13 «fr» item 1 of languages is "fr", not one of ja, en | known here: ja, en',
    ],
    [
      'a language twice',
      'languages: [ja, en, ja]',
      'validate/duplicate data/mini/issuer.yaml:33:21 «ja» language ja is listed twice | keep one of them | first listed here data/mini/issuer.yaml:33:13 «ja»',
    ],
    [
      'none',
      'languages: []',
      'validate/wrong-type data/mini/issuer.yaml:33:12 «[]» languages is an empty list: a release has at least one | list the languages of its releases in the order in which they are printed',
    ],
    ['a word instead of a list', 'languages: ja', 'validate/wrong-type data/mini/issuer.yaml:33:12 «ja» languages is "ja", not a list'],
  ])('refuse %s', (_, languages, finding) => {
    const { listed, release } = loadFixture(listing(languages));
    expect(listed).toEqual([finding]);
    expect(release).toBeUndefined();
  });

  it('decide which narratives there are', () => {
    expect(loadFixture({ file: files.ja, remove: true }, noEnglishNarrative, listing('languages: [ja]')).listed).toEqual([
      'load/missing-file data/mini/releases/1q01/narrative.ja.md:1:1 «» data/mini/releases/1q01/narrative.ja.md is missing | a release is written in every language of the issuer | its language is ja, as data/mini/issuer.yaml says',
    ]);
    expect(loadFixture({ file: 'data/mini/releases/1q01/narrative.fr.md', content: '## A {#summary}\n' }).listed).toEqual([
      'load/unlisted-language data/mini/releases/1q01/narrative.fr.md:1:1 «#» narrative.fr.md is not read: fr is not a language of this issuer | its languages are ja, en: rename or remove the file',
    ]);
    // Listed and not known: that is told once, of the list.
    const listedToo = loadFixture(listing('languages: [ja, en, fr]'), {
      file: 'data/mini/releases/1q01/narrative.fr.md',
      content: '## A {#summary}\n',
    });
    expect(listedToo.listed).toHaveLength(1);
    // Other files beside a release are nobody's business.
    expect(loadFixture({ file: 'data/mini/releases/1q01/narrative.ja.md~', content: '' }).listed).toEqual([]);
  });

  it('decide in which languages labels, days and heads are asked for, each lack at its place', () => {
    const { listed } = loadFixture(
      withEdit(files.concepts, 'labels: {ja: 人件費, en: Staff}', 'labels: {ja: 人件費}'),
      withEdit(files.concepts, 'tax.income: {labels: {ja: 法人税, en: Income tax}}', 'tax.income: {}'),
      withEdit(files.release, 'announced: {ja: 2001-08-10, en: 2001-08-09}', 'announced: {ja: 2001-08-10}'),
    );
    expect(listed).toEqual([
      'validate/missing-label data/mini/concepts.yaml:7:30 «labels» the English of labels of costs.staff is missing | add en: to it',
      'validate/missing-label data/mini/concepts.yaml:14:1 «tax.income» tax.income has no labels | add labels: {ja: …, en: …}',
      'validate/missing-label data/mini/releases/1q01/release.yaml:3:1 «announced» the English of announced is missing | add en: to it',
    ]);
  });

  it('are told of once in a file that has another', () => {
    const { listed } = loadFixture(listing('languages: [ja]'), noEnglishNarrative);
    expect(listed.filter((line) => line.includes('concepts.yaml'))).toEqual([
      'validate/unlisted-language data/mini/concepts.yaml:1:52 «en» English is not a language of this issuer, and stands in 31 places of this file | its languages are ja: add en to languages in issuer.yaml, or take the English out',
    ]);
    expect(listed.every((line) => line.startsWith('validate/unlisted-language '))).toBe(true);
  });
});

describe('a style', () => {
  it('says how each language of the release is set', () => {
    const { listed } = loadFixture(
      withEdit(files.style, 'markers: {ja: ・, en: •}', 'markers: {ja: ・}'),
      withEdit(files.style, '  en: {text: source-serif-4, heading: source-sans-3, table: noto-sans-jp}\n', ''),
    );
    expect(listed).toEqual([
      'validate/missing-label templates/plain/style.yaml:5:1 «fonts» the English of fonts is missing | add en: to it',
      'validate/missing-label templates/plain/style.yaml:52:1 «markers» the English of markers is missing | add en: to it',
    ]);
  });

  it('may say it of languages that the release does not have, with fonts that the project does not have', () => {
    const oneLanguage = loadFixture(
      { file: files.issuer, content: japaneseIssuer },
      { file: files.concepts, content: '{}\n' },
      { file: files.release, content: japaneseRelease },
      { file: files.operations, remove: true },
      { file: files.position, remove: true },
      { file: files.current, content: period('2001-04-01', '2001-06-30') },
      { file: files.prior, remove: true },
      noEnglishNarrative,
      withEdit(files.style, 'en: {text: source-serif-4, ', 'en: {text: elsewhere, '),
    );
    expect(oneLanguage.listed).toEqual([]);
    expect(Object.keys(oneLanguage.release?.style.blocks ?? {})).toEqual(['ja']);
    expect(Object.keys(oneLanguage.release?.style.fonts ?? {})).toEqual(['ja']);
  });
});

describe('the schemas for editors', () => {
  it('know the languages, and leave it to the issuer which of them a file has', () => {
    const { issuer, concepts } = jsonSchemas() as Record<string, { properties: Record<string, object>; additionalProperties: object }>;
    expect(issuer?.properties.languages).toMatchObject({ items: { enum: ['ja', 'en'] } });
    expect(issuer?.properties.names).toMatchObject({ minProperties: 1, additionalProperties: false });
    expect(issuer?.properties.names).not.toHaveProperty('required');
    // What a concept leaves out, its labels too, the dictionary of accounts may have.
    expect(concepts?.additionalProperties).toHaveProperty('properties.labels');
    expect(concepts?.additionalProperties).not.toHaveProperty('required');
  });
});

const japaneseIssuer = `id: mini
names: {ja: ミニ工業株式会社}
short-names: {ja: ミニ工業}
languages: [ja]
standard: j-gaap
currency: JPY
regime: round
change: {policy: signed}
negative: triangle
nil: "-"
`;

const japaneseRelease = `layout: plain
titles: {ja: 2001年度第1四半期決算}
announced: {ja: 2001-08-10}
periods: {current: 1q01}
`;

const period = (start: string, end: string): string => `start: ${start}\nend: ${end}\nfiscal: {year: 2001, quarter: 1}\n`;
