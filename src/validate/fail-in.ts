// Turn what is wrong at a path of a YAML file into a finding at its place, and the path into the words that name it.
import type { Finding } from '../model/finding.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { Report, ValidateCode } from './codes.ts';

/** What is wrong in a data file: errors all, since a release with a doubtful value is not made. */
interface DataFinding {
  /** A code of this room. */
  readonly code: ValidateCode;
  /** What is wrong, in lower case, with what was typed. */
  readonly message: string;
  /** The value at fault; with `key`, its key. */
  readonly path: YamlPath;
  /** Whether the key is at fault, and not the value. */
  readonly key?: boolean;
  /** A stretch inside the value's text: offset and length in characters. */
  readonly inside?: { readonly offset: number; readonly length: number; readonly text: string };
  /** Words beside the caret. */
  readonly label?: string;
  /** Other places that take part. */
  readonly related?: Finding['related'];
  /** What to do, one sentence each. */
  readonly hints?: readonly string[];
}

/** What is told of a fault, wherever it stands. */
export type FindingWordsOf = Pick<DataFinding, 'message' | 'hints'>;

/** Reports a finding; returns undefined, so that a builder can return it. */
export type Fail = (finding: DataFinding) => undefined;

export function failIn(file: YamlFile, report: Report): Fail {
  return ({ code, message, path, key, inside, label, related, hints }) => {
    const span = file.locate(path, key);
    const at = inside ? innerSpan(file, span, inside.text, inside.offset, inside.length) : span;
    const told = { message: brief(message), ...(hints && { hints: hints.map(brief) }) };
    report({ severity: 'error', code, at, ...(label && { label }), ...(related && { related }), ...told });
    return undefined;
  };
}

/** A name of thousands of letters is told by its beginning. */
function brief(text: string): string {
  return text.replace(/\S{80,}/gu, (word) => `${word.slice(0, 60)}…`);
}

/** The place of a stretch of a scalar: found only where the scalar stands on one line as it reads; else the whole scalar. */
export function innerSpan(file: YamlFile, whole: Span, text: string, offset: number, length: number): Span {
  const start = (file.lineStarts[whole.line - 1] ?? 0) + whole.column - 1;
  const found = file.text.slice(start, start + whole.length).indexOf(text);
  return found < 0 ? whole : { ...whole, column: whole.column + found + offset, length: Math.max(1, length) };
}

/** `labels of tax.income`, `why of item 1 of overrides`, `the file`. */
export function called(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  const parent = path.slice(0, -1);
  const name = typeof last === 'number' ? say`item ${last + 1}` : last;
  return parent.length > 0 ? say`${name} of ${called(parent)}` : name;
}
