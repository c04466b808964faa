// Turn the bytes of a YAML file and new values into its text with those values; every other character stays as it was typed.
import { decodeText } from '../load/decode-text.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { UsageError } from '../model/finding.ts';
import { isMapping } from '../model/mapping.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Span } from '../model/span.ts';

/** One value that is to stand in a file. */
export type ValueEdit =
  /** Instead of the value at a place, as the file gives places of values. */
  | { readonly at: Pick<Span, 'line' | 'column' | 'length'>; readonly value: string }
  /**
   * Under a key that the file does not have, in the mapping that `path` without its last step names: on a line after the last of the keys
   * `after` that is there, or else at the end of its mapping, which is begun where there is none.
   */
  | { readonly path: YamlPath; readonly value: string; readonly after: readonly string[] };

/** One line of a file and how it was altered. */
export interface LineChange {
  /** Path of the file, relative to the project. */
  readonly file: string;
  /** 1-based; of the edited file for a line that is added. */
  readonly line: number;
  /** The line before, without its line end; undefined for one that is added. */
  readonly old: string | undefined;
  /** The line after. */
  readonly now: string;
}

/** A file with its values. */
export interface EditedText {
  /** As it is to be written: with the byte order mark and the line ends that it had. */
  readonly text: string;
  /** In the order of lines. */
  readonly changes: readonly LineChange[];
}

/** A piece of one line, by columns from 0, and what is to stand there. */
interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Lines that are added after a line (0: before the first). */
interface Added {
  readonly after: number;
  readonly lines: readonly string[];
}

/**
 * Refuses, as wrong usage, a file that is no YAML, and a value that cannot be altered alone: one that other places share by an alias, one
 * that stands on several lines. What is answered was read again, and says what was wanted and nothing else.
 */
export function editYaml(file: string, data: Buffer, edits: readonly ValueEdit[]): EditedText {
  const before = opened(file, data);
  const raw = data.toString('utf8');
  const ends = raw.match(/\r\n|\r|\n/g) ?? [];
  const lines = raw.split(/\r\n|\r|\n/);
  const mark = raw.startsWith('\uFEFF') ? 1 : 0;
  const pieces: Piece[] = [];
  const added: Added[] = [];
  for (const edit of edits) {
    const place = 'at' in edit ? replacement(before, edit) : addition(before, edit);
    if ('lines' in place) added.push(place);
    else pieces.push(place.line === 1 ? { ...place, from: place.from + mark, to: place.to + mark } : place);
  }
  const written = lines.map((line, index) =>
    pieces
      .filter((piece) => piece.line === index + 1)
      .sort((a, b) => b.from - a.from)
      .reduce((text, { from, to, text: now }) => text.slice(0, from) + now + text.slice(to), line),
  );
  const out = joined(written, ends, added);
  const text = out.map(({ line, end }) => line + end).join('');
  const changes = out.flatMap(({ line, from }, index): readonly LineChange[] => {
    if (from === undefined) return [{ file, line: index + 1, old: undefined, now: line }];
    const old = lines[from] ?? '';
    return old === line ? [] : [{ file, line: from + 1, old, now: line }];
  });
  holdTo(before, opened(file, Buffer.from(text)), edits);
  return { text, changes };
}

/** A line as it is written, with its line end, and its index in the file before; undefined for one that is added. */
interface OutLine {
  readonly line: string;
  readonly end: string;
  readonly from: number | undefined;
}

function joined(lines: readonly string[], ends: readonly string[], added: readonly Added[]): readonly OutLine[] {
  const usual = ends[0] ?? '\n';
  const out: OutLine[] = [];
  const add = (after: number) => {
    for (const each of added) {
      if (each.after !== after) continue;
      // A last line without an end is given one, and what follows takes its place.
      const last = out.at(-1);
      const bare = last !== undefined && last.end === '' && after > 0;
      if (bare) out[out.length - 1] = { ...last, end: usual };
      each.lines.forEach((line, index) => {
        out.push({ line, end: bare && index === each.lines.length - 1 ? '' : usual, from: undefined });
      });
    }
  };
  add(0);
  lines.forEach((line, index) => {
    out.push({ line, end: ends[index] ?? '', from: index });
    add(index + 1);
  });
  return out;
}

function opened(file: string, data: Buffer): YamlFile {
  let fault: string | undefined;
  const note = ({ severity, message, at }: { readonly severity: string; readonly message: string; readonly at?: Span }) => {
    if (severity === 'error') fault ??= `${file}${at ? `:${at.line}:${at.column}` : ''}: ${message}`;
  };
  const source = decodeText(file, data, note);
  const yaml = source && parseYaml(source, note);
  if (!yaml) throw new UsageError(fault ?? say`${file} cannot be read`);
  return yaml;
}

