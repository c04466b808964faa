// Turn a paragraph into lines of at most so many columns: between words, between characters of full width, kinsoku kept.
import { isWide, textWidth } from './text-width.ts';

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
