// Turn the text operators of the finished file into the gaps that readers of text measure: where they would print a space that is not there.
import { characterMap } from '../pdf/content/page-content.ts';
import { PdfFile } from '../pdf/objects/pdf-file.ts';
import { isReference, type PdfDict, type PdfReference, type PdfValue } from '../pdf/objects/pdf-value.ts';

/** White between two glyphs beyond the advance of the first, with no space glyph in it. */
export interface FileGap {
  /** Index of the page. */
  readonly page: number;
  /** Where the white begins: points from the left and the top edge of the page. */
  readonly x: number;
  readonly y: number;
  /** Where the second glyph begins. */
  readonly to: number;
  /** The glyphs belong to two text objects: to two elements, or to text and a link in it. */
  readonly parted: boolean;
  /** In em of the larger of the two. */
  readonly width: number;
  /** What the two glyphs say. */
  readonly before: string;
  readonly after: string;
}

/** Poppler's layout mode and pdf.js take the least for a space: 0.10 em. Glyphs stand within two thousandths of an em of their places. */
const leastSpace = 0.1;
const rounding = 0.0025;
/** Wider gaps part cells, markers and heads from their text, and are meant to be seen. */
const separation = 0.6;
/** Baselines nearer than this, in em, are one line to readers: raised marks. */
const sameLine = 0.6;

/** What a glyph of a font says, and its advance in thousandths of an em. */
interface Font {
  readonly texts: ReadonlyMap<string, string>;
  readonly widths: ReadonlyMap<string, number>;
}

/** A glyph that was shown last: its right edge by its own advance. */
interface Shown {
  readonly text: string;
  readonly end: number;
  readonly baseline: number;
  readonly size: number;
  /** A text object began since. */
  readonly parted: boolean;
}

/** Gaps of all pages, in order of their content. */
export function readGaps(pdf: Uint8Array): readonly FileGap[] {
  const file = new PdfFile(pdf);
  const root = file.dict(file.trailer.get('Root'));
  const fonts = new Map<number, Font>();
  return leaves(file, root.get('Pages')).flatMap((reference, index) => gapsOf(file, file.dict(reference), index, fonts));
}

function leaves(file: PdfFile, node: PdfValue | undefined): readonly PdfReference[] {
  if (!isReference(node)) return [];
  const dict = file.dict(node);
  return dict.has('Kids') ? file.array(dict.get('Kids')).flatMap((kid) => leaves(file, kid)) : [node];
}

function gapsOf(file: PdfFile, page: PdfDict, index: number, known: Map<number, Font>): readonly FileGap[] {
  const content = Buffer.from(file.data(page.get('Contents')) ?? []).toString('latin1');
  const named = file.dict(file.dict(page.get('Resources')).get('Font'));
  const fonts = new Map([...named].map(([name, font]) => [name, fontOf(file, font, known)]));
  const height = Number(file.array(page.get('MediaBox'))[3] ?? 0);
  const gaps: FileGap[] = [];
  let font: Font | undefined;
  let size = 0;
  let spacing = 0;
  let origin = { x: 0, y: 0 };
  let pen = 0;
  let last: Shown | undefined;
  const operators = /\bBT\b|\/(\w+) (-?[\d.]+) Tf|(-?[\d.]+) (-?[\d.]+) Td|(-?[\d.]+) Tc|\[((?:<[0-9A-Fa-f]*>|[^\]<])*)\]TJ/g;
  for (const [token, name, points, dx, dy, between, shown] of content.matchAll(operators)) {
    if (token === 'BT') {
      origin = { x: 0, y: 0 };
      if (last) last = { ...last, parted: true };
    } else if (name !== undefined) {
      font = fonts.get(name);
      size = Number(points);
    } else if (dx !== undefined) {
      origin = { x: origin.x + Number(dx), y: origin.y + Number(dy) };
      pen = origin.x;
    } else if (between !== undefined) spacing = Number(between);
    else if (shown !== undefined) {
      for (const [piece, hex] of shown.matchAll(/<([0-9A-Fa-f]*)>|-?[\d.]+/g)) {
        if (hex === undefined) pen -= (Number(piece) * size) / 1000;
        for (const [glyph] of (hex ?? '').matchAll(/.{4}/g)) show(glyph.toLowerCase());
      }
    }
  }
  return gaps;

  function show(glyph: string): void {
    const text = font?.texts.get(glyph) ?? '';
    if (last) {
      const em = Math.max(size, last.size);
      const width = (pen - last.end) / em;
      const isLine = Math.abs(origin.y - last.baseline) < sameLine * em;
      const isWord = text.trim() !== '' && last.text.trim() !== '';
      if (isLine && isWord && width > leastSpace + rounding && width < separation)
        gaps.push({ page: index, x: last.end, y: height - origin.y, to: pen, parted: last.parted, width, before: last.text, after: text });
    }
    pen += ((font?.widths.get(glyph) ?? 0) * size) / 1000;
    last = { text, end: pen, baseline: origin.y, size, parted: false };
    // Readers count a spacing between characters as white, not as part of an advance.
    pen += spacing;
  }
}

function fontOf(file: PdfFile, font: PdfValue | undefined, known: Map<number, Font>): Font {
  const number = isReference(font) ? font.reference : -1;
  const found = known.get(number);
  if (found) return found;
  const [descendant] = file.array(file.dict(font).get('DescendantFonts'));
  const widths = new Map<string, number>();
  const entries = file.array(file.dict(descendant).get('W'));
  // In pairs: the first glyph of a stretch, and the widths from there on.
  for (let i = 0; i + 1 < entries.length; i += 2)
    file.array(entries[i + 1]).forEach((width, at) => {
      widths.set((Number(entries[i]) + at).toString(16).padStart(4, '0'), Number(width));
    });
  const made = { texts: characterMap(file, font), widths };
  known.set(number, made);
  return made;
}
