// Turn strings and the places that they are put in into the files of a small project, each string on a line of its own.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../../src/model/language.ts';
import { projectRoot } from '../sample.ts';
import { marksOf } from './read-again.ts';
import type { TextString } from './strings.ts';

/** Where a string may stand. */
export const carriers = ['paragraph', 'item', 'heading', 'layout', 'label', 'caption', 'contact', 'name', 'title', 'reason'] as const;
export type Carrier = (typeof carriers)[number];

/** Those that hold one string of a language in a build. */
export const single: ReadonlySet<Carrier> = new Set(['name', 'title', 'reason']);
/** Those that a template or markup is read in; in the others every character is text. */
export const withMarkup: ReadonlySet<Carrier> = new Set(['paragraph', 'item', 'heading', 'layout', 'label', 'caption']);

export interface Placed extends TextString {
  readonly carrier: Carrier;
  readonly lang: Lang;
}

/** A project's files by their paths, and which string stands on which line of which file. */
export interface TextProject {
  readonly files: ReadonlyMap<string, string>;
  readonly owners: ReadonlyMap<string, Placed>;
  /** Lines that print a string of another file: a refusal there is told at the wrong place. */
  readonly callers: ReadonlyMap<string, Placed>;
}

/** The small issuer's project; by the project's root, for a bundled script stands elsewhere. */
export const smallProject = join(projectRoot, 'test/support/fixture');

const folder = 'data/mini';
export const correctionFile = `${folder}/releases/1q01/correction.yaml`;

/** Puts lines together and remembers whose each is. */
class Lines {
  readonly #lines: string[] = [];
  readonly #file: string;
  readonly #owners: Map<string, Placed>;

  constructor(file: string, owners: Map<string, Placed>) {
    this.#file = file;
    this.#owners = owners;
  }

