// Turn words that are searched for into the places on pages where they stand, however they are broken into lines and spaced.
import type { PageView } from '../protocol.ts';

/** A rectangle on a page, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One match: a rectangle for each line that it stands on. */
export interface Match {
  /** Index of the page. */
  readonly page: number;
  readonly boxes: readonly Box[];
  /** Indices of the marks of the page that it stands in. */
  readonly marks: readonly number[];
}

/** Matches that are shown. */
const most = 1000;

/** In the order of pages. Letters count the same whatever their case and width; spaces count for nothing. */
export function findText(pages: readonly PageView[], words: string): readonly Match[] {
  const wanted = bare(words);
  if (wanted === '') return [];
  const found: Match[] = [];
  for (const page of pages) {
    for (const { text, places } of elementsOf(page)) {
      for (let at = text.indexOf(wanted); at >= 0 && found.length < most; at = text.indexOf(wanted, at + wanted.length))
        found.push(matchOn(page.index, places.slice(at, at + wanted.length)));
    }
  }
  return found;
}

/** A character that counts, and where it stands. */
interface Place {
  readonly mark: number;
  readonly box: Box;
}

interface ElementText {
  readonly text: string;
  readonly places: readonly Place[];
}

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

const read = new WeakMap<PageView, readonly ElementText[]>();

function elementsOf(page: PageView): readonly ElementText[] {
  const known = read.get(page);
  if (known) return known;
  const elements = new Map<string, { text: string; places: Place[] }>();
  page.marks.forEach(({ element, text, x, y, width, height }, mark) => {
    const one = elements.get(element) ?? { text: '', places: [] };
    elements.set(element, one);
    const characters = [...text];
    characters.forEach((character, index) => {
      const share = width / characters.length;
      for (const plain of bare(character)) {
        one.text += plain;
        one.places.push({ mark, box: { x: x + index * share, y, width: share, height } });
      }
    });
  });
  const made = [...elements.values()];
  read.set(page, made);
  return made;
}

function matchOn(page: number, places: readonly Place[]): Match {
  const boxes = new Map<number, Box>();
  for (const { mark, box } of places) {
    const known = boxes.get(mark);
    boxes.set(mark, known ? { ...known, width: box.x + box.width - known.x } : box);
  }
  return { page, boxes: [...boxes.values()], marks: [...boxes.keys()] };
}
