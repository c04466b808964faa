// Turn an expression of words, texts and numbers, `{{change "revenue" from="prior-year"}}`, into the statement that Handlebars' grammar makes of it.

/** Words that the grammar reads as something else than a name. */
const reserved: ReadonlySet<string> = new Set(['as', 'else', 'false', 'null', 'this', 'true', 'undefined']);

/** A name; before an equals sign, the name of a value. */
const name = /[A-Za-z][\w-]*/y;
const text = /"[^"\\\n]*"|'[^'\\\n]*'/y;
const number = /-?\d+(?:\.\d+)?/y;
/** Before each part. */
const gap = / +/y;

/**
 * Narratives hold hundreds of expressions, and nearly all are of these parts: they are read in a thirtieth of the time that the grammar
 * takes. Undefined for anything else, which is the grammar's to read, or to refuse.
 */
export function readExpression(expression: string): hbs.AST.Statement | undefined {
  const end = expression.length - 2;
  if (!expression.startsWith('{{') || !expression.endsWith('}}')) return undefined;
  const from = 2 + (found(gap, expression, 2)?.length ?? 0);
  const path = nameAt(expression, from);
  if (!path) return undefined;
  const params: hbs.AST.Expression[] = [];
  const pairs: hbs.AST.HashPair[] = [];
  let at = path.loc.end.column;
  while (at < end) {
    const space = found(gap, expression, at);
    if (space === undefined) return undefined;
    at += space.length;
    if (at === end) break;
    const part = pairAt(expression, at) ?? (pairs.length === 0 ? valueAt(expression, at) : undefined);
    if (!part) return undefined;
    if (part.type === 'HashPair') pairs.push(part as hbs.AST.HashPair);
    else params.push(part);
    at = part.loc.end.column;
  }
  const [first, last] = [pairs[0], pairs.at(-1)];
  const hash = first && last && { type: 'Hash', pairs, loc: placeOf(first.loc.start.column, last.loc.end.column) };
  const statement = { type: 'MustacheStatement', path, params, hash, escaped: true, strip: { open: false, close: false } };
  return { ...statement, loc: placeOf(0, expression.length) } as hbs.AST.Statement;
}

/** `name=value`. */
function pairAt(expression: string, at: number): hbs.AST.HashPair | undefined {
  const key = found(name, expression, at);
  if (key === undefined || expression[at + key.length] !== '=') return undefined;
  const value = valueAt(expression, at + key.length + 1);
  return value && { type: 'HashPair', key, value, loc: placeOf(at, value.loc.end.column) };
}

function valueAt(expression: string, at: number): hbs.AST.Expression | undefined {
  const quoted = found(text, expression, at);
  if (quoted !== undefined) {
    const value = quoted.slice(1, -1);
    return ended(expression, { type: 'StringLiteral', value, original: value, loc: placeOf(at, at + quoted.length) });
  }
  const digits = found(number, expression, at);
  if (digits !== undefined) {
    const value = Number(digits);
    return ended(expression, { type: 'NumberLiteral', value, original: value, loc: placeOf(at, at + digits.length) });
  }
  return nameAt(expression, at);
}

function nameAt(expression: string, at: number): hbs.AST.PathExpression | undefined {
  const word = found(name, expression, at);
  if (word === undefined || reserved.has(word)) return undefined;
  const path = { type: 'PathExpression', data: false, depth: 0, parts: [word], original: word, loc: placeOf(at, at + word.length) };
  return ended(expression, path as hbs.AST.PathExpression);
}

/** A part, where it ends before a space or the braces. */
function ended<T extends hbs.AST.Node>(expression: string, part: T): T | undefined {
  const after = expression[part.loc.end.column];
  return after === ' ' || after === '}' ? part : undefined;
}

function found(pattern: RegExp, expression: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(expression)?.[0];
}

/** Like the grammar, which names no source. */
const placeOf = (start: number, end: number): hbs.AST.SourceLocation =>
  ({ start: { line: 1, column: start }, end: { line: 1, column: end } }) as hbs.AST.SourceLocation;
