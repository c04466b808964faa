// Turn glyphs into findings about their faces: raised marks, overlaps, sizes, scripts, contrast.

import { language } from '../language/languages.ts';
import { faintRuns, leastContrast } from '../model/contrast.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { GlyphRun, Page } from '../model/page.ts';
import { say, sayAll } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { isJapanese, isSpace, type Mark, marksOf } from './text-lines.ts';

const runsOf = (page: Page): readonly GlyphRun[] => page.items.filter((item) => item.kind === 'glyphs');
const near = 0.005;

/** Marks of one line and what they stand beside: lines of running text, and those of labels, heads and captions. */
interface MarkedLine {
  readonly page: Page;
  readonly y: number;
  readonly marks: readonly Mark[];
  /** The line may open with a mark: the first of a note. */
  readonly opens: boolean;
}

function* markedLines(input: LintInput): Iterable<MarkedLine> {
  for (const { page, y, marks, place, first } of input.lines) yield { page, y, marks, opens: place.kind === 'note' && first };
  for (const page of input.layout.pages) {
    let open: { owner: string; base: GlyphRun; marks: Mark[] } | undefined;
    for (const run of runsOf(page)) {
      const owner = 'element' in run.owner && input.elements.get(run.owner.element)?.table ? run.owner.element : undefined;
      // A raised mark belongs to the run before it; text at another height starts a line.
      if (open && owner === open.owner && (run.sup || Math.abs(run.y - open.base.y) < 0.2)) open.marks.push(...marksOf(run, input.fonts));
      else {
        if (open) yield { page, y: open.base.y, marks: open.marks, opens: false };
        open = owner === undefined ? undefined : { owner, base: run, marks: [...marksOf(run, input.fonts)] };
      }
    }
    if (open) yield { page, y: open.base.y, marks: open.marks, opens: false };
  }
}

function* raisedMarks(input: LintInput): Iterable<PageFinding> {
  for (const line of markedLines(input)) {
    const base = line.marks.find(({ sup }) => !sup);
    for (const [index, mark] of line.marks.entries()) {
      if (!mark.sup) continue;
      const finding = (message: string): PageFinding => ({ page: line.page, x: mark.x, y: mark.run.y, message, run: mark.run });
      // A note's own mark opens it and has nothing before it.
      if (index === 0) {
        if (!line.opens) yield finding(say`the mark '${mark.text}' starts a line`);
        continue;
      }
      const before = line.marks[index - 1];
      // A mark of several characters is told of once.
      if (before?.run === mark.run) continue;
      const size = base?.size ?? mark.size;
      if (mark.size / size < 0.55 - near || mark.size / size > 0.7 + near)
        yield finding(say`a mark has ${((100 * mark.size) / size).toFixed(0)}% of its text's size, 55% to 70% wanted`);
      // The rise is measured from the text beside the mark, which stands on the baseline.
      const rise = ((base?.run.y ?? line.y) - mark.run.y) / size;
      if (base && (rise < 0.25 - near || rise > 0.4 + near)) yield finding(say`a mark is raised ${rise.toFixed(2)} em, .25 to .40 wanted`);
      if (before && !isSpace(before.text) && (mark.left - before.right) / size > 0.08 + near)
        yield finding(say`a mark stands ${((mark.left - before.right) / size).toFixed(2)} em off its word, .08 at most`);
    }
  }
}

/** Ink of a run, from cap height to the baseline, lower where letters or brackets descend. */
function inkOf(run: GlyphRun, { fonts }: LintInput): { left: number; right: number; top: number; bottom: number } {
  const face = fonts.get(run.font);
  const marks = marksOf(run, fonts).filter(({ text }) => !isSpace(text));
  const cap = ((face?.capHeight ?? 700) / (face?.upem ?? 1000)) * run.size;
  const descends = marks.some(({ text }) => /[gjpqy()[\],;]/.test(text)) ? 0.2 : marks.some(({ text }) => isJapanese(text)) ? 0.1 : 0;
  // Letters do not fill their advance, and kerning lets advances overlap.
  const side = 0.06 * run.size;
  return {
    left: (marks[0]?.left ?? run.x) + side,
    right: (marks.at(-1)?.right ?? run.x) - side,
    top: run.y - cap,
    bottom: run.y + descends * run.size,
  };
}

function* overlaps(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    const boxes = runsOf(page)
      .filter((run) => run.glyphs.some(({ text }) => !isSpace(text)))
      .map((run) => ({ run, ...inkOf(run, input) }))
      .sort((a, b) => a.top - b.top);
    for (const [index, a] of boxes.entries()) {
      for (let other = index + 1; other < boxes.length; other++) {
        const b = boxes[other];
        if (!b || b.top > a.bottom) break;
        const area =
          Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
          Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
        if (area > 0.3)
          yield { page, x: b.left, y: b.run.y, message: say`'${wordsOf(b.run)}' is set over '${wordsOf(a.run)}'`, run: b.run };
      }
    }
    for (const rule of page.items) {
      if (rule.kind !== 'rule' || rule.role === 'tint') continue;
      const [top, bottom] = [rule.y, rule.y + rule.height];
      for (const box of boxes) {
        if (box.right <= rule.x || box.left >= rule.x + rule.width) continue;
        const clear = Math.max(box.top - bottom, top - box.bottom);
        if (clear < 0.8 - near)
          yield {
            page,
            x: box.left,
            y: box.run.y,
            message: say`'${wordsOf(box.run)}' stands ${clear.toFixed(2)} pt from a rule`,
            run: box.run,
          };
      }
    }
  }
}

