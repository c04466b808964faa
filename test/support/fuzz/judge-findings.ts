// Turn findings into what is wrong with them: no place, a place outside its file, an empty message, characters that a terminal obeys.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { printFindings } from '../../../src/commands/report-findings.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Span } from '../../../src/model/span.ts';

/** One thing that a finding may not be. */
export interface FindingFault {
  readonly kind: 'without place' | 'wrong place' | 'bad message';
  /** The same for faults that one change would mend. */
  readonly group: string;
  readonly detail: string;
}

/** Controls of both rows, line and paragraph separators, marks that turn the direction of what follows, halves of pairs. */
const obeyed = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

/** What is wrong with each, and with the text that a person is shown. `root` is where the files stand. */
export function judgeFindings(findings: readonly Finding[], root: string): readonly FindingFault[] {
  const faults: FindingFault[] = [];
  const lines = fileLines(root);
  for (const { code, message, at, label, related = [], hints = [] } of findings) {
    const tell = (kind: FindingFault['kind'], what: string, detail: string) =>
      faults.push({ kind, group: `${code} ${what}`, detail: `${code}: ${detail}` });
    if (!at) tell('without place', '', shown(message));
    for (const place of [at, ...related.map((other) => other.at)]) {
      const wrong = place && outside(place, lines);
      if (wrong) tell('wrong place', wrong.replace(/^\S+/, '').replace(/\d+/g, ''), `${wrong} (${shown(message)})`);
    }
    const texts = { message, label, ...Object.fromEntries(related.map((other, i) => [`related ${i}`, other.message])) };
    for (const [what, text] of [...Object.entries(texts), ...hints.map((hint) => ['hint', hint] as const)]) {
      if (text === undefined) continue;
      if (text.trim() === '') tell('bad message', `empty ${what}`, `${what} is empty`);
      else if (obeyed.test(text)) tell('bad message', what, `${what} has ${codeOf(text)} as it is (${shown(text)})`);
    }
  }
  // A tab in a line of a file is shown as it is typed.
  const printed = printFindings(findings, root, false).replace(/[\n\t]/g, '');
  if (faults.length === 0 && obeyed.test(printed)) {
    const at = printed.search(obeyed);
    const detail = `the printed report has ${codeOf(printed)} as it is, at ${shown(printed.slice(Math.max(0, at - 20), at + 10))}`;
    faults.push({ kind: 'bad message', group: 'the printed report', detail });
  }
  return faults;
}

function outside({ file, line, column, length }: Span, lines: (file: string) => readonly string[] | undefined): string | undefined {
  const place = `${file}:${line}:${column}+${length}`;
  if (![line, column, length].every((number) => Number.isInteger(number) && number >= 1)) return `${place} is no place`;
  const found = lines(file);
  // A file that is missing, or a folder, has one place.
  if (!found) return line === 1 && column === 1 ? undefined : `${place} is in a file that cannot be read`;
  if (line > found.length) return `${place} is below the last line ${found.length}`;
  const width = found[line - 1]?.length ?? 0;
  return column > width + 1 ? `${place} is right of the line's end ${width + 1}` : undefined;
}

/** Lines of a file as the loader counts them. */
function fileLines(root: string): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(join(root, file)));
    return known.get(file);
  };
}

function read(path: string): readonly string[] | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
}

function codeOf(text: string): string {
  const code = obeyed.exec(text)?.[0].codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text that may be printed anywhere, cut. */
export function shown(text: string): string {
  const safe = JSON.stringify(text).replace(
    /[^\x20-\x7e\u3000-\u9fff\uff00-\uff5e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return safe.length > 160 ? `${safe.slice(0, 160)}…` : safe;
}
