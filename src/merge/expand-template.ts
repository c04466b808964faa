// Turn a template into a manuscript: its text as typed, and what each expression wrote at its place.
import { inLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { MappedText } from '../template/mapped-text.ts';
import { type Argument, type Call, refuse, type Written } from './call.ts';
import { type Insertion, type Manuscript, ManuscriptBuilder, wordsOf } from './manuscript.ts';
import { languageName, listNames } from './read-template.ts';
import { recallSteps } from './recall-steps.ts';
import type { BlockStep, Expression, HelperCall, Scope, Step, WriteStep } from './template.ts';
import { helpers } from './vocabulary.ts';

/**
 * Handlebars' grammar and its rules for white space are the library's; its blocks are followed here, so that what an expression
 * writes goes to its place and never through text, and no template is ever compiled to code. Undefined when the template cannot be
 * read; all else that is wrong is reported and left out.
 */
export function expandTemplate(source: MappedText, scope: Scope): Manuscript | undefined {
  const read = recallSteps(scope, source);
  if (!read) return undefined;
  const expansion = new Expansion(scope, read.source);
  expansion.follow(read.steps, noTurn);
  return expansion.manuscript.build();
}

/** What an expression is worth: words of a call, a literal, a list of the release. */
type Value = string | number | boolean | readonly string[];

/** What a block gives to what stands in it: `this`, `@index`. */
type Turn = ReadonlyMap<string, Value>;
const noTurn: Turn = new Map();

class Expansion {
  readonly manuscript: ManuscriptBuilder;
  readonly #scope: Scope;
  readonly #source: MappedText;
  #steps = 0;

  constructor(scope: Scope, source: MappedText) {
    this.#scope = scope;
    this.#source = source;
    this.manuscript = new ManuscriptBuilder();
  }

  follow(steps: readonly Step[], turn: Turn): void {
    for (const step of steps) {
      if (this.#exhausted()) return;
      if (step.kind === 'text') this.manuscript.copy(step.text, step.source, step.offset);
      else if (step.kind === 'write') this.#writeOut(step, turn);
      else this.#block(step, turn);
    }
  }

  #writeOut({ value, source, offset, length }: WriteStep, turn: Turn): void {
    const written = value.kind === 'call' ? this.#call(value, turn) : this.#print(value, turn);
    if (!written) return;
    const only = value.kind === 'call' && value.only ? { only: true as const } : {};
    const pieces = 'sequence' in written ? written.sequence : [written];
    for (const piece of pieces) this.manuscript.insert({ written: piece, at: value.at, ...only }, source, offset, length);
  }

  #print(named: Expression, turn: Turn): Written | undefined {
    const value = this.#value(named, turn);
    if (typeof value !== 'object') return { text: String(value) };
    const hints = ['walk it: {{#each …}}{{this}}{{/each}}'];
    this.#scope.merging.report({ severity: 'error', code: 'merge/helper-argument', message: 'a list is not printed', at: named.at, hints });
    return undefined;
  }

  #block({ word, value: subject, body, otherwise }: BlockStep, turn: Turn): void {
    const value = this.#value(subject, turn);
    const none = value === '' || value === false || (typeof value === 'object' && value.length === 0);
    // Handlebars takes a nought for nothing in a condition, and for a value in `with`.
    const empty = none || (value === 0 && word !== 'with');
    if (word === 'unless' ? !empty : empty) {
      this.follow(otherwise, turn);
    } else if (word === 'each') {
      if (typeof value === 'object') this.#each(value, body, turn);
      else this.#reportNoList(subject);
    } else {
      this.follow(body, word === 'with' ? new Map(turn).set('this', value) : turn);
    }
  }

  #each(list: readonly string[], body: readonly Step[], turn: Turn): void {
    list.forEach((item, index) => {
      const given: [string, Value][] = [
        ['this', item],
        ['@index', index],
        ['@key', index],
        ['@first', index === 0],
        ['@last', index === list.length - 1],
      ];
      this.follow(body, new Map([...turn, ...given]));
    });
  }

  #reportNoList({ at }: Expression): void {
    const hints = [say`lists are ${sayAll(listNames, ', ')}`];
    this.#scope.merging.report({ severity: 'error', code: 'merge/helper-argument', message: 'only a list can be walked', at, hints });
  }

  /** A template that walks lists inside lists can ask for more than any release needs. */
  #exhausted(): boolean {
    this.#steps++;
    if (this.#steps === dataLimits.templateSteps) {
      const message = say`the template writes more than ${dataLimits.templateSteps} pieces`;
      const hints = ['walk fewer lists inside each other'];
      this.#scope.merging.report({ severity: 'error', code: 'merge/template', message, at: this.#source.locate(0), hints });
    }
    return this.#steps >= dataLimits.templateSteps;
  }

  #value(expression: Expression, turn: Turn): Value {
    if (expression.kind === 'literal') return expression.value;
    if (expression.kind === 'name') {
      if (expression.name === languageName) return this.#scope.lang;
      return turn.get(expression.name) ?? this.#list(expression.name) ?? '';
    }
    const written = this.#call(expression, turn);
    if (!written || isAnsweredNo(written)) return '';
    const pieces = 'sequence' in written ? written.sequence : [written];
    return pieces.map((piece) => wordsOf({ written: piece, at: expression.at } satisfies Insertion)).join('');
  }

  #list(name: string): readonly string[] | undefined {
    const { merging, lang } = this.#scope;
    const { release } = merging;
    switch (listNames.find((known) => known === name)) {
      case 'statements':
        return listedStatements(release);
      case 'sections':
        return [...inLang(release.narratives, lang).keys()];
      case 'periods':
        return [...release.spec.periods.keys()];
      default:
        return undefined;
    }
  }

  #call(given: HelperCall, turn: Turn): Written | undefined {
    const { merging, lang } = this.#scope;
    const { at, section } = given;
    const helper = helpers.get(given.helper);
    if (!helper) throw new Error(say`no helper ${given.helper}`);
    const argument = (value: Expression): Argument => ({ text: String(this.#value(value, turn)), at: value.at });
    const options = new Map([...given.options].map(([key, { value }]) => [key, argument(value)]));
    const call: Call = { name: given.helper, parameters: given.parameters.map(argument), options, lang, section, at, merging };
    const { length } = helper.parameters;
    if (call.parameters.length !== length && !(helper.more && call.parameters.length > length)) {
      const wanted = length === 0 ? 'nothing' : say`one ${helper.parameters.join(' and one ')}`;
      return refuse(call, say`${given.helper} takes ${wanted} before its options, not ${call.parameters.length}`);
    }
    for (const [key, { at: place }] of given.options) {
      if (!helper.options.includes(key))
        return refuse(call, say`${given.helper} has no option ${key}`, { text: key, at: place }, nameHints(key, helper.options));
    }
    if (helper.layoutOnly && !this.#scope.layout) return refuse(call, say`${given.helper} belongs in a layout, not here`);
    return helper.write(call);
  }
}

/** The statements that a release prints, in the order in which it lists them, if it does. */
function listedStatements({ statements, spec: release }: Release): readonly string[] {
  return release.statements?.flatMap(({ value }) => (statements.has(value) ? [value] : [])) ?? [...statements.keys()];
}

/** The words of a no are words; as a value, in a condition, it is nothing. */
function isAnsweredNo(written: Written): boolean {
  return 'bound' in written && written.bound?.by === 'flag' && written.bound.says === 'no';
}
