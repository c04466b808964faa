// Turn the pages of two files into the words of each that repeat at the edge of pages: running heads and folios, which no text runs through.
import type { PdfPage, PdfWord } from '../../pdf/engine/pdf-page.ts';

/** Share of a page's height, at its top and its bottom, in which running heads and folios stand. */
const margin = 0.09;
/** Points by which a line may stand higher or lower from page to page. */
const sameHeight = 4;

/** Of each page, the indexes of its words that are running heads or folios. */
export type HeadWords = readonly ReadonlySet<number>[];

type Pages = readonly (PdfPage | undefined)[];

/** A line at the edge of a page. */
interface EdgeLine {
  readonly page: number;
  readonly y: number;
  /** Its words, numbers that a page could have as `#`. */
  readonly key: string;
  readonly numbers: readonly number[];
  readonly words: readonly number[];
}

/** A line of one file is a running head also where it repeats in the other only: a file of one page repeats nothing. */
export function runningHeads(old: Pages, now: Pages): readonly [HeadWords, HeadWords] {
  const [before, after] = [edgeLines(old), edgeLines(now)];
  const [inOld, inNew] = [repeated(before), repeated(after)];
  const known = new Map<string, readonly EdgeLine[]>();
  for (const line of [...inOld, ...inNew]) known.set(line.key, [...(known.get(line.key) ?? []).slice(-3), line]);
  const heads = (lines: readonly EdgeLine[], found: ReadonlySet<EdgeLine>) =>
    lines.filter((line) => found.has(line) || known.get(line.key)?.some((other) => continues(other, line)));
  return [byPage(old.length, heads(before, inOld)), byPage(now.length, heads(after, inNew))];
}

function byPage(pages: number, lines: readonly EdgeLine[]): HeadWords {
  const found = Array.from({ length: pages }, () => new Set<number>());
  for (const { page, words } of lines) for (const word of words) found[page]?.add(word);
  return found;
}

/** Each is held against the one before it with the same words. */
function repeated(lines: readonly EdgeLine[]): ReadonlySet<EdgeLine> {
  const last = new Map<string, EdgeLine>();
  const found = new Set<EdgeLine>();
  for (const line of lines) {
    const place = `${line.key}\n${Math.round(line.y / sameHeight)}`;
    const near = [place, `${line.key}\n${Math.round(line.y / sameHeight) - 1}`, `${line.key}\n${Math.round(line.y / sameHeight) + 1}`];
    const other = near.map((each) => last.get(each)).find((each) => each && each.page !== line.page && continues(each, line));
    if (other) found.add(other).add(line);
    last.set(place, line);
  }
  return found;
}

/** The same line, whose numbers stay or count the pages. */
function continues(a: EdgeLine, b: EdgeLine): boolean {
  if (a.key !== b.key || Math.abs(a.y - b.y) > sameHeight) return false;
  return a.numbers.every((number, index) => {
    const other = b.numbers[index] ?? Number.NaN;
    return other === number || other - number === b.page - a.page;
  });
}

/** A number as pages have one: no amount, no decimal. */
const pageNumber = /(?<![\d.,])\d{1,4}(?![\d]|[.,]\d)/g;
/** Characters of a line beyond which it is none of those. */
const longest = 300;

function edgeLines(pages: Pages): readonly EdgeLine[] {
  return pages.flatMap((page, index) => {
    if (!page) return [];
    const { words, height } = page;
    // A line may begin within the margin and end just outside it: words of different heights have different middles.
    const edge = words.flatMap((word, at) => (isAtEdge(middle(word), height, 1.5 * margin) ? [{ word, at }] : []));
    const lines: (typeof edge)[] = [];
    for (const each of edge.sort((a, b) => middle(a.word) - middle(b.word))) {
      const last = lines.at(-1);
      if (last?.some(({ word }) => isLevel(word, each.word))) last.push(each);
      else lines.push([each]);
    }
    return lines.flatMap((line): readonly EdgeLine[] => {
      const text = line
        .sort((a, b) => a.word.x - b.word.x)
        .map(({ word }) => word.text)
        .join(' ');
      if (text.length > longest) return [];
      const numbers = (text.match(pageNumber) ?? []).map(Number);
      const y = line.reduce((sum, { word }) => sum + middle(word), 0) / line.length;
      if (!isAtEdge(y, height, margin)) return [];
      return [{ page: index, y, key: text.replace(pageNumber, '#'), numbers, words: line.map(({ at }) => at) }];
    });
  });
}

const middle = ({ y, height }: PdfWord): number => y + height / 2;

const isAtEdge = (y: number, height: number, share: number): boolean => y < height * share || y > height * (1 - share);

/** Half of the lower of them, at least. */
function isLevel(a: PdfWord, b: PdfWord): boolean {
  const common = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return common >= Math.min(a.height, b.height) / 2;
}
