// Turn a layout and the narratives that it places into the statements that they print, without following them: figures come later.
import type { Lang } from '../model/language.ts';
import { languageWords } from './language-words.ts';
import { sourceText } from './mapped-text.ts';
import { namedBy, wordOf } from './named-by.ts';
import { type TemplateParser, templateParser } from './parse-template.ts';

/** Layout files that a document begins with. */
const entries = ['release', 'notice'] as const;

/** The texts that may place a statement. */
export interface PlacingTexts {
  /** Layout files by name. */
  readonly templates: ReadonlyMap<string, { readonly text: string }>;
  /** Narrative sections of a language by id. */
  readonly narratives: (lang: Lang) => ReadonlyMap<string, { readonly text: string }>;
  /** Languages that the layout is walked for. */
  readonly languages: readonly Lang[];
}

export interface PlacedStatements {
  /** Ids as `{{table "id"}}` names them. */
  readonly ids: ReadonlySet<string>;
  /** A table is named by a value, as in `{{#each statements}}{{table this}}{{/each}}`: any statement may be meant. */
  readonly any: boolean;
}

/** Both ways of a condition count: which one is taken is known only when the layout is followed. A text that cannot be read places nothing. */
export function placedStatements(texts: PlacingTexts): PlacedStatements {
  const placing = new Placing(texts);
  for (const lang of texts.languages) for (const entry of entries) placing.file(entry, lang);
  return placing;
}

class Placing implements PlacedStatements {
  readonly ids = new Set<string>();
  any = false;
  readonly #texts: PlacingTexts;
  /** Faults are told when the layout is followed. */
  readonly #parse: TemplateParser = templateParser(() => {});
  readonly #seen = new Set<string>();

  constructor(texts: PlacingTexts) {
    this.#texts = texts;
  }

  file(name: string, lang: Lang): void {
    this.#once(`file ${name} ${lang}`, () => this.#follow(this.#program(this.#texts.templates.get(name)), lang));
  }

  #program(text: { readonly text: string } | undefined): hbs.AST.Program | undefined {
    return text && this.#parse(sourceText('', text.text));
  }

  #once(key: string, follow: () => void): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    follow();
  }

  #follow(program: hbs.AST.Program | undefined, lang: Lang): void {
    for (const statement of program?.body ?? []) {
      if (statement.type === 'MustacheStatement') this.#call(statement as hbs.AST.MustacheStatement, lang);
      else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, lang);
      else if (statement.type === 'PartialStatement') this.file(wordOf({ path: (statement as hbs.AST.PartialStatement).name }) ?? '', lang);
    }
  }

  #block(block: hbs.AST.BlockStatement, lang: Lang): void {
    const only = wordOf(block) === 'only' ? block.params.map((value) => (value as hbs.AST.StringLiteral).value) : undefined;
    if (!only || only.includes(lang)) this.#follow(block.program, lang);
    if (!only?.includes(lang)) this.#follow(block.inverse, lang);
  }

  #call(call: hbs.AST.MustacheStatement, lang: Lang): void {
    const word = wordOf(call);
    // A table may have an option, its anchor, beside its name.
    const name = namedBy({ params: call.params.slice(0, 1) });
    if (word === 'table') {
      if (name === undefined) this.any = true;
      else this.ids.add(name);
    } else if (word === 'narrative') {
      for (const id of name === undefined ? this.#texts.narratives(lang).keys() : [name]) this.#narrative(id, lang);
    } else if (word === 'words' && name !== undefined) {
      this.#words(name, lang);
    }
  }

  #narrative(id: string, lang: Lang): void {
    this.#once(`narrative ${id} ${lang}`, () => {
      const section = this.#texts.narratives(lang).get(id);
      // Most sections place none, and reading them is left to the stage that prints them.
      if (section?.text.includes('table')) this.#follow(this.#program(section), lang);
    });
  }

  #words(name: string, lang: Lang): void {
    this.#once(`words ${name} ${lang}`, () => {
      const file = this.#program(this.#texts.templates.get(lang));
      this.#follow(file && languageWords(file).pieces.get(name)?.program, lang);
    });
  }
}
