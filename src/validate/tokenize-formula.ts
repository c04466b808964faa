// Turn a formula's text into words: numbers, names, symbols. A hyphen inside a name belongs to it; between spaces it is minus.
import { say } from '../model/say.ts';

/** A word of a formula. */
export interface Token {
  /** What it is. */
  readonly kind: 'number' | 'name' | 'symbol' | 'bad' | 'end';
  /** As typed. */
  readonly text: string;
  /** Offset in the formula's text. */
  readonly offset: number;
  /** What to write instead, for a character that a formula cannot hold. */
  readonly hint?: string;
}

const number = /^\d[\d,]*(?:\.\d+)?%?/;
const name = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*(?:\[[a-z0-9]+(?:[.-][a-z0-9]+)*\])?/;

/** Signs that look like ours. */
const lookAlikes: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '－': '-',
  '＋': '+',
  '＊': '*',
  '×': '*',
  '／': '/',
  '÷': '/',
  '（': '(',
  '）': ')',
  '，': ',',
};

export function tokenizeFormula(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const rest = text.slice(offset);
    const space = /^\s+/.exec(rest)?.[0];
    if (space) {
      offset += space.length;
      continue;
    }
    const token = nextToken(rest, offset);
    tokens.push(token);
    offset += token.text.length;
  }
  return tokens;
}

function nextToken(rest: string, offset: number): Token {
  const digits = number.exec(rest)?.[0];
  if (digits) return { kind: 'number', text: digits.replace(/,$/, ''), offset };
  const word = name.exec(rest)?.[0];
  if (word) return { kind: 'name', text: word, offset };
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if ('+-*/(),'.includes(character)) return { kind: 'symbol', text: character, offset };
  const meant = lookAlikes[character];
  return { kind: 'bad', text: character, offset, ...(meant && { hint: say`write ${meant}` }) };
}
