// Turn the word spaces of latin lines into findings: widths, rivers, words above themselves.
import { language } from '../language/languages.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { blocksOf, isFull, isSpace, lastMark, type Mark, type TextLine, textOf } from './text-lines.ts';

/** Word spaces in em: TeX's quarter em, a third less and sixty percent more. */
const narrowest = 0.167;
const widest = 0.4;
/** A line that no break fills is still readable up to here. */
const widestForced = 0.75;
const deviation = 0.06;
const near = 0.005;

/** A word space: where it stands, and its width in em. */
interface WordSpace {
  readonly x: number;
  readonly width: number;
  readonly mark: Mark;
}

const latin = ({ lines }: LintInput): readonly TextLine[] => lines.filter(({ place }) => language(place.lang).tradition === 'latin');

function wordSpaces(line: TextLine): readonly WordSpace[] {
  const found: WordSpace[] = [];
  for (let i = 1; i + 1 < line.marks.length; i++) {
    const mark = line.marks[i];
    const before = line.marks[i - 1];
    const next = line.marks[i + 1];
    if (!mark || !before || !next || !isSpace(mark.text) || isSpace(next.text) || isSpace(before.text)) continue;
    // The gap behind a marker or a run-in heading is not a word space.
    if (mark.run.owner !== next.run.owner && JSON.stringify(mark.run.owner) !== JSON.stringify(next.run.owner)) continue;
    found.push({ x: mark.x, width: (next.left - mark.x) / mark.size, mark });
  }
  return found;
}

/**
 * Nothing but a hyphen could have filled the line: the next word does not fit even with the narrowest spaces, or the line that
 * would give it could not be filled then. `given` is what the line has given to the one before it, in points.
 */
function isForced(block: readonly TextLine[], index: number, given: number): boolean {
  const [line, next] = [block[index], block[index + 1]];
  const last = line && lastMark(line);
  if (!line || !next || !last) return false;
  const spaces = wordSpaces(line);
  const wide = spaces.reduce((sum, { width }) => sum + width * last.size, given) / Math.max(1, spaces.length) / last.size;
  if (given > 0 && wide <= widest) return false;
  const room = spaces.reduce((sum, { width, mark }) => sum + (width - narrowest) * mark.size, given);
  const word = nextWord(next, last.size);
  return word > room || isForced(block, index + 1, word);
}

/** Width of a line's first word with the narrowest space before it, in points. */
function nextWord(next: TextLine, size: number): number {
  let word = narrowest * size;
  const start = next.marks.findIndex(({ text }) => !isSpace(text));
  for (const mark of next.marks.slice(start)) {
    if (isSpace(mark.text) && !isTied(next, mark)) break;
    word += isSpace(mark.text) ? narrowest * mark.size : mark.right - mark.left;
    const after = next.marks[next.marks.indexOf(mark) + 1]?.text ?? '';
    if (/[-/—]/.test(mark.text) && /\p{L}/u.test(after)) break;
  }
  return word;
}

/** The space after a figure that its unit follows, or before a word's figure. */
function isTied(line: TextLine, space: Mark): boolean {
  const at = line.marks.indexOf(space);
  const before = textOf({ marks: line.marks.slice(0, at) });
  const after = textOf({ marks: line.marks.slice(at + 1) });
  return /\d$/.test(before) && /^(?:million|billion|thousand|percent|times|am|pm)\b/.test(after);
}

function* spaces(input: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(latin(input))) {
    const widths: number[] = [];
    for (const [index, line] of block.entries()) {
      if (!isFull(line)) continue;
      const found = wordSpaces(line);
      const worst = found.reduce<WordSpace | undefined>((worst, each) => (!worst || each.width > worst.width ? each : worst), undefined);
      const least = found.reduce<WordSpace | undefined>((least, each) => (!least || each.width < least.width ? each : least), undefined);
      for (const { width } of found) widths.push(width);
      const finding = ({ x, width, mark }: WordSpace, forced: boolean): PageFinding => ({
        page: line.page,
        x,
        y: line.y,
        message: say`word spaces of ${width.toFixed(2)} em${forced ? ', and the next word does not fit' : ''}`,
        run: mark.run,
        ...(forced ? { severity: 'warning' } : {}),
      });
      if (least && least.width < narrowest - near) yield finding(least, false);
      if (worst && worst.width > widest + near) yield finding(worst, worst.width <= widestForced && isForced(block, index, 0));
    }
    const mean = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
    const spread = Math.sqrt(widths.reduce((sum, width) => sum + (width - mean) ** 2, 0) / Math.max(1, widths.length));
    const [first] = block;
    // Fewer lines than four say more about chance than about the paragraph.
    if (first && block.length > 4 && spread > deviation)
      yield {
        page: first.page,
        x: first.left,
        y: first.y,
        message: say`word spaces deviate by ${spread.toFixed(3)} em`,
        at: first.place.block.at,
        severity: 'warning',
      };
  }
}

