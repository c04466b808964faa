// Turn a layout's file of words (`ja.hbs`) into its pieces by name: what `{{words "name"}}` writes in that language.
import { namedBy, wordOf } from './named-by.ts';

/** The words that a layout has in one language. */
export interface LanguageWords {
  /** Each `{{#words "name"}} … {{/words}}` by its name. */
  readonly pieces: ReadonlyMap<string, hbs.AST.BlockStatement>;
  readonly faults: readonly WordsFault[];
}

/** Something in a file of words that is no piece, has no name, or has a name that is taken. */
interface WordsFault {
  readonly node: hbs.AST.Statement;
  /** Lower case, for a finding. */
  readonly message: string;
  readonly hint: string;
}

/** Between the pieces there are comments and white space only: other text would be printed nowhere. */
export function languageWords(program: hbs.AST.Program): LanguageWords {
  const pieces = new Map<string, hbs.AST.BlockStatement>();
  const faults: WordsFault[] = [];
  for (const node of program.body) {
    if (node.type === 'CommentStatement' || isBlank(node)) continue;
    const block = node.type === 'BlockStatement' ? (node as hbs.AST.BlockStatement) : undefined;
    const name = block && wordOf(block) === 'words' ? namedBy(block) : undefined;
    if (!block || name === undefined) {
      faults.push({ node, message: 'a file of words holds named words only', hint: 'write {{#words "name"}} … {{/words}} round it' });
    } else if (pieces.has(name)) {
      faults.push({ node, message: `words ${name} are given twice`, hint: 'take one of the two out' });
    } else {
      pieces.set(name, block);
    }
  }
  return { pieces, faults };
}

function isBlank(node: hbs.AST.Statement): boolean {
  return node.type === 'ContentStatement' && (node as hbs.AST.ContentStatement).value.trim() === '';
}
