// Turn a text into set lines, for tests of composition: a short way to write paragraphs and to read their lines.

import { composeParagraph } from '../../src/layout/paragraph/compose-lines.ts';
import type { Line, OwnedInline, ParagraphSpec, TextSpec } from '../../src/layout/paragraph/line.ts';
import type { Composition } from '../../src/layout/paragraph/prepare.ts';
import type { Inline } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { FontMetrics } from '../../src/model/font.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { GlyphRun } from '../../src/model/page.ts';
import type { Justification, Style } from '../../src/model/style.ts';
import { plainCharts } from './plain-charts.ts';
import { realFonts } from './real-fonts.ts';
import { squareFont } from './square-font.ts';
import { unfilled } from './unfilled.ts';

/** A style with nothing but what composition reads: faces and superscripts. */
function styleWith(ja: string, en: string, serif: string): Style {
  const frame = { pages: new Map(), blocks: { ja: new Map(), en: new Map() }, tables: new Map(), ladder: new Map() };
  return {
    ...frame,
    colors: new Map(),
    fonts: { ja: { text: ja, heading: ja, table: ja }, en: { text: serif, heading: en, table: ja } },
    charts: plainCharts,
    sup: { scale: 0.62, rise: 0.33 },
    folio: { size: 9, baseline: 812 },
    runningHead: { size: 9, baselines: [45, 56, 67], lines: { ja: ['{issuer}', '{date}', '{n}'], en: ['{issuer}', '{date}', 'Page {n}'] } },
    justification: { ja: unfilled, en: unfilled },
    markers: { ja: ['・'], en: ['•'] },
    continued: { ja: '（続き）', en: '(continued)' },
    profile: 'typeset',
  };
}

function composition(style: Style, fonts: ReadonlyMap<string, FontMetrics>): Composition & { readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const memory = new BoundedMemory(10);
  return { style, fonts, memory, type: 'test', lasting: true, asked: new Map(), report: (finding) => findings.push(finding), findings };
}

/** How lines are filled, where a test wants more than spaces. */
export interface Filling {
  readonly ja?: Partial<Justification>;
  readonly en?: Partial<Justification>;
}

export function squareComposition(filling: Filling = {}): ReturnType<typeof composition> {
  return composition(filled(styleWith('square', 'square', 'square'), filling), new Map([[squareFont.id, squareFont]]));
}

export function realComposition(filling: Filling = {}): ReturnType<typeof composition> {
  return composition(filled(styleWith('noto-sans-jp', 'source-sans-3', 'source-serif-4'), filling), realFonts);
}

function filled(style: Style, { ja, en }: Filling): Style {
  return { ...style, justification: { ja: { ...unfilled, ...ja }, en: { ...unfilled, ...en } } };
}

/** Inlines from strings or from parts of an inline; column tells them apart. */
export function inlines(
  ...parts: readonly (string | (Partial<Inline> & { readonly gapBefore?: number; readonly owner?: string }))[]
): OwnedInline[] {
  return parts.map((part, i) => {
    const { gapBefore, owner, ...inline } = typeof part === 'string' ? { text: part } : part;
    const at = { file: 'narrative.ja.md', line: 1, column: i + 1, length: 1 };
    return { inline: { text: '', at, ...inline }, owner: owner ?? 'ja.1', ...(gapBefore !== undefined && { gapBefore }) };
  });
}

export const text: TextSpec = { lang: 'ja', role: 'text', size: 10, weight: 400, italic: false };

/** Japanese, justified, ten points, `em` wide, without indents, unless said otherwise. */
export function paragraph(em: number, more: Partial<ParagraphSpec> = {}): ParagraphSpec {
  return { ...text, measure: em * 10, align: 'justify', indent: 0, hang: 0, ...more };
}

/** The glyphs of a line, without its pictures. */
export const runsOf = ({ marks }: Line): readonly GlyphRun[] => marks.filter((mark) => mark.kind === 'glyphs');

/** The characters of a line. */
export function textOf(line: Line): string {
  return runsOf(line)
    .flatMap((run) => run.glyphs.map((glyph) => glyph.text))
    .join('');
}

/** The lines of a paragraph set in squares, spaces at their ends shown. */
export function squareLines(em: number, parts: string | readonly OwnedInline[], more: Partial<ParagraphSpec> = {}): string[] {
  const source = typeof parts === 'string' ? inlines(parts) : parts;
  return composeParagraph(source, paragraph(em, more), squareComposition()).map(textOf);
}

/** Origins of the glyphs of a line, in points from its left edge, each with its text. */
export function origins(line: Line): { readonly text: string; readonly x: number; readonly size: number }[] {
  return runsOf(line).flatMap((run) =>
    run.glyphs.map((glyph, i) => ({ text: glyph.text, x: Math.round((run.x + run.offsets[i]!) * 1000) / 1000, size: run.size })),
  );
}