function* stacks(input: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(latin(input))) {
    for (const end of [false, true]) {
      let row = 0;
      let before = '';
      for (const line of block) {
        const words = textOf(line).trim().split(/\s+/);
        const word = (end ? words.at(-1) : words[0]) ?? '';
        row = word === before && word.length > 1 ? row + 1 : 1;
        before = word;
        if (row === 3)
          yield {
            page: line.page,
            x: end ? line.right : line.left,
            y: line.y,
            message: say`'${word}' stands above itself on three lines`,
            at: line.place.block.at,
          };
      }
    }
    yield* rivers(block);
  }
}

/** Spaces in a band so narrow, in em, run together for the eye. */
const band = 0.4;
const deepest = 4;

/** Spaces of four lines one below another: their middles stand in one narrow band. */
function* rivers(block: readonly TextLine[]): Iterable<PageFinding> {
  let open: readonly { readonly from: number; readonly to: number; readonly length: number }[] = [];
  for (const line of block) {
    const next = wordSpaces(line).map(({ x, width, mark }) => {
      const middle = x + (width * mark.size) / 2;
      const streams = open
        .map(({ from, to, length }) => ({ from: Math.min(from, middle), to: Math.max(to, middle), length: length + 1 }))
        .filter(({ from, to }) => to - from <= band * mark.size);
      const longest = streams.sort((a, b) => b.length - a.length || a.to - a.from - (b.to - b.from))[0];
      return { x, ...(longest ?? { from: middle, to: middle, length: 1 }) };
    });
    for (const { x, length } of next)
      if (length === deepest)
        yield {
          page: line.page,
          x,
          y: line.y,
          message: say`the spaces of ${deepest} lines stand one below another`,
          at: line.place.block.at,
        };
    open = next;
  }
}

/** Letters of two lines one below the other stand equally far apart to this, in em: more makes one look darker. */
const greyest = 0.0125;
/** Fewer letters than this say nothing about a line. */
const fewestLetters = 20;

/** How far the letters of a line stand apart on average, besides their kerning, in em. */
function letterSpacing({ marks }: TextLine, fonts: LintInput['fonts']): number | undefined {
  let [sum, count] = [0, 0];
  for (let i = 0; i + 1 < marks.length; i++) {
    const [mark, next] = [marks[i]!, marks[i + 1]!];
    const face = fonts.get(mark.run.font);
    if (!face || mark.run !== next.run || mark.sup || isSpace(mark.text) || isSpace(next.text)) continue;
    sum += (next.x - mark.right) / mark.size - face.kern(mark.id, next.id) / face.upem;
    count++;
  }
  return count < fewestLetters ? undefined : sum / count;
}

function* greys(input: LintInput): Iterable<PageFinding> {
  for (const block of blocksOf(latin(input))) {
    let before: number | undefined;
    for (const [index, line] of block.entries()) {
      const set = isFull(line) ? letterSpacing(line, input.fonts) : undefined;
      if (set !== undefined && before !== undefined && Math.abs(set - before) > greyest)
        yield {
          page: line.page,
          x: line.left,
          y: line.y,
          message: say`letters stand ${set.toFixed(3)} em apart below a line with ${before.toFixed(3)} em`,
          run: line.marks[0]?.run,
        };
      before = block[index + 1]?.page === line.page ? set : undefined;
    }
  }
}

export const latinSpacing: readonly LintRule[] = [
  {
    code: 'lint/TL-17',
    severity: 'error',
    rule: 'word spaces of latin lines are .167 to .40 em wide, and alike within a paragraph',
    hint: 'reword the sentence, or let the style space letters or part words',
    run: spaces,
  },
  {
    code: 'lint/TL-59',
    severity: 'warning',
    rule: 'letters of neighbouring lines of latin text stand equally far apart, to an eightieth of an em',
    hint: 'reword the darker or the lighter line, or let the style space letters less',
    run: greys,
  },
  {
    code: 'lint/TL-19',
    severity: 'warning',
    rule: 'no word stands above itself on three lines, no space on four',
    hint: 'reword one of the lines',
    run: stacks,
  },
];
