// Turn a text in which plain expressions stand alone, as in nearly every sentence, into Handlebars statements: each expression is parsed once.
import { parse } from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import { readExpression } from './read-expression.ts';

/** Gives the statement of an expression such as `{{period "current"}}`, at line 1 and column 0; undefined when it is no plain one. */
export type ExpressionParser = (expression: string) => hbs.AST.Statement | undefined;

/** A word after two braces, and up to the end nothing but words, brackets and texts in quotation marks: no block, comment, partial, raw or trimmed one. */
const plain = /\{\{\s*[A-Za-z][^{}"'[\]~|\\]*(?:(?:"[^"\\]*"|'[^'\\]*')[^{}"'[\]~|\\]*)*\}\}(?!\})/y;

/** More brackets than sentences need: what stands in so many is read with the whole text. */
const mostBrackets = 20;

/**
 * The grammar reads a text from one pair of braces to the next, and white space round plain expressions stays as typed: so the
 * statements of the whole are those of its pieces, each moved to its place. Undefined for a text with anything else in it.
 */
export function parseExpressions(text: string, parseOne: ExpressionParser): hbs.AST.Program | undefined {
  // The grammar ends at a nought character, takes a backslash before braces as a mark, and a carriage return as the end of a line.
  if (text.includes('\0') || text.includes('\\{{') || text.includes('\r')) return undefined;
  const body: hbs.AST.Statement[] = [];
  const start: hbs.AST.Position = { line: 1, column: 0 };
  let place = start;
  let from = 0;
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', from)) {
    plain.lastIndex = at;
    const expression = plain.exec(text)?.[0];
    const statement = expression === undefined ? undefined : parseOne(expression);
    if (expression === undefined || !statement) return undefined;
    place = addContent(body, text.slice(from, at), place);
    body.push(movedNode(statement, place));
    place = placeAfter(expression, place);
    from = at + expression.length;
  }
  const end = addContent(body, text.slice(from), place);
  return { type: 'Program', body, blockParams: [], loc: { source: '', start, end } };
}

/** One expression, by the library's grammar where it is no simple one; undefined for one that it refuses, or that belongs to a block. */
export function parseExpression(expression: string): hbs.AST.Statement | undefined {
  const simple = readExpression(expression);
  if (simple) return simple;
  if (expression.split('(').length > mostBrackets) return undefined;
  try {
    const [statement, ...more] = parse(expression).body;
    return statement?.type === 'MustacheStatement' && more.length === 0 ? statement : undefined;
  } catch {
    return undefined;
  }
}

/** Gives the place after it. */
function addContent(body: hbs.AST.Statement[], text: string, start: hbs.AST.Position): hbs.AST.Position {
  if (text === '') return start;
  const end = placeAfter(text, start);
  const content = { type: 'ContentStatement', original: text, value: text, loc: { source: '', start, end } };
  body.push(content);
  return end;
}

function placeAfter(text: string, { line, column }: hbs.AST.Position): hbs.AST.Position {
  let lines = 0;
  let last = -1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
    last = at;
  }
  return lines === 0 ? { line, column: column + text.length } : { line: line + lines, column: text.length - last - 1 };
}

/** A node as it would be at a place: what is parsed once is shared, and stays as it is. */
function movedNode<T>(node: T, by: hbs.AST.Position): T {
  if (typeof node !== 'object' || node === null) return node;
  if (Array.isArray(node)) return node.map((item) => movedNode(item, by)) as T;
  const moved: Record<string, unknown> = {};
  for (const name of Object.keys(node)) {
    const value = (node as Readonly<Record<string, unknown>>)[name];
    moved[name] = name === 'loc' ? movedLocation(value as hbs.AST.SourceLocation, by) : movedNode(value, by);
  }
  return moved as T;
}

function movedLocation({ source, start, end }: hbs.AST.SourceLocation, by: hbs.AST.Position): hbs.AST.SourceLocation {
  return { source, start: movedPosition(start, by), end: movedPosition(end, by) };
}

function movedPosition({ line, column }: hbs.AST.Position, by: hbs.AST.Position): hbs.AST.Position {
  return { line: line + by.line - 1, column: line === 1 ? column + by.column : column };
}
