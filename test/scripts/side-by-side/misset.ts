// Turn set blocks into what is not as it was asked for: a comparison of other sizes, faces or indents would say nothing.
import { bodiesOf } from './line-marks.ts';
import type { SetBlock } from './set-lines.ts';
import type { Face } from './sheet.ts';

/** Sizes agree within this, in points. */
const sizeNear = 0.02;
/** Marks hang in the margin by up to this, in em, where an engine's best setting wants it. */
const hanging = 0.25;

/** What an engine set otherwise than asked; empty where it set all as asked. */
export function misset(set: readonly SetBlock[], faces: ReadonlyMap<string, Face>): readonly string[] {
  const wrong = { face: 0, size: 0, start: 0, unread: 0 };
  for (const { block, lines } of set) {
    if (lines.length === 0) wrong.unread++;
    for (const line of lines) {
      for (const { glyph, face, sup } of line.letters) {
        if (!glyph.font.startsWith(faces.get(face)?.postScriptName ?? '?')) wrong.face++;
        if (Math.abs(glyph.size - (sup ? block.sup.size : block.size)) > sizeNear) wrong.size++;
      }
      const start = block.left + (line.first ? block.indent : block.hang);
      if (Math.abs((bodiesOf(line)[0]?.left ?? 0) - start) > hanging * block.size) wrong.start++;
    }
  }
  const said: readonly (readonly [number, string])[] = [
    [wrong.unread, 'blocks not found in the PDF'],
    [wrong.face, 'letters in another face'],
    [wrong.size, 'letters of another size'],
    [wrong.start, 'lines with another indent'],
  ];
  return said.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
}
