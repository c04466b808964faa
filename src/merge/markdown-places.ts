// Turn the tokens of a Markdown text into the places of what they hold: Markdown counts lines and keeps no columns.
import type { Token } from 'markdown-it';
import { lastAtOrBefore, lineStartsOf } from '../model/line-starts.ts';
import type { Offsets } from './markdown.ts';

/** Offsets in `text` of the characters of each token's content: lines and blocks of HTML by their lines, cells along their row. */
export function markdownPlaces(text: string, tokens: readonly Token[]): ReadonlyMap<Token, Offsets> {
  const starts = lineStartsOf(text);
  const lines = text.split('\n');
  const places = new Map<Token, Offsets>();
  let cells = 0;
  for (const token of tokens) {
    const line = token.map?.[0] ?? 0;
    if (token.type === 'thead_open') cells = starts[line] ?? 0;
    else if (token.type === 'tr_open' && token.map) cells = starts[line] ?? 0;
    else if (token.type === 'inline' && !token.map) {
      const cell = cellPlaces(text, token.content, cells);
      places.set(token, (index) => cell[index] ?? cells);
      cells = cell.at(-1) ?? cells;
    } else if (token.type === 'inline' || token.type === 'html_block') places.set(token, lineOffsets(token, lines, starts));
  }
  return places;
}

/** The lines of a content stand in those of the text, less what marks the block before them. */
function lineOffsets({ content, map }: Token, lines: readonly string[], starts: readonly number[]): Offsets {
  const first = map?.[0] ?? 0;
  const own = lineStartsOf(content);
  const shifts = content.split('\n').map((line, n) => {
    const words = line.trimStart();
    const column = Math.max(0, lines[first + n]?.lastIndexOf(words) ?? 0) - (line.length - words.length);
    return (starts[first + n] ?? 0) + column - (own[n] ?? 0);
  });
  return (index) => index + (shifts[lastAtOrBefore(own, index)] ?? 0);
}

/** Offsets of a cell's characters and of what follows the last: each is the next of its kind, for a bar is typed with a backslash before it. */
function cellPlaces(text: string, content: string, from: number): readonly number[] {
  const offsets: number[] = [];
  let at = from;
  for (const char of content.split('')) {
    while (at < text.length && text[at] !== char) at++;
    offsets.push(at);
    at++;
  }
  return [...offsets, at];
}
