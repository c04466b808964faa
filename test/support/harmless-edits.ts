// Turn a file of a release into the same file written otherwise: order, spaces, comments, quotation marks, line ends, words without figures.
import type { Sources } from '../../src/model/sources.ts';
import { type Seeded, seeded, seedOf } from './seeded-random.ts';
import { fileOf, yamlFiles } from './seeded-sources.ts';

/** One edit that means nothing. */
export interface HarmlessEdit {
  readonly kind: string;
  readonly file: string;
  readonly bytes: string;
}

/** A way to rewrite a text; undefined where it has no place for it. */
type Rewrite = (text: string, random: Seeded) => string | undefined;

/** Files that a way applies to. */
type Where = (sources: Sources) => readonly string[];

const yaml: Where = (sources) => yamlFiles(sources).map(({ file }) => file);
const periods: Where = ({ periods }) => [...periods.values()].map(({ file }) => file);
const statements: Where = ({ statements }) => [...statements.values()].map(({ file }) => file);
const concepts: Where = ({ concepts }) => [concepts.file];
const narratives: Where = ({ narratives }) => [...narratives.values()].map(({ file }) => file);
const layouts: Where = ({ templates }) => [...templates.values()].map(({ file }) => file);
const all: Where = (sources) => [...yaml(sources), ...narratives(sources), ...layouts(sources)];

