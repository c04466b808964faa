// Turn what readers make of the finished file into findings: spaces that the text does not have, characters lost or doubled.
import type { Page } from '../model/page.ts';
import { literally } from '../model/pattern-text.ts';
import { runText } from '../model/run-text.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import { folded } from '../pdf/engine/pdf-page.ts';
import { pictureMark } from './line-pictures.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import type { FileGap } from './read-gaps.ts';
import { isSpace, type Mark, type TextLine, textOf } from './text-lines.ts';

/** The widest gap that no reader takes for a space, in em: poppler's layout mode and pdf.js insert one above it. */
const safeGap = 0.1;

/**
 * Inside a run of text no gap is wider than a reader lets pass, unless a space glyph stands in it. Japanese gaps of a quarter em are
 * part of the advances that the file gives its glyphs, so pages alone tell of Western words only; the file tells of everything.
 */
function* gapsWithoutSpace(input: LintInput): Iterable<PageFinding> {
  for (const line of input.lines) {
    for (const [index, b] of line.marks.entries()) {
      const a = line.marks[index - 1];
      if (!a || a.sup || b.sup || a.size !== b.size || !isWestern(a.text) || !isWestern(b.text) || ownerOf(a) !== ownerOf(b)) continue;
      const gap = (b.left - a.right) / a.size;
      if (gap > safeGap) yield findingAt(line, b, say`${gap.toFixed(3)} em inside '${textOf(line).trim().slice(0, 20)}…' without a space`);
    }
  }
  for (const gap of input.pdf?.gaps ?? []) {
    const page = input.layout.pages[gap.page];
    const place = page && lineAt(page, gap, input);
    // Between two elements, a caption and its unit, white is meant; inside of one it is not, links and spans of it included.
    if (!page || (gap.parted && (!place || ownerOf(place.before) !== ownerOf(place.after)))) continue;
    yield {
      page,
      x: gap.x,
      y: gap.y,
      message: say`the file leaves ${gap.width.toFixed(3)} em between '${gap.before}' and '${gap.after}': readers take more than ${safeGap} em for a space`,
      run: place?.after.run,
    };
  }
}

const isWestern = (text: string): boolean => (text.codePointAt(0) ?? 0) < 0x2000 && !isSpace(text);
const ownerOf = ({ run }: Mark): string => ('element' in run.owner ? run.owner.element : run.owner.artifact);

/** The marks of running text on either side of a gap of the file. */
function lineAt(page: Page, gap: FileGap, { lines }: LintInput): { readonly before: Mark; readonly after: Mark } | undefined {
  for (const line of lines) {
    if (line.page !== page) continue;
    const index = line.marks.findIndex((mark) => Math.abs(mark.x - gap.to) < 0.5 && Math.abs(mark.run.y - gap.y) < 0.5);
    const [before, after] = [line.marks[index - 1], line.marks[index]];
    if (before && after) return { before, after };
  }
  return undefined;
}

const findingAt = (line: TextLine, mark: Mark | undefined, message: string): PageFinding => ({
  page: line.page,
  x: mark?.x ?? line.left,
  y: line.y,
  message,
  run: mark?.run,
});

/** A triangle before a figure is read as the minus that it stands for, and a word that composition parts without its hyphen (both by replacement). */
const readable = (text: string): string => whole(text).normalize('NFKC').replaceAll('△', '−');

/** Without the hyphens of composition. */
const whole = (text: string): string => text.replaceAll('\u00ad', '');

/**
 * What PDFium gives: each line as it was set, its spaces where it has them and nowhere else, and on each page as many of every
 * character as the page prints, tables and furniture included. The tests ask poppler, MuPDF and pdf.js the same, where they are.
 */
function* extraction({ layout, lines, pdf }: LintInput): Iterable<PageFinding> {
  if (!pdf) return;
  const pages = pdf.texts.map(readable);
  const solid = pdf.texts.map(folded);
  for (const line of lines) {
    const [spaced, squeezed] = [pages[line.page.index], solid[line.page.index]];
    const text = folded(whole(textOf(line)));
    if (spaced === undefined || squeezed === undefined || text === '') continue;
    const shown = readable(textOf(line)).trim().slice(0, 30);
    if (!squeezed.includes(text)) yield findingAt(line, line.marks[0], say`'${shown}' is not read back as it was set`);
    else if (!new RegExp(patternOf(line), 'u').test(spaced))
      yield findingAt(line, line.marks[0], say`'${shown}' is read back with spaces that it does not have, or without those that it has`);
  }
  for (const page of layout.pages) {
    const read = solid[page.index];
    const difference = read === undefined ? '' : countDifference(printedOn(page), read);
    if (difference !== '') yield { page, message: say`a reader gives ${difference} than the page prints` };
  }
}

/** The line as a pattern: white where it has spaces, none elsewhere but beside raised marks and behind markers, which readers may set apart. */
function patternOf(line: TextLine): string {
  const pieces = line.marks.map((mark, index) => {
    if (mark.text === pictureMark) return '';
    const text = readable(mark.text);
    if (text.trim() === '') return '\\s+';
    const exact = literally(text).replaceAll(/\s+/g, '\\s*');
    const before = line.marks[index - 1];
    const apart = before !== undefined && ownerOf(before) !== ownerOf(mark) ? '\\s*' : '';
    return mark.sup ? `${apart}\\s*${exact}\\s*` : apart + exact;
  });
  const joined = pieces.join('').replaceAll(/(?:\\s\+){2,}/g, '\\s+');
  return joined.replace(/^(?:\\s[*+])+|(?:\\s[*+])+$/g, '');
}

const printedOn = (page: Page): string => folded(whole(page.items.map((item) => (item.kind === 'glyphs' ? runText(item) : '')).join('')));

/** Characters of which a reader gives more or fewer, as words; '' for none. */
function countDifference(printed: string, read: string): string {
  const counts = new Map<string, number>();
  for (const character of read) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of printed) counts.set(character, (counts.get(character) ?? 0) - 1);
  const odd = [...counts].filter(([, count]) => count !== 0);
  const list = odd
    .slice(0, 5)
    .map(([character, count]) => say`${Math.abs(count)} '${character}' ${count > 0 ? sayWord('more') : sayWord('fewer')}`);
  return say`${sayAll(list)}${odd.length > list.length ? ' and others' : ''}`;
}

export const reading: readonly LintRule[] = [
  {
    code: 'lint/TL-09',
    severity: 'error',
    rule: 'inside a run of text no gap is wider than a tenth of an em without a space, neither on the page nor in the file',
    hint: 'readers will copy a space that is not there: the gap has to lie in the advance of a glyph; look at the size and face of the place',
    run: gapsWithoutSpace,
  },
  {
    code: 'lint/TL-10',
    severity: 'error',
    rule: 'readers extract every line as it was set, its spaces and no others, and every character of a page once',
    hint: 'who copies the text gets something else: look for a face whose glyph has no character, and for overlapping text',
    run: extraction,
  },
];
