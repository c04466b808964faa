// Turn words of files that anybody wrote into what a terminal shows and does not obey.

/** Control characters, what turns the direction of a line, separators of lines, and halves of characters. */
const unseen = '\\p{Cc}\\p{Cs}\\u061c\\u200e\\u200f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069';
const everyUnseen = new RegExp(`[${unseen}]`, 'gu');
/** Line ends and tabs are part of an output. */
const inOutput = new RegExp(`(?![\\n\\t])[${unseen}]`, 'gu');
const esc = String.fromCodePoint(0x1b);
/** What our own printers write on a terminal: colours, and the line of progress that is drawn anew. */
const ours = new RegExp(`${esc}\\[[\\d;]*m|\\r${esc}\\[K`, 'g');

/** One line: everything that is not seen becomes a picture (␛, ␊) or an escape (\u202e). */
export function visibleText(text: string): string {
  return text.replace(everyUnseen, shown);
}

/** A whole output, whatever was put into it. With `colour`, the sequences that we colour with stay. JSON says the same afterwards. */
export function visibleOutput(text: string, colour: boolean): string {
  const shownIn = (part: string) => part.replace(inOutput, shown);
  if (!colour) return shownIn(text);
  const kept = text.match(ours) ?? [];
  return text
    .split(ours)
    .map((part, index) => shownIn(part) + (kept[index] ?? ''))
    .join('');
}

/** Unicode has pictures of the first 32 only. */
function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Columns of a terminal: East Asian wide characters and emoji take two, marks that stand on another character none. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
