// Turn any YAML text into values and their places with the library; every fault of it becomes a finding.
import { parseDocument, type YAMLError } from 'yaml';
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile } from '../model/sources.ts';
import { spanOf } from './line-starts.ts';
import { type Placed, yamlValue } from './yaml-value.ts';

/** A key followed by the full-width colon that Japanese input gives. */
const wideColon = /^\s*(?:- )?[\p{L}\p{N}._-]+：/u;

/** Undefined when the file is not sound YAML. */
export function libraryYaml(source: SourceFile, report: Report): Placed | undefined {
  let sound = true;
  const fail = (message: string, start: number, end: number, related?: { start: number; end: number; message: string }) => {
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
    return undefined;
  };

  const document = parseDocument(source.text, {
    // The core schema without its number tags: a figure must reach us as it was typed.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(?:int|float)$/.test(tag.tag)),
    prettyErrors: false,
    uniqueKeys: false,
  });
  // Faults of syntax after the first are mostly its echo.
  const first = document.errors[0] ?? document.warnings[0];
  if (first?.code === 'RESOURCE_EXHAUSTION') return fail('nested too deeply', 0, 1);
  if (first) return fail(inWords(first), first.pos[0], first.pos[1]);

  const placed = yamlValue(document, (fault) => fail(fault.message, fault.start, fault.end, fault.related));
  return sound ? placed : undefined;
}

/** The parser's message in our form; where it speaks to programmers, ours instead. */
function inWords({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here';
  const first = message.split('\n')[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/[.:]$/, '');
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