const wordsOf = (run: GlyphRun): string =>
  run.glyphs
    .map(({ text }) => text)
    .join('')
    .trim()
    .slice(0, 20);

const least = { body: 8, table: 7, head: 6.5, mark: 4.3 } as const;
const mostSizes = 6;

function* sizes({ layout, elements }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    const found = new Set<string>();
    for (const run of runsOf(page)) {
      const place = 'element' in run.owner ? elements.get(run.owner.element) : undefined;
      const inTable = place?.table !== undefined && place.kind !== 'caption' && place.kind !== 'unit';
      const isHead = place?.kind === 'head' || ('artifact' in run.owner && run.owner.artifact === 'repeated-head');
      const limit = run.sup ? least.mark : isHead ? least.head : inTable ? least.table : least.body;
      if (run.size < limit - near)
        yield { page, x: run.x, y: run.y, message: say`type of ${run.size.toFixed(2)} pt, ${limit} wanted at least`, run };
      if (!run.sup) found.add(run.size.toFixed(2));
    }
    if (found.size > mostSizes) {
      const list = sayAll([...found].sort((a, b) => Number(a) - Number(b)));
      yield { page, message: say`${found.size} sizes of type on one page (${list}), ${mostSizes} at most`, severity: 'warning' };
    }
  }
}

function* scripts({ layout, fonts, style }: LintInput): Iterable<PageFinding> {
  const familiesOf = (lang: Lang): readonly string[] => Object.values(inLang(style.fonts, lang));
  const isCjk = (lang: Lang): boolean => language(lang).tradition === 'cjk';
  const cjk = new Set(Object.keys(style.fonts).filter(isCjk).flatMap(familiesOf));
  for (const page of layout.pages) {
    for (const run of runsOf(page)) {
      const face = fonts.get(run.font);
      const { glyphs, offsets } = run;
      const finding = (x: number, message: string): PageFinding => ({ page, x, y: run.y, message, run });
      if (!face) {
        yield finding(run.x, say`face ${run.font} is not registered`);
        continue;
      }
      const missing = glyphs.findIndex(({ id, text }) => id === 0 && text !== '');
      if (missing >= 0) yield finding(run.x + offsets[missing]!, say`'${glyphs[missing]!.text}' has no glyph in ${face.id}`);
      const foreign = cjk.has(face.family) ? -1 : glyphs.findIndex(({ text }) => isJapanese(text));
      if (foreign >= 0) yield finding(run.x + offsets[foreign]!, say`'${glyphs[foreign]!.text}' is set in ${face.id}`);
      // Latin text keeps its own face; statements of all languages share theirs by design of the style.
      // A phrase in a language that the style has no faces for is set in those of the text around it.
      const isStray = Object.hasOwn(style.fonts, run.lang) && !isCjk(run.lang) && !familiesOf(run.lang).includes(face.family);
      const stray = isStray ? glyphs.findIndex(({ text }) => /[A-Za-z]/.test(text)) : -1;
      if (stray >= 0) yield finding(run.x + offsets[stray]!, say`'${glyphs[stray]!.text}' is set in ${face.id}`);
    }
  }
}

/** As the style writes a colour. */
const hexOf = (colour: readonly number[]): string =>
  `#${colour
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

function* contrast({ layout, pdf }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    for (const { run, color, ground, contrast: ratio } of faintRuns(page))
      yield {
        page,
        x: run.x,
        y: run.y,
        run,
        message: say`text of ${color} on ${ground} has a contrast of ${ratio.toFixed(1)} to 1, ${leastContrast} to 1 wanted`,
      };
    // What the style colours was judged with its ground; the file has no other colour.
    const meant = new Set(page.items.flatMap((item) => ('color' in item ? (item.color ?? []) : [])));
    const found = (pdf?.pages[page.index]?.colours ?? []).filter((colour) => !meant.has(hexOf(colour)));
    const shades = new Set(found.map((colour) => colour.join(' ')));
    // One colour cannot be a sign; more might be the only one.
    if (shades.size > 1)
      yield { page, message: say`${shades.size} colours on one page: a reader who sees none must lose nothing`, severity: 'warning' };
    for (const colour of found) {
      const ratio = 1.05 / (luminance(colour) + 0.05);
      if (ratio < leastContrast)
        yield { page, message: say`a colour with a contrast of ${ratio.toFixed(1)} to 1 on white, ${leastContrast} to 1 wanted` };
    }
  }
}

function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export const faces: readonly LintRule[] = [
  {
    code: 'lint/TL-20',
    severity: 'error',
    rule: 'raised marks are small, raised by a quarter to two fifths of an em, and close to their word',
    hint: 'set scale and rise of raised marks in the style',
    run: raisedMarks,
  },
  {
    code: 'lint/TL-29',
    severity: 'error',
    rule: 'no text is set over other text or on a rule',
    hint: 'give the block more leading, or the table more padding',
    run: overlaps,
  },
  {
    code: 'lint/TL-41',
    severity: 'error',
    rule: 'no type is smaller than can be read; six sizes a page',
    hint: 'use a size that the page has already, or a larger one',
    run: sizes,
  },
  {
    code: 'lint/TL-42',
    severity: 'error',
    rule: 'every character has a glyph in a registered face of its script',
    hint: 'register a face that has the character, and name it for this language',
    run: scripts,
  },
  { code: 'lint/TL-43', severity: 'error', rule: 'text has a contrast of 4.5 to 1', hint: 'text is black, or nearly so', run: contrast },
];
