// Turn the text of a YAML file into plain values that know their places; every fault of it becomes a finding.
import { parseEvents, YAMLException } from 'js-yaml';
import { dataLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { mistypedLine } from './mistyped-line.ts';
import { type KeptYaml, keptYaml, preparedYaml } from './prepared-yaml.ts';
import { readYamlEvents, type YamlFinding } from './read-yaml-events.ts';
import { spanOf, stretchOf, type ValueStretch } from './text-places.ts';

/** Parses a file; undefined when it is not sound YAML. Numbers stay text: `1.10`, `012` and `3,546,372` are what was typed. */
export function parseYaml(source: SourceFile, report: Report): YamlFile | undefined {
  const prepared = preparedYaml(source.text);
  if (prepared) return placedFile(source, prepared.value, prepared.stretch);
  let sound = true;
  let told = 0;
  const fail = ({ message, start, end, related, hint, severity = 'error' }: YamlFinding) => {
    sound &&= severity !== 'error';
    // A file with more faults has one fault, many times.
    if (++told > dataLimits.faults) return;
    const at = spanOf(source, start, end);
    report({
      severity,
      code: 'load/yaml',
      message,
      at,
      related: related ? [{ at: spanOf(source, related.start, related.end), message: related.message }] : [],
      hints: hint === undefined ? tabHints(source, at.line) : [hint],
    });
  };
  try {
    const { value, stretch } = readYamlEvents(source.text, parseEvents(source.text, { maxDepth: dataLimits.nesting }), fail);
    return sound ? placedFile(source, value, () => stretch) : undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    fail(syntaxFault(source.text, error.reason, error.mark?.position ?? 0));
    return undefined;
  }
}

/** The parser's fault in our words, at the place where a person made it rather than where the parser gave up. */
function syntaxFault(text: string, reason: string, position: number): YamlFinding {
  const at = { start: position, end: position + 1 };
  if (/maxDepth/.test(reason)) return { message: say`nested more than ${dataLimits.nesting} deep`, ...at };
  if (/tab characters/.test(reason)) return { message: reason, ...at };
  const quotation = /quoted scalar|deficient indentation/.test(reason) ? openQuotation(text, position) : undefined;
  if (quotation !== undefined) return { message: 'this quotation has no end', start: quotation, end: quotation + 1 };
  if (/escape sequence/.test(reason)) {
    const hint = 'write \\\\ for a backslash inside double quotes, or put the text in single quotes';
    return { message: 'a backslash inside double quotes begins an escape', start: position - 1, end: position, hint };
  }
  const mistyping = nearMistyping(text, position);
  if (mistyping) return mistyping;
  if (/implicit key|expected ':'/.test(reason))
    return {
      message: 'a key without its colon, or a value without its key',
      ...at,
      hint: 'write key: value; a text of several lines needs quotes',
    };
  return indentFault(text, position) ?? { message: reason, ...at };
}

/** The slip on the line where the parser gave up, or on the one with words before it. */
function nearMistyping(text: string, position: number): YamlFinding | undefined {
  let start = text.lastIndexOf('\n', position - 1) + 1;
  let column = position - start;
  for (const _ of ['this line', 'the line before it']) {
    const line = lineFrom(text, start);
    const mistyping = mistypedLine(line, numberOf(text, start), column);
    if (mistyping) return { message: mistyping.message, start: start + mistyping.start, end: start + mistyping.end, hint: mistyping.hint };
    // Blank lines and comments between the two say nothing.
    do {
      if (start === 0) return undefined;
      start = text.lastIndexOf('\n', start - 2) + 1;
    } while (/^\s*(?:#|$)/.test(lineFrom(text, start)));
    column = lineFrom(text, start).length;
  }
  return undefined;
}

/** Characters before a fault in which its cause is sought. */
const farthest = 5_000;

/** The quotation mark of a text that ends on no line: the last that is open where its own line ends. */
function openQuotation(text: string, position: number): number | undefined {
  const near = text.slice(Math.max(0, position - farthest), position);
  for (const { index } of [...near.matchAll(/: ["']/g)].reverse()) {
    const mark = position - near.length + index + 2;
    const [own = ''] = text.slice(mark, mark + farthest).split('\n', 1);
    if (!/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.test(own)) return mark;
  }
  return undefined;
}

/** A line that stands further in, or out, than the lines of its mapping. */
function indentFault(text: string, position: number): YamlFinding | undefined {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const line = lineFrom(text, start);
  const own = /^ */.exec(line)?.[0].length ?? 0;
  const before = text
    .slice(0, Math.max(0, start - 1))
    .split('\n')
    .filter((each) => !/^\s*(?:#|$)/.test(each))
    .at(-1);
  const other = /^ */.exec(before ?? '')?.[0].length ?? 0;
  if (before === undefined || own === other || line.trim() === '') return undefined;
  const message = say`this line is indented by ${own} spaces, the one before it by ${other}`;
  return {
    message,
    start: start + own,
    end: start + line.length,
    hint: 'let the keys of one mapping, and the items of one list, stand one below another',
  };
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

function numberOf(text: string, start: number): number {
  return text.slice(0, start).split('\n').length;
}

/** An empty file of a given name, for what was not read because another file did not name it. */
export function emptyYaml(file: string): YamlFile {
  return placedFile({ file, text: '', lineStarts: [0] }, null, () => ({ start: 0, end: 0 }));
}

/** What is kept of a text beside the program, so that it is parsed once; undefined for one of which anything is told. */
export function yamlToKeep(text: string): KeptYaml | undefined {
  let silent = true;
  const tell = () => {
    silent = false;
  };
  const placed = readYamlEvents(text, parseEvents(text, { maxDepth: dataLimits.nesting }), tell);
  return silent ? keptYaml(placed) : undefined;
}

function placedFile(source: SourceFile, value: unknown, root: () => ValueStretch): YamlFile {
  return {
    ...source,
    value,
    locate: (path, key = false) => {
      const { start, end } = stretchOf(root(), path, key);
      return spanOf(source, start, end);
    },
  };
}

/** A tab stands on the line that the parser stumbles over, or on the one before or after it. */
function tabHints({ text, lineStarts }: SourceFile, line: number): string[] {
  for (const near of [line, line - 1, line + 1]) {
    const start = lineStarts[near - 1];
    if (start !== undefined && /^ *\t/.test(lineFrom(text, start))) return [say`line ${near} is indented with a tab: use spaces`];
  }
  return [];
}
