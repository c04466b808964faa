// Turn the files of a release into the places where one wrong digit, or one wrong argument, can be typed.
import type { SourceFile, Sources, YamlFile } from '../../src/model/sources.ts';
import { yamlFiles } from './seeded-sources.ts';

/** Where a figure stands: what it is decides which relations may hold it. */
export const siteKinds = [
  'fact',
  'stated',
  'as-released',
  'when',
  'control',
  'rate',
  'override-exact',
  'override-print',
  'literal',
  'label',
  'formula',
  'prose',
  'period',
  'decimals',
] as const;
export type SiteKind = (typeof siteKinds)[number];

/** A figure, a word with digits, or an argument of a helper: the whole of what is typed at one place. */
export interface Site {
  readonly kind: SiteKind;
  readonly file: string;
  /** Names the place for people and for the list of what nothing holds: the file's name and the path in it, or the words there. */
  readonly id: string;
  /** For figures of periods and of the release: `concept@period`. */
  readonly fact?: string;
  /** 1-based line. */
  readonly line: number;
  /** Offset of the first character, in the file as its reader gives it. */
  readonly start: number;
  /** As typed, quotation marks included. */
  readonly text: string;
}

/** One edit that makes a site wrong. */
export interface SeededError {
  readonly site: Site;
  /** The site as typed wrongly. */
  readonly typed: string;
  /** The whole file with the error in it. */
  readonly bytes: string;
}

/** Every site of the release, in order of file and place. */
export function sitesOf(sources: Sources): readonly Site[] {
  const yaml = yamlFiles(sources).flatMap((file) => (file === sources.style ? [] : yamlSites(file, kindIn(file, sources), sources)));
  return [...yaml, ...[...sources.narratives.values()].flatMap(narrativeSites)];
}

/** A digit of either width. */
const digit = /[0-9０-９]/;

type KindOf = (path: readonly (string | number)[]) => SiteKind | undefined;

/** What the values of a file are, by their path; undefined for what is no figure and prints none. */
function kindIn(file: YamlFile, sources: Sources): KindOf {
  if (file === sources.release) {
    return ([first, , third]) => {
      if (first === 'rate') return 'rate';
      if (first === 'stated') return third === 'value' ? 'stated' : third === 'when' ? 'when' : undefined;
      if (first === 'controls') return third === 'value' ? 'control' : undefined;
      if (first === 'overrides') return third === 'exact' ? 'override-exact' : third === 'print' ? 'override-print' : undefined;
      if (first === 'literals') return third === 'text' || third === 'value' ? 'literal' : undefined;
      return first === 'titles' ? 'label' : undefined;
    };
  }
  if (file === sources.issuer) return ([first, , third]) => (first === 'literals' && third === 'text' ? 'literal' : undefined);
  if (file === sources.concepts)
    return ([, key]) => (key === 'labels' || key === 'outcomes' ? 'label' : key === 'formula' ? 'formula' : undefined);
  if ([...sources.periods.values()].includes(file)) {
    return ([first, , third]) => {
      if (first === 'facts') return 'fact';
      if (first === 'controls') return 'control';
      if (first === 'as-released') return third === 'because' ? undefined : 'as-released';
      if (first !== 'stated') return undefined;
      return third === 'value' ? 'stated' : third === 'when' ? 'when' : undefined;
    };
  }
  const printed = new Set(['captions', 'unit', 'stub', 'head', 'labels', 'note']);
  return (path) => {
    const from = path.findIndex((step) => typeof step === 'string' && printed.has(step));
    return from >= 0 && !path.includes('summary') ? 'label' : undefined;
  };
}

function yamlSites(file: YamlFile, kindOf: KindOf, sources: Sources): Site[] {
  const period = [...sources.periods].find(([, each]) => each === file)?.[0] ?? 'release';
  const name = file.file.split('/').slice(2).join('/');
  const sites: Site[] = [];
  const seen = new Set<number>();
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(each, [...path, index]);
    else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
    else {
      const kind = kindOf(path);
      if (typeof value !== 'string' || !kind || !digit.test(value)) return;
      const at = file.locate(path);
      const start = (file.lineStarts[at.line - 1] ?? 0) + at.column - 1;
      // A value by alias stands once in the file.
      if (seen.has(start)) return;
      seen.add(start);
      const typed = file.text.slice(start, start + at.length);
      const base = { kind, file: file.file, line: at.line, start, text: typed };
      const figure = kind === 'fact' || kind === 'stated' ? { fact: `${path[1]}@${period}` } : {};
      // What stands in double braces are arguments, not digits of the label.
      if (!digit.test(typed.replace(/\{\{[^}]*\}\}/g, ''))) return;
      sites.push({ ...base, ...figure, id: `${name} ${path.join('.')}` });
    }
  };
  walk(file.value, []);
  return sites;
}

/** Digits between helpers, and the arguments `period`, `from`, `then` and `decimals` inside them. Titles of sections are for the writer. */
function narrativeSites(source: SourceFile): Site[] {
  const name = source.file.split('/').at(-1) ?? '';
  const sites: Site[] = [];
  const met = new Map<string, number>();
  // The second place of the same words is told from the first, wherever in the file they stand.
  const numbered = (id: string): string => {
    const times = (met.get(id) ?? 0) + 1;
    met.set(id, times);
    return times === 1 ? id : `${id} #${times}`;
  };
  for (const [index, line] of source.text.split('\n').entries()) {
    if (line.startsWith('## ')) continue;
    const offset = source.lineStarts[index] ?? 0;
    const at = { file: source.file, line: index + 1 };
    for (const { index: open, 0: call } of line.matchAll(/\{\{[^}]*\}\}/g)) {
      const helper = call.slice(2, -2).split(/ (?:period|from|then|decimals|as|in|form|sign|style)=/)[0] ?? '';
      for (const argument of call.matchAll(/ (period|from|then|decimals)=("?)([\w-]+)\2/g)) {
        const [whole, key = '', quote = '', value = ''] = argument;
        const start = offset + open + argument.index + whole.length - value.length - quote.length;
        const kind = key === 'decimals' ? 'decimals' : 'period';
        sites.push({ kind, ...at, start, text: value, id: numbered(`${name} ${helper} ${key}=${value}`) });
      }
    }
    const typed = line.replace(/\{\{[^}]*\}\}/g, (call) => ' '.repeat(call.length));
    for (const { index: start, 0: word } of typed.matchAll(/[\w.,()*-]*[0-9０-９][\w.,()*%-]*/g)) {
      sites.push({ kind: 'prose', ...at, start: offset + start, text: word, id: numbered(`${name} ${word}`) });
    }
  }
  return sites;
}
