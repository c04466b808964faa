// Turn a line that YAML cannot read into what was mistyped on it, and what to type instead.
import { codePointName, shortened } from '../model/printable.ts';
import { say, sayWord } from '../model/say.ts';
import { depthOf, type Mistyping, mistypedValue } from './mistyped-value.ts';

/** `number` is that of the line, for hints; `column` is where the parser gave up, or past the end for a line before that one. */
export function mistypedLine(line: string, number: number, column: number): Mistyping | undefined {
  return (
    mistypedIndent(line, number) ?? mistypedKey(line, number) ?? mistypedItem(line) ?? mistypedValue(line, column) ?? mistypedBrace(line)
  );
}

/** Spaces that Japanese input, web pages and word processors write. */
function mistypedIndent(line: string, number: number): Mistyping | undefined {
  const indent = /^ *([^\S \t\n]|[\u200b\ufeff\u2060])/u.exec(line);
  const [all = '', wide = ''] = indent ?? [];
  if (!indent || line.trim() === '') return undefined;
  const hint = say`line ${number} begins with ${codePointName(wide)}: indent with plain spaces`;
  return { message: 'the line is indented with a character that is no plain space', start: all.length - 1, end: all.length, hint };
}

const key = '[\\p{L}_][\\p{L}\\p{N}._-]{0,80}';
const wideColon = new RegExp(`^( *(?:- +)?)(${key}|[\\p{N}]+)[：；]`, 'u');
const closeColon = new RegExp(`^( *(?:- +)?)(${key}):(?=[^\\s:/]|[\\u3000\\u00a0])`, 'u');

/** A colon that ends no key: full-width, or with no plain space after it. */
function mistypedKey(line: string, number: number): Mistyping | undefined {
  const wide = wideColon.exec(line);
  if (wide) {
    const [all, lead = ''] = wide;
    const what = all.endsWith('：') ? 'colon' : 'semicolon';
    const hint = say`line ${number} has a full-width ${sayWord(what)}: write a plain ${sayWord(what === 'colon' ? 'one' : 'colon')} and a space`;
    return { message: say`a full-width ${sayWord(what)} ends no key`, start: lead.length, end: all.length, hint };
  }
  const close = closeColon.exec(line);
  if (!close) return undefined;
  const [all, , name = ''] = close;
  const value = line.slice(all.length).trim();
  const hint = say`write ${name}: ${shortened(value)}`;
  return { message: say`no plain space stands after the colon of ${name}`, start: all.length - 1, end: all.length, hint };
}

/** A hyphen that begins no item. */
function mistypedItem(line: string): Mistyping | undefined {
  const wide = /^( *)[－‐–—ー・](?=\s*\S)/u.exec(line);
  if (wide) {
    const start = wide[1]?.length ?? 0;
    return { message: 'this sign begins no item of a list', start, end: start + 1, hint: 'write a plain hyphen and a space' };
  }
  const close = /^( *)-(?=[\p{L}{["'][^#]*: )/u.exec(line);
  if (!close) return undefined;
  const start = close[1]?.length ?? 0;
  return {
    message: 'no space stands after the hyphen of an item',
    start,
    end: start + 1,
    hint: say`write - ${shortened(line.slice(start + 1))}`,
  };
}

/** A brace or bracket without its other half on the line. */
function mistypedBrace(line: string): Mistyping | undefined {
  const depth = depthOf(line);
  if (depth === 0) return undefined;
  const sign = depth > 0 ? lastOpen(line) : lastClose(line);
  if (sign === undefined) return undefined;
  const found = line.charAt(sign);
  const other = { '{': '}', '[': ']', '}': '{', ']': '[' }[found] ?? '';
  const message = depth > 0 ? say`this ${found} is not closed` : say`this ${found} closes nothing`;
  const hint = depth > 0 ? say`add ${other} where the value ends` : say`remove it, or add the ${other} that it closes`;
  return { message, start: sign, end: sign + 1, hint };
}

function lastOpen(line: string): number | undefined {
  const open: number[] = [];
  for (const { index, 0: sign } of line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\s#.*$|[{}[\]]/g)) {
    if (/^[{[]/.test(sign)) open.push(index);
    else if (/^[}\]]/.test(sign)) open.pop();
  }
  return open.at(-1);
}

function lastClose(line: string): number | undefined {
  return [...line.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\s#.*$|[}\]]/g)].filter(({ 0: sign }) => /^[}\]]/.test(sign)).at(-1)?.index;
}
