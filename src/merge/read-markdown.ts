// Turn a manuscript of Markdown, a section of a narrative, into a tree of elements, texts and insertions.
import type { Token } from 'markdown-it';
import { TreeGrower } from './grow-tree.ts';
import type { Manuscript } from './manuscript.ts';
import { lineStartsOf } from './mapped-text.ts';
import { type Offsets, parseMarkdown } from './markdown.ts';
import type { Merging } from './merging.ts';
import type { Node } from './node.ts';
import { readMarkdownLine } from './read-markdown-line.ts';
import { readTags } from './read-tags.ts';

export function readMarkdown(merging: Merging, manuscript: Manuscript): readonly Node[] {
  return new MarkdownReader(merging, manuscript).read();
}

/** Attributes in braces at the end of a heading: `{.run-in}` or `{#anchor}`. */
const headingAttributes = /\s*\{((?:[.#][\w-]+\s*)+)\}\s*$/;

/** Blocks of Markdown that a release does not set, with what is written instead. */
const refusedBlocks: Readonly<Record<string, readonly [string, string]>> = {
  table_open: ['a table of words', 'write the words as a list, or the figures as a statement: {{table "name"}}'],
  blockquote_open: ['a quotation', 'write it between quotation marks; put a backslash before > where the character is meant'],
  fence: ['code', 'write it as a paragraph; put a backslash before each mark where the characters are meant'],
  hr: ['a rule', 'take it out; put a backslash before the first mark where the characters are meant'],
};

const none: ReadonlyMap<string, string> = new Map();

class MarkdownReader {
  readonly #merging: Merging;
  readonly #manuscript: Manuscript;
  readonly #tree: TreeGrower;
  readonly #lines: readonly string[];
  readonly #starts: readonly number[];

  constructor(merging: Merging, manuscript: Manuscript) {
    this.#merging = merging;
    this.#manuscript = manuscript;
    this.#tree = new TreeGrower(merging, manuscript);
    this.#lines = manuscript.text.split('\n');
    this.#starts = lineStartsOf(manuscript.text);
  }

  read(): readonly Node[] {
    const tokens = parseMarkdown(this.#manuscript.text, this.#manuscript, (token) => this.#offsetsOf(token));
    let start = 0;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.map) start = this.#starts[token.map[0]] ?? start;
      const refused = refusedBlocks[token.type];
      if (refused) {
        this.#refuse(...refused, start, (this.#lines[token.map?.[0] ?? 0] ?? '').length);
        this.#tree.settle(start, this.#starts[token.map?.[1] ?? 0] ?? this.#manuscript.text.length);
        index = endOf(tokens, index);
      } else {
        this.#block(token, tokens[index + 1], start);
      }
    }
    return this.#tree.finish();
  }

  #block(token: Token, next: Token | undefined, start: number): void {
    const at = this.#manuscript.locate(start, 1);
    if (token.type === 'inline') this.#line(token);
    else if (token.type === 'html_block') this.#html(token);
    else if (token.nesting < 0 && !token.hidden) this.#tree.close(token.tag, at);
    else if (!token.hidden) this.#tree.open(token.tag, this.#attributes(token, next, start), at);
  }

  #attributes(token: Token, next: Token | undefined, start: number): ReadonlyMap<string, string> {
    if (token.type === 'ordered_list_open') return new Map([['data-delimiter', token.markup]]);
    if (token.type === 'list_item_open' && token.info !== '') return new Map([['value', token.info]]);
    if (token.type !== 'heading_open') return none;
    this.#checkLevel(token, start);
    return takeAttributes(next);
  }

  #checkLevel({ tag, markup, map }: Token, start: number): void {
    if (tag === 'h3' || tag === 'h4') return;
    const underlined = markup === '=' || markup === '-';
    const message = underlined
      ? `a line of ${markup} makes a heading of the line above`
      : `a narrative's headings are ### and ####, not ${markup}`;
    const hints = [
      underlined ? 'put a backslash before the line, or write ### before the heading' : 'the layout writes the titles above them',
    ];
    const last = (map?.[1] ?? 1) - 1;
    const at = underlined
      ? this.#manuscript.locate(this.#starts[last] ?? start, this.#lines[last]?.length)
      : this.#manuscript.locate(start, markup.length);
    this.#merging.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
  }

  /** Tags and text that Markdown leaves alone, up to the end of the block's last line. */
  #html(token: Token): void {
    const end = this.#starts[token.map?.[1] ?? 0] ?? this.#manuscript.text.length;
    readTags(this.#merging, this.#manuscript, this.#tree, this.#offsetsOf(token)(0), end);
  }

  #line(token: Token): void {
    const offsets = this.#offsetsOf(token);
    readMarkdownLine(token, { merging: this.#merging, manuscript: this.#manuscript, tree: this.#tree, offsets });
  }

  /** Offset of each character of a token's content; its lines stand in those of the manuscript, less what marks the block. */
  #offsetsOf({ content, map }: Token): Offsets {
    const first = map?.[0] ?? 0;
    const starts = lineStartsOf(content);
    const shifts = content.split('\n').map((line, n) => {
      const words = line.trimStart();
      const column = Math.max(0, this.#lines[first + n]?.lastIndexOf(words) ?? 0) - (line.length - words.length);
      return (this.#starts[first + n] ?? 0) + column - (starts[n] ?? 0);
    });
    let line = 0;
    return (index) => {
      while (line > 0 && index < (starts[line] ?? 0)) line--;
      while (line + 1 < starts.length && index >= (starts[line + 1] ?? 0)) line++;
      return index + (shifts[line] ?? 0);
    };
  }

  #refuse(what: string, hint: string, start: number, length: number): void {
    const at = this.#manuscript.locate(start, length);
    this.#merging.report({
      severity: 'error',
      code: 'merge/unknown-element',
      message: `${what} is not set in a narrative`,
      at,
      hints: [hint],
    });
  }
}

/** Index of the token that closes what the token at `index` opens. */
function endOf(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** Takes the attributes in braces off a heading's text and gives them as HTML writes them. */
function takeAttributes(inline: Token | undefined): ReadonlyMap<string, string> {
  const last = inline?.children?.at(-1);
  const found = headingAttributes.exec(inline?.content ?? '');
  if (!inline || !found || last?.type !== 'text' || !headingAttributes.test(last.content)) return none;
  inline.content = inline.content.slice(0, found.index);
  last.content = last.content.replace(headingAttributes, '');
  const words = found[1]?.trim().split(/\s+/) ?? [];
  const classes = words.filter((word) => word.startsWith('.')).map((word) => word.slice(1));
  const id = words.find((word) => word.startsWith('#'))?.slice(1);
  return new Map([
    ...(classes.length > 0 ? [['class', classes.join(' ')] as const] : []),
    ...(id === undefined ? [] : [['id', id] as const]),
  ]);
}
