// Turn a paragraph into lines of at most so many columns, kinsoku kept; what East Asian fonts set full width takes two.

/** Never begins a line. */
const closing = /^[、。，．・：；？！）」』】〕］｝〉》’”ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％)\]},.!?:;%]/;
/** Never ends a line. */
const opening = /[（「『【〔［｛〈《‘“￥＄([{]$/;

/** `first` and `hang` are put before the first line and the others; a word longer than a line stands alone on its own. */
export function fillLines(text: string, width: number, first = '', hang = ''): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let begun = false;
  for (const piece of pieces(text)) {
    const grown = line + piece;
    if (!begun || textWidth(grown.trimEnd()) <= width) {
      line = grown;
    } else {
      lines.push(line.trimEnd());
      line = hang + piece.trimStart();
    }
    begun = true;
  }
  return [...lines, line.trimEnd()];
}

/** Stretches that no line may break; a space belongs to the piece before it. */
function pieces(text: string): readonly string[] {
  const out: string[] = [];
  for (const [unit] of text.matchAll(/ +|[^ ]/gu)) {
    const last = out.at(-1);
    if (last !== undefined && joins(last, unit)) out[out.length - 1] = last + unit;
    else out.push(unit);
  }
  return out;
}

function joins(before: string, unit: string): boolean {
  if (unit.startsWith(' ')) return true;
  if (before.endsWith(' ')) return false;
  if (closing.test(unit) || opening.test(before)) return true;
  return !isWide(unit) && !isWide([...before].at(-1) ?? '');
}

/** Characters of East Asian width W and F (UAX #11); ambiguous ones count one, as terminals set them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** True for a character that takes two columns, and that a line may break before and after. */
const isWide = (character: string): boolean => wide.test(character);

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)));

export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - textWidth(text))) + text;

/** In the middle, the odd column to the right. */
export function padBoth(text: string, width: number): string {
  const room = Math.max(0, width - textWidth(text));
  return ' '.repeat(Math.floor(room / 2)) + text + ' '.repeat(Math.ceil(room / 2));
}
