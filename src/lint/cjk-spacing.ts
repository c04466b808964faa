// Turn the gaps of Japanese lines into findings: punctuation on half bodies, quarter ems between scripts, edges on the margins.

import { language } from '../language/languages.ts';
import { inLang } from '../model/language.ts';
import { isCounted } from '../model/nested-lists.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import {
  closing,
  isFull,
  isIdeograph,
  isLetter,
  isSpace,
  lastMark,
  type Mark,
  middle,
  opening,
  type TextLine,
  textOf,
} from './text-lines.ts';

/** Coordinates agree within this, in em: far below what a device shows. */
const near = 0.005;

function finding(line: TextLine, mark: Mark, message: string, severity?: 'warning'): PageFinding {
  return { page: line.page, x: mark.x, y: line.y, message, run: mark.run, ...(severity ? { severity } : {}) };
}

/** Neighbouring glyphs of one size on one line, and the space between their bodies in em. */
function* pairs(line: TextLine): Iterable<{ a: Mark; b: Mark; gap: number }> {
  for (let i = 0; i + 1 < line.marks.length; i++) {
    const a = line.marks[i];
    const b = line.marks[i + 1];
    if (!a || !b || a.sup || b.sup || a.size !== b.size || isSpace(a.text) || isSpace(b.text)) continue;
    // A marker and a run-in heading stand apart from what follows them.
    if (line.place.kind !== 'note' && owner(a) !== owner(b)) continue;
    yield { a, b, gap: (b.left - a.right) / a.size };
  }
}

const owner = ({ run }: Mark): string => ('element' in run.owner ? run.owner.element : '');
const isCjk = ({ place }: TextLine): boolean => language(place.lang).tradition === 'cjk';
const cjk = ({ lines }: LintInput): readonly TextLine[] => lines.filter(isCjk);
const isJustified = (line: TextLine): boolean => line.place.style?.align === 'justify';
const startsAtMargin = ({ place }: TextLine): boolean => place.style?.align === 'justify' || place.style?.align === 'left';
const em = (width: number): string => width.toFixed(3);
const isOpening = (text: string): boolean => opening.includes(text);
const isClosing = (text: string): boolean => closing.includes(text);

function* punctuationPairs(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input)) {
    for (const { a, b, gap } of pairs(line)) {
      if (isClosing(a.text) && isOpening(b.text) && gap > 0.5 + near)
        yield finding(line, a, say`'${a.text}${b.text}' takes ${em(1 + gap)} em`);
      if ('、。'.includes(a.text) && isClosing(b.text) && gap > 0.5 + near)
        yield finding(line, a, say`'${a.text}${b.text}' takes ${em(1 + gap)} em`);
      if (isClosing(a.text) && isClosing(b.text) && !'、。'.includes(a.text) && Math.abs(gap) > near)
        yield finding(line, a, say`'${a.text}${b.text}' takes ${em(1 + gap)} em`);
    }
  }
}

function* trimmedEnds(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input).filter(isFull)) {
    const last = lastMark(line);
    if (!last || !isClosing(last.text)) continue;
    const off = last.right - line.right;
    const hung = mayHang(input, line, last) && Math.abs(off - last.size / 2) <= 0.25;
    if (Math.abs(off) > 0.25 && !hung)
      yield finding(line, last, say`'${last.text}' ends ${(last.right - line.right).toFixed(2)} pt off the margin`);
  }
}

function* solidStarts(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input).filter(startsAtMargin)) {
    const first = line.marks[0];
    const indent = line.first ? (line.place.style?.indent ?? 0) : (line.place.style?.hang ?? 0);
    // The indent of a numbered list is as wide as its widest number asks.
    if (!first || !isOpening(first.text) || isNumbered(line)) continue;
    const off = first.left - line.left - indent * first.size;
    if (Math.abs(off) > 0.1) yield finding(line, first, say`'${first.text}' stands ${off.toFixed(2)} pt off the line's start`);
  }
}

/** Widest space between scripts, in em: in a line of solid text, and in one whose ideographs stand further apart than this. */
const widestBeside = { solid: 0.333, spread: 0.5 } as const;
const spread = 0.04;