  add(text: string, owner?: Placed): this {
    for (const line of text.split('\n')) {
      this.#lines.push(line);
      if (owner) this.#owners.set(`${this.#file}:${this.#lines.length}`, owner);
    }
    return this;
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** Marks that a grammar would read, as references to characters. */
const referenced = (text: string, marks: RegExp): string => text.replace(marks, (mark) => `&#${mark.codePointAt(0)};`);
const markdownMarks = /[*_#[\]{}<>&`\\]/g;
const layoutMarks = /[{}<>&\\]/g;

/** A text between double quotation marks, every unusual character written by its number. */
const quoted = (text: string): string =>
  `"${Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    if (code > 0x1f && code < 0x7f) return character;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  }).join('')}"`;

/** The string between its marks, spelled for the place. */
function spelled(placed: Placed): string {
  const { carrier, text, typed, number } = placed;
  const [open, close] = marksOf(number);
  const marks = carrier === 'paragraph' || carrier === 'item' || carrier === 'heading' ? markdownMarks : layoutMarks;
  const inner = typed ?? (withMarkup.has(carrier) ? referenced(text, marks) : text);
  return `${open}${inner}${close}`;
}

/** The small issuer's project with the strings in it; its own words stay. */
export function textProject(strings: readonly Placed[]): TextProject {
  const owners = new Map<string, Placed>();
  const callers = new Map<string, Placed>();
  const files = new Map<string, string>();
  const of = (carrier: Carrier, lang?: Lang) =>
    strings.filter((each) => each.carrier === carrier && (lang === undefined || each.lang === lang));
  const begin = (file: string) => new Lines(file, owners);
  const fixture = (file: string) => readFileSync(join(smallProject, file), 'utf8').trimEnd();
  const put = (file: string, lines: Lines) => files.set(file, lines.toString());
  const one = (carrier: Carrier, lang: Lang, otherwise: string): [string, Placed | undefined] => {
    const [placed] = of(carrier, lang);
    return [placed ? quoted(spelled(placed)) : quoted(otherwise), placed];
  };

  for (const lang of ['ja', 'en'] as const) {
    const file = `${folder}/releases/1q01/narrative.${lang}.md`;
    const lines = begin(file).add(fixture(file));
    for (const placed of [...of('paragraph', lang), ...of('item', lang), ...of('heading', lang)]) {
      const lead = placed.carrier === 'item' ? '- ' : placed.carrier === 'heading' ? '### ' : '';
      lines.add(`\n## T {#t-${placed.number}}\n\n${lead}${spelled(placed)}`, placed).add(placed.carrier === 'heading' ? '\nwords' : '');
    }
    put(file, lines);
  }

  // The page of the small layout goes on with what each language has of its own.
  const skeleton = fixture('templates/plain/release.hbs').replace(/<\/section>\n<\/section>$/, '');
  const more = (['ja', 'en'] as const).map((lang) => `{{#only "${lang}"}}{{> more-${lang}}}{{/only}}`).join('\n');
  put('templates/plain/release.hbs', begin('').add(`${skeleton}${more}\n</section>\n</section>`));
  for (const lang of ['ja', 'en'] as const) {
    const words = `templates/plain/${lang}.hbs`;
    const titled = new Lines(words, callers);
    const [name] = of('name', lang);
    for (const line of fixture(words).split('\n')) titled.add(line, line.includes('{{issuer "name"}}') ? name : undefined);
    put(words, titled);

    const file = `templates/plain/more-${lang}.hbs`;
    const lines = begin(file);
    const called = new Lines(file, callers);
    const both = (text: string, owner?: Placed, caller?: Placed) => {
      lines.add(text, owner);
      called.add(text, caller);
    };
    for (const placed of [...of('paragraph', lang), ...of('item', lang), ...of('heading', lang)])
      both(`{{narrative "t-${placed.number}"}}`);
    for (const placed of of('layout', lang)) both(`<p>${spelled(placed)}</p>`, placed);
    if (of('label').length > 0) both('{{table "labels"}}');
    if (of('caption').length > 0) both('{{table "captions"}}');
    for (const placed of of('contact', lang)) both(`<p>{{issuer "contacts.c${placed.number}"}}</p>`, undefined, placed);
    both(`<p>{{issuer "name"}}</p>`, undefined, name);
    put(file, lines);
  }

  const issuer = begin(`${folder}/issuer.yaml`);
  for (const line of fixture(`${folder}/issuer.yaml`).split('\n')) {
    if (line.startsWith('names:')) {
      issuer.add('names:');
      for (const lang of ['ja', 'en'] as const) {
        const [value, owner] = one('name', lang, lang === 'ja' ? 'ミニ工業株式会社' : 'Mini Works Inc.');
        issuer.add(`  ${lang}: ${value}`, owner);
      }
    } else issuer.add(line);
    if (line.startsWith('contacts:'))
      for (const placed of of('contact')) issuer.add(`  c${placed.number}: ${quoted(spelled(placed))}`, placed);
  }
  put(`${folder}/issuer.yaml`, issuer);

  const release = begin(`${folder}/releases/1q01/release.yaml`);
  for (const line of fixture(`${folder}/releases/1q01/release.yaml`).split('\n')) {
    if (!line.startsWith('titles:')) {
      // The strings take as many pages as they take.
      if (!line.startsWith('targets:')) release.add(line);
      continue;
    }
    release.add('titles:');
    for (const lang of ['ja', 'en'] as const) {
      const [value, owner] = one('title', lang, lang === 'ja' ? '決算' : 'Results');
      release.add(`  ${lang}: ${value}`, owner);
    }
  }
  put(`${folder}/releases/1q01/release.yaml`, release);

  const concepts = begin(`${folder}/concepts.yaml`).add(fixture(`${folder}/concepts.yaml`));
  const periods = begin(`${folder}/periods/1q01.yaml`);
  const labels = of('label');
  for (const placed of labels) {
    const own = (lang: Lang) => (placed.lang === lang ? quoted(spelled(placed)) : placed.lang === 'ja' ? 'x' : '語');
    concepts.add(`label.n${placed.number}:\n  labels:`);
    for (const lang of ['ja', 'en'] as const) concepts.add(`    ${lang}: ${own(lang)}`, placed.lang === lang ? placed : undefined);
  }
  for (const line of fixture(`${folder}/periods/1q01.yaml`).split('\n')) {
    periods.add(line);
    if (line.startsWith('facts:')) for (const placed of labels) periods.add(`  label.n${placed.number}: 5`);
  }
  put(`${folder}/concepts.yaml`, concepts);
  put(`${folder}/periods/1q01.yaml`, periods);
  if (labels.length > 0) {
    const rows = labels.map(({ number }) => `      - {concept: label.n${number}}`).join('\n');
    put(
      `${folder}/statements/labels.yaml`,
      begin('').add(`${statement('Labels', ['kind: statement', 'captions: {ja: [表], en: [Table]}'])}\nrows:\n  - rows:\n${rows}`),
    );
  }
  if (of('caption').length > 0) {
    const lines = begin(`${folder}/statements/captions.yaml`).add('kind: statement\ncaptions:');
    for (const lang of ['ja', 'en'] as const) {
      // Captions are compared as one text: a string that stands alone owns the lines before it too.
      lines.add(`  ${lang}:\n    - ${lang === 'ja' ? '表' : 'Table'}`, of('caption').length === 1 ? of('caption')[0] : undefined);
      for (const placed of of('caption', lang)) lines.add(`    - ${quoted(spelled(placed))}`, placed);
    }
    put(`${folder}/statements/captions.yaml`, lines.add(`${statement('Captions', [])}\nrows:\n  - rows:\n      - {concept: assets.cash}`));
  }

  const correction = begin(correctionFile).add('date: {ja: 2001-08-20, en: 2001-08-20}\nreason:');
  for (const lang of ['ja', 'en'] as const) {
    const [value, owner] = one('reason', lang, lang === 'ja' ? '訂正' : 'Correction');
    correction.add(`  ${lang}: ${value}`, owner);
  }
  put(correctionFile, correction);

  const notice = new Lines('templates/plain/notice.hbs', callers);
  for (const lang of ['ja', 'en'] as const) {
    notice.add(
      `{{#only "${lang}"}}\n<section class="part" title="Notice">\n<section class="page ${lang}-text">\n<h1>${lang === 'ja' ? '訂正' : 'Correction'}</h1>`,
    );
    notice.add('<p>{{correction "reason"}}</p>', of('reason', lang)[0]).add('</section>\n</section>\n{{/only}}');
  }
  put('templates/plain/notice.hbs', notice);
  const style = fixture('templates/plain/style.yaml');
  const words = 'marked: {ja: （訂正版）, en: Corrected}, deleted: {ja: （削除）, en: "[deleted]"}';
  const marked = `correction: {excerpt-limit: 12, underline: {offset: 0.16, thickness: 0.5}, ${words}}`;
  const headed = style.replace(/^( +)h1: (\{.*)$/gm, '$1h1: $2\n$1h3: {extends: h1}');
  put('templates/plain/style.yaml', begin('').add(headed).add(marked));
  return { files, owners, callers };
}

/** What both tables of the project share. */
function statement(summary: string, first: readonly string[]): string {
  return [
    ...first,
    `summary: {ja: 表, en: ${summary}}`,
    'stub: {ja: 科目, en: Item}',
    'scale: thousand',
    'columns:\n  - {id: jpy, period: current, measure: amount}',
    'heads:\n  ja: [{head: JPY, column: jpy}]\n  en: [{head: JPY, column: jpy}]',
  ].join('\n');
}
