// Turn text into lines of square glyphs: Latin half an em, Japanese one em, broken at spaces and between Japanese characters.
import type { Line, OwnedInline, ParagraphSpec, TextSpec } from '../../src/layout/paragraph/line.ts';
import type { Typesetter } from '../../src/layout/typesetter.ts';
import type { Glyph, GlyphRun } from '../../src/model/page.ts';

/** Advance of a character in em. */
export function advance(character: string): number {
  return /[\u2e80-\u9fff\uff00-\uffef]/u.test(character) ? 1 : 0.5;
}

/** A typesetter whose widths can be counted by hand. */
export const blockTypesetter: Typesetter = {
  line: (inlines, spec) => toLine(inlines, spec, 0),
  paragraph: (inlines, spec) => {
    const lines: OwnedInline[][] = [[]];
    let x = spec.indent;
    for (const unit of inlines.flatMap(units)) {
      const width = [...unit.inline.text.trimEnd()].reduce((sum, character) => sum + advance(character) * spec.size, 0);
      if (x + width > spec.measure && lines.at(-1)?.length) {
        lines.push([]);
        x = spec.hang;
      }
      lines.at(-1)?.push(unit);
      x += [...unit.inline.text].reduce((sum, character) => sum + advance(character) * spec.size, 0);
    }
    return lines.map((line, index) => aligned(toLine(line, spec, index === 0 ? spec.indent : spec.hang), spec));
  },
};

function units(owned: OwnedInline): readonly OwnedInline[] {
  const words = owned.inline.text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? [];
  return words.map((text) => ({ ...owned, inline: { ...owned.inline, text } }));
}

function aligned(line: Line, spec: ParagraphSpec): Line {
  const free = spec.measure - line.width;
  const shift = spec.align === 'center' ? free / 2 : spec.align === 'right' ? free : 0;
  return { width: line.width, marks: line.marks.map((mark) => ({ ...mark, x: mark.x + shift })) };
}

function toLine(inlines: readonly OwnedInline[], spec: TextSpec, start: number): Line {
  let x = start;
  let width = start;
  const marks = inlines.map(({ inline, owner, index, gapBefore = 0 }): GlyphRun => {
    const size = inline.sup ? spec.size * 0.62 : spec.size;
    x += gapBefore * spec.size;
    const from = x;
    const offsets: number[] = [];
    const glyphs = [...inline.text].map((text): Glyph => {
      const glyph = { id: text.codePointAt(0) ?? 0, text };
      offsets.push(x - from);
      x += advance(text) * size;
      if (text !== ' ') width = x;
      return glyph;
    });
    return {
      kind: 'glyphs',
      font: 'block',
      size,
      x: from,
      y: inline.sup ? -0.33 * spec.size : 0,
      width: x - from,
      glyphs,
      offsets,
      owner: { element: owner },
      lang: spec.lang,
      ...(inline.figure === undefined ? {} : { figure: inline.figure }),
      ...(inline.sup ? { sup: inline.sup } : {}),
      ...(index === undefined ? {} : { inline: index }),
    };
  });
  return { marks, width };
}
