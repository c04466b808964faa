// Turn a template's text into Handlebars statements, each text once; a syntax error becomes a finding at its line.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { Report } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { lineStartsOf } from '../model/line-starts.ts';
import { matchesIn } from '../model/matches.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { preparedOf } from '../model/prepared.ts';
import { say } from '../model/say.ts';
import type { MappedText } from './mapped-text.ts';
import { type ExpressionParser, parseExpression, parseExpressions } from './parse-expressions.ts';

/** Takes what is wrong with a template's text; the stages that read templates count the code among theirs. */
export type TemplateReport = Report<'merge/template'>;

/** Gives the statements of a text, or undefined when it cannot be read. */
export type TemplateParser = (source: MappedText) => hbs.AST.Program | undefined;

/** What reading a text came to; places are offsets in it. */
type Parsed = { readonly program: hbs.AST.Program; readonly length: number } | { readonly fault: Fault };

interface Fault {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** An expression of fifty characters has some ten nodes, each with its place; text between expressions has one. */
const programs: Kind<Parsed> = { name: 'template/program', bytes: (parsed) => ('program' in parsed ? 300 + 30 * parsed.length : 300) };

/** One expression, alone. */
const expressions: Kind<{ readonly statement: hbs.AST.Statement | undefined }> = { name: 'template/expression', bytes: () => 2500 };

/** By the text's owner, so that a layout file is read once for all that follow it. */
const known = new WeakMap<MappedText, Parsed>();

/** Only the grammar of Handlebars is used: nothing is compiled or run as code. */
export function templateParser(report: TemplateReport, memory: Memory = forgetful): TemplateParser {
  const own = new Map<string, hbs.AST.Statement | undefined>();
  const parseOne: ExpressionParser = (expression) => {
    if (memory.keeps) return memory.recall(expressions, expression, () => ({ statement: parseExpression(expression) })).statement;
    if (!own.has(expression)) own.set(expression, parseExpression(expression));
    return own.get(expression);
  };
  return (source) => {
    let parsed = known.get(source);
    if (!parsed) {
      parsed = memory.recall(programs, source.text, () => parsedOf(source.text, parseOne));
      known.set(source, parsed);
    }
    if ('program' in parsed) return parsed.program;
    const { offset, message, hint } = parsed.fault;
    report({ severity: 'error', code: 'merge/template', message, at: source.locate(offset), hints: [hint] });
    return undefined;
  };
}

function parsedOf(text: string, parseOne: ExpressionParser): Parsed {
  const prepared = preparedOf('template', text) as hbs.AST.Program | undefined;
  return prepared ? { program: prepared, length: text.length } : parsedNow(text, parseOne);
}

/** What is kept of a text beside the program, so that it is parsed once; undefined for one that cannot be read. */
export function programToKeep(text: string): hbs.AST.Program | undefined {
  const parsed = parsedNow(text, parseExpression);
  return 'program' in parsed ? parsed.program : undefined;
}

function parsedNow(text: string, parseOne: ExpressionParser): Parsed {
  const simple = parseExpressions(text, parseOne);
  if (simple) return { program: simple, length: text.length };
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const message = say`more than ${dataLimits.nestedBlocks} blocks stand inside each other`;
    return { fault: { offset: deep, message, hint: 'write them side by side' } };
  }
  try {
    return { program: parse(text), length: text.length };
  } catch (error) {
    const hint = 'a figure is written {{amount "concept.id" in="million"}}, a condition {{#if …}} and {{/if}}';
    return { fault: { ...faultOf(text, error instanceof Error ? error.message : String(error)), hint } };
  }
}

/** Where more blocks stand inside each other than may; the library takes seconds for thousands, and ends at the end of the stack. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 1: sign, index } of matchesIn(text, /\{\{~?\s*(#|\^(?!\s*~?\})|\/)/g)) {
    depth += sign === '/' ? -1 : 1;
    if (depth > dataLimits.nestedBlocks) return index;
  }
  return undefined;
}

/** Place and cause in one of Handlebars' messages: a line number, the text round the fault and a caret under it. */
function faultOf(text: string, raw: string): { readonly offset: number; readonly message: string } {
  const placed = /^Parse error on line (\d+):\n(.*)\n(-*)\^\n(.*)$/s.exec(raw);
  if (placed) {
    const [, line = '1', shown = '', dashes = '', cause = ''] = placed;
    // The text shown has its line breaks taken out and begins with "..." when it is cut: the last characters before the caret place it.
    const before = shown.slice(0, dashes.length).slice(-8);
    const end = lineOffset(text, Number(line) + 1);
    const found = before === '' ? -1 : text.lastIndexOf(before, end);
    const got = /got '(\w+)'/.exec(cause)?.[1] ?? 'something else';
    const message = got === 'EOF' ? 'template ends inside a block' : say`template expression cannot be read here (${got.toLowerCase()})`;
    return { offset: found < 0 ? lineOffset(text, Number(line)) : Math.min(text.length - 1, found + before.length), message };
  }
  // `if doesn't match unless - 3:4`
  const mismatch = /^(.*) - (\d+):(\d+)$/s.exec(raw);
  if (mismatch) return { offset: lineOffset(text, Number(mismatch[2])) + Number(mismatch[3]), message: say`template: ${mismatch[1]}` };
  return { offset: 0, message: say`template: ${raw.split('\n')[0]}` };
}

/** Offset of the first character of a line counted from 1; the end of the text for a line behind its last. */
function lineOffset(text: string, line: number): number {
  return lineStartsOf(text)[line - 1] ?? text.length;
}
