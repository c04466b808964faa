// Turn a manuscript of Markdown, a section of a narrative, into a tree of elements, texts and insertions.
import type { Token } from 'markdown-it';
import { lineStartsOf } from '../model/line-starts.ts';
import { say } from '../model/say.ts';
import { type Manuscript, standIn } from './manuscript.ts';
import { type Offsets, parseMarkdown } from './markdown.ts';
import { markdownPlaces } from './markdown-places.ts';
import type { Markup } from './markup.ts';
import { numberedParagraphs } from './numbered-paragraphs.ts';
import { readTags } from './read-html.ts';
import { readMarkdownLine } from './read-markdown-line.ts';
import { type Node, TreeGrower } from './tree.ts';

export function readMarkdown(markup: Markup, manuscript: Manuscript): readonly Node[] {
  return new MarkdownReader(markup, manuscript).read();
}

/** Attributes in braces at the end of a heading: `{.run-in}` or `{#anchor}`. */
const headingAttributes = /\s*\{((?:[.#][\w-]+\s*)+)\}\s*$/;

/** Blocks of Markdown that a release does not set, with what is written instead. */
const refusedBlocks: Readonly<Record<string, readonly [string, string]>> = {
  blockquote_open: ['a quotation', 'write it between quotation marks; put a backslash before > where the character is meant'],
  fence: ['code', 'write it as a paragraph; put a backslash before each mark where the characters are meant'],
  hr: ['a rule', 'take it out; put a backslash before the first mark where the characters are meant'],
};

const none: ReadonlyMap<string, string> = new Map();

class MarkdownReader {
  readonly #markup: Markup;
  readonly #manuscript: Manuscript;
  readonly #tree: TreeGrower;
  readonly #lines: readonly string[];
  readonly #starts: readonly number[];
  /** Cells of the head of the table that is being read. */
  #columns: number | undefined;
  #places: ReadonlyMap<Token, Offsets> = new Map();

  constructor(markup: Markup, manuscript: Manuscript) {
    this.#markup = markup;
    this.#manuscript = manuscript;
    this.#tree = new TreeGrower(markup, manuscript);
    this.#lines = manuscript.text.split('\n');
    this.#starts = lineStartsOf(manuscript.text);
  }

  read(): readonly Node[] {
    const tokens = parseMarkdown(this.#manuscript, (all) => {
      this.#places = markdownPlaces(this.#manuscript.text, all);
      return this.#places;
    });
    let start = 0;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.map) start = this.#starts[token.map[0]] ?? start;
      const refused = refusedBlocks[token.type];
      if (refused) {
        this.#refuse(...refused, start, (this.#lines[token.map?.[0] ?? 0] ?? '').length);
        this.#tree.settle(start, this.#starts[token.map?.[1] ?? 0] ?? this.#manuscript.text.length);
        index = endOf(tokens, index);
      } else if (token.type === 'paragraph_open' && this.#standsAlone(tokens[index + 1])) {
        this.#line(tokens[index + 1] as Token);
        index += 2;
      } else {
        this.#block(token, tokens[index + 1], start);
      }
    }
    return numberedParagraphs(this.#tree.finish());
  }

  #block(token: Token, next: Token | undefined, start: number): void {
    const at = this.#manuscript.locate(start, 1);
    if (token.type === 'table_open') this.#columns = undefined;
    if (token.type === 'tr_open') this.#checkRow(token, start);
    if (token.type === 'inline') this.#line(token);
    else if (token.type === 'html_block') this.#html(token);
    else if (token.nesting < 0 && !token.hidden) this.#tree.close(token.tag, at);
    else if (!token.hidden) this.#tree.open(token.tag, this.#attributes(token, next, start), at);
  }

  /** A line that is nothing but a chart or a table is no paragraph. */
  #standsAlone(line: Token | undefined): boolean {
    if (line?.type !== 'inline' || line.content !== standIn) return false;
    const written = this.#manuscript.insertions.get(this.#offsetsOf(line)(0))?.written;
    return written !== undefined && ('chart' in written || 'table' in written);
  }

  #attributes(token: Token, next: Token | undefined, start: number): ReadonlyMap<string, string> {
    if (token.type === 'ordered_list_open' || token.type === 'bullet_list_open') {
      const indented = token.level === 0 && /^ {2}/.test(this.#lines[token.map?.[0] ?? 0] ?? '');
      return new Map([
        ...(token.type === 'ordered_list_open' ? [['data-delimiter', token.markup] as const] : []),
        ...(indented ? [['data-indented', ''] as const] : []),
      ]);
    }
    if (token.type === 'list_item_open' && token.info !== '') return new Map([['value', token.info]]);
    if (token.type === 'th_open' || token.type === 'td_open') return alignment(token);
    if (token.type !== 'heading_open') return none;
    this.#checkLevel(token, start);
    return takeAttributes(next);
  }

  /** Markdown would leave out the cells that a row has more than its head, and fill up those that it lacks. */
  #checkRow({ map }: Token, start: number): void {
    const line = this.#lines[map?.[0] ?? 0] ?? '';
    const cells = line
      .trim()
      .replace(/^\|/, '')
      .split(/(?<!\\)\|/);
    if (cells.at(-1) === '') cells.pop();
    this.#columns ??= cells.length;
    if (cells.length === this.#columns) return;
    const message = say`a row has ${cells.length} cells below ${this.#columns} heads`;
    const hints = ['give every row a cell for each head; write \\| where the character is meant'];
    this.#markup.report({
      severity: 'error',
      code: 'merge/unknown-element',
      message,
      at: this.#manuscript.locate(start, line.length),
      hints,
    });
  }

  #checkLevel({ tag, markup, map }: Token, start: number): void {
    if (tag === 'h3' || tag === 'h4') return;
    const underlined = markup === '=' || markup === '-';
    const message = underlined
      ? say`a line of ${markup} makes a heading of the line above`
      : say`a narrative's headings are ### and ####, not ${markup}`;
    const hints = [
      underlined ? 'put a backslash before the line, or write ### before the heading' : 'the layout writes the titles above them',
    ];
    const last = (map?.[1] ?? 1) - 1;
    const at = underlined
      ? this.#manuscript.locate(this.#starts[last] ?? start, this.#lines[last]?.length)
      : this.#manuscript.locate(start, markup.length);
    this.#markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
  }

  /** Tags and text that Markdown leaves alone, up to the end of the block's last line. */
  #html(token: Token): void {
    const end = this.#starts[token.map?.[1] ?? 0] ?? this.#manuscript.text.length;
    readTags(this.#markup, this.#manuscript, this.#tree, this.#offsetsOf(token)(0), end);
  }

  #line(token: Token): void {
    const offsets = this.#offsetsOf(token);
    readMarkdownLine(token, { markup: this.#markup, manuscript: this.#manuscript, tree: this.#tree, offsets });
  }

  #offsetsOf(token: Token): Offsets {
    const places = this.#places.get(token);
    if (!places) throw new Error(`no place for a token ${token.type}`);
    return places;
  }

  #refuse(what: string, hint: string, start: number, length: number): void {
    const at = this.#manuscript.locate(start, length);
    this.#markup.report({
      severity: 'error',
      code: 'merge/unknown-element',
      message: say`${what} is not set in a narrative`,
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

/** The alignment that the row of dashes below a table's head asks for. */
function alignment(token: Token): ReadonlyMap<string, string> {
  const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return align === undefined ? none : new Map([['align', align]]);
}
