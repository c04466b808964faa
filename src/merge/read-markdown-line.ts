// Turn the tokens of a line of Markdown into texts, elements and insertions of a tree, each at its place; marks left in the text are reported.
import type { Token } from 'markdown-it';
import { matchesIn } from '../model/matches.ts';
import { say } from '../model/say.ts';
import type { Manuscript } from './manuscript.ts';
import type { Offsets, TokenPlace } from './markdown.ts';
import type { Markup } from './markup.ts';
import { readTags } from './read-html.ts';
import type { TreeGrower } from './tree.ts';

/** What a line stands in: `offsets` are those of its characters in the manuscript. */
interface LinePlace {
  readonly markup: Markup;
  readonly manuscript: Manuscript;
  readonly tree: TreeGrower;
  readonly offsets: Offsets;
}

/** Constructs of a line that a release does not set. */
const refusedMarks: Readonly<Record<string, string>> = { s_open: 'struck text', code_inline: 'code' };

/** Follows the tokens along the line: each begins where the one before it ended, unless it says itself where it stands. */
export function readMarkdownLine({ content, children }: Token, place: LinePlace): void {
  const { markup, manuscript, tree, offsets } = place;
  let cursor = 0;
  for (const token of children ?? []) {
    const { start, end } = (token.meta as TokenPlace | null) ?? { start: cursor, end: endOf(token, content, cursor) };
    const offset = offsets(start);
    const at = () => manuscript.locate(offset, end - start);
    cursor = end;
    switch (token.type) {
      case 'text':
        reportLeftMarks(markup, manuscript, token.content, offset);
        tree.copy(token.content, offset);
        break;
      case 'text_special':
        tree.make(token.content, offset, end - start);
        break;
      case 'insertion':
        tree.copy(content.slice(start, end), offset);
        break;
      case 'html_inline':
        readTags(markup, manuscript, tree, offset, offset + end - start);
        break;
      case 'softbreak':
        tree.copy('\n', offset + content.slice(start, end).indexOf('\n'));
        break;
      case 'hardbreak':
        tree.open('br', new Map(), at());
        break;
      case 'link_open':
        tree.open('a', new Map([['href', String(token.attrGet('href') ?? '')]]), manuscript.locate(offset, 1));
        break;
      case 'picture': {
        tree.settle(offset, offset + end - start);
        const said = (name: string) => [name, String(token.attrGet(name) ?? '')] as const;
        tree.open('img', new Map([said('src'), said('alt')]), at());
        break;
      }
      case 'link_close':
        tree.settle(offset, offset + end - start);
        tree.close('a', at());
        break;
      case 'refused':
      case 's_open':
      case 'code_inline':
        tree.settle(offset, offset + end - start);
        refuse(place, token, at());
        break;
      case 's_close':
        break;
      default:
        // Emphasis: `*`, `**` and their ends.
        if (token.nesting < 0) tree.close(token.tag, at());
        else tree.open(token.tag, new Map(), at());
    }
  }
}

/** Index in the line after a token that begins at `start`. */
function endOf(token: Token, content: string, start: number): number {
  switch (token.type) {
    case 'text_special':
      return start + token.markup.length;
    case 'softbreak':
    case 'hardbreak':
      return start + (/^(?:\\| *)\n[ \t]*/.exec(content.slice(start))?.[0].length ?? 1);
    case 'code_inline': {
      const closing = new RegExp(`(?<!\`)${token.markup}(?!\`)`, 'g');
      closing.lastIndex = start + token.markup.length;
      return (closing.exec(content)?.index ?? start) + token.markup.length;
    }
    case 'text':
    case 'html_inline':
      return start + token.content.length;
    default:
      return start + token.markup.length;
  }
}

function refuse({ markup }: LinePlace, { type, info }: Token, at: ReturnType<Manuscript['locate']>): void {
  const message = say`${refusedMarks[type] ?? info} is not set in a narrative`;
  const hints = ['take it out, or put a backslash before its marks where the characters are meant'];
  markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints });
}

interface LeftMark {
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** A single mark is text: 甲|乙, a > b, *1. These shapes are a table's row, a link and the mark of a footnote. */
const leftMarks: readonly LeftMark[] = [
  {
    pattern: /^[ \t]*\|.*\|[ \t]*$/gm,
    message: 'a row of a table is not set in a narrative',
    hint: 'write the words as a list, or the figures as a statement: {{table "name"}}',
  },
  { pattern: /\]\([^()\s]*\)/g, message: 'this link cannot be read', hint: 'write [words](https://…), no link inside another' },
  {
    pattern: /\[\^[\w-]+\]:?/g,
    message: 'a footnote in this form is not set in a narrative',
    hint: 'raise its mark, <sup>(1)</sup>, and begin the note with <dfn data-mark="(1)">',
  },
];

/** `text` stands in the manuscript from `offset` on. */
function reportLeftMarks(markup: Markup, manuscript: Manuscript, text: string, offset: number): void {
  for (const { pattern, message, hint } of leftMarks) {
    for (const { 0: found, index } of matchesIn(text, pattern)) {
      const at = manuscript.locate(offset + index, found.length);
      markup.report({ severity: 'error', code: 'merge/unknown-element', message, at, hints: [hint] });
    }
  }
}
