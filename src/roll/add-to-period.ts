// Turn the file of a period that is there into the same file with the figures that it lacks: every character stays, lines are put in.
import { isMapping } from '../model/mapping.ts';
import type { YamlFile } from '../model/sources.ts';
import { factLines, type PeriodContent, statedLines } from './period-text.ts';

/** Undefined where a section is written in a way that no lines can be put into. */
export function addToPeriod(file: YamlFile, content: PeriodContent): string | undefined {
  const facts = factLines(content);
  const stated = statedLines(content);
  const first = insertion(file, 'facts', facts);
  const second = insertion(file, 'stated', stated);
  if (!first || !second) return undefined;
  // From the end, so that the first place holds.
  const [early, late] = first.from <= second.from ? [first, second] : [second, first];
  const put = (text: string, { from, to, lines }: Insertion): string => text.slice(0, from) + lines + text.slice(to);
  return put(put(file.text, late), early);
}

/** What is put in the place of a stretch: an empty one, or a mapping that is empty. */
interface Insertion {
  readonly from: number;
  readonly to: number;
  readonly lines: string;
}

function insertion({ text, lineStarts, value, locate }: YamlFile, section: string, lines: readonly string[]): Insertion | undefined {
  const end = text.length;
  if (lines.length === 0) return { from: end, to: end, lines: '' };
  const mapping = isMapping(value) ? value : {};
  const block = lines.map((line) => `${line}\n`).join('');
  if (!Object.hasOwn(mapping, section))
    return { from: end, to: end, lines: `${text === '' || text.endsWith('\n') ? '' : '\n'}\n${section}:\n${block}` };
  const key = locate([section], true);
  const own = mapping[section];
  const after = (lineStarts[key.line - 1] ?? 0) + key.column - 1 + key.length;
  const isEmpty = own === null || (isMapping(own) && Object.keys(own).length === 0);
  const lineEnd = (from: number): number => {
    const found = text.indexOf('\n', from);
    return found < 0 ? end : found + 1;
  };
  if (isEmpty) {
    const braces = /^:[^\S\n]*\{[^\S\n]*\}/.exec(text.slice(after, after + 200));
    if (isMapping(own) && !braces) return undefined;
    const rest = braces ? after + braces[0].length : after + 1;
    const line = lineEnd(rest);
    const head = `:${text.slice(rest, line)}`;
    return { from: after, to: line, lines: `${head.endsWith('\n') ? head : `${head}\n`}${block}` };
  }
  const opening = /^:[^\S\n]*(\{)?/.exec(text.slice(after, after + 200));
  if (opening?.[1] !== undefined) return intoBraces(text, locate([section]), lineStarts, lines);
  const last = lastLine(text, lineStarts, key.line);
  const at = lineEnd(lineStarts[last - 1] ?? 0);
  // Lines stand as far in as those that are there.
  const indent = /^[ ]*/.exec(text.slice(lineStarts[firstInside(text, lineStarts, key.line) - 1] ?? 0))?.[0].length ?? 2;
  const placed = lines.map((line) => `${' '.repeat(indent)}${line.slice(2)}\n`).join('');
  return { from: at, to: at, lines: `${text.slice(0, at).endsWith('\n') ? '' : '\n'}${placed}` };
}

/** `{a: 1, b: 2}`: before the brace that closes, each on a line of its own, so that its comment ends there. */
function intoBraces(
  text: string,
  { line, column, length }: { readonly line: number; readonly column: number; readonly length: number },
  lineStarts: readonly number[],
  lines: readonly string[],
): Insertion | undefined {
  const start = (lineStarts[line - 1] ?? 0) + column - 1;
  // The place of a mapping of several lines ends with its first.
  const close = text[start + length - 1] === '}' ? start + length - 1 : closingBrace(text, start);
  if (close < 0 || lines.some((each) => /^\s*(?:value|source|rests-on):/.test(each))) return undefined;
  const comma = /,\s*$/.test(text.slice(Math.max(start, close - 200), close)) ? '' : ',';
  const entries = lines.map((each) => each.replace(/:(\s+#)/, ': ,$1'));
  return { from: close, to: close, lines: `${comma}\n${entries.join('\n')}\n  ` };
}

/** The first brace that closes: figures hold none. */
function closingBrace(text: string, start: number): number {
  return text.indexOf('}', start);
}

/** Number of the last line of a section that says something: those below it, up to the next key, belong to that key. */
function lastLine(text: string, lineStarts: readonly number[], keyLine: number): number {
  let last = keyLine;
  for (let line = keyLine + 1; line <= lineStarts.length; line++) {
    const content = lineAt(text, lineStarts, line);
    if (/^\s*(?:#|$)/.test(content)) continue;
    if (!/^\s/.test(content)) break;
    last = line;
  }
  return last;
}

function firstInside(text: string, lineStarts: readonly number[], keyLine: number): number {
  for (let line = keyLine + 1; line <= lineStarts.length; line++) if (!/^\s*(?:#|$)/.test(lineAt(text, lineStarts, line))) return line;
  return keyLine;
}

function lineAt(text: string, lineStarts: readonly number[], line: number): string {
  return text.slice(lineStarts[line - 1] ?? text.length, lineStarts[line] ?? text.length);
}
