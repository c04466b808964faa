// Turn a template into text by Handlebars, so that each character of the result keeps its place in a source file.
import Handlebars from 'handlebars';
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { type Argument, type Call, refuse, type Written } from './call.ts';
import { type MappedText, MappedTextBuilder } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { nameHint } from './nearest-name.ts';
import { type NumberedTemplate, numberOption, numberTemplate, type Stop, stopSigns, valueHelper } from './number-template.ts';
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
  const program = scope.merging.parseTemplate(source);
  const numbered = program && numberTemplate(source, program, scope.merging, scope.section, scope.lang);
  return numbered && new Expansion(numbered, scope).run(source);
}

/** A helper's call as Handlebars made it: what it was given, and where it stands. */
interface Made {
  readonly stop: Stop;
  readonly parameters: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

class Expansion {
  readonly #template: NumberedTemplate;
  readonly #scope: Scope;
  readonly #made: Made[] = [];

  constructor(template: NumberedTemplate, scope: Scope) {
    this.#template = template;
    this.#scope = scope;
  }

  run(source: MappedText): MappedText | undefined {
    const environment = Handlebars.create();
    for (const name of [...helpers.keys(), valueHelper]) environment.registerHelper(name, (...given: unknown[]) => this.#called(given));
    const knownHelpers = Object.fromEntries([...helpers.keys(), valueHelper].map((name) => [name, true]));
    // Strict, and nothing but the words listed: a misspelt name is a finding, never a blank.
    const expand = environment.compile(this.#template.program, { knownHelpers, knownHelpersOnly: true, strict: true });
    try {
      return this.#placed(expand(this.#context()));
    } catch (error) {
      if (!(error instanceof Handlebars.Exception)) throw error;
      this.#scope.merging.report({
        severity: 'error',
        code: 'merge/template',
        message: `template: ${error.message}`,
        at: source.locate(0),
      });
      return undefined;
    }
  }

  /** Lists that a layout may walk: `{{#each statements}}{{table this}}{{/each}}`. */
  #context(): Record<string, readonly string[]> {
    const { release } = this.#scope.merging;
    const sections = release.narratives[this.#scope.lang ?? 'ja'];
    return { statements: [...release.statements.keys()], sections: [...sections.keys()], periods: [...release.release.periods.keys()] };
  }

  /** Inside parentheses a call gives its text at once; elsewhere a number, whose call is written when its place is known. */
  #called(given: unknown[]): unknown {
    const { hash } = given.pop() as Handlebars.HelperOptions;
    const { [numberOption]: number, ...options } = hash as Record<string, unknown>;
    const stop = this.#template.stops[number as number] as Stop;
    const made = { stop, parameters: given, options };
    if (stop.source.text[stop.offset] === '(') {
      const written = this.#write(made);
      return written === undefined ? '' : 'text' in written ? written.text : 'figure' in written ? written.figure.text : written.markup;
    }
    return new Handlebars.SafeString(`${stopSigns.call}${this.#made.push(made) - 1}${stopSigns.end}`);
  }

  /** Cuts the expanded text at its signs and gives each piece the place that it came from. */
  #placed(expanded: string): MappedText {
    const out = new MappedTextBuilder();
    const { text, call, end } = stopSigns;
    for (const [, sign, number, piece = ''] of expanded.matchAll(new RegExp(`([${text}${call}])(\\d+)${end}([^${text}${call}]*)`, 'gu'))) {
      if (sign === text) {
        const stop = this.#template.stops[Number(number)] as Stop;
        out.copy(piece, stop.source, stop.offset);
        continue;
      }
      const made = this.#made[Number(number)] as Made;
      const written = this.#write(made);
      if (written) out.make(this.#markup(written, made, out.tail), made.stop.source, made.stop.offset, made.stop.length);
    }
    return out.build();
  }

  /** Inside an attribute's value or a link's target it is plain text; elsewhere an element that carries the number of its draft. */
  #markup(written: Written, { stop }: Made, before: string): string {
    if ('markup' in written) return written.markup;
    const plain = /<[a-z][^<>]*="[^"<>]*$|\]\([^()\s]*$/i.test(before);
    const { drafts, bounds } = this.#scope.merging;
    if ('text' in written) {
      if (plain || written.text === '') return asReferences(written.text);
      bounds.push({ bound: written.bound, at: stop.call?.at as Span });
      return `<span data-bound="${bounds.length - 1}">${asReferences(written.text)}</span>`;
    }
    if (plain) return asReferences(written.figure.text);
    drafts.push(written.figure);
    return `<data value="${asReferences(written.figure.fact)}" data-figure="${drafts.length - 1}"></data>`;
  }

  #write({ stop, parameters, options }: Made): Written | undefined {
    const call = stop.call as NonNullable<Stop['call']>;
    if (call.helper === undefined) return { markup: asReferences(String(parameters[0])) };
    const helper = helpers.get(call.helper);
    if (!helper) throw new Error(`no helper ${call.helper}`);
    const { merging } = this.#scope;
    const lang = this.#scope.lang ?? call.lang;
    if (lang === undefined) {
      // Outside a part no language writes the figure.
      const message = `${call.helper} stands outside a part, so its language is not known`;
      merging.report({
        severity: 'error',
        code: 'merge/template',
        message,
        at: call.at,
        hints: ['open <section class="part" lang="…"> before it'],
      });
      return undefined;
    }
    const argument = (value: unknown, at: Span | undefined): Argument => ({ text: String(value), at: at ?? call.at });
    const whole: Call = {
      name: call.helper,
      parameters: parameters.map((value, index) => argument(value, call.parameters[index])),
      options: new Map(Object.entries(options).map(([key, value]) => [key, argument(value, call.options.get(key)?.value)])),
      lang,
      section: call.section,
      at: call.at,
      merging,
    };
    if (whole.parameters.length !== helper.parameters.length) {
      const wanted = helper.parameters.length === 0 ? 'nothing' : `one ${helper.parameters.join(' and one ')}`;
      return refuse(whole, `${call.helper} takes ${wanted} before its options, not ${whole.parameters.length}`);
    }
    for (const [key, { whole: at }] of call.options) {
      if (!helper.options.includes(key))
        return refuse(whole, `${call.helper} has no option ${key}`, { text: key, at }, nameHint(key, helper.options));
    }
    if (helper.layoutOnly && this.#scope.lang !== undefined) return refuse(whole, `${call.helper} belongs in a layout, not here`);
    return helper.write(whole);
  }
}

/** Every character that HTML or Markdown could read as its own becomes a character reference, which both understand. */
function asReferences(text: string): string {
  return text.replace(/[&<>"'*_[\]\\`~#!|{}]/g, (char) => `&#${char.charCodeAt(0)};`);
}
