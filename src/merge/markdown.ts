// Turn CommonMark into the Markdown of narratives: expressions are nodes of a line, Japanese needs no spaces round emphasis.
import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import { isFullWidth } from '../language/characters.ts';
import { type Insertion, type Manuscript, wordsOf } from './manuscript.ts';

/** What the rules of a line ask. */
interface Reading {
  readonly manuscript: Manuscript;
  /** Gives the offsets in the manuscript of the characters of each token's content. */
  readonly placesOf: (tokens: readonly Token[]) => ReadonlyMap<Token, Offsets>;
  /** Those of the line that is being read. */
  offsets: Offsets;
}

/** Offset in the manuscript of the character at an index. */
export type Offsets = (index: number) => number;

/** What rules tell of a token beside its type: where it begins and ends in its line. */
export type TokenPlace = Readonly<Record<'start' | 'end', number>>;

/**
 * CommonMark, tables and struck text less two things that are text here: lines indented by four spaces, and references defined
 * elsewhere. What a release does not set is read all the same, so that it can be refused. `text_join` would join escapes to the text
 * round them and so lose the places of both.
 */
const markdown = new MarkdownIt({ html: true }).disable(['code', 'reference', 'image', 'autolink', 'text_join']);

/**
 * CommonMark tells the two ends of emphasis by spaces and punctuation round the asterisks. Japanese has no spaces, so there a
 * bracket or a figure inside would leave the asterisks in print: beside a Japanese character an asterisk opens or closes.
 */
markdown.inline.State = class extends markdown.inline.State {
  override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
    const found = super.scanDelims(start, canSplitWord);
    const before = this.src[start - 1];
    const after = this.src[start + found.length];
    return {
      ...found,
      can_open: found.can_open || (isFullWidth(before) && /\S/.test(after ?? ' ')),
      can_close: found.can_close || (isFullWidth(after) && /\S/.test(before ?? ' ')),
    };
  }
};

/** Puts a token that says itself where it stands. */
function push(state: StateInline, type: string, place: TokenPlace, nesting: -1 | 0 | 1 = 0): Token {
  const token = state.push(type, '', nesting);
  token.meta = place;
  return token;
}

const reading = ({ env }: { readonly env: Record<string, unknown> }): Reading => env.reading as Reading;

const insertionAt = (state: StateInline, index: number): Insertion | undefined => {
  const { manuscript, offsets } = reading(state);
  return manuscript.insertions.get(offsets(index));
};

markdown.core.ruler.at('inline', (state) => {
  const now = reading(state);
  const places = now.placesOf(state.tokens);
  for (const token of state.tokens) {
    if (token.type !== 'inline') continue;
    now.offsets = places.get(token) ?? now.offsets;
    markdown.inline.parse(token.content, markdown, state.env, token.children ?? []);
  }
});

/** Words from `from` to `to`, those of expressions in their places. */
function wordsBetween(state: StateInline, from: number, to: number): string {
  let words = '';
  let start = from;
  for (let at = from; at < to; at++) {
    const insertion = insertionAt(state, at);
    if (!insertion) continue;
    words += markdown.utils.unescapeAll(state.src.slice(start, at)) + wordsOf(insertion);
    start = at + 1;
  }
  return words + markdown.utils.unescapeAll(state.src.slice(start, to));
}

markdown.inline.ruler.before('text', 'insertion', (state, silent) => {
  if (!insertionAt(state, state.pos)) return false;
  if (!silent) push(state, 'insertion', { start: state.pos, end: state.pos + 1 });
  state.pos++;
  return true;
});

/** A backslash before an expression is a backslash: it makes text of a mark, and there is none. */
markdown.inline.ruler.before('escape', 'backslash', (state, silent) => {
  if (state.src[state.pos] !== '\\' || !insertionAt(state, state.pos + 1)) return false;
  if (!silent) push(state, 'text', { start: state.pos, end: state.pos + 1 }).content = '\\';
  state.pos++;
  return true;
});

/**
 * `[words](target)`, or a picture with `!` before it. Where a target may lead is judged where links are read, so that no faulty link
 * stays in the text as typed.
 */
markdown.inline.ruler.at('link', (state, silent) => {
  const { pos: start, posMax: max, src } = state;
  const picture = src[start] === '!' ? 1 : 0;
  const opening = start + picture;
  if (src[opening] !== '[') return false;
  const labelEnd = markdown.helpers.parseLinkLabel(state, opening, picture === 0);
  if (labelEnd < 0 || src[labelEnd + 1] !== '(') return false;
  const from = pastSpace(src, labelEnd + 2);
  const target = markdown.helpers.parseLinkDestination(src, from, max);
  if (!target.ok) return false;
  const afterTarget = pastSpace(src, target.pos);
  const title = markdown.helpers.parseLinkTitle(src, afterTarget, max);
  const titled = afterTarget > target.pos && title.ok;
  const closing = titled ? pastSpace(src, title.pos) : afterTarget;
  if (closing >= max || src[closing] !== ')') return false;
  const end = closing + 1;
  if (!silent && picture && !titled) {
    const angle = src[from] === '<' ? 1 : 0;
    const token = push(state, 'picture', { start, end });
    token.attrSet('src', wordsBetween(state, from + angle, target.pos - angle));
    token.attrSet('alt', wordsBetween(state, opening + 1, labelEnd));
  } else if (!silent && picture) {
    push(state, 'refused', { start, end }).info = 'the title of a picture';
  } else if (!silent && titled) {
    push(state, 'refused', { start, end }).info = 'the title of a link';
  } else if (!silent) {
    const angle = src[from] === '<' ? 1 : 0;
    state.pos = opening + 1;
    state.posMax = labelEnd;
    const words = wordsBetween(state, from + angle, target.pos - angle);
    push(state, 'link_open', { start, end: opening + 1 }, 1).attrSet('href', markdown.normalizeLink(words));
    state.linkLevel++;
    markdown.inline.tokenize(state);
    state.linkLevel--;
    push(state, 'link_close', { start: labelEnd, end }, -1);
  }
  state.pos = end;
  state.posMax = max;
  return true;
});

const space = /[ \t\n]*/y;

function pastSpace(text: string, at: number): number {
  space.lastIndex = at;
  return at + (space.exec(text)?.[0].length ?? 0);
}

/** `<https://example.com>`, `<ir@example.com>`: the address is its own words. */
markdown.inline.ruler.before('html_inline', 'address', (state, silent) => {
  const address = /<([A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/y;
  address.lastIndex = state.pos;
  const found = address.exec(state.src);
  if (!found) return false;
  const start = state.pos;
  const end = start + found[0].length;
  if (!silent) {
    const words = wordsBetween(state, start + 1, end - 1);
    push(state, 'link_open', { start, end: start + 1 }, 1).attrSet('href', words.includes(':') ? words : `mailto:${words}`);
    for (let from = start + 1; from < end - 1; ) {
      const inserted = insertionAt(state, from) !== undefined;
      let to = from + 1;
      while (!inserted && to < end - 1 && !insertionAt(state, to)) to++;
      push(state, inserted ? 'insertion' : 'text', { start: from, end: to }).content = state.src.slice(from, to);
      from = to;
    }
    push(state, 'link_close', { start: end - 1, end }, -1);
  }
  state.pos = end;
  return true;
});

/** Tokens of a manuscript; `placesOf` gives the places of what they hold. */
export function parseMarkdown(manuscript: Manuscript, placesOf: Reading['placesOf']): readonly Token[] {
  const now: Reading = { manuscript, placesOf, offsets: (index) => index };
  return markdown.parse(manuscript.text, { reading: now });
}