/** Every way, by name. */
export const harmlessKinds: Readonly<Record<string, readonly [Where, Rewrite]>> = {
  'comment above a key': [yaml, (text, random) => onLine(text, random, key, (line) => `${indent(line)}# as of 2001: 1,234\n${line}`)],
  'comment behind a figure': [periods, (text, random) => onLine(text, random, figure, (line) => `${line} # 1,234 before`)],
  'blank line': [yaml, (text, random) => onLine(text, random, key, (line) => `\n${line}`)],
  'blank line of spaces': [yaml, (text, random) => onLine(text, random, key, (line) => `   \n${line}`)],
  'spaces behind a figure': [periods, (text, random) => onLine(text, random, figure, (line) => `${line}   `)],
  'spaces before a figure': [periods, (text, random) => onLine(text, random, figure, (line) => line.replace(': ', ':    '))],
  'spaces in braces': [
    yaml,
    (text, random) => onLine(text, random, braces, (line) => line.replace(/\{(?=[a-z])/, '{  ').replace(/\}$/, '  }')),
  ],
  'double quotation marks': [periods, (text, random) => onLine(text, random, figure, (line) => line.replace(/: (.+)$/, ': "$1"'))],
  'single quotation marks': [periods, (text, random) => onLine(text, random, figure, (line) => line.replace(/: (.+)$/, ": '$1'"))],
  'quoted key': [periods, (text, random) => onLine(text, random, figure, (line) => line.replace(/^( +)([\w.-]+):/, '$1"$2":'))],
  'order of figures': [periods, (text, random) => swap(text, random, figure)],
  'order of concepts': [concepts, (text, random) => swap(text, random, /^[a-z][\w.-]*: \{.*\}$/)],
  'order of the keys of a statement': [
    statements,
    (text, random) => swap(text, random, /^(?:kind|stub|scale|decimals|unit|summary): [^>|]+$/),
  ],
  'anchor that nothing refers to': [periods, (text, random) => onLine(text, random, figure, (line) => line.replace(': ', ': &once '))],
  'alias for what is typed twice': [periods, aliased],
  'line ends of another system': [all, (text) => text.replaceAll('\n', '\r\n')],
  'line ends of an old system': [all, (text) => text.replaceAll('\n', '\r')],
  'byte order mark': [all, (text) => `\ufeff${text}`],
  'no line end at the end': [all, (text) => text.trimEnd()],
  'blank lines at the end': [all, (text) => `${text}\n\n\n`],
  'title of a section': [
    narratives,
    (text, random) => onLine(text, random, /^## .+\{#/, (line) => line.replace(/^## .+? \{/, '## For the writer, 2nd draft {')),
  ],
  'blank line between paragraphs': [narratives, (text, random) => onLine(text, random, /^$/, () => '\n')],
  'sentence without figures': [narratives, (text, random) => onLine(text, random, sentence, (line) => `${line}${thanks(line)}`)],
  'word for another': [narratives, reworded],
  'comment in a layout': [
    layouts,
    (text, random) => onLine(text, random, /^ *<(?:p|h[1-4])[ >]/, (line) => `{{!-- draft of 2001: 1,234 --}}\n${line}`),
  ],
};

/** A line of a mapping that opens nothing and continues nothing. */
const key = /^ *[a-z][\w.-]*: (?![>|])[^"'\n]*$/;
const figure = /^ {2}[a-z][\w.-]*: [\d(][\d,.()]*$/;
const braces = /^ *(?:- |[a-z][\w.-]*: )\{[a-z].*[^}]\}$/;
const sentence = /^(?![<#-])(?!.*\{\{[^}]*\}\}$).+[.。]$/;

/** `count` edits in turn of every kind, spread over the kind's files; the same for the same seed. */
export function harmlessEdit(kind: string, sources: Sources, seed: string): HarmlessEdit | undefined {
  const way = harmlessKinds[kind];
  if (!way) throw new Error(`${kind} is no kind of edit`);
  const [where, rewrite] = way;
  const random = seeded(seedOf(`${seed} ${kind}`));
  const files = [...where(sources)];
  while (files.length > 0) {
    const [file = ''] = files.splice(random.below(files.length), 1);
    const { text } = fileOf(sources, file);
    const bytes = rewrite(text, random);
    if (bytes !== undefined && bytes !== text) return { kind, file, bytes };
  }
  return undefined;
}

const indent = (line: string): string => /^ */.exec(line)?.[0] ?? '';

/** Rewrites one of the lines that fit. */
function onLine(text: string, random: Seeded, fits: RegExp, change: (line: string) => string): string | undefined {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => (fits.test(line) ? [index] : []));
  if (found.length === 0) return undefined;
  const at = random.pick(found);
  return lines.with(at, change(lines[at] ?? '')).join('\n');
}

/** Exchanges two lines that both fit, one below the other. */
function swap(text: string, random: Seeded, fits: RegExp): string | undefined {
  const lines = text.split('\n');
  const found = lines.flatMap((line, index) => (fits.test(line) && fits.test(lines[index + 1] ?? '') ? [index] : []));
  if (found.length === 0) return undefined;
  const at = random.pick(found);
  return lines
    .with(at, lines[at + 1] ?? '')
    .with(at + 1, lines[at] ?? '')
    .join('\n');
}

/** Two figures typed alike, the second by reference to the first. */
function aliased(text: string, random: Seeded): string | undefined {
  const typed = [...text.matchAll(/^ {2}[a-z][\w.-]*: ("-"|[\d(][\d,.()]*)$/gm)].map(({ 1: value }) => value ?? '');
  const twice = [...new Set(typed)].filter((value) => typed.indexOf(value) !== typed.lastIndexOf(value));
  if (twice.length === 0) return undefined;
  const value = random.pick(twice);
  let met = 0;
  return text.replace(/^( {2}[a-z][\w.-]*: )("-"|[\d(][\d,.()]*)$/gm, (line, head: string, each: string) => {
    if (each !== value || met > 1) return line;
    return met++ === 0 ? `${head}&same ${each}` : `${head}*same`;
  });
}

const thanks = (line: string): string =>
  /[。]$/.test(line) ? '株主の皆様のご支援に心より感謝申し上げます。' : ' The Company thanks its shareholders for their support.';

/** Words that mean the same; none of them says how a figure went. */
const synonyms: readonly (readonly [string, string])[] = [
  ['mainly', 'chiefly'],
  ['approximately', 'about'],
  ['towards', 'toward'],
  ['Towards', 'Toward'],
  ['customers', 'clients'],
  ['demand', 'interest'],
  ['steady', 'constant'],
  ['thorough', 'careful'],
  ['as follows', 'as shown below'],
  ['次のとおり', '以下のとおり'],
  ['引き続き', 'ひきつづき'],
  ['当社', '弊社'],
  ['予定', '見通し'],
  ['主な', '主たる'],
  ['需要', 'ニーズ'],
  ['景気', '経済'],
];

function reworded(text: string, random: Seeded): string | undefined {
  // Words of helpers, marks and literals stay: only plain sentences are reworded.
  const plain = (from: string) => text.split('\n').some((line) => !/[<{\d]/.test(line) && line.includes(from));
  const known = synonyms.filter(([from]) => plain(from));
  if (known.length === 0) return undefined;
  const [from, to] = random.pick(known);
  return text
    .split('\n')
    .map((line) => (/[<{\d]/.test(line) ? line : line.replaceAll(from, to)))
    .join('\n');
}
