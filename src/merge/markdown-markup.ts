// Turn a narrative's Markdown into the markup of layouts, each piece of it with its place.
import MarkdownIt, { type Token } from 'markdown-it';
import { type MappedText, MappedTextBuilder } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { isJapanese } from './typeset/japanese-character.ts';

/**
 * CommonMark less what a release has no use for: a line that begins with `1.` or four spaces, or a row of dashes, is text.
 * `text_join` would join escapes to the text round them and so lose the places of both.
 */
const markdown = new MarkdownIt({ html: true }).disable([
  'code',
  'fence',
  'blockquote',
  'hr',
  'reference',
  'table',
  'lheading',
  'image',
  'autolink',
  'backticks',
  'strikethrough',
  'text_join',
]);

/**
 * CommonMark tells the two ends of emphasis by spaces and punctuation round the asterisks. Japanese has no spaces, so there a
 * bracket or a figure inside would leave the asterisks in print: beside a Japanese character an asterisk opens or closes.
 */
markdown.inline.State = class extends markdown.inline.State {
  override scanDelims(start: number, canSplitWord: boolean): ReturnType<InstanceType<typeof markdown.inline.State>['scanDelims']> {
    const found = super.scanDelims(start, canSplitWord);
    const before = this.src[start - 1];
    const after = this.src[start + found.length];
    return {
      ...found,
      can_open: found.can_open || (isJapanese(before) && /\S/.test(after ?? ' ')),
      can_close: found.can_close || (isJapanese(after) && /\S/.test(before ?? ' ')),
    };
  }
};

/** Attributes in braces at the end of a heading: `{.run-in}` or `{#anchor}`. */
const headingAttributes = /\s*\{((?:[.#][\w-]+\s*)+)\}\s*$/;

export function markdownMarkup(merging: Merging, source: MappedText): MappedText {
  const text = source.text.replaceAll('\r\n', ' \n');
  const lines = text.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const out = new MappedTextBuilder();
  const tokens = markdown.parse(text, {});
  let at = 0;
  tokens.forEach((token, index) => {
    if (token.map) at = starts[token.map[0]] ?? at;
    if (token.type === 'inline') {
      writeInline(out, source, token, placesOf(token, lines, starts));
    } else if (token.type === 'html_block') {
      out.copy(token.content, source, at);
    } else if (token.type === 'heading_open') {
      const attributes = takeAttributes(tokens[index + 1]);
      checkLevel(merging, source, token, at);
      out.make(`<${token.tag}${attributes}>`, source, at, 1);
    } else if (!token.hidden) {
      if (token.type === 'ordered_list_open') reportOrdered(merging, source, at);
      const slash = token.nesting < 0 ? '/' : '';
      const tag = token.tag === 'ol' ? 'ul' : token.tag;
      out.make(`<${slash}${tag}>`, source, at, 1);
    }
  });
  return out.build();
}

function checkLevel(merging: Merging, source: MappedText, heading: Token, at: number): void {
  if (heading.tag === 'h3' || heading.tag === 'h4') return;
  const marks = heading.markup;
  const message = `a narrative's headings are ### and ####, not ${marks}`;
  const hints = ['the layout writes the titles above them'];
  merging.report({ severity: 'error', code: 'merge/unknown-element', message, at: source.locate(at, marks.length), hints });
}

/** Takes the attributes in braces off a heading's text and gives them as HTML writes them. */
function takeAttributes(inline: Token | undefined): string {
  const last = inline?.children?.at(-1);
  const found = headingAttributes.exec(inline?.content ?? '');
  if (!inline || !found || last?.type !== 'text') return '';
  inline.content = inline.content.slice(0, found.index);
  last.content = last.content.replace(headingAttributes, '');
  const words = found[1]?.trim().split(/\s+/) ?? [];
  const classes = words.filter((word) => word.startsWith('.')).map((word) => word.slice(1));
  const id = words.find((word) => word.startsWith('#'))?.slice(1);
  return `${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}${id === undefined ? '' : ` id="${id}"`}`;
}

function reportOrdered(merging: Merging, source: MappedText, at: number): void {
  const hints = ['begin each item with "- ", or put a backslash before the point of a number that opens a paragraph'];
  merging.report({
    severity: 'error',
    code: 'merge/unknown-element',
    message: 'numbered lists are not set',
    at: source.locate(at, 2),
    hints,
  });
}

/** Offset in the source of each line of an inline token's content, with the line's offset in the content. */
function placesOf(
  token: Token,
  lines: readonly string[],
  starts: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const first = token.map?.[0] ?? 0;
  let from = 0;
  return token.content.split('\n').map((line, n) => {
    const column = Math.max(0, lines[first + n]?.indexOf(line) ?? 0);
    const place = { from, to: (starts[first + n] ?? 0) + column };
    from += line.length + 1;
    return place;
  });
}

/** Writes inline tokens; each is found again in the content, in order, since Markdown keeps no columns. */
function writeInline(out: MappedTextBuilder, source: MappedText, token: Token, places: ReturnType<typeof placesOf>): void {
  const { content } = token;
  let cursor = 0;
  const find = (written: string): number => {
    const found = content.indexOf(written, cursor);
    const start = found < 0 ? cursor : found;
    cursor = start + written.length;
    const place = places.findLast((line) => line.from <= start) ?? { from: 0, to: 0 };
    return place.to + start - place.from;
  };
  for (const child of token.children ?? []) {
    switch (child.type) {
      case 'text':
        copyEscaped(out, source, child.content, find(child.content));
        break;
      case 'text_special':
        out.make(escapeText(child.content), source, find(child.markup), child.markup.length);
        break;
      case 'html_inline':
        out.copy(child.content, source, find(child.content));
        break;
      case 'softbreak':
        out.make('\n', source, find('\n'), 1);
        break;
      case 'hardbreak':
        out.make('<br>', source, find('\n'), 1);
        break;
      case 'link_open':
        out.make(`<a href="${escapeText(String(child.attrGet('href') ?? '')).replaceAll('"', '&quot;')}">`, source, find('['), 1);
        break;
      case 'link_close':
        out.make('</a>', source, find(']'), 1);
        break;
      default:
        // Emphasis: `*`, `**` and their ends.
        out.make(`<${child.nesting < 0 ? '/' : ''}${child.tag}>`, source, find(child.markup), child.markup.length);
    }
  }
}

/** Copies text so that characters keep their places, with references for the three that markup reserves. */
function copyEscaped(out: MappedTextBuilder, source: MappedText, text: string, offset: number): void {
  let at = 0;
  for (const piece of text.split(/([&<>])/)) {
    if (/^[&<>]$/.test(piece)) out.make(escapeText(piece), source, offset + at, 1);
    else out.copy(piece, source, offset + at);
    at += piece.length;
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
