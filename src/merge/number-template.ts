// Turn a template's statements into the same statements numbered, so that what an expansion writes is known by its place.
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { lineStartsOf, type MappedText, sourceText } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { nameHint } from './nearest-name.ts';
import { helpers } from './vocabulary.ts';

/** A place of a template that its expansion passes: literal text, or an expression that writes something. */
export interface Stop {
  readonly source: MappedText;
  /** Offset of the text, or of the expression, in `source`. */
  readonly offset: number;
  readonly length: number;
  /** Parameters and options as written, with their places; undefined for literal text. */
  readonly call?: {
    /** Undefined for a value of the context, `{{this}}`. */
    readonly helper: string | undefined;
    readonly parameters: readonly Span[];
    readonly options: ReadonlyMap<string, { readonly whole: Span; readonly value: Span }>;
    /** Language of the part, or undefined outside one. */
    readonly lang: Lang | undefined;
    readonly section: string;
    readonly at: Span;
  };
}

export interface NumberedTemplate {
  readonly program: hbs.AST.Program;
  readonly stops: readonly Stop[];
}

/** Option under which a call carries its number; no template can write it. */
export const numberOption = '\u0000number';
/** Helper that prints a value of the context. */
export const valueHelper = '\u0000value';
/** Signs round the number of a stop in expanded text: noncharacters of the private use area, which templates may not hold. */
export const stopSigns = { text: '\uE000', call: '\uE002', end: '\uE001' } as const;

/** Blocks of Handlebars itself. */
const blocks = ['if', 'unless', 'each', 'with'];
const literals = new Set(['StringLiteral', 'NumberLiteral', 'BooleanLiteral']);

/** Names that templates may use beside helpers. */
export const contextNames = ['statements', 'sections', 'periods'];

/** What a block tells of its turn: `@index`, `@first`. */
const blockData = ['index', 'first', 'last', 'key'];

/** Everything that does not need the values of the release is checked here; undefined when something is wrong. */
export function numberTemplate(
  source: MappedText,
  program: hbs.AST.Program,
  merging: Merging,
  section: string,
  lang: Lang | undefined,
): NumberedTemplate | undefined {
  const numbering = new Numbering(merging, lang);
  const body = numbering.statements(program.body, { source, lineStarts: lineStartsOf(source.text), section, stack: [section], inside: 0 });
  return numbering.sound ? { program: { ...program, body }, stops: numbering.stops } : undefined;
}

/** Where statements stand: their text, the template's name, the templates round it, and how many blocks that change `this`. */
interface Frame {
  readonly source: MappedText;
  readonly lineStarts: readonly number[];
  readonly section: string;
  readonly stack: readonly string[];
  readonly inside: number;
}

type FaultCode = 'merge/template' | 'merge/unknown-helper' | 'merge/helper-argument';

class Numbering {
  readonly stops: Stop[] = [];
  sound = true;
  readonly #merging: Merging;
  #lang: Lang | undefined;

  constructor(merging: Merging, lang: Lang | undefined) {
    this.#merging = merging;
    this.#lang = lang;
  }

