// Turn a release on pages into its justified running text: every paragraph and list item with its words, faces and measures.

import { type ElementPlace, indexElements } from '../../../src/lint/index-elements.ts';
import type { Document, Inline } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/language.ts';
import type { Frame, GlyphRun, Layout, Page } from '../../../src/model/page.ts';
import type { Style } from '../../../src/model/style.ts';
import { type Letter, lettersOf, writtenIn } from './letters.ts';

/** A block of running text as our layout sets it; lengths in points. */
export interface RunningBlock {
  readonly id: string;
  readonly lang: Lang;
  readonly place: ElementPlace;
  /** Its words, character by character, spaces folded into the character after them. */
  readonly letters: readonly Letter[];
  readonly size: number;
  readonly leading: number;
  /** Left edge and width of its lines. */
  readonly left: number;
  readonly measure: number;
  /** First-line indent and hanging indent. */
  readonly indent: number;
  readonly hang: number;
  /** List marker in the indent of the first line, '' for none. */
  readonly marker: string;
  /** Size and rise of raised marks. */
  readonly sup: { readonly size: number; readonly rise: number };
}

/** Owners of glyphs, with what they are, and a run-in heading that starts the lines of the paragraph after it. */
type Candidate = readonly [id: string, place: ElementPlace, runIn: ElementPlace | undefined];

/** Justified paragraphs and list items, in the order of the document. */
export function runningBlocks(document: Document, layout: Layout, style: Style): readonly RunningBlock[] {
  const pieces = piecesOf(layout);
  const leadings = new Map<string, number>();
  const candidates = justified(document, style);
  for (const [id, place] of candidates) {
    const pitch = linePitch(pieces.get(id) ?? []);
    if (pitch !== undefined) leadings.set(styleKey(place, pieces.get(id)), pitch);
  }
  return candidates.flatMap(([id, place, runIn]) => {
    const own = pieces.get(id) ?? [];
    const [first] = own;
    if (!first || !place.style) return [];
    const frame = frameOf(first.page, place);
    const size = sizeOf(own);
    const letters = lettersOf(
      [...(runIn ? [{ inlines: resolved(runIn.inlines, layout), gapAfter: true }] : []), { inlines: resolved(place.inlines, layout) }],
      writtenIn([...(runIn ? (pieces.get(runIn.base) ?? []) : []), ...own].map(({ run }) => run)),
      place.lang,
    );
    const marker = place.kind === 'item' ? (pieces.get(`${id}.label`) ?? []).map(({ run }) => textOf(run)).join('') : '';
    return {
      id,
      lang: place.lang,
      place,
      letters,
      size,
      leading: leadings.get(styleKey(place, own)) ?? place.style.leading,
      left: frame.x,
      measure: frame.width,
      indent: place.style.indent * size,
      hang: place.style.hang * size,
      marker: marker.trim(),
      sup: { size: style.sup.scale * size, rise: style.sup.rise * size },
    };
  });
}

function justified(document: Document, style: Style): readonly Candidate[] {
  const found: Candidate[] = [];
  let runIn: ElementPlace | undefined;
  for (const [id, place] of indexElements(document, style)) {
    const isText = place.kind === 'paragraph' || place.kind === 'item';
    if (isText && place.style?.align === 'justify') found.push([id, place, runIn]);
    runIn = place.block.kind === 'heading' && place.block.runIn ? place : undefined;
  }
  return found;
}

interface Piece {
  readonly page: Page;
  readonly run: GlyphRun;
}

function piecesOf(layout: Layout): ReadonlyMap<string, readonly Piece[]> {
  const pieces = new Map<string, Piece[]>();
  for (const page of layout.pages) {
    for (const run of page.items) {
      if (run.kind !== 'glyphs' || !('element' in run.owner)) continue;
      const known = pieces.get(run.owner.element);
      if (known) known.push({ page, run });
      else pieces.set(run.owner.element, [{ page, run }]);
    }
  }
  return pieces;
}

const textOf = (run: GlyphRun): string => run.glyphs.map(({ text }) => text).join('');

const sizeOf = (pieces: readonly Piece[]): number => (pieces.find(({ run }) => !run.sup) ?? pieces[0])?.run.size ?? 0;

const styleKey = ({ lang, style }: ElementPlace, pieces: readonly Piece[] | undefined): string =>
  `${lang}|${sizeOf(pieces ?? [])}|${style?.size}|${style?.leading}`;

/** Distance of two lines that follow one another on a page. */
function linePitch(pieces: readonly Piece[]): number | undefined {
  const pitches = pieces.flatMap(({ page, run }, index) => {
    const before = pieces.slice(0, index).findLast((each) => !each.run.sup);
    return before && !run.sup && before.page === page && run.y - before.run.y > run.size / 2 ? [run.y - before.run.y] : [];
  });
  return pitches.length > 0 ? Math.min(...pitches) : undefined;
}

function frameOf(page: Page, { block, base }: ElementPlace): Frame {
  const frame = page.frames.find(({ element }) => element === block.id) ?? page.frames.find(({ element }) => element === base);
  if (!frame) throw new Error(`page ${page.index + 1} has no frame for ${base}`);
  return frame;
}

/** Page references as they are printed. */
const resolved = (inlines: readonly Inline[], layout: Layout): readonly Inline[] =>
  inlines.map((inline) => (inline.pageRef === undefined ? inline : { ...inline, text: String(layout.anchors.get(inline.pageRef)) }));
