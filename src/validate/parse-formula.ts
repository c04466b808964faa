// Turn a formula's text into its tree: numbers, concept ids, + - * / ( ), previous(x), unsplit(x), printed(statement, x).
import { fromPercent } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { Expression } from '../model/expression.ts';
import { dataLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { type Token, tokenizeFormula } from './tokenize-formula.ts';

/** What is wrong, and the stretch of the formula's text that is. */
interface FormulaFinding {
  /** What is wrong, in lower case. */
  readonly message: string;
  /** Where it begins in the formula’s text, in UTF-16 units. */
  readonly offset: number;
  /** Its length in UTF-16 units, at least 1. */
  readonly length: number;
  /** What to do, one sentence each. */
  readonly hints: readonly string[];
}

/** A name that a formula uses, with its stretch, for the caller to look up. */
interface FormulaName {
  /** What it names. */
  readonly kind: 'concept' | 'statement';
  /** As typed. */
  readonly name: string;
  /** Where it begins in the formula’s text, in UTF-16 units. */
  readonly offset: number;
}

type ParsedFormula = { readonly expression: Expression; readonly names: readonly FormulaName[] } | { readonly fault: FormulaFinding };

/** Parses by recursive descent; `place` turns a stretch of the text into a place of the file. */
export function parseFormula(text: string, place: (offset: number, length: number) => Span): ParsedFormula {
  const tokens = tokenizeFormula(text);
  const names: FormulaName[] = [];
  let next = 0;
  let depth = 0;
  let fault: FormulaFinding | undefined;

  const end: Token = { kind: 'end', text: 'the end', offset: text.length };
  const peek = (): Token => tokens[next] ?? end;
  const take = (): Token => tokens[next++] ?? end;
  const is = (symbol: string): boolean => peek().kind === 'symbol' && peek().text === symbol;

  const wrong = (token: Token, wanted: string, hints: readonly string[] = []): undefined => {
    const message =
      token.kind === 'end' ? say`the formula ends where ${wanted} is wanted` : say`${token.text} stands where ${wanted} is wanted`;
    fault ??= {
      message,
      offset: token.offset,
      length: token.kind === 'end' ? 1 : token.text.length,
      hints: token.hint ? [token.hint] : hints,
    };
    return undefined;
  };
  const tooDeep = (token: Token): undefined => {
    const message = say`brackets, signs and calls stand more than ${dataLimits.formulaDepth} deep: a shorter formula is wanted`;
    fault ??= { message, offset: token.offset, length: Math.max(1, token.text.length), hints: ['give a part of it a concept of its own'] };
    return undefined;
  };
  const expect = (symbol: string): boolean => {
    if (!is(symbol)) wrong(peek(), symbol);
    return take().text === symbol;
  };
  const name = (kind: FormulaName['kind']): string | undefined => {
    const token = peek();
    if (token.kind !== 'name') return wrong(token, kind === 'concept' ? 'a concept' : 'a statement');
    take();
    names.push({ kind, name: token.text, offset: token.offset });
    return token.text;
  };

  /** sum = product { (+|-) product } */
  const sum = (): Expression | undefined => {
    let left = product();
    while (left && (is('+') || is('-'))) {
      const op = take().text === '+' ? '+' : '-';
      const right = product();
      left = right && { kind: 'binary', op, left, right };
    }
    return left;
  };
  /** product = factor { (*|/) factor } */
  const product = (): Expression | undefined => {
    let left = factor();
    while (left && (is('*') || is('/'))) {
      const op = take().text === '*' ? '*' : '/';
      const right = factor();
      left = right && { kind: 'binary', op, left, right };
    }
    return left;
  };
  /** factor = - factor | ( sum ) | number | call | concept */
  const factor = (): Expression | undefined => {
    if (++depth > dataLimits.formulaDepth) return tooDeep(peek());
    const inner = atom();
    depth--;
    return inner;
  };
  const atom = (): Expression | undefined => {
    const token = peek();
    if (token.kind === 'number') {
      take();
      const percent = token.text.endsWith('%');
      const value = Exact.parse(token.text.replaceAll(',', '').replace('%', ''));
      if (!value) return wrong(token, 'a number');
      return { kind: 'number', value: percent ? fromPercent(value) : value };
    }
    if (token.kind === 'name') return tokens[next + 1]?.text === '(' ? call() : concept();
    if (is('-')) {
      take();
      const of = factor();
      return of && { kind: 'negate', of };
    }
    if (is('(')) {
      take();
      const inside = sum();
      return inside && expect(')') ? inside : undefined;
    }
    return wrong(token, 'a concept, a number or (');
  };
  const concept = (): Expression | undefined => {
    const { offset } = peek();
    const id = name('concept');
    return id === undefined ? undefined : { kind: 'concept', concept: id, at: place(offset, id.length) };
  };
  const call = (): Expression | undefined => {
    const token = take();
    take();
    if (token.text === 'previous' || token.text === 'unsplit') {
      const kind = token.text;
      const of = sum();
      return of && expect(')') ? { kind, of } : undefined;
    }
    if (token.text === 'printed') {
      const statement = name('statement');
      if (statement === undefined || !expect(',')) return undefined;
      const { offset } = peek();
      const id = name('concept');
      if (id === undefined || !expect(')')) return undefined;
      return { kind: 'printed', statement, concept: id, at: place(offset, id.length) };
    }
    return wrong(token, 'a function', ['the functions are previous(x), unsplit(x) and printed(statement, x)']);
  };

  const expression = sum();
  if (expression && peek().kind !== 'end')
    wrong(peek(), '+, -, *, / or the end', is(')') ? ['remove it, or add the ( that it closes'] : []);
  if (fault || !expression) return { fault: fault ?? { message: 'the formula is empty', offset: 0, length: 1, hints: [] } };
  return { expression, names };
}
