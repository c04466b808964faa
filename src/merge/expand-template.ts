// Turn a template into text, statement by statement, so that each character of the result keeps its place in a source file.
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { type Argument, type Call, refuse, type Written } from './call.ts';
import { lineStartsOf, type MappedText, MappedTextBuilder, sourceText } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { nameHint } from './nearest-name.ts';
import { helpers } from './vocabulary.ts';

/** What a template is expanded for. */
export interface Scope {
  readonly merging: Merging;
  /** Language of figures; undefined in a layout, where the part around a figure says it. */
  readonly lang: Lang | undefined;
  /** Narrative section or template, for the place of figures. */
  readonly section: string;
}

/** Undefined when the template cannot be read; all else that is wrong is reported and left out. */
export function expandTemplate(source: MappedText, scope: Scope): MappedText | undefined {
  const out = new MappedTextBuilder();
  const program = scope.merging.parseTemplate(source);
  if (!program) return undefined;
  new Expansion(scope, source, out, [scope.section]).body(program.body);
  return out.build();
}

class Expansion {
  readonly #scope: Scope;
  readonly #source: MappedText;
  readonly #lineStarts: readonly number[];
  readonly #out: MappedTextBuilder;
  /** Names of the templates that are being expanded, outermost first. */
  readonly #stack: readonly string[];

  constructor(scope: Scope, source: MappedText, out: MappedTextBuilder, stack: readonly string[]) {
    this.#scope = scope;
    this.#source = source;
    this.#lineStarts = lineStartsOf(source.text);
    this.#out = out;
    this.#stack = stack;
  }

  body(statements: readonly hbs.AST.Statement[]): void {
    for (const statement of statements) this.#statement(statement);
  }

