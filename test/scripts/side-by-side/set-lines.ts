// Turn the characters of a PDF into the lines of the blocks that were to be set: each block's letters are found in the order of the content.
import { fold, type Letter } from './letters.ts';
import type { InkGlyph } from './read-glyphs.ts';
import type { RunningBlock } from './running-blocks.ts';

/** A letter of the source at its place. */
export interface SetLetter extends Letter {
  readonly glyph: InkGlyph;
  /** A hyphen that the engine put at the end of a line. */
  readonly inserted?: true;
}

export interface SetLine {
  readonly block: RunningBlock;
  readonly page: number;
  readonly y: number;
  readonly letters: readonly SetLetter[];
  readonly first: boolean;
  readonly last: boolean;
  /** Its end is not the engine's choice: last line of the block, or before a forced break. */
  readonly open: boolean;
  /** The source has a space where it ends. */
  readonly swallows: boolean;
}

/** A block as an engine set it; no lines where its text is not found in the PDF. */
export interface SetBlock {
  readonly block: RunningBlock;
  readonly lines: readonly SetLine[];
}

/** Letters that must agree before a block is taken to start or to go on after a page's end. */
const anchor = 8;
/** What may stand between the parts of a block on two pages: folios, running heads. */
const furthest = 400;

export function setBlocks(blocks: readonly RunningBlock[], glyphs: readonly InkGlyph[]): readonly SetBlock[] {
  let from = 0;
  return blocks.map((block) => {
    const wanted = block.letters.flatMap((letter) => [...fold(letter.text)].map((text, index) => ({ text, letter, first: index === 0 })));
    for (let start = from; start < glyphs.length; start++) {
      if (!agrees(wanted, 0, glyphs, start)) continue;
      const found = follow(wanted, glyphs, start, block.size);
      if (!found) continue;
      from = found.end;
      return { block, lines: linesOf(block, found.letters) };
    }
    return { block, lines: [] };
  });
}

interface Wanted {
  readonly text: string;
  readonly letter: Letter;
  readonly first: boolean;
}

function agrees(wanted: readonly Wanted[], at: number, glyphs: readonly InkGlyph[], start: number): boolean {
  const length = Math.min(anchor, wanted.length - at);
  for (let i = 0; i < length; i++) if (glyphs[start + i]?.text !== wanted[at + i]?.text) return false;
  return true;
}

/** Walks the letters from a place on; gives nothing when the text there is another. */
function follow(
  wanted: readonly Wanted[],
  glyphs: readonly InkGlyph[],
  start: number,
  size: number,
): { readonly letters: readonly SetLetter[]; readonly end: number } | undefined {
  const letters: SetLetter[] = [];
  let i = start;
  for (let at = 0; at < wanted.length; ) {
    const want = wanted[at];
    const glyph = glyphs[i];
    const next = glyphs[i + 1];
    if (!want || !glyph) return undefined;
    if (glyph.text === want.text) {
      if (want.first) letters.push({ ...want.letter, glyph });
      at++;
      i++;
    } else if (glyph.text === '-' && (!next || isElsewhere(glyph, next, size))) {
      const { face } = want.letter;
      letters.push({ text: '-', face, sup: false, before: '', apart: false, forced: false, tied: 0, glyph, inserted: true });
      i++;
    } else {
      const before = glyphs[i - 1];
      if (before && !isElsewhere(before, glyph, size)) return undefined;
      const resumed = resume(wanted, at, glyphs, i);
      if (resumed === undefined) return undefined;
      i = resumed;
    }
  }
  return { letters, end: i };
}

/** A block goes on at most a page further. */
function resume(wanted: readonly Wanted[], at: number, glyphs: readonly InkGlyph[], from: number): number | undefined {
  const page = glyphs[from - 1]?.page ?? 0;
  for (let i = from; i < Math.min(glyphs.length, from + furthest); i++)
    if (glyphs[i]?.page === page + 1 && agrees(wanted, at, glyphs, i)) return i;
  return undefined;
}

const isElsewhere = (a: InkGlyph, b: InkGlyph, size: number): boolean => a.page !== b.page || Math.abs(a.y - b.y) > size / 2;

function linesOf(block: RunningBlock, letters: readonly SetLetter[]): readonly SetLine[] {
  const rows: SetLetter[][] = [];
  for (const letter of letters) {
    const row = rows.at(-1);
    const base = row?.find(({ sup }) => !sup) ?? row?.[0];
    if (!row || !base || isElsewhere(base.glyph, letter.glyph, block.size)) rows.push([letter]);
    else row.push(letter);
  }
  return rows.map((row, index) => {
    const base = (row.find(({ sup }) => !sup) ?? row[0]) as SetLetter;
    const last = index === rows.length - 1;
    const next = rows[index + 1]?.[0];
    const place = { page: base.glyph.page, y: base.glyph.y };
    return {
      block,
      ...place,
      letters: row,
      first: index === 0,
      last,
      open: last || next?.forced === true,
      swallows: (next?.before ?? '') !== '',
    };
  });
}
