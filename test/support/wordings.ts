// Turn the source into the sentences that it says to people: say`…` by its wording, and texts without a value where findings and errors have theirs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './sample.ts';

export interface Wording {
  /** As a catalogue has it: `{1}` for its first value. */
  readonly wording: string;
  /** File and line, for the report of a test. */
  readonly place: string;
  /** What stands where its values are, as the source writes it. */
  readonly values: readonly string[];
}

/** Files of src with their text; the page in the browser says nothing by itself that a finding says. */
export const spokenSources: readonly { readonly file: string; readonly text: string }[] = readdirSync(join(projectRoot, 'src'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts') && !file.startsWith('server/client'))
  .sort()
  .map((file) => ({ file: `src/${file}`, text: readFileSync(join(projectRoot, 'src', file), 'utf8') }));

/** Every say`…` of the source, those inside another's values too. */
export function saidWordings(): readonly Wording[] {
  return spokenSources.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![\w.`])say`/g)].flatMap(({ index }) => {
      const { parts, values } = readTemplate(text, index + 'say`'.length);
      const wording = parts.reduce((whole, part, at) => `${whole}{${at}}${part}`);
      // A comment may show what it is about.
      return isComment(text, index) ? [] : [{ wording, values, place: placeOf(file, text, index) }];
    }),
  );
}

/** Templates with a value that stand where a message does, and are not said. */
export function unsaidMessages(): readonly string[] {
  const positions =
    /(?:(?<!say`)\b(?:message|hint|label|why)\s*:\s*|\bhints\s*:\s*\[\s*|new (?:UsageError|PublishError|PictureFault)\(\s*)`/g;
  return spokenSources.flatMap(({ file, text }) =>
    [...text.matchAll(positions)].flatMap((found) => {
      const { parts } = readTemplate(text, found.index + found[0].length);
      return parts.length > 1 && !isComment(text, found.index) ? [placeOf(file, text, found.index)] : [];
    }),
  );
}

/** Texts without a value that stand where a message does. */
export function plainMessages(): readonly Wording[] {
  const literal = String.raw`'((?:[^'\\\n]|\\.)+)'`;
  const position = new RegExp(
    String.raw`\b(?:message|hint|label|why)\s*:\s*${literal}|new (?:UsageError|PictureFault)\(\s*${literal}`,
    'g',
  );
  const listed = /\bhints\s*:\s*\[([^\]]*)\]/g;
  return spokenSources.flatMap(({ file, text }) =>
    [
      ...[...text.matchAll(position)].map(({ 1: one, 2: other, index }) => ({ raw: one ?? other ?? '', index })),
      ...[...text.matchAll(listed)].flatMap(({ 1: list = '', index }) =>
        [...list.matchAll(new RegExp(`(?<![=\`] )(?<![\\w)])${literal}`, 'g'))].map(({ 1: raw = '' }) => ({ raw, index })),
      ),
    ]
      .filter(({ raw, index }) => raw.includes(' ') && !isComment(text, index))
      .map(({ raw, index }) => ({
        wording: raw.replace(/\\(.)/g, '$1'),
        values: [],
        place: placeOf(file, text, index),
      })),
  );
}

/** Whether a text stands somewhere in the source, in quotation marks. */
export function isWritten(text: string): boolean {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return (
    allText.includes(`'${escaped.replaceAll("'", "\\'")}'`) ||
    allText.includes(`"${escaped}"`) ||
    allText.includes(`\`${escaped.replaceAll('`', '\\`')}\``)
  );
}

const allText = spokenSources.map(({ text }) => text).join('\n');

function placeOf(file: string, text: string, index: number): string {
  return `${file}:${text.slice(0, index).split('\n').length}`;
}

function isComment(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
  return /^\s*(?:\*|\/\/|\/\*\*)/.test(line);
}

/** The parts of a template that begins at `from`, escapes resolved, and the source of each value between them. */
function readTemplate(text: string, from: number): { readonly parts: readonly string[]; readonly values: readonly string[] } {
  const parts: string[] = [];
  const values: string[] = [];
  let part = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '`') return { parts: [...parts, part], values };
    if (character === '\\') {
      const next = text[++at] ?? '';
      part += next === 'n' ? '\n' : next;
    } else if (character === '$' && text[at + 1] === '{') {
      const end = endOfValue(text, at + 2);
      parts.push(part);
      values.push(text.slice(at + 2, end));
      part = '';
      at = end;
    } else part += character;
  }
  throw new Error('a template without an end');
}

/** Where the brace that closes a value stands. */
function endOfValue(text: string, from: number): number {
  for (let at = from, depth = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === "'" || character === '"') at = endOfString(text, at);
    else if (character === '`') at = endOfTemplate(text, at + 1);
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  throw new Error('a value without an end');
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from] || at >= text.length) return at;
  }
}

function endOfTemplate(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at;
    else if (text[at] === '$' && text[at + 1] === '{') at = endOfValue(text, at + 2);
  }
  throw new Error('a template without an end');
}
