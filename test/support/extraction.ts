// Turn a release and the text that a reader took out of its PDF into the places where the two differ.

import { diffArrays } from 'diff';
import type { Block, Document, Inline, Table } from '../../src/model/document.ts';
import { cellsOf } from '../../src/model/document-texts.ts';
import type { GlyphRun, Layout, Page } from '../../src/model/page.ts';

/**
 * What may stand between two characters in the reader's text:
 * - `none`: nothing, as in the source;
 * - `space`: white space, as in the source;
 * - `folded`: anything or nothing, at the end of a line where the source has a space;
 * - `end`: nothing or a new line, at the end of a line where the source has none;
 * - `apart`: white space, between texts that stand apart on the page;
 * - `row`: the same without a new line, between texts on one line of the page;
 * - `line`: a new line;
 * - `free`: anything or nothing, around raised marks and after labels.
 */
type Gap = 'none' | 'space' | 'folded' | 'end' | 'apart' | 'row' | 'line' | 'free';

interface Character {
  readonly char: string;
  /** Between it and the character before. */
  readonly gap: Gap;
  readonly owner: string;
}

/** Runs of one owner on one line. */
interface Piece {
  readonly owner: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly characters: readonly Character[];
}

/** In what order a reader gives the texts of a page: as written, or line by line as they stand. */
export type ReadingOrder = 'stream' | 'lines';

/** Runs whose baselines differ by less than this, in em, stand on one line; a raised mark is a third of an em up. */
const sameLine = 0.5;
/** Texts nearer than this, in em, may touch in a reader's text: a label and what it labels. */
const separation = 0.6;

/** What counts as the same text. */
export interface Folding {
  readonly fold: (text: string) => string;
  /** Characters that a line's end may swallow. */
  readonly white: RegExp;
}

/** Later glyphs of a cluster say this, since every glyph must say something. */
const noText = /\u200b/g;

/** Width and forms of dashes are folded; a triangle says minus to voices, so some readers give it as one. */
export const equal: Folding = {
  fold: (text) =>
    text
      .normalize('NFKC')
      .replace(/[‐‑‒–—―−△▲]/g, '-')
      .replace(noText, ''),
  white: /\s/u,
};

/** Every character is its own; the triangle is as above. */
const exact = (white: RegExp): Folding => ({ fold: (text) => text.replace(/[△▲]/g, '−').replace(noText, ''), white });

/** Character for character, for a reader that keeps full-width spaces or for one that has plain spaces only. */
export const verbatim = { kept: exact(/[ \n]/), plain: exact(/[ \n\u3000]/) } as const;

/** Source text of every owner of runs, in the document's order; U+0000 stands where a head may be broken. */
function sourceTexts(document: Document, layout: Layout): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const text = (inlines: readonly Inline[]) =>
    inlines.map((inline) => (inline.pageRef === undefined ? inline.text : String(layout.anchors.get(inline.pageRef)))).join('');
  const add = (id: string, content: string) => {
    if (content.trim() !== '') texts.set(id, content);
  };
  const addTable = ({ captions, unit, heads, rows }: Table) => {
    for (const { id, inlines } of unit ? [...captions, unit] : captions) add(id, text(inlines));
    for (const { id, pieces } of heads) add(id, pieces.map(text).join('\0'));
    for (const { id, label, cells } of rows) {
      add(`${id}.label`, text(label));
      for (const cell of cells) if (cell) add(cell.id, cell.prefix + cell.core + cell.suffix + text(cell.mark ?? []));
    }
  };
  const addBlock = (block: Block) => {
    if (block.kind === 'table') addTable(block);
    else if (block.kind === 'group') block.blocks.forEach(addBlock);
    else if (block.kind === 'list') for (const { id, inlines } of block.items) add(id, text(inlines));
    else if (block.kind === 'words') for (const { id, inlines } of cellsOf(block)) add(id, text(inlines));
    else {
      if (block.kind === 'note') add(`${block.id}.label`, text(block.label));
      add(block.id, text(block.inlines));
    }
  };
  for (const part of document.parts) for (const section of part.sections) section.blocks.forEach(addBlock);
  return texts;
}

/** Pages of the layout as texts of the source, cut into lines where the layout cuts them. */
export class ExpectedPages {
  readonly pages: readonly (readonly Piece[])[];
  /** Texts of the source that no page shows whole. */
  readonly missing: readonly string[];
  /** Texts of the source in the document's order, and in that in which the pages begin them. */
  readonly order: { readonly document: readonly string[]; readonly pages: readonly string[] };
  readonly #sources: Map<string, { readonly characters: readonly Character[]; at: number }>;

  readonly #folding: Folding;