/** `at` is the place of a value as its file was read: where it is written on one line, all of it. */
function replacement({ text, lineStarts }: YamlFile, { at, value }: Extract<ValueEdit, { readonly at: unknown }>): Piece {
  const from = at.column - 1;
  const lineStart = lineStarts[at.line - 1] ?? 0;
  const line = text.slice(lineStart, (lineStarts[at.line] ?? text.length + 1) - 1);
  // Where nothing is written, the place is that behind the colon.
  const typed = /^\S/.test(line.slice(from)) ? line.slice(from, from + at.length) : '';
  const written = scalar(value, /^["']/.exec(typed)?.[0], insideBraces(text, lineStart + from));
  const space = typed === '' && line[from - 1] !== ' ' ? ' ' : '';
  return { line: at.line, from, to: from + typed.length, text: space + written };
}

function addition(file: YamlFile, { path, value, after }: Extract<ValueEdit, { readonly path: unknown }>): Piece | Added {
  const key = scalar(String(path.at(-1)), undefined, true);
  const parent = path.slice(0, -1);
  const mapping = valueAt(file.value, parent);
  const entry = (inBraces: boolean) => `${key}: ${scalar(value, undefined, inBraces)}`;
  if (isMapping(mapping)) {
    const keys = Object.keys(mapping);
    const before = after.findLast((each) => Object.hasOwn(mapping, each)) ?? keys.at(-1);
    const place = file.locate(parent);
    const open = (file.lineStarts[place.line - 1] ?? 0) + place.column - 1;
    const inBraces = insideBraces(file.text, open) || file.text[open] === '{';
    if (before === undefined) return { line: place.line, from: place.column, to: place.column, text: entry(true) };
    const last = file.locate([...parent, before]);
    const end = last.column - 1 + last.length;
    if (inBraces) return { line: last.line, from: end, to: end, text: `, ${entry(true)}` };
    const indent = ' '.repeat(file.locate([...parent, before], true).column - 1);
    return { after: last.line, lines: [indent + entry(false)] };
  }
  if (mapping !== undefined && mapping !== null) throw new UsageError(say`${file.file}: ${parent.join('.')} is no mapping of keys`);
  const name = String(parent.at(-1));
  if (parent.length !== 1) throw new UsageError(say`${file.file} has no ${parent.join('.')}: begin it by hand`);
  if (mapping === null) return { after: file.locate(parent, true).line, lines: [`  ${entry(false)}`] };
  const lines = file.text.split('\n');
  const filled = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return { after: filled, lines: [...(filled > 0 ? [''] : []), `${name}:`, `  ${entry(false)}`] };
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) value = isMapping(value) ? value[step] : undefined;
  return value;
}

/** Figures and names that YAML reads as they stand; what else there is goes into quotes. */
const plainText = /^(?:[△▲(]?[0-9]|[-−][0-9]|[a-z])[\w.,()%△-]*$/;

/** A text in the quotes that stood there, in none where it needs none, or in double ones. */
function scalar(value: string, quote: string | undefined, inBraces: boolean): string {
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  if (quote !== undefined || !plainText.test(value) || (inBraces && value.includes(','))) return JSON.stringify(value);
  return value;
}

/** Whether a place stands within braces or brackets that opened before it, quotations and comments left aside. */
function insideBraces(text: string, at: number): boolean {
  let depth = 0;
  for (let index = 0; index < at; index++) {
    const sign = text[index];
    const beginning = /[\s{[,:]/.test(text[index - 1] ?? ' ');
    if ((sign === '"' || sign === "'") && beginning) {
      for (index++; index < at && text[index] !== sign; index++) if (sign === '"' && text[index] === '\\') index++;
    } else if (sign === '#' && /\s/.test(text[index - 1] ?? ' ')) {
      const end = text.indexOf('\n', index);
      index = end < 0 ? at : end;
    } else if ((sign === '{' || sign === '[') && (depth > 0 || beginning)) depth++;
    else if ((sign === '}' || sign === ']') && depth > 0) depth--;
  }
  return depth > 0;
}

/** Refuses an edited file in which anything but the edited values is new, or any of them is not as it was wanted. */
function holdTo(before: YamlFile, after: YamlFile, edits: readonly ValueEdit[]): void {
  const wanted = new Set(edits);
  const fail = (path: YamlPath): never => {
    const { line } = before.locate(path, true);
    throw new UsageError(say`${before.file}:${line}: ${path.join('.')} cannot be edited alone: write it by hand, on a line of its own`);
  };
  const compare = (old: unknown, now: unknown, path: YamlPath): void => {
    if (isMapping(old) && isMapping(now)) {
      for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) compare(old[key], now[key], [...path, key]);
    } else if (Array.isArray(old) && Array.isArray(now) && old.length === now.length) {
      old.forEach((each, index) => {
        compare(each, now[index], [...path, index]);
      });
    } else if (isMapping(now) && (old === undefined || old === null)) {
      for (const key of Object.keys(now)) compare(undefined, now[key], [...path, key]);
    } else {
      const place = before.locate(path);
      const edit = [...wanted].find((each) =>
        'at' in each
          ? old !== undefined && each.at.line === place.line && each.at.column === place.column
          : old === undefined && each.path.join('\n') === path.join('\n'),
      );
      if (edit && edit.value === now) wanted.delete(edit);
      else if (old !== now || edit) fail(path);
    }
  };
  compare(before.value, after.value, []);
  const [missed] = wanted;
  if (missed)
    throw new UsageError(
      say`${before.file}${'at' in missed ? `:${missed.at.line}` : ''}: no value stands where ${missed.value} is to be written`,
    );
}
