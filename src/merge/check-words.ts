// Turn words that a layout gives in some language and asks for nowhere into findings: what somebody wrote would be printed nowhere.
import { languageWords } from '../template/language-words.ts';
import { sourceText } from '../template/mapped-text.ts';
import { namedBy, wordOf } from '../template/named-by.ts';
import { templateParser } from '../template/parse-template.ts';
import { spanOf } from './find-words.ts';
import type { Merging } from './merging.ts';

/** All files of the layout are looked at, those of notices too: they share the words of their language. */
export function checkWords({ release: { templates, languages }, report }: Merging): void {
  // Files that the release does not use are read when they are used; their faults are told then.
  const parse = templateParser(() => {});
  const programs = [...templates.values()].flatMap(({ file, text }) => parse(sourceText(file, text)) ?? []);
  const asked = new Set(programs.flatMap(({ body }) => askedIn(body)));
  for (const lang of languages) {
    const file = templates.get(lang);
    const source = file && sourceText(file.file, file.text);
    const program = source && parse(source);
    for (const [name, piece] of program ? languageWords(program).pieces : []) {
      if (!source || asked.has(name)) continue;
      const message = `words ${name} are asked for nowhere in the layout`;
      const hints = [`put {{words "${name}"}} where they belong, or take them out`];
      report({ severity: 'warning', code: 'merge/words-unused', message, at: spanOf(piece, source), hints });
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