  #statement(statement: hbs.AST.Statement): void {
    switch (statement.type) {
      case 'ContentStatement':
        this.#content(statement as hbs.AST.ContentStatement);
        break;
      case 'CommentStatement':
        break;
      case 'MustacheStatement':
        this.#mustache(statement as hbs.AST.MustacheStatement);
        break;
      case 'BlockStatement':
        this.#block(statement as hbs.AST.BlockStatement);
        break;
      case 'PartialStatement':
        this.#partial(statement as hbs.AST.PartialStatement);
        break;
      default:
        // Decorators and partial blocks would change what other statements mean.
        this.#fault('this kind of template statement is not allowed', statement);
    }
  }

  #content(statement: hbs.AST.ContentStatement): void {
    const { original, value } = statement as hbs.AST.ContentStatement & { original: string };
    // White space round standalone blocks is taken out of the value; what is left begins as far from the end, or at the start.
    const cut = original.endsWith(value) ? original.length - value.length : Math.max(0, original.indexOf(value));
    this.#out.copy(value, this.#source, this.#offset(statement.loc.start) + cut);
  }

  #mustache(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      this.#fault('a figure or word is always escaped: {{{…}}} is not allowed', statement, ['write two braces']);
      return;
    }
    const written = this.#call(statement);
    if (!written) return;
    const start = this.#offset(statement.loc.start);
    this.#out.make(this.#markup(written, this.#span(statement.loc)), this.#source, start, this.#offset(statement.loc.end) - start);
  }

  /** Inside an attribute's value or a link's target it is plain text; elsewhere an element that carries the number of its draft. */
  #markup(written: Written, at: Span): string {
    if ('markup' in written) return written.markup;
    const plain = /<[a-z][^<>]*="[^"<>]*$|\]\([^()\s]*$/i.test(this.#out.tail);
    const { drafts, bounds } = this.#scope.merging;
    if ('text' in written) {
      if (plain || written.text === '') return asReferences(written.text);
      bounds.push({ bound: written.bound, at });
      return `<span data-bound="${bounds.length - 1}">${asReferences(written.text)}</span>`;
    }
    if (plain) return asReferences(written.figure.text);
    drafts.push(written.figure);
    return `<data value="${asReferences(written.figure.fact)}" data-figure="${drafts.length - 1}"></data>`;
  }

  #block(statement: hbs.AST.BlockStatement): void {
    const word = statement.path.original;
    if (word !== 'if' && word !== 'unless') {
      this.#fault(`unknown block ${word}`, statement, ['blocks are if and unless'], 'merge/unknown-helper');
      return;
    }
    const [condition] = statement.params;
    if (!condition || statement.params.length > 1 || statement.hash) {
      this.#fault(`${word} takes one condition`, statement, [`write {{#${word} (issuer "contacts.fax")}}`], 'merge/helper-argument');
      return;
    }
    const value = this.#argument(condition);
    if (!value) return;
    const chosen = (value.text !== '') === (word === 'if') ? statement.program : statement.inverse;
    if (chosen) this.body(chosen.body);
  }

  #partial(statement: hbs.AST.PartialStatement): void {
    if (statement.name.type !== 'PathExpression' || statement.params.length > 0 || statement.hash) {
      this.#fault('a partial is named by one plain word and takes nothing', statement, ['write {{> name}}']);
      return;
    }
    const name = (statement.name as hbs.AST.PathExpression).original;
    const { templates } = this.#scope.merging.release;
    const file = templates.get(name);
    if (!file) {
      this.#fault(`unknown partial ${name}`, statement, nameHint(name, templates.keys()));
    } else if (this.#stack.includes(name)) {
      this.#fault(`partial ${name} contains itself: ${[...this.#stack, name].join(' > ')}`, statement);
    } else {
      const source = sourceText(file.file, file.text);
      const program = this.#scope.merging.parseTemplate(source);
      const scope = { ...this.#scope, section: name };
      if (program) new Expansion(scope, source, this.#out, [...this.#stack, name]).body(program.body);
    }
  }

  #call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression): Written | undefined {
    const path = node.path as hbs.AST.PathExpression;
    const name = String(path.original);
    const helper = path.type === 'PathExpression' ? helpers.get(name) : undefined;
    if (!helper) {
      this.#fault(`unknown helper ${name}`, path, nameHint(name, helpers.keys()), 'merge/unknown-helper');
      return undefined;
    }
    const parameters = node.params.map((node) => this.#argument(node));
    const options = (node.hash?.pairs ?? []).map((pair) => ({ pair, value: this.#argument(pair.value) }));
    const lang = this.#scope.lang ?? languageOfPart(this.#out.text);
    if (lang === undefined) {
      // Outside a part no language writes the figure.
      this.#fault(`${name} stands outside a part, so its language is not known`, node, ['open <section class="part" lang="…"> before it']);
      return undefined;
    }
    if (parameters.includes(undefined) || options.some((option) => !option.value)) return undefined;
    const call: Call = {
      name,
      parameters: parameters.filter((value) => value !== undefined),
      options: new Map(options.flatMap(({ pair, value }) => (value ? [[pair.key, value] as const] : []))),
      lang,
      section: this.#scope.section,
      at: this.#span(node.loc),
      merging: this.#scope.merging,
    };
    if (call.parameters.length !== helper.parameters.length) {
      const wanted = helper.parameters.length === 0 ? 'nothing' : `one ${helper.parameters.join(' and one ')}`;
      return refuse(call, `${name} takes ${wanted} before its options, not ${call.parameters.length}`);
    }
    for (const { pair } of options) {
      if (helper.options.includes(pair.key)) continue;
      return refuse(
        call,
        `${name} has no option ${pair.key}`,
        { text: pair.key, at: this.#span(pair.loc) },
        nameHint(pair.key, helper.options),
      );
    }
    if (helper.layoutOnly && this.#scope.lang !== undefined) return refuse(call, `${name} belongs in a layout, not here`);
    return helper.write(call);
  }

  /** A literal, or what a call inside parentheses writes. */
  #argument(node: hbs.AST.Expression): Argument | undefined {
    const at = this.#span(node.loc);
    switch (node.type) {
      case 'StringLiteral':
        return { text: (node as hbs.AST.StringLiteral).value, at };
      case 'NumberLiteral':
        return { text: String((node as hbs.AST.NumberLiteral).value), at };
      case 'SubExpression': {
        const written = this.#call(node as hbs.AST.SubExpression);
        if (!written) return undefined;
        return { text: 'text' in written ? written.text : 'figure' in written ? written.figure.text : written.markup, at };
      }
      default: {
        const word = node.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : 'this';
        this.#fault(`${word} is not a value`, node, [`write "${word}" in quotation marks`], 'merge/helper-argument');
        return undefined;
      }
    }
  }

  #fault(
    message: string,
    node: hbs.AST.Node,
    hints: readonly string[] = [],
    code: 'merge/template' | 'merge/unknown-helper' | 'merge/helper-argument' = 'merge/template',
  ): void {
    this.#scope.merging.report({ severity: 'error', code, message, at: this.#span(node.loc), ...(hints.length > 0 ? { hints } : {}) });
  }

  #offset(position: hbs.AST.Position): number {
    return (this.#lineStarts[position.line - 1] ?? this.#source.text.length) + position.column;
  }

  #span(loc: hbs.AST.SourceLocation): Span {
    const start = this.#offset(loc.start);
    return this.#source.locate(start, this.#offset(loc.end) - start);
  }
}

/** Language of the part that was opened last in a layout. Parts stand one after another, never inside each other. */
function languageOfPart(text: string): Lang | undefined {
  const part = text.lastIndexOf('class="part"');
  if (part < 0) return undefined;
  const open = text.lastIndexOf('<', part);
  const close = text.indexOf('>', part);
  const lang = /\blang="(\w+)"/.exec(text.slice(open, close < 0 ? undefined : close))?.[1];
  return lang === 'ja' || lang === 'en' ? lang : undefined;
}

/** Every character that HTML or Markdown could read as its own becomes a character reference, which both understand. */
function asReferences(text: string): string {
  return text.replace(/[&<>"'*_[\]\\`~#!|{}]/g, (char) => `&#${char.charCodeAt(0)};`);
}
