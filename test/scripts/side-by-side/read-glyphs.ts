// Turn a finished PDF into its visible characters at their places, as MuPDF draws them: one ruler for all engines.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fold } from './letters.ts';

/** A character on a page; lengths in points, y downward. */
export interface InkGlyph {
  readonly page: number;
  /** Folded: forms of dashes and widths are one. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Horizontal scale of the letter: 1 unless the engine widens type. */
  readonly stretch: number;
  /** Name in the file, without the tag of the subset. */
  readonly font: string;
  /** Advance that the file gives it, in em. */
  readonly advance: number;
  /** Characters that share its glyph: 1 alone, more for the first of a ligature, 0 for the others. */
  readonly shares: number;
}

/** Characters of all pages in the order of the content. */
export function readGlyphs(pdf: string): readonly InkGlyph[] {
  const trace = `${pdf}.trace`;
  const drawn = spawnSync('mutool', ['draw', '-q', '-F', 'trace', '-o', trace, pdf], { encoding: 'utf8' });
  if (drawn.status !== 0) throw new Error(`mutool cannot read ${pdf}: ${drawn.stderr ?? drawn.error}`);
  const calls = readFileSync(trace, 'utf8');
  rmSync(trace);
  const glyphs: InkGlyph[] = [];
  let page = -1;
  let place: readonly number[] = [1, 0, 0, 1, 0, 0];
  let span = { font: '', size: 0, stretch: 1 };
  for (const [line] of calls.matchAll(/<(?:page|fill_text|span|g) .*/g)) {
    if (line.startsWith('<page')) page++;
    else if (line.startsWith('<fill_text')) place = numbers(attribute(line, 'transform'));
    else if (line.startsWith('<span')) {
      const [a = 0, b = 0, c = 0, d = 0] = numbers(attribute(line, 'trm'));
      const size = Math.hypot(c, d) * scaleOf(place);
      span = { font: attribute(line, 'font').replace(/^[A-Z]{6}\+/, ''), size, stretch: Math.hypot(a, b) / Math.hypot(c, d) };
    } else addGlyph(line, page, place, span, glyphs);
  }
  return glyphs;
}

function addGlyph(
  line: string,
  page: number,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  span: Pick<InkGlyph, 'font' | 'size' | 'stretch'>,
  glyphs: InkGlyph[],
): void {
  const [x = 0, y = 0] = [Number(attribute(line, 'x')), Number(attribute(line, 'y'))];
  const texts = [...fold(decoded(attribute(line, 'unicode')))].filter((text) => !/[\s\u200b\u00ad\ufeff]/u.test(text));
  const continues = !line.includes(' glyph=');
  const lead = glyphs.findLast(({ shares }) => shares > 0);
  const at = { page, x: a * x + c * y + e, y: b * x + d * y + f, ...span };
  const advance = continues && lead ? lead.advance : Number(attribute(line, 'adv'));
  // Characters of a ligature follow its first one without a glyph of their own.
  if (continues && lead) glyphs[glyphs.lastIndexOf(lead)] = { ...lead, shares: lead.shares + texts.length };
  for (const [index, text] of texts.entries()) glyphs.push({ ...at, text, advance, shares: continues || index > 0 ? 0 : texts.length });
}

const attribute = (line: string, name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(line)?.[1] ?? '';
const numbers = (text: string): readonly number[] => text.split(' ').map(Number);
const scaleOf = ([a = 1, b = 0, c = 0, d = 1]: readonly number[]): number => Math.sqrt(Math.abs(a * d - b * c));

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole),
  );
