// Turn Handlebars' statements into the steps of a template; what does not need the release's values to be seen as wrong is reported here.

import { languageCodes } from '../language/languages.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say, sayAll, sayId } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { type MappedText, sourceText } from '../template/mapped-text.ts';
import { namedBy, onlyOf, wordOf } from '../template/named-words.ts';
import { type NodePlaces, nodePlaces } from '../template/node-places.ts';
import { findWords } from './layout-words.ts';
import {
  type BlockWord,
  blockWords,
  type Expression,
  type HelperCall,
  type NamedValue,
  type Scope,
  type Step,
  type TextStep,
} from './template.ts';
import { helpers } from './vocabulary.ts';

/** Names that templates may use beside helpers. */
export const listNames = ['statements', 'sections', 'periods'] as const;

/** In layouts, the code of the language that they are walked for. */
export const languageName = 'lang';

/** What a block tells of its turn. */
const turnNames = ['@index', '@first', '@last', '@key'];

/** Steps of a text and of the partials that it calls; undefined when something is wrong. */
export function readTemplate(scope: Scope, source: MappedText): readonly Step[] | undefined {
  const { section } = scope;
  const reader = new TemplateReader(scope);
  const steps = reader.template(source, { section, partials: [section], inside: 0, depth: 0, only: false });
  return reader.sound ? steps : undefined;
}

/** Where statements stand. */
interface Frame {
  readonly source: MappedText;
  readonly places: NodePlaces;
  readonly section: string;
  /** Partials and words round them, outermost first. */
  readonly partials: readonly string[];
  /** How many blocks round them change `this`. */
  readonly inside: number;
  /** How many blocks and brackets stand round them. */
  readonly depth: number;
  /** Whether `{{#only}}` stands round them. */
  readonly only: boolean;
}

type FaultCode = 'merge/template' | 'merge/unknown-helper' | 'merge/helper-argument';

