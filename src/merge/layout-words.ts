// Turn the name of words into the piece of template that a language has for it; words that it lacks, or that nobody asks for, are reported.
import type { Lang } from '../model/language.ts';
import { nearestName } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { fileText, type MappedText } from '../template/mapped-text.ts';
import { type LanguageWords, languageWords, namedBy, wordOf } from '../template/named-words.ts';
import { nodePlaces } from '../template/node-places.ts';
import { templateParser } from '../template/parse-template.ts';
import type { Merging } from './merging.ts';
import type { Scope } from './template.ts';

/** What one language writes where `{{words "name"}}` stands. */
interface Words {
  readonly body: readonly hbs.AST.Statement[];
  /** The file of words, in which the body has its places. */
  readonly source: MappedText;
}

/** `at` is where the words are asked for. */
export function findWords({ merging, lang }: Scope, name: string, at: Span): Words | undefined {
  const text = merging.release.templates.get(lang);
  const source = text && fileText(text);
  const program = source && merging.parseTemplate(source);
  if (!source || !program) {
    // A file that cannot be read is reported as such, and may hold them.
    if (!source) reportMissing(merging, lang, name, undefined, at);
    return undefined;
  }
  const words = languageWords(program);
  for (const { node, message, hint } of words.faults) {
    merging.report({ severity: 'error', code: 'merge/template', message, at: nodePlaces(source).span(node.loc), hints: [hint] });
  }
  const piece = words.pieces.get(name);
  if (!piece) reportMissing(merging, lang, name, words, at);
  return piece && { body: piece.program?.body ?? [], source };
}

/** `words` is undefined where the language has no file of words. */
function reportMissing(merging: Merging, lang: Lang, name: string, words: LanguageWords | undefined, at: Span): void {
  const message = words ? say`${lang}.hbs has no words ${name}` : say`the layout has no ${lang}.hbs, which words ${name} would stand in`;
  const near = words && nearestName(name, words.pieces.keys());
  const others = merging.release.languages.filter((other) => other !== lang && hasWords(merging, other, name)).map((other) => `"${other}"`);
  const hints = [
    ...(near === undefined ? [] : [say`did you mean ${near}?`]),
    say`write {{#words "${name}"}} … {{/words}} in ${lang}.hbs`,
    ...(others.length > 0 ? [say`if ${lang} has none on purpose, ask for them between {{#only ${others.join(' ')}}} and {{/only}}`] : []),
  ];
  merging.report({ severity: 'error', code: 'merge/words-missing', message, at, hints });
}

function hasWords({ release, parseTemplate }: Merging, lang: Lang, name: string): boolean {
  const text = release.templates.get(lang);
  const program = text && parseTemplate(fileText(text));
  return program !== undefined && languageWords(program).pieces.has(name);
}

/** All files of the layout are looked at, those of notices too: they share the words of their language. */
export function checkWords({ release: { templates, languages }, report, memory }: Merging): void {
  // Files that the release does not use are read when they are used; their faults are told then.
  const parse = templateParser(() => {}, memory);
  const programs = [...templates.values()].flatMap((file) => parse(fileText(file)) ?? []);
  const asked = new Set(programs.flatMap(({ body }) => askedIn(body)));
  for (const lang of languages) {
    const file = templates.get(lang);
    const source = file && fileText(file);
    const program = source && parse(source);
    for (const [name, piece] of program ? languageWords(program).pieces : []) {
      if (!source || asked.has(name)) continue;
      const message = say`words ${name} are asked for nowhere in the layout`;
      const hints = [say`put {{words "${name}"}} where they belong, or take them out`];
      report({ severity: 'warning', code: 'merge/words-unused', message, at: nodePlaces(source).span(piece.loc), hints });
    }
  }
}

function askedIn(body: readonly hbs.AST.Statement[]): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'MustacheStatement') {
      const call = statement as hbs.AST.MustacheStatement;
      return (wordOf(call) === 'words' ? namedBy(call) : undefined) ?? [];
    }
    if (statement.type !== 'BlockStatement') return [];
    const { program, inverse } = statement as hbs.AST.BlockStatement;
    return [...askedIn(program?.body ?? []), ...askedIn(inverse?.body ?? [])];
  });
}
