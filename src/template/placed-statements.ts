// Turn a layout and the narratives that it places into the statements that they print, without following them: figures come later.
import type { Lang } from '../model/language.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { SourceFile } from '../model/sources.ts';
import { fileText, sourceText } from './mapped-text.ts';
import { languageWords, namedBy, onlyOf, wordOf } from './named-words.ts';
import { type TemplateParser, type TemplateReport, templateParser } from './parse-template.ts';

/** The texts that may place a statement. */
interface PlacingTexts {
  /** Layout files by name. */
  readonly templates: ReadonlyMap<string, SourceFile>;
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

const placements: Kind<PlacedStatements> = { name: 'template/placed-statements', bytes: ({ ids }) => 60 * ids.size };

/**
 * Both ways of a condition count: which one is taken is known only when the layout is followed. Layout files that cannot be read are
 * reported, and place nothing; those of a notice alone are reported when there is one to be made.
 */
export function placedStatements(texts: PlacingTexts, report: TemplateReport, memory: Memory = forgetful): PlacedStatements {
  return memory.recallSilent(
    placements,
    () => keyOf(texts, memory),
    report,
    (told) => {
      const placing = new Placing(texts, memory);
      for (const lang of texts.languages) placing.file('release', lang, templateParser(told, memory));
      for (const lang of texts.languages)
        placing.file(
          'notice',
          lang,
          templateParser(() => {}, memory),
        );
      return { ids: placing.ids, any: placing.any };
    },
  );
}

/** Of a narrative its ids count, and the texts that may name a table. */
function keyOf({ templates, narratives, languages }: PlacingTexts, memory: Memory): string {
  const sections = languages.map((lang) => [lang, [...narratives(lang)].map(([id, { text }]) => [id, mayPlace(text) ? text : ''])]);
  return JSON.stringify([[...templates].map(([name, file]) => [name, memory.numberOf(file)]), sections]);
}

const mayPlace = (text: string): boolean => text.includes('table');

class Placing implements PlacedStatements {
  readonly ids = new Set<string>();
  any = false;
  readonly #texts: PlacingTexts;
  readonly #memory: Memory;
  readonly #seen = new Set<string>();

  constructor(texts: PlacingTexts, memory: Memory) {
    this.#texts = texts;
    this.#memory = memory;
  }

  file(name: string, lang: Lang, parse: TemplateParser): void {
    this.#once(`file ${name} ${lang}`, () => this.#follow(this.#template(name, parse), lang, parse));
  }

  #template(name: string, parse: TemplateParser): hbs.AST.Program | undefined {
    const file = this.#texts.templates.get(name);
    return file && parse(fileText(file));
  }

  #once(key: string, follow: () => void): void {
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    follow();
  }

  #follow(program: hbs.AST.Program | undefined, lang: Lang, parse: TemplateParser): void {
    for (const statement of program?.body ?? []) {
      if (statement.type === 'MustacheStatement') this.#call(statement as hbs.AST.MustacheStatement, lang, parse);
      else if (statement.type === 'BlockStatement') this.#block(statement as hbs.AST.BlockStatement, lang, parse);
      else if (statement.type === 'PartialStatement') {
        this.file(wordOf({ path: (statement as hbs.AST.PartialStatement).name }) ?? '', lang, parse);
      }
    }
  }

  #block(block: hbs.AST.BlockStatement, lang: Lang, parse: TemplateParser): void {
    const only = onlyOf(block);
    if (!only || only.includes(lang)) this.#follow(block.program, lang, parse);
    if (!only?.includes(lang)) this.#follow(block.inverse, lang, parse);
  }

  #call(call: hbs.AST.MustacheStatement, lang: Lang, parse: TemplateParser): void {
    const word = wordOf(call);
    // A table may have an option, its anchor, beside its name.
    const name = namedBy({ params: call.params.slice(0, 1) });
    if (word === 'table') {
      if (name === undefined) this.any = true;
      else this.ids.add(name);
    } else if (word === 'narrative') {
      for (const id of name === undefined ? this.#texts.narratives(lang).keys() : [name]) this.#narrative(id, lang);
    } else if (word === 'words' && name !== undefined) {
      this.#words(name, lang, parse);
    }
  }

  #narrative(id: string, lang: Lang): void {
    this.#once(`narrative ${id} ${lang}`, () => {
      const section = this.#texts.narratives(lang).get(id);
      // Most sections place none: they are read, and their faults told, where they are printed.
      const parse = templateParser(() => {}, this.#memory);
      if (section && mayPlace(section.text)) this.#follow(parse(sourceText('', section.text)), lang, parse);
    });
  }

  #words(name: string, lang: Lang, parse: TemplateParser): void {
    this.#once(`words ${name} ${lang}`, () => {
      const file = this.#template(lang, parse);
      this.#follow(file && languageWords(file).pieces.get(name)?.program, lang, parse);
    });
  }
}
