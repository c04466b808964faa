// Turn the name of words into the piece of template that the language of the walk has for it; what its file of words lacks is reported.
import type { Lang } from '../model/language.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { Span } from '../model/span.ts';
import { type LanguageWords, languageWords } from '../template/language-words.ts';
import { lineStartsOf, type MappedText, sourceText } from '../template/mapped-text.ts';
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
  const source = text && sourceText(text.file, text.text);
  const program = source && merging.parseTemplate(source);
  if (!source || !program) {
    // A file that cannot be read is reported as such, and may hold them.
    if (!source) reportMissing(merging, lang, name, undefined, at);
    return undefined;
  }
  const words = languageWords(program);
  for (const { node, message, hint } of words.faults) {
    merging.report({ severity: 'error', code: 'merge/template', message, at: spanOf(node, source), hints: [hint] });
  }
  const piece = words.pieces.get(name);
  if (!piece) reportMissing(merging, lang, name, words, at);
  return piece && { body: piece.program?.body ?? [], source };
}

/** `words` is undefined where the language has no file of words. */
function reportMissing(merging: Merging, lang: Lang, name: string, words: LanguageWords | undefined, at: Span): void {
  const message = words ? `${lang}.hbs has no words ${name}` : `the layout has no ${lang}.hbs, which words ${name} would stand in`;
  const near = words && nearestName(name, words.pieces.keys());
  const others = merging.release.languages.filter((other) => other !== lang && hasWords(merging, other, name)).map((other) => `"${other}"`);
  const hints = [
    ...(near === undefined ? [] : [`did you mean ${near}?`]),
    `write {{#words "${name}"}} … {{/words}} in ${lang}.hbs`,
    ...(others.length > 0 ? [`if ${lang} has none on purpose, ask for them between {{#only ${others.join(' ')}}} and {{/only}}`] : []),
  ];
  merging.report({ severity: 'error', code: 'merge/words-missing', message, at, hints });
}

function hasWords({ release, parseTemplate }: Merging, lang: Lang, name: string): boolean {
  const text = release.templates.get(lang);
  const program = text && parseTemplate(sourceText(text.file, text.text));
  return program !== undefined && languageWords(program).pieces.has(name);
}

/** The place of a statement of a template. */
export function spanOf({ loc }: hbs.AST.Node, source: MappedText): Span {
  const starts = lineStartsOf(source.text);
  const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? source.text.length) + column;
  const start = offset(loc.start);
  return source.locate(start, offset(loc.end) - start);
}
