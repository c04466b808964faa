// Turn the gallery's texts in other languages into tests: nothing of the language of the source is left in them, and carets stand where they stood.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columns } from '../src/commands/visible-text.ts';
import { expectedFile, galleryCodes, galleryFixture, galleryFolder, galleryLanguages } from './support/gallery.ts';

/** Words that are names: of keys, options and commands, of elements of HTML, of programs, and units. */
const names = new Set(
  `alt because carried confirm date decorative dfn draft extends files flag flags foot incomparable instant irregular kessan kind layout literals
  measure narrative optional previous pt rate regime release says scale serve sha snapshot stated style times value waivers when why word words`.split(
    /\s+/,
  ),
);

/** Words that hold sentences together: no name is made of one of them. */
const grammar = new Set('a an and are as at by for from has in is it its no not of on or that the this to was which with'.split(' '));

/** Printed words that findings show as they stand on the page. */
const printed = ['measure: difference', 'an increase of', 'million', 'invalid', 'Japanese GAAP', 'June 2001'];

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z][A-Za-z'’-]*[A-Za-z]/g) ?? [];

const textIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:yaml|md|hbs)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

const fixtureText = textIn(galleryFixture);

/** What data says: names, labels, sources and reasons, which are told as they are typed. */
const phrasesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:name|en|source|why|text|from|to): *"?([^"{}\n]*?[^"{}\n, ])(?=["{},\n])/g)]
    .map(([, phrase = '']) => phrase)
    .filter((phrase) => phrase.includes(' '))
    .sort((a, b) => b.length - a.length);

/** Lines that say something: not those of source files, nor their names. */
const told = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*\d+ \| /.test(line) && !/^\s+\S+:\d+:\d+$/.test(line))
    .map((line) => line.replace(/^\S+\[[a-z]+\/[\w-]+\] /, '').replace(/^\s+\| +\^+/, ''));

/** Without what is quoted, code, or a name with a mark in it. */
const plain = (line: string): string =>
  line
    .replace(/u\+[0-9a-f]{4,6}/gi, ' ')
    .replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\{\{.*?\}\}|\{[^{}]*\}|<[^>]*>|'[^']*'/g, ' ')
    .replace(/[\w@-]*[./:=@_[\]#-][\w./:=@_[\]#-]*/g, ' ')
    // A list of names.
    .replace(/[\w-]+(?:、[\w-]+)+/g, ' ');

describe.each(galleryLanguages)('the gallery in %s', (lang) => {
  it.each(galleryCodes())('%s has no words of the source', (code) => {
    const text = readFileSync(expectedFile(code, lang), 'utf8');
    const data = `${fixtureText}\n${textIn(join(galleryFolder, code))}`;
    const phrases = [...printed, ...phrasesOf(data)].map((phrase) => phrase.toLowerCase());
    const words = new Set(wordsOf(data));
    const left = told(text).flatMap((line) => {
      const rest = phrases.reduce((shorter, phrase) => shorter.replaceAll(phrase, ' '), line.toLowerCase());
      return wordsOf(plain(rest)).filter((word) => grammar.has(word) || !(names.has(word) || words.has(word) || word.length < 2));
    });
    expect(left).toEqual([]);
    expect(text).toMatch(/\P{ASCII}/u);
  });

  it.each(galleryCodes())('%s marks the same places, under the columns that they take', (code) => {
    const [as, other] = [expectedFile(code), expectedFile(code, lang)].map((file) => readFileSync(file, 'utf8').split('\n')) as [
      string[],
      string[],
    ];
    expect(other.length).toBe(as.length);
    const carets = (line: string) => /^\s+\| ( *)(\^+)/.exec(line)?.slice(1);
    for (const [index, line] of as.entries()) {
      expect(carets(other[index] ?? '')).toEqual(carets(line));
      if (/^\s*\d+ \| /.test(line)) expect(other[index]).toBe(line);
    }
    for (const [index, line] of other.entries()) {
      const [before, mark] = carets(line) ?? [];
      if (before === undefined || mark === undefined) continue;
      const source = /^\s*\d+ \| (.*)$/.exec(other[index - 1] ?? '')?.[1] ?? '';
      // A caret never stands in the middle of a wide character, nor beyond the line.
      const edges = [0];
      for (const character of source) edges.push((edges.at(-1) ?? 0) + columns(character));
      expect(edges).toContain(before.length);
      expect(before.length).toBeLessThanOrEqual(columns(source));
    }
  });
});