  statements(body: readonly hbs.AST.Statement[], frame: Frame): hbs.AST.Statement[] {
    return body.flatMap((statement) => this.#statement(statement, frame));
  }

  #statement(statement: hbs.AST.Statement, frame: Frame): hbs.AST.Statement[] {
    switch (statement.type) {
      case 'ContentStatement':
        return [this.#content(statement as hbs.AST.ContentStatement & { original: string }, frame)];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return [this.#mustache(statement as hbs.AST.MustacheStatement, frame)];
      case 'BlockStatement':
        return [this.#block(statement as hbs.AST.BlockStatement, frame)];
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement, frame);
      default:
        // Decorators and partial blocks would change what other statements mean.
        this.#fault('this kind of template statement is not allowed', statement, frame);
        return [];
    }
  }

  #content(statement: hbs.AST.ContentStatement & { original: string }, frame: Frame): hbs.AST.Statement {
    const { original, value } = statement;
    const part = [...value.matchAll(/class="part"[^>]*\blang="(\w+)"|\blang="(\w+)"[^<>]*class="part"/g)].at(-1);
    const lang = part?.[1] ?? part?.[2];
    if (lang === 'ja' || lang === 'en') this.#lang = lang;
    // White space round standalone blocks is taken out of the value; what is left begins as far from the end, or at the start.
    const cut = original.endsWith(value) ? original.length - value.length : Math.max(0, original.indexOf(value));
    const number =
      this.stops.push({ source: frame.source, offset: this.#offset(statement.loc.start, frame) + cut, length: value.length }) - 1;
    return { ...statement, value: `${stopSigns.text}${number}${stopSigns.end}${value}` } as hbs.AST.ContentStatement;
  }

  #mustache(statement: hbs.AST.MustacheStatement, frame: Frame): hbs.AST.Statement {
    if (!statement.escaped) {
      this.#fault('a figure or word is always escaped: {{{…}}} is not allowed', statement, frame, ['write two braces']);
      return statement;
    }
    const path = statement.path as hbs.AST.PathExpression;
    const bare = statement.params.length === 0 && !statement.hash && path.type === 'PathExpression' && !helpers.has(path.original);
    if (bare && this.#isContext(path, frame)) {
      const call = {
        helper: undefined,
        parameters: [],
        options: new Map(),
        lang: this.#lang,
        section: frame.section,
        at: this.#span(statement.loc, frame),
      };
      return {
        ...statement,
        path: named(path, valueHelper),
        params: [path],
        hash: this.#number(undefined, this.#stop(statement, frame, call)),
      } as hbs.AST.MustacheStatement;
    }
    return this.#call(statement, frame);
  }

  #block(statement: hbs.AST.BlockStatement, frame: Frame): hbs.AST.Statement {
    const word = statement.path.original;
    if (!blocks.includes(word))
      this.#fault(`unknown block ${word}`, statement, frame, [`blocks are ${blocks.join(', ')}`], 'merge/unknown-helper');
    if (statement.params.length !== 1)
      this.#fault(`${word} takes one value`, statement, frame, [`write {{#${word} (issuer "contacts.fax")}}`], 'merge/helper-argument');
    const inner = word === 'each' || word === 'with' ? { ...frame, inside: frame.inside + 1 } : frame;
    const program = (part: hbs.AST.Program | undefined, at: Frame) => (part ? { ...part, body: this.statements(part.body, at) } : part);
    return {
      ...statement,
      params: statement.params.map((node) => this.#argument(node, frame)),
      program: program(statement.program, inner),
      inverse: program(statement.inverse, frame),
    } as hbs.AST.BlockStatement;
  }

  /** A partial's statements stand where it is called, so that each call knows the language of its own part. */
  #partial(statement: hbs.AST.PartialStatement, frame: Frame): hbs.AST.Statement[] {
    if (statement.name.type !== 'PathExpression' || statement.params.length > 0 || statement.hash) {
      this.#fault('a partial is named by one plain word and takes nothing', statement, frame, ['write {{> name}}']);
      return [];
    }
    const name = (statement.name as hbs.AST.PathExpression).original;
    const file = this.#merging.release.templates.get(name);
    if (!file) {
      this.#fault(`unknown partial ${name}`, statement, frame, nameHint(name, this.#merging.release.templates.keys()));
      return [];
    }
    if (frame.stack.includes(name)) {
      this.#fault(`partial ${name} contains itself: ${[...frame.stack, name].join(' > ')}`, statement, frame);
      return [];
    }
    const source = sourceText(file.file, file.text);
    const program = this.#merging.parseTemplate(source);
    if (!program) this.sound = false;
    return program
      ? this.statements(program.body, {
          ...frame,
          source,
          lineStarts: lineStartsOf(source.text),
          section: name,
          stack: [...frame.stack, name],
        })
      : [];
  }

