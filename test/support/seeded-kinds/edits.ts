// Turn edits of source files into the sources that a folder edited so would give.
import type { Finding } from '../../../src/model/finding.ts';
import type { SourceFile, Sources } from '../../../src/model/sources.ts';
import { fileOf, withFile } from '../seeded-sources.ts';
import type { Subject } from './subject.ts';

/** One replacement in one file. */
export interface Change {
  readonly file: string;
  /** Offset of its first character in the file as its reader gives it. */
  readonly start: number;
  /** The text that stands there; empty for an insertion. */
  readonly from: string;
  readonly to: string;
}

/** One edit of a release, of one place or of several that are edited together. */
export interface Candidate {
  readonly changes: readonly Change[];
  /** Why nothing that is printed or typed can tell the error, by a rule that the way states; undefined where something can. */
  readonly unrevealed?: string;
  /** Set where what is typed contradicts itself even if nothing of it is printed. */
  readonly wrongAsTyped?: true;
}

/** Every edit of one way that a release has a place for. */
export type Way = (subject: Subject) => readonly Candidate[];

/** Ways by name. */
export type Ways = Readonly<Record<string, Way>>;

/** A candidate with what it is called. */
export interface SeedEdit extends Candidate {
  readonly kind: string;
  readonly way: string;
  readonly subject: Subject;
}

/** A candidate that replaces one text by another. */
export function replacing(file: SourceFile, start: number, from: string, to: string, unrevealed?: string): Candidate {
  const changes = [{ file: file.file, start, from, to }];
  return unrevealed === undefined ? { changes } : { changes, unrevealed };
}

/** The sources with every change made, and what reading the edited files found. */
export function edited(sources: Sources, changes: readonly Change[]): { readonly sources: Sources; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let now = sources;
  for (const file of new Set(changes.map((change) => change.file))) {
    const read = withFile(now, file, editedText(fileOf(sources, file).text, file, changes));
    findings.push(...read.findings);
    now = read.sources;
  }
  return { sources: now, findings };
}

/** Later places first, so that earlier offsets hold. */
function editedText(text: string, file: string, changes: readonly Change[]): string {
  return changes
    .filter((change) => change.file === file)
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, from, to }) => {
      if (!now.startsWith(from, start)) throw new Error(`${file}: '${from}' does not stand at ${start}`);
      return now.slice(0, start) + to + now.slice(start + from.length);
    }, text);
}

/** The edit in a line: `file:line: before -> after`, with enough beside it to know the place. */
export function told({ kind, way, subject, changes }: SeedEdit): string {
  const places = changes.map(({ file, start, from, to }) => {
    const { text, lineStarts } = fileOf(subject.sources, file);
    const line = lineStarts.findLastIndex((each) => each <= start) + 1;
    const before = text.slice(Math.max(lineStarts[line - 1] ?? 0, start - 24), start);
    const after = text.slice(start + from.length, start + from.length + 24).split('\n')[0] ?? '';
    return `${file}:${line}: ${before}[${shown(from)}]${after} -> [${shown(to)}]`;
  });
  return `${kind}/${way}: ${places.join(' AND ')}`;
}

/** In one line, the middle of what is long left out. */
function shown(text: string): string {
  const line = text.replaceAll('\n', '⏎').replaceAll('\r', '␍');
  return line.length > 240 ? `${line.slice(0, 120)} … ${line.slice(-100)}` : line;
}
