// Turn statements of a template into the words and names that they are written with, and a layout's file of words (`ja.hbs`) into its pieces by name.
import { say } from '../model/say.ts';

/** Undefined when there is no value, more than one, an option beside it, or a value that is only known when the template is followed. */
export function namedBy({
  params,
  hash,
}: {
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash | undefined;
}): string | undefined {
  const [first, ...more] = params;
  if (more.length > 0 || hash || first?.type !== 'StringLiteral') return undefined;
  return (first as hbs.AST.StringLiteral).value;
}

/** The word that a call or a block begins with; undefined for what is no plain word. */
export function wordOf({ path }: { readonly path: hbs.AST.Expression }): string | undefined {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}

/** The languages that `{{#only "ja" "en"}}` names; an empty text for what is no text in quotation marks. Undefined for any other block. */
export function onlyOf(block: hbs.AST.BlockStatement): readonly string[] | undefined {
  if (wordOf(block) !== 'only') return undefined;
  return block.params.map((value) => (value.type === 'StringLiteral' ? (value as hbs.AST.StringLiteral).value : ''));
}

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

const known = new WeakMap<hbs.AST.Program, LanguageWords>();

/** Between the pieces there are comments and white space only: other text would be printed nowhere. */
export function languageWords(program: hbs.AST.Program): LanguageWords {
  let words = known.get(program);
  if (!words) {
    words = wordsIn(program);
    known.set(program, words);
  }
  return words;
}

function wordsIn(program: hbs.AST.Program): LanguageWords {
  const pieces = new Map<string, hbs.AST.BlockStatement>();
  const faults: WordsFault[] = [];
  for (const node of program.body) {
    if (node.type === 'CommentStatement' || isBlank(node)) continue;
    const block = node.type === 'BlockStatement' ? (node as hbs.AST.BlockStatement) : undefined;
    const name = block && wordOf(block) === 'words' ? namedBy(block) : undefined;
    if (!block || name === undefined) {
      faults.push({ node, message: 'a file of words holds named words only', hint: 'write {{#words "name"}} … {{/words}} round it' });
    } else if (pieces.has(name)) {
      faults.push({ node, message: say`words ${name} are given twice`, hint: 'take one of the two out' });
    } else {
      pieces.set(name, block);
    }
  }
  return { pieces, faults };
}

function isBlank(node: hbs.AST.Statement): boolean {
  return node.type === 'ContentStatement' && (node as hbs.AST.ContentStatement).value.trim() === '';
}
