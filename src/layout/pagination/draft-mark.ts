// Turn a page of a draft into the word that marks it: boxed, in the margin above all that stands on it.
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import type { PageItem } from '../../model/page.ts';
import type { PageClass } from '../../model/style.ts';
import type { TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';
import { asArtifact, lineMarks } from './marks.ts';

/** Points: large enough to be seen on a page of a screen that shows four; between letters and box, and between box and the edge of the sheet. */
const usual = { size: 13, padding: 4, edge: 10 };
/** Between the box and what stands below it. */
const gap = 2;
/** Thickness of the lines. */
const line = 1;
/** 6.5 : 1 on white. */
const colour = '#b3261e';

/** Share of the usual size below which nobody would see it. */
const least = 0.4;

/**
 * In the middle of the sheet, at its upper edge, above the running head: nothing that is printed is under it. `free` is what is left there,
 * in points: where it is little, the mark is smaller.
 */
export function draftMark(
  { page, lang, free }: { readonly page: Pick<PageClass, 'width'>; readonly lang: Lang; readonly free: number },
  typesetter: Typesetter,
): readonly PageItem[] {
  const scale = Math.max(least, Math.min(1, free / (usual.edge + usual.size + 2 * usual.padding + gap)));
  const [size, padding, edge] = [usual.size * scale, usual.padding * scale, usual.edge * scale];
  const spec: TextSpec = { lang, role: 'text', size, weight: 700, italic: false };
  const at = { file: '', line: 1, column: 1, length: 1 };
  const word = typesetter.line([{ inline: { text: language(lang).text.draft, at }, owner: 'draft' }], spec);
  const [width, height] = [word.width + 2 * padding, size + 2 * padding];
  const x = (page.width - width) / 2;
  const baseline = edge + padding + 0.86 * size;
  const side = (left: number, top: number, long: number, high: number): PageItem => ({
    kind: 'rule',
    x: left,
    y: top,
    width: long,
    height: high,
    role: 'frame',
    color: colour,
  });
  return [
    side(x, edge, width, line),
    side(x, edge + height - line, width, line),
    side(x, edge + line, line, height - 2 * line),
    side(x + width - line, edge + line, line, height - 2 * line),
    ...lineMarks(word, x + padding, baseline, { name: colour, value: colour })(0, 0).map((mark) =>
      asArtifact(mark, { artifact: 'header' }),
    ),
  ];
}
