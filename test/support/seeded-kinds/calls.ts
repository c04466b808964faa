// Turn narratives into the calls of figure helpers in them, with what each is of and where it stands.
import type { SourceFile } from '../../../src/model/sources.ts';
import { langOf, narrativesOf, type Subject } from './subject.ts';

export interface Call {
  readonly file: SourceFile;
  readonly lang: 'ja' | 'en';
  /** Offset of the first brace. */
  readonly start: number;
  /** As typed, braces included. */
  readonly text: string;
  readonly helper: string;
  readonly concept: string;
  readonly options: ReadonlyMap<string, string>;
  /** Anchor of the section that it stands in. */
  readonly section: string;
}

const pattern = /\{\{(amount|usd|number|percent|share|times|change|direction|outcome) "([\w.-]+)"([^}]*)\}\}/g;
const known = new WeakMap<Subject, readonly Call[]>();

/** Every call, in order of language and place. */
export function callsOf(subject: Subject): readonly Call[] {
  const calls = known.get(subject) ?? narrativesOf(subject).flatMap(callsIn);
  known.set(subject, calls);
  return calls;
}

function callsIn(file: SourceFile): readonly Call[] {
  const sections = [...file.text.matchAll(/^## .*\{#([\w-]+)\}$/gm)];
  return [...file.text.matchAll(pattern)].map(({ index, 0: text, 1: helper = '', 2: concept = '', 3: rest = '' }) => ({
    file,
    lang: langOf(file) === 'ja' ? 'ja' : 'en',
    start: index,
    text,
    helper,
    concept,
    options: new Map([...rest.matchAll(/(\w+)="?([\w.-]+)"?/g)].map(([, name = '', value = '']) => [name, value])),
    section: sections.findLast((each) => each.index < index)?.[1] ?? '',
  }));
}

/** What is typed right after a call, and right before it, in its line. */
export const textAfter = ({ file, start, text }: Call): string => file.text.slice(start + text.length, lineEnd(file, start));
export const textBefore = ({ file, start }: Call): string => file.text.slice(file.text.lastIndexOf('\n', start) + 1, start);

function lineEnd({ text }: SourceFile, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The call with an option given another value, or with the option added. */
export function withOption({ text, options }: Call, name: string, value: string): string {
  if (options.has(name)) return text.replace(new RegExp(` ${name}="?[\\w.-]+"?`), ` ${name}="${value}"`);
  return text.replace(/\}\}$/, ` ${name}="${value}"}}`);
}

/** What a call is of: concept, period, measure and comparison, the same in every language. */
export const figureOf = ({ helper, concept, options }: Call): string =>
  [helper, concept, options.get('period') ?? 'current', options.get('from') ?? options.get('of') ?? ''].join(' ');

/** Whether the other language prints the same in the section of that name. */
export function saidInBoth(call: Call, subject: Subject): boolean {
  return callsOf(subject).some((each) => each.lang !== call.lang && each.section === call.section && figureOf(each) === figureOf(call));
}

/** The calls of the sentence that a call stands in, itself among them. */
export function sentenceOf(call: Call, subject: Subject): readonly Call[] {
  const { file, start } = call;
  // Points inside of helpers end no sentence.
  const blank = file.text.replace(/\{\{[^}]*\}\}/g, (each) => '_'.repeat(each.length));
  const ends = [...blank.matchAll(/。|[.;](?=\s)|\n/g)].map(({ index }) => index);
  const [from, to] = [ends.findLast((end) => end < start) ?? 0, ends.find((end) => end > start) ?? file.text.length];
  return callsOf(subject).filter((each) => each.file === file && each.start > from && each.start < to);
}