class TemplateReader {
  sound = true;
  readonly #scope: Scope;
  /** Statements read so far. */
  #statements = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  template(source: MappedText, place: Omit<Frame, 'source' | 'places'>): readonly Step[] {
    const program = this.#scope.merging.parseTemplate(source);
    if (!program) this.sound = false;
    return program ? this.#steps(program.body, { ...place, source, places: nodePlaces(source) }) : [];
  }

  #steps(body: readonly hbs.AST.Statement[], frame: Frame): readonly Step[] {
    return body.flatMap((statement) => this.#step(statement, frame));
  }

  #step(statement: hbs.AST.Statement, frame: Frame): readonly Step[] {
    if (this.#isTooLong(statement, frame)) return [];
    switch (statement.type) {
      case 'ContentStatement':
        return [this.#text(statement as hbs.AST.ContentStatement & { original: string }, frame)];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return this.#mustache(statement as hbs.AST.MustacheStatement, frame);
      case 'BlockStatement':
        return this.#block(statement as hbs.AST.BlockStatement, frame);
      case 'PartialStatement':
        return this.#partial(statement as hbs.AST.PartialStatement, frame);
      default:
        // Decorators and partial blocks would change what other statements mean.
        return this.#fault('this kind of template statement is not allowed', statement, frame);
    }
  }

  #text({ original, value, loc }: hbs.AST.ContentStatement & { original: string }, frame: Frame): TextStep {
    // White space round blocks on lines of their own is taken out of the value; what is left ends with the text, or stands inside it.
    const cut = original.endsWith(value) ? original.length - value.length : Math.max(0, original.indexOf(value));
    return { kind: 'text', text: value, source: frame.source, offset: frame.places.offset(loc.start) + cut };
  }

  #mustache(statement: hbs.AST.MustacheStatement, frame: Frame): readonly Step[] {
    if (!statement.escaped) {
      return this.#fault('a figure or word is always escaped: {{{…}}} is not allowed', statement, frame, ['write two braces']);
    }
    if (wordOf(statement) === 'words') return this.#words(statement, frame);
    const path = statement.path as hbs.AST.PathExpression;
    const bare = statement.params.length === 0 && !statement.hash && path.type === 'PathExpression' && !helpers.has(path.original);
    const value = bare && this.#isName(path, frame) ? this.#named(path, statement, frame) : this.#call(statement, frame);
    const offset = frame.places.offset(statement.loc.start);
    return value ? [{ kind: 'write', value, source: frame.source, offset, length: frame.places.offset(statement.loc.end) - offset }] : [];
  }

  #block(statement: hbs.AST.BlockStatement, frame: Frame): readonly Step[] {
    const only = onlyOf(statement);
    if (only) return this.#only(statement, only, frame);
    const word = blockWords.find((known) => known === statement.path.original);
    if (!word) {
      const blocks = say`blocks are ${sayAll([...blockWords, 'only'], ', ')}`;
      const hints = [wordOf(statement) === 'words' ? 'words are given in the file of their language, outside all blocks' : blocks];
      return this.#fault(say`unknown block ${sayId(statement.path.original)}`, statement, frame, hints, 'merge/unknown-helper');
    }
    const [subject, ...more] = statement.params;
    if (!subject || more.length > 0 || statement.hash) {
      const hints = [say`write {{#${word} (issuer "contacts.fax")}}`];
      return this.#fault(say`${word} takes one value`, statement, frame, hints, 'merge/helper-argument');
    }
    if (this.#tooDeep(statement, frame)) return [];
    const outer = { ...frame, depth: frame.depth + 1 };
    const inner = changesThis(word) ? { ...outer, inside: frame.inside + 1 } : outer;
    const value = this.#value(subject, outer);
    const body = this.#steps(statement.program?.body ?? [], inner);
    const otherwise = this.#steps(statement.inverse?.body ?? [], outer);
    return value ? [{ kind: 'block', word, value, body, otherwise }] : [];
  }

  /** What one language has, or some have; of others the inverse stands here, or nothing. */
  #only(statement: hbs.AST.BlockStatement, named: readonly string[], frame: Frame): readonly Step[] {
    const unknown = named.filter((name) => !languageCodes.includes(name));
    if (named.length === 0 || unknown.length > 0 || statement.hash) {
      const message = unknown[0] ? say`unknown language ${unknown[0]}` : 'only takes languages in quotation marks';
      const hints = [say`write {{#only "${languageCodes[0]}"}}; known: ${sayAll(languageCodes, ', ')}`];
      return this.#fault(message, statement, frame, hints, 'merge/helper-argument');
    }
    if (this.#tooDeep(statement, frame)) return [];
    const inner = { ...frame, depth: frame.depth + 1, only: true };
    const chosen = named.includes(this.#scope.lang) ? statement.program : statement.inverse;
    return this.#steps(chosen?.body ?? [], inner);
  }

  /** Words of the language of the walk: their steps stand where they are called. */
  #words(call: hbs.AST.MustacheStatement, frame: Frame): readonly Step[] {
    const name = namedBy(call);
    if (!this.#scope.layout) return this.#fault('words belongs in a layout, not here', call, frame, [], 'merge/helper-argument');
    if (name === undefined)
      return this.#fault('words takes one name in quotation marks', call, frame, ['write {{words "title"}}'], 'merge/helper-argument');
    const partials = [...frame.partials, say`words ${name}`];
    if (frame.partials.includes(say`words ${name}`))
      return this.#fault(say`words ${name} contain themselves: ${partials.join(' > ')}`, call, frame);
    const found = findWords(this.#scope, name, frame.places.span(call.loc));
    if (!found) this.sound = false;
    const { source, body } = found ?? { source: frame.source, body: [] };
    return this.#steps(body, { ...frame, source, places: nodePlaces(source), section: this.#scope.lang, partials });
  }

  /** A partial's steps stand where it is called. */
  #partial(statement: hbs.AST.PartialStatement, frame: Frame): readonly Step[] {
    if (statement.name.type !== 'PathExpression' || statement.params.length > 0 || statement.hash) {
      return this.#fault('a partial is named by one plain word and takes nothing', statement, frame, ['write {{> name}}']);
    }
    const name = (statement.name as hbs.AST.PathExpression).original;
    const { templates } = this.#scope.merging.release;
    const file = templates.get(name);
    if (!file) return this.#fault(say`unknown partial ${sayId(name)}`, statement, frame, nameHints(name, templates.keys()));
    const partials = [...frame.partials, name];
    if (frame.partials.includes(name)) return this.#fault(say`partial ${name} contains itself: ${partials.join(' > ')}`, statement, frame);
    return this.template(sourceText(file.file, file.text), { ...frame, section: name, partials });
  }

  #call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, frame: Frame): HelperCall | undefined {
    const path = node.path as hbs.AST.PathExpression;
    const helper = String(path.original);
    if (path.type !== 'PathExpression' || !helpers.has(helper)) {
      const known = this.#scope.layout ? [...helpers.keys(), 'words'] : helpers.keys();
      this.#fault(say`unknown helper ${sayId(helper)}`, path, frame, nameHints(helper, known, mostHelpers), 'merge/unknown-helper');
      return undefined;
    }
    if (this.#tooDeep(node, frame)) return undefined;
    const inner = { ...frame, depth: frame.depth + 1 };
    const parameters = node.params.map((parameter) => this.#value(parameter, inner));
    const options = new Map<string, { value: Expression; at: Span }>();
    for (const pair of node.hash?.pairs ?? []) {
      const value = this.#value(pair.value, inner);
      if (options.has(pair.key))
        this.#fault(say`${pair.key}= is given twice`, pair, frame, ['take one of the two out'], 'merge/helper-argument');
      if (value) options.set(pair.key, { value, at: frame.places.span(pair.loc) });
    }
    const known = parameters.filter((value) => value !== undefined);
    const { section, only } = frame;
    return { kind: 'call', helper, parameters: known, options, section, only, at: frame.places.span(node.loc) };
  }

  #value(node: hbs.AST.Expression, frame: Frame): Expression | undefined {
    switch (node.type) {
      case 'StringLiteral':
      case 'NumberLiteral':
      case 'BooleanLiteral':
        return { kind: 'literal', value: (node as hbs.AST.StringLiteral).value, at: frame.places.span(node.loc) };
      case 'SubExpression':
        return this.#call(node as hbs.AST.SubExpression, frame);
    }
    const path = node as hbs.AST.PathExpression;
    if (node.type === 'PathExpression' && this.#isName(path, frame)) return this.#named(path, node, frame);
    if (node.type === 'PathExpression' && answersBare(path.original))
      return this.#call({ ...node, path, params: [] } as unknown as hbs.AST.SubExpression, frame);
    const word = node.type === 'PathExpression' ? path.original : 'this';
    this.#fault(say`${word} is not a value`, node, frame, [say`write "${word}" in quotation marks`], 'merge/helper-argument');
    return undefined;
  }

  #named(path: hbs.AST.PathExpression, node: hbs.AST.Node, frame: Frame): NamedValue {
    const name = path.data ? `@${path.parts[0]}` : path.parts.length === 0 ? 'this' : String(path.parts[0]);
    return { kind: 'name', name, at: frame.places.span(node.loc) };
  }

  /** A list of the release, the language of a layout, or inside a block what the block gives. */
  #isName(path: hbs.AST.PathExpression, frame: Frame): boolean {
    if (path.data) return frame.inside > 0 && path.parts.length === 1 && turnNames.includes(`@${path.parts[0]}`);
    if (frame.inside > 0 && (path.original === 'this' || path.original === '.')) return true;
    if (path.depth > 0 || path.parts.length !== 1) return false;
    return listNames.some((name) => name === path.original) || (this.#scope.layout === true && path.original === languageName);
  }

  #tooDeep(node: hbs.AST.Node, frame: Frame): boolean {
    if (frame.depth < dataLimits.nestedBlocks) return false;
    this.#fault(say`more than ${dataLimits.nestedBlocks} blocks and brackets stand inside each other`, node, frame, [
      'write them side by side',
    ]);
    return true;
  }

  /** Partials and words that call others twice, and those again, would never end. */
  #isTooLong(statement: hbs.AST.Statement, frame: Frame): boolean {
    this.#statements++;
    if (this.#statements === dataLimits.templateSteps) {
      const message = say`the template comes to more than ${dataLimits.templateSteps} pieces`;
      this.#fault(message, statement, frame, ['put in fewer partials and words that put in others']);
    }
    return this.#statements >= dataLimits.templateSteps;
  }

  #fault(message: string, node: hbs.AST.Node, frame: Frame, hints: readonly string[] = [], code: FaultCode = 'merge/template'): [] {
    this.sound = false;
    const at = frame.places.span(node.loc);
    this.#scope.merging.report({ severity: 'error', code, message, at, ...(hints.length > 0 ? { hints } : {}) });
    return [];
  }
}

/** All helpers are listed where none is near. */
const mostHelpers = 50;

/** A helper that takes nothing may be asked without brackets: `{{#if consolidated}}`. */
const answersBare = (name: string): boolean => helpers.get(name)?.parameters.length === 0 && helpers.get(name)?.options.length === 0;

const changesThis = (word: BlockWord): boolean => word === 'each' || word === 'with';
