// What every language must hold, and how one is asked for.
import { describe, expect, it } from 'vitest';
import { inReports, isLanguage, language, languageCodes, languages } from '../../src/language/languages.ts';
import { inLang, perLang } from '../../src/model/language.ts';

/** Every pattern inside a value, with its path. */
function patternsIn(value: unknown, path: string): readonly (readonly [string, RegExp])[] {
  if (value instanceof RegExp) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => patternsIn(inner, `${path}.${key}`));
}

/** Begins or ends where a text does: it looks at one place. */
const isAnchored = ({ source }: RegExp): boolean => /^(?:\(\?:)?\^|\$\)?$/.test(source);

/** Asked whether a text holds them at all: names of accounts and heads, topics, what is expected and what came about, scripts. All others are searched for every match. */
const askedOnce =
  /\.(?:labels\.(?!free$)|heads\.|concepts\.(?!(?:diluted|basic|lowEnd|highEnd)$)|topics\.|changeLabels\.)|times\.(?:expects|settles|cameAbout|announces\.will)$|\.(?:script|topicElsewhere|looseBreak|needs)$/;

describe('a language', () => {
  it('is asked for by its code, and none is made up', () => {
    expect(language('ja').tag).toBe('ja-JP');
    expect(language('en').name).toBe('English');
    expect(() => language('fr')).toThrow('no language "fr"; there are ja, en');
    expect(['ja', 'fr', 'constructor', '', undefined].map(isLanguage)).toEqual([true, false, false, false, false]);
  });

  it('has a code, a name and a tag that are its own, the tag one of the code', () => {
    for (const of of ['code', 'name', 'tag'] as const) expect(new Set(languages.map((each) => each[of])).size).toBe(languages.length);
    for (const { code, tag } of languages) {
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      expect(tag.split('-')[0]).toBe(code);
    }
  });

  it.each(languageCodes)('%s remembers no match: a pattern is global where all its matches are sought, and nowhere else', (code) => {
    const patterns = patternsIn(language(code), code);
    expect(patterns.length).toBeGreaterThan(20);
    for (const [path, pattern] of patterns)
      expect(pattern.global, `${path} ${pattern}`).toBe(!isAnchored(pattern) && !askedOnce.test(path));
  });

  it.each(languageCodes)('%s marks in its ties where a unit, a month and a day begin', (code) => {
    const { units, dates } = language(code).typesetting.ties;
    for (const pattern of [...units, ...dates]) if (/\(\?</.test(pattern.source)) expect(pattern.hasIndices).toBe(true);
  });

  it.each(languageCodes)('%s reads the words that it writes of a change', (code) => {
    const { changes, words } = language(code);
    const says = (text: string) =>
      Object.entries(words.directions)
        .filter(([, pattern]) => text.search(pattern) >= 0)
        .map(([word]) => word);
    expect(says(changes.changeVerb('up', '\ufffc'))).toEqual(['up']);
    expect(says(changes.changeNoun('down', '\ufffc'))).toEqual(['down']);
    expect(says(changes.improvement('better', '\ufffc'))).toEqual(['better']);
    expect(says(changes.improvement('worse', '\ufffc'))).toEqual(['worse']);
    expect(says(changes.turned('profit', 'verb'))).toEqual(['profit']);
    expect(changes.conjunction(true).search(words.joining.agree)).toBe(0);
    expect(changes.conjunction(false).search(words.joining.differ)).toBe(0);
  });

  it('hyphenates and sets by its tradition', () => {
    for (const { tradition, typesetting, text } of languages) {
      expect(typesetting.hyphenation === undefined).toBe(tradition === 'cjk');
      expect(text.lineJoint).toBe(tradition === 'cjk' ? '' : ' ');
    }
  });
});

describe('a value in each language', () => {
  const labels = perLang(['ja', 'en'], (lang) => `in ${lang}`);

  it('is read in a language that it has', () => {
    expect(labels).toEqual({ ja: 'in ja', en: 'in en' });
    expect(inLang(labels, 'ja')).toBe('in ja');
    // What a style says of a language that is optional in it.
    expect(() => inLang({ ...labels, ja: undefined }, 'ja')).toThrow('no value in ja');
    expect(() => inLang(labels, 'fr')).toThrow('no value in fr among ja, en');
    expect(() => inLang(labels, 'constructor')).toThrow('no value in constructor');
  });

  it('is told in English in reports, or in the first language of an issuer that has none', () => {
    expect(inReports(labels)).toBe('in en');
    expect(inReports({ ja: '売上' })).toBe('売上');
  });
});
