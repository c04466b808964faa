// Turn every character into a square: a face in which widths can be counted. Ideographs are 1 em, all others half an em.
import type { FontMetrics } from '../../src/model/font.ts';

/** Characters that the face lacks, so that a missing glyph can be had. */
const lacking: ReadonlySet<number> = new Set([0x2603, 0xa0, 0x2011]);

export const squareFont: FontMetrics = {
  id: 'square-400',
  postScriptName: 'Square-Regular',
  family: 'square',
  weight: 400,
  italic: false,
  upem: 1000,
  ascent: 880,
  descent: -120,
  capHeight: 700,
  xHeight: 500,
  italicAngle: 0,
  bbox: [0, -120, 1000, 880],
  glyphCount: 65536,
  glyph: (codePoint) => (codePoint > 0xffff || lacking.has(codePoint) ? 0 : codePoint),
  advance: (glyph) => (glyph >= 0x2e80 || (glyph >= 0x2025 && glyph <= 0x2026) ? 1000 : 500),
  kern: () => 0,
  ligature: () => 0,
  tabularDigits: true,
};
