// Turn the text of a YAML file into plain values that know their places; every fault of it becomes a finding.
import { parseEvents, YAMLException } from 'js-yaml';
import type { Report } from '../model/diagnostic.ts';
import { dataLimits } from '../model/limits.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import { spanOf } from './line-starts.ts';
import { type Place, placeOf } from './place.ts';
import { readYamlEvents, type ValueFault } from './read-yaml-events.ts';

/** A key followed by the full-width colon that Japanese input gives. */
const wideColon = /^\s*(?:- )?[\p{L}\p{N}._-]+：/u;

/** Parses a file; undefined when it is not sound YAML. Numbers stay text: `1.10`, `012` and `3,546,372` are what was typed. */
export function parseYaml(source: SourceFile, report: Report): YamlFile | undefined {
  let sound = true;
  const fail = ({ message, start, end, related }: ValueFault) => {
    sound = false;
    const at = spanOf(source, start, end);
    report({
      severity: 'error',
      code: 'load/yaml',
      message,
      at,
      related: related ? [{ at: spanOf(source, related.start, related.end), message: related.message }] : [],
      hints: hintsFor(source, at.line),
    });
  };
  try {
    const { value, place } = readYamlEvents(source.text, parseEvents(source.text, { maxDepth: dataLimits.nesting }), fail);
    return sound ? placedFile(source, value, place) : undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    fail(syntaxFault(source.text, error.reason, error.mark?.position ?? 0));
    return undefined;
  }
}

/** The parser's fault in our words, at the place where a person made it rather than where the parser gave up. */
function syntaxFault(text: string, reason: string, position: number): ValueFault {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  for (const start of [lineStart, text.lastIndexOf('\n', lineStart - 2) + 1]) {
    const line = text.slice(start).split('\n', 1)[0] ?? '';
    if (!wideColon.test(line)) continue;
    const key = start + (/^\s*(?:- )?/.exec(line)?.[0].length ?? 0);
    return { message: 'a full-width colon ends no key', start: key, end: text.indexOf('：', key) + 1 };
  }
  if (/quoted scalar|deficient indentation/.test(reason)) {
    const open = Math.max(text.lastIndexOf(': "', position), text.lastIndexOf(": '", position)) + 2;
    if (open > 1) return { message: 'this quotation has no end', start: open, end: open + 1 };
  }
  if (/maxDepth/.test(reason)) return { message: `nested more than ${dataLimits.nesting} deep`, start: position, end: position + 1 };
  if (/implicit key/.test(reason))
    return { message: 'a key without its colon, or a value without its key', start: position, end: position + 1 };
  return { message: reason, start: position, end: position + 1 };
}

/** An empty file of a given name, for what was not read because another file did not name it. */
export function emptyYaml(file: string): YamlFile {
  return placedFile({ file, text: '', lineStarts: [0] }, null, { start: 0, end: 0 });
}

function placedFile(source: SourceFile, value: unknown, root: Place): YamlFile {
  return {
    ...source,
    value,
    locate: (path, key = false) => {
      const { start, end } = placeOf(root, path, key);
      return spanOf(source, start, end);
    },
  };
}

/** A full-width colon stands on the line that the parser stumbles over, or on the one before or after it. */
function hintsFor(source: SourceFile, line: number): string[] {
  const lines = source.text.split('\n');
  for (const near of [line, line - 1, line + 1]) {
    if (wideColon.test(lines[near - 1] ?? '')) return [`line ${near} has a full-width colon: write a plain one and a space`];
    if (/^ *\t/.test(lines[near - 1] ?? '')) return [`line ${near} is indented with a tab: use spaces`];
  }
  return [];
}