function* scriptGaps(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input)) {
    const gaps = [...pairs(line)];
    const isSpread = gaps.some(({ a, b, gap }) => isIdeograph(a.text) && isIdeograph(b.text) && gap >= spread - near);
    const widest = isSpread ? widestBeside.spread : widestBeside.solid;
    for (const { a, b, gap } of gaps) {
      const boundary = (isIdeograph(a.text) && isLetter(b.text)) || (isLetter(a.text) && isIdeograph(b.text));
      if (boundary && (gap < 0.125 - near || gap > widest + near))
        yield finding(line, b, say`${em(gap)} em between '${a.text}' and '${b.text}'`);
    }
  }
}

function* ideographGaps(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input)) {
    const gaps = [...pairs(line)].filter(({ a, b }) => isIdeograph(a.text) && isIdeograph(b.text));
    const widest = gaps.reduce<(typeof gaps)[number] | undefined>((most, each) => (!most || each.gap > most.gap ? each : most), undefined);
    if (!widest) continue;
    const { a, b, gap } = widest;
    // Told once a line: the gaps of a line that only emergency spaces fill are all as wide.
    if (gap > 0.25 + near) yield finding(line, b, say`${em(gap)} em between '${a.text}' and '${b.text}'`);
    else if (gap > 0.1 + near) yield finding(line, b, say`${em(gap)} em between '${a.text}' and '${b.text}': an emergency line`, 'warning');
    const mean = gaps.reduce((sum, each) => sum + each.gap, 0) / gaps.length;
    if (mean > 0.06 + near) yield finding(line, a, say`ideographs stand ${em(mean)} em apart on average`, 'warning');
  }
}

function* punctuationSpaces(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input)) {
    for (const { a, b, gap } of pairs(line)) {
      if (isClosing(b.text) || middle.includes(b.text)) continue;
      if (a.text === '。' && Math.abs(gap - 0.5) > 0.01) yield finding(line, a, say`${em(gap)} em after '。'`);
      const bracket = (isClosing(a.text) && a.text !== '。') || (isOpening(b.text) && !isOpening(a.text) && !middle.includes(a.text));
      if (bracket && !isOpening(a.text) && gap < 0.25 - near && isHalf(a, b))
        yield finding(line, a, say`${em(gap)} em between '${a.text}' and '${b.text}'`);
    }
  }
}

/** Either of them is punctuation cut to half its em, so that white belongs beside it. */
const isHalf = (a: Mark, b: Mark): boolean =>
  (isClosing(a.text) && a.right - a.left < 0.6 * a.size) || (isOpening(b.text) && b.right - b.left < 0.6 * b.size);

function* filledLines(input: LintInput): Iterable<PageFinding> {
  for (const line of cjk(input)) {
    const last = lastMark(line);
    if (!last) continue;
    // Where punctuation ends the line, its half body is judged by itself.
    if (isFull(line) && !isClosing(last.text) && Math.abs(last.right - line.right) > 0.1)
      yield finding(line, last, say`a justified line ends ${(last.right - line.right).toFixed(2)} pt off the margin`);
    const characters = (line.right - line.left) / last.size;
    const body = line.place.kind === 'paragraph' && line.place.block.class === '' && !last.sup;
    if (body && isJustified(line) && Math.abs(characters - Math.round(characters)) > 0.02)
      yield finding(line, last, say`the measure is ${characters.toFixed(2)} characters wide`);
  }
}

function* shortLastLines({ lines }: LintInput): Iterable<PageFinding> {
  for (const line of lines) {
    const text = textOf(line).trim();
    const first = line.marks[0];
    if (!line.last || line.first || !first || !['paragraph', 'item', 'note'].includes(line.place.kind)) continue;
    if (isCjk(line) ? [...text].filter((character) => !isClosing(character)).length < 2 : !/\s/.test(text))
      yield finding(line, first, say`'${text}' stands alone on the last line`);
  }
}

/** Paragraphs as their style says; the marker of an item and the label of a note stand at the margin. */
function* indents({ lines }: LintInput): Iterable<PageFinding> {
  for (const line of lines) {
    const first = line.marks.find(({ sup }) => !sup);
    const { style, kind } = line.place;
    if (!first || !style || !line.first || line.marks[0] !== first || !startsAtMargin(line)) continue;
    if (kind !== 'paragraph' && kind !== 'item' && kind !== 'note') continue;
    if (isNumbered(line)) {
      if (!isOfTerm(line)) yield* numberGaps(line);
      continue;
    }
    const wanted = kind === 'paragraph' ? style.indent : 0;
    // A dot as a marker stands in the middle of its body.
    const start = middle.includes(first.text) ? first.x : first.left;
    const indent = (start - line.left) / first.size;
    if (Math.abs(indent - wanted) > 0.02) yield finding(line, first, say`the first line is indented ${em(indent)} em instead of ${wanted}`);
  }
}