  constructor(document: Document, layout: Layout, folding: Folding) {
    this.#folding = folding;
    const texts = [...sourceTexts(document, layout)];
    this.#sources = new Map(texts.map(([id, text]) => [id, { characters: charactersOf(text, id, folding), at: 0 }]));
    this.pages = layout.pages.map((page) => this.#piecesOf(page));
    this.missing = [...this.#sources].flatMap(([id, { characters, at }]) => (at === characters.length ? [] : [id]));
    const begun = new Set(this.pages.flatMap((pieces) => pieces.map(({ owner }) => owner)));
    this.order = { document: [...this.#sources.keys()], pages: [...begun].filter((owner) => this.#sources.has(owner)) };
  }

  #piecesOf(page: Page): readonly Piece[] {
    const groups: GlyphRun[][] = [];
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || runText(item).trim() === '') continue;
      const last = groups.at(-1)?.at(-1);
      if (last && ownerOf(last) === ownerOf(item) && onOneLine(last, item)) groups.at(-1)!.push(item);
      else groups.push([item]);
    }
    return groups.map((runs) => {
      const base = runs.reduce((largest, run) => (run.size > largest.size ? run : largest));
      const last = runs.at(-1)!;
      const [owner, { y, size }] = [ownerOf(base), base];
      return { owner, x: runs[0]!.x, end: last.x + last.width, y, size, characters: this.#charactersOf(owner, runs) };
    });
  }

  /** The next characters of the source, as many as the runs show; furniture and markers, which have no source, are their own. */
  #charactersOf(owner: string, runs: readonly GlyphRun[]): readonly Character[] {
    const shown = charactersOf(runs.map(runText).join(''), owner, this.#folding);
    const source = this.#sources.get(owner);
    const own = source ? source.characters.slice(source.at, source.at + shown.length) : shown;
    const same = own.map(({ char }) => char).join('') === shown.map(({ char }) => char).join('');
    if (!same) throw new Error(`${owner} shows ${runs.map(runText).join('')}, which is not how its source goes on`);
    if (source) source.at += shown.length;
    const free = new Set<number>();
    let at = 0;
    for (const run of runs) {
      const length = charactersOf(runText(run), owner, this.#folding).length;
      if (run.sup) free.add(at).add(at + length);
      at += length;
    }
    return own.map((character, i) => (i > 0 && free.has(i) ? { ...character, gap: 'free' } : character));
  }
}

const runText = (run: GlyphRun): string => run.glyphs.map(({ text }) => text).join('');
const ownerOf = ({ owner }: GlyphRun): string => ('element' in owner ? owner.element : owner.artifact);
const onOneLine = (a: GlyphRun, b: GlyphRun): boolean => b.x >= a.x && Math.abs(a.y - b.y) < sameLine * Math.max(a.size, b.size);

function charactersOf(text: string, owner: string, { fold, white }: Folding): readonly Character[] {
  const characters: Character[] = [];
  let gap: Gap = 'none';
  for (const char of fold(text)) {
    if (char === '\0') gap = 'free';
    else if (white.test(char)) gap = gap === 'free' ? gap : 'space';
    else {
      characters.push({ char, gap, owner });
      gap = 'none';
    }
  }
  return characters;
}

/** The page's characters in the reader's order, with what may stand between them. */
function expectedCharacters(pieces: readonly Piece[], order: ReadingOrder): readonly Character[] {
  const lines = order === 'stream' ? [pieces] : linesOf(pieces);
  return lines.flatMap((line) =>
    line.flatMap((piece, i) => {
      const first = piece.characters[0];
      const gap = i === 0 ? 'line' : between(line[i - 1]!, piece, order);
      return first ? [{ ...first, gap: gap === 'source' ? lineEnd(first.gap) : gap }, ...piece.characters.slice(1)] : [];
    }),
  );
}

const lineEnd = (gap: Gap): Gap => (gap === 'none' ? 'end' : 'folded');

function between(before: Piece, piece: Piece, order: ReadingOrder): Gap | 'source' {
  if (before.owner === piece.owner && order === 'stream') return before.owner.startsWith('repeated') ? 'free' : 'source';
  const near = Math.abs(before.y - piece.y) < sameLine * piece.size && piece.x - before.end < separation * piece.size;
  if (near) return 'free';
  return order === 'lines' ? 'row' : 'apart';
}

/** Pieces by the line of the page that they stand on, from left to right. */
function linesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && piece.y - line.at(-1)!.y < sameLine * Math.max(piece.size, line.at(-1)!.size)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}

const allowed: Readonly<Record<Gap, RegExp>> = {
  none: /^$/,
  space: /^\s+$/,
  folded: /^\s*$/,
  end: /^(?:\s*\n\s*)?$/,
  apart: /^\s+$/,
  row: /^[^\S\n]+$/,
  line: /\n/,
  free: /^\s*$/,
};

/** Where a page's text differs from its source, each as one line for a person. */
export function differences(pieces: readonly Piece[], text: string, order: ReadingOrder, folding: Folding): readonly string[] {
  const wanted = expectedCharacters(pieces, order);
  const got = read(text, folding);
  const found: string[] = [];
  let w = 0;
  let g = 0;
  const context = (at: number) =>
    wanted
      .slice(Math.max(0, at - 8), at + 8)
      .map(({ char }, i) => (Math.max(0, at - 8) + i === at ? `|${char}` : char))
      .join('');
  for (const { added, removed, count } of diffArrays(
    wanted.map(({ char }) => char),
    got.map(({ char }) => char),
  )) {
    if (removed || added) {
      const side = removed ? wanted.slice(w, w + count) : got.slice(g, g + count);
      found.push(`${removed ? 'lost' : 'new'} “${side.map(({ char }) => char).join('')}” at ${context(w)} (${wanted[w]?.owner})`);
      if (removed) w += count;
      else g += count;
      continue;
    }
    for (let i = 0; i < count; i++, w++, g++) {
      const { gap, owner } = wanted[w]!;
      const { before } = got[g]!;
      if (w > 0 && g > 0 && !allowed[gap].test(before)) found.push(`${gap} is ${JSON.stringify(before)} at ${context(w)} (${owner})`);
    }
  }
  return found;
}

/** Characters of a reader's text with the white space before each. */
function read(text: string, { fold, white }: Folding): readonly { readonly char: string; readonly before: string }[] {
  const characters: { char: string; before: string }[] = [];
  let before = '';
  for (const char of fold(text.replace(/\r\n?/g, '\n'))) {
    if (white.test(char)) before += char;
    else {
      characters.push({ char, before });
      before = '';
    }
  }
  return characters;
}
