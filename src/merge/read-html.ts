// Turn HTML, a whole manuscript or a stretch in Markdown, into tags and texts of a tree; what HTML itself calls a fault is reported at its place.

import { type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { matchesIn } from '../model/matches.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import { type Manuscript, standIn, wordsOf } from './manuscript.ts';
import type { Markup } from './markup.ts';
import { type Node, TreeGrower } from './tree.ts';
import { elements } from './vocabulary.ts';

export function readHtml(markup: Markup, manuscript: Manuscript): readonly Node[] {
  const tree = new TreeGrower(markup, manuscript);
  readTags(markup, manuscript, tree);
  return tree.finish();
}

type TagToken = Parameters<TokenHandler['onStartTag']>[0];
type TextToken = Parameters<TokenHandler['onCharacter']>[0];
type Placed = Pick<TagToken, 'location'>;

/** `from` and `to` are offsets in the manuscript. Only the tokens of HTML are read by its rules: what may stand in what is ours. */
export function readTags(markup: Markup, manuscript: Manuscript, tree: TreeGrower, from = 0, to = manuscript.text.length): void {
  const html = manuscript.text.slice(from, to);
  const report = (message: string, start: number, length: number, hints: readonly string[] = []) => {
    const at = manuscript.locate(Math.min(start, Math.max(from, to - 1)), length);
    markup.report({ severity: 'error', code: 'merge/template', message, at, hints });
  };
  const placed = ({ location }: Placed) => ({ start: from + (location?.startOffset ?? 0), end: from + (location?.endOffset ?? 0) });
  // What stands between two tags is text; the tokenizer cuts it up further and keeps no places inside it.
  let textStart = from;
  const readTextUpTo = (end: number, next: number) => {
    copyResolved(tree, manuscript.text.slice(textStart, end), textStart);
    textStart = next;
  };
  const lost = (token: Placed, message: string, hint: string) => {
    const { start, end } = placed(token);
    readTextUpTo(start, end);
    tree.settle(start, end);
    report(message, start, end - start, [hint]);
  };
  const none = () => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const { start, end } = placed(token);
        readTextUpTo(start, end);
        const { tagName: name } = token;
        if (token.selfClosing && name !== 'br' && name !== 'img')
          report(say`<${name}/> ends nothing`, start, end - start, [say`write <${name}>…</${name}>`]);
        tree.settle(start, end);
        tree.open(name, readAttributes(markup, manuscript, token, from), manuscript.locate(start, end - start));
      },
      onEndTag(token) {
        const { start, end } = placed(token);
        readTextUpTo(start, end);
        tree.close(token.tagName, manuscript.locate(start, end - start));
      },
      onComment: (token) => lost(token, 'a comment of HTML would be lost', 'write {{!-- … --}}, or &lt; for the character <'),
      onDoctype: (token) => lost(token, 'a declaration has no place in a document', 'take it out, or write &lt; for the character <'),
      onCharacter: none,
      onWhitespaceCharacter: none,
      onNullCharacter: none,
      onEof: () => readTextUpTo(to, to),
      onParseError: ({ code, startOffset }) => report(say`markup: ${code.replaceAll('-', ' ')}`, from + startOffset, 1),
    },
  );
  tokenizer.write(html, true);
}

/** Values of a tag's attributes, with the words of expressions in their places; unknown names are reported. */
function readAttributes(markup: Markup, manuscript: Manuscript, token: TagToken, from: number): ReadonlyMap<string, string> {
  const known = elements.get(token.tagName);
  const places = token.location?.attrs;
  const span = (name: string) => {
    const place = places?.[name] ?? token.location;
    const start = from + (place?.startOffset ?? 0);
    return { start, end: Math.max(start, from + (place?.endOffset ?? 0)) };
  };
  return new Map(
    token.attrs.map(({ name, value }) => {
      const { start, end } = span(name);
      if (known && !known.includes(name)) {
        const hints = known.length > 0 ? nameHints(name, known) : ['take it out: how text looks is said in style.yaml'];
        const message = say`<${token.tagName}> has no attribute ${name}`;
        const at = manuscript.locate(start, end - start);
        markup.report({ severity: 'error', code: 'merge/unknown-attribute', message, at, hints });
      }
      return [name, withInsertions(manuscript, start, end) ?? value];
    }),
  );
}

/** The value of an attribute that stands from `start` to `end`, name included; undefined when no expression writes in it. */
function withInsertions({ text, insertions }: Manuscript, start: number, end: number): string | undefined {
  const equals = text.indexOf('=', start);
  if (equals < 0 || equals >= end) return undefined;
  const offsets: number[] = [];
  for (let at = text.indexOf(standIn, equals); at >= 0 && at < end; at = text.indexOf(standIn, at + 1)) {
    if (insertions.has(at)) offsets.push(at);
  }
  if (offsets.length === 0) return undefined;
  const written = text.slice(equals + 1, end);
  const lead = written.length - written.trimStart().length;
  const quoted = /^["']/.test(written.trimStart()) ? 1 : 0;
  let from = equals + 1 + lead + quoted;
  const pieces: string[] = [];
  for (const offset of offsets) {
    const insertion = insertions.get(offset);
    pieces.push(resolveReferences(text.slice(from, offset)), insertion ? wordsOf(insertion) : '');
    from = offset + 1;
  }
  return [...pieces, resolveReferences(text.slice(from, end - quoted))].join('');
}

/** Copies text; character references stand for characters, all else for itself. */
function copyResolved(tree: TreeGrower, text: string, offset: number): void {
  let from = 0;
  for (const { 0: reference, index } of text.includes('&') ? matchesIn(text, /&(?:#[xX][\da-fA-F]+|#\d+|[A-Za-z][A-Za-z\d]*);/g) : []) {
    tree.copy(text.slice(from, index), offset + from);
    tree.make(resolveReferences(reference), offset + index, reference.length);
    from = index + reference.length;
  }
  tree.copy(text.slice(from), offset + from);
}

/** Text of which each character reference is the character that it stands for. */
function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  let resolved = '';
  const add = ({ chars }: TextToken) => {
    resolved += chars;
  };
  const none = () => undefined;
  const handler: TokenHandler = {
    onCharacter: add,
    onWhitespaceCharacter: add,
    onNullCharacter: add,
    onStartTag: none,
    onEndTag: none,
    onComment: none,
    onDoctype: none,
    onEof: none,
  };
  const tokenizer = new Tokenizer({}, handler);
  tokenizer.state = TokenizerMode.RCDATA;
  tokenizer.write(text, true);
  return resolved;
}
