// Turn a notice into what it shows as printed then and as corrected, by language: its texts and its cells, and what is marked of them.
import type { Block, Document, Figure, Inline } from '../model/document.ts';
import { cellRuns, runsOf, withInner } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import { versionClass } from './notice-classes.ts';

/** A text of the notice, white space aside. */
export interface ShownText {
  readonly text: string;
  /** Stretches that are marked, each whole. */
  readonly marked: readonly string[];
}

/** What stands below the heads of one version. */
export interface NoticeSide {
  readonly texts: readonly ShownText[];
  /** Marked cells, each by its statement, row, column and text. */
  readonly cells: readonly string[];
}

export interface NoticeSides {
  readonly before: NoticeSide;
  readonly after: NoticeSide;
}

/** Every place has two heads of versions: that of what was printed, and that of what is corrected. */
export function noticeSides({ parts, figures }: Document, lang: Lang): NoticeSides {
  const [before, after] = [emptySide(), emptySide()];
  for (const part of parts.filter((each) => each.lang === lang)) {
    let side: Gathered | undefined;
    for (const block of part.sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind === 'heading') {
        if (block.class === versionClass) side = side === before ? after : before;
        // The name of a place, and what follows the places, belong to no version.
        else side = undefined;
      } else if (side) gather(block, side, figures);
    }
  }
  return { before, after };
}

interface Gathered {
  readonly texts: ShownText[];
  readonly cells: string[];
}

const emptySide = (): Gathered => ({ texts: [], cells: [] });

function gather(block: Block, side: Gathered, figures: readonly Figure[]): void {
  for (const each of withInner(block)) {
    const texts =
      each.kind === 'note' ? [[...each.label, ...each.inlines]] : each.kind === 'list' ? each.items.map(itemRuns) : runsOf(each);
    for (const inlines of texts) side.texts.push(shownText(inlines));
    if (each.kind !== 'table') continue;
    // A head in several pieces is one text.
    for (const head of each.heads) side.texts.push(shownText(head.pieces.flat()));
    for (const row of each.rows) {
      for (const cell of row.cells) {
        // So are the words of a cell and the mark behind them.
        if (cell?.words && cell.mark) side.texts.push(shownText(cellRuns(cell).flat()));
        const figure = cell?.changed && cell.figure !== undefined ? figures[cell.figure] : undefined;
        if (figure) side.cells.push(cellName(figure));
      }
    }
  }
}

const itemRuns = ({ label, inlines }: { readonly label: readonly Inline[]; readonly inlines: readonly Inline[] }): readonly Inline[] => [
  ...label,
  ...inlines,
];

/** `operations 3 jpy 10,568,342`. */
export function cellName({ place, text }: Pick<Figure, 'place' | 'text'>): string {
  return place.kind === 'cell' ? `${place.statement} ${place.row} ${place.column} ${text}` : text;
}

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

function shownText(inlines: readonly Inline[]): ShownText {
  const marked: string[] = [];
  let goesOn = false;
  for (const { text, changed } of inlines) {
    if (changed && goesOn) marked.push((marked.pop() ?? '') + text);
    else if (changed) marked.push(text);
    goesOn = changed === true;
  }
  return { text: withoutSpace(inlines.map(({ text }) => text).join('')), marked: marked.map(withoutSpace).filter((text) => text !== '') };
}