const isNumbered = ({ place: { block, base } }: TextLine): boolean =>
  block.kind === 'list' && block.items.some((item) => item.id === base && isCounted(block, item));

const isOfTerm = ({ place }: TextLine): boolean => place.block.kind === 'list' && place.block.terms === true;

/** Half an em between the number of an item and its text, as the numbers of a list end on one edge. */
function* numberGaps(line: TextLine): Iterable<PageFinding> {
  const { block, base } = line.place;
  const item = block.kind === 'list' ? block.items.find(({ id }) => id === base) : undefined;
  const length = (item?.label ?? []).reduce((sum, { text }) => sum + text.length, 0);
  const last = line.marks[length - 1];
  const next = line.marks[length];
  if (!last || !next) return;
  const gap = (next.x - last.right) / next.size;
  if (Math.abs(gap - 0.5) > 0.05) yield finding(line, last, say`a number stands ${em(gap)} em before its text instead of 0.5`);
}

/** Where the style lets them hang, a comma and a stop stand over the margin with their half body. */
const mayHang = ({ style }: LintInput, line: TextLine, last: Mark): boolean =>
  isCjk(line) && inLang(style.justification, line.place.lang).hang && isJustified(line) && '、。，．'.includes(last.text);

function* hanging(input: LintInput): Iterable<PageFinding> {
  for (const line of input.lines) {
    const last = lastMark(line);
    if (last && last.right > line.right + (mayHang(input, line, last) ? last.size / 2 : 0) + 0.3)
      yield finding(line, last, say`'${last.text}' stands ${(last.right - line.right).toFixed(2)} pt right of the margin`);
  }
}

const composed =
  'composition settles this by itself: look at what is odd about the place, a size or face that the style gives to part of a line';

export const cjkSpacing: readonly LintRule[] = [
  {
    code: 'lint/TL-05',
    severity: 'error',
    rule: 'a closing and an opening bracket take an em and a half at most, two closing brackets one em',
    hint: composed,
    run: punctuationPairs,
  },
  {
    code: 'lint/TL-06',
    severity: 'error',
    rule: 'punctuation at the end of a justified line ends on the margin with its half body, or hangs over it where the style says so',
    hint: composed,
    run: trimmedEnds,
  },
  {
    code: 'lint/TL-07',
    severity: 'error',
    rule: 'an opening bracket at the start of a line stands solid',
    hint: composed,
    run: solidStarts,
  },
  {
    code: 'lint/TL-08',
    severity: 'error',
    rule: 'Japanese and Latin characters stand an eighth to a third of an em apart, up to half an em where ideographs stand apart too',
    hint: composed,
    run: scriptGaps,
  },
  {
    code: 'lint/TL-11',
    severity: 'error',
    rule: 'ideographs stand at most a tenth of an em apart, on average .06',
    hint: 'reword the sentence, or break it in two: the line has too little to stretch',
    run: ideographGaps,
  },
  {
    code: 'lint/TL-12',
    severity: 'error',
    rule: 'half an em follows a full stop inside a line, at least a quarter a bracket or a comma',
    hint: composed,
    run: punctuationSpaces,
  },
  {
    code: 'lint/TL-13',
    severity: 'error',
    rule: 'justified Japanese lines fill a measure of whole characters',
    hint: 'give the page class a measure of whole characters at the size of its text',
    run: filledLines,
  },
  {
    code: 'lint/TL-14',
    severity: 'warning',
    rule: 'a last line holds two characters or two words',
    hint: 'add or cut a word of the paragraph',
    run: shortLastLines,
  },
  {
    code: 'lint/TL-15',
    severity: 'error',
    rule: "a paragraph's first line is indented as its style says",
    hint: 'set it in the style of the layout',
    run: indents,
  },
  {
    code: 'lint/TL-16',
    severity: 'error',
    rule: 'nothing hangs over the right margin but, where the style says so, a Japanese comma or stop by half an em',
    hint: 'shorten the word, or let the style hang what may hang',
    run: hanging,
  },
];