  #call<T extends hbs.AST.MustacheStatement | hbs.AST.SubExpression>(node: T, frame: Frame): T {
    const path = node.path as hbs.AST.PathExpression;
    const name = String(path.original);
    if (path.type !== 'PathExpression' || !helpers.has(name)) {
      this.#fault(`unknown helper ${name}`, path, frame, nameHint(name, helpers.keys()), 'merge/unknown-helper');
      return node;
    }
    const pairs = node.hash?.pairs ?? [];
    const call = {
      helper: name,
      parameters: node.params.map((parameter) => this.#span(parameter.loc, frame)),
      options: new Map(pairs.map((pair) => [pair.key, { whole: this.#span(pair.loc, frame), value: this.#span(pair.value.loc, frame) }])),
      lang: this.#lang,
      section: frame.section,
      at: this.#span(node.loc, frame),
    };
    const params = node.params.map((parameter) => this.#argument(parameter, frame));
    const hash = node.hash && { ...node.hash, pairs: pairs.map((pair) => ({ ...pair, value: this.#argument(pair.value, frame) })) };
    return { ...node, params, hash: this.#number(hash, this.#stop(node, frame, call)) };
  }

  #argument(node: hbs.AST.Expression, frame: Frame): hbs.AST.Expression {
    if (literals.has(node.type)) return node;
    if (node.type === 'SubExpression') return this.#call(node as hbs.AST.SubExpression, frame);
    const path = node as hbs.AST.PathExpression;
    if (node.type === 'PathExpression' && this.#isContext(path, frame)) return node;
    const word = node.type === 'PathExpression' ? path.original : 'this';
    this.#fault(`${word} is not a value`, node, frame, [`write "${word}" in quotation marks`], 'merge/helper-argument');
    return node;
  }

  /** A list of the context, or inside a block what the block gives. */
  #isContext(path: hbs.AST.PathExpression, frame: Frame): boolean {
    if (path.data) return frame.inside > 0 && path.parts.length === 1 && blockData.includes(String(path.parts[0]));
    if (frame.inside > 0 && (path.original === 'this' || path.original === '.')) return true;
    return path.parts.length === 1 && contextNames.includes(String(path.parts[0]));
  }

  #stop(node: hbs.AST.Node, frame: Frame, call: NonNullable<Stop['call']>): number {
    const offset = this.#offset(node.loc.start, frame);
    return this.stops.push({ source: frame.source, offset, length: this.#offset(node.loc.end, frame) - offset, call }) - 1;
  }

  #number(hash: hbs.AST.Hash | undefined, number: number): hbs.AST.Hash {
    const loc = { source: '', start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
    const value = { type: 'NumberLiteral', value: number, original: number, loc } as hbs.AST.NumberLiteral;
    const pair = { type: 'HashPair', key: numberOption, value, loc } as hbs.AST.HashPair;
    return { type: 'Hash', loc, ...hash, pairs: [...(hash?.pairs ?? []), pair] } as hbs.AST.Hash;
  }

  #fault(message: string, node: hbs.AST.Node, frame: Frame, hints: readonly string[] = [], code: FaultCode = 'merge/template'): void {
    this.sound = false;
    this.#merging.report({ severity: 'error', code, message, at: this.#span(node.loc, frame), ...(hints.length > 0 ? { hints } : {}) });
  }

  #offset(position: hbs.AST.Position, frame: Frame): number {
    return (frame.lineStarts[position.line - 1] ?? frame.source.text.length) + position.column;
  }

  #span(loc: hbs.AST.SourceLocation, frame: Frame): Span {
    const start = this.#offset(loc.start, frame);
    return frame.source.locate(start, this.#offset(loc.end, frame) - start);
  }
}

/** The path of one plain word. */
const named = (path: hbs.AST.PathExpression, word: string): hbs.AST.PathExpression => ({
  ...path,
  data: false,
  depth: 0,
  parts: [word],
  original: word,
});
