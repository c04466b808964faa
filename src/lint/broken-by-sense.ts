// Turn heads and headings of several lines into findings where a bracket or a phrase is broken against its sense.
import { language } from '../language/languages.ts';
import type { GlyphRun } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { placeOf } from './set-tables.ts';
import { blocksOf, isSpace, lastMark, type Mark, marksOf, type TextLine, textOf } from './text-lines.ts';

/** Points that nobody sees. */
const near = 0.05;

/** English words that nothing is said with until the next one comes. */
const leaning = /\b(?:an?|the|of|to|for|from|and|or|in|on|by|with|at)$/i;

/** A bracket that a line leaves open. */
const openBracket = /\([^()]*$/;

/** Headings in lines that are not justified. */
function* headings(input: LintInput): Iterable<PageFinding> {
  for (const lines of blocksOf(input.lines)) {
    const [first] = lines;
    const isRagged = first?.place.kind === 'heading' && first.place.style?.align !== 'justify';
    if (!first || !isRagged || language(first.place.lang).tradition !== 'latin') continue;
    for (const line of lines.slice(0, -1)) {
      const end = lastMark(line);
      const text = textOf(line).trimEnd();
      const open = openBracket.exec(text)?.index;
      const word = leaning.exec(text)?.[0];
      const finding = (message: string): PageFinding => ({
        page: line.page,
        x: end?.right ?? line.left,
        y: line.y,
        message,
        run: end?.run,
      });
      if (word) yield finding(say`a line of a heading ends with '${word}'`);
      else if (open !== undefined && bracketWidth(lines, line, open) <= line.right - line.left)
        yield finding(say`a line of a heading ends inside '${text.slice(open)}', which a line of its own would hold`);
    }
  }
}

/** From a bracket in a line up to what closes it, on one line. */
function bracketWidth(lines: readonly TextLine[], from: TextLine, open: number): number {
  let width = 0;
  for (const line of lines.slice(lines.indexOf(from))) {
    const marks = line === from ? line.marks.slice(open) : line.marks;
    const close = marks.findIndex(({ text }) => text === ')');
    const part = close < 0 ? marks : marks.slice(0, close + 1);
    const words = part.filter(({ text }) => !isSpace(text));
    width += (words.at(-1)?.right ?? 0) - (words[0]?.left ?? 0);
    if (close >= 0) return width;
  }
  return Number.POSITIVE_INFINITY;
}

const closers: ReadonlyMap<string, string> = new Map([
  ['（', '）'],
  ['(', ')'],
]);

/** Column heads: what a bracket holds over lines starts behind it, line below line. */
function* bracketedHeads(input: LintInput): Iterable<PageFinding> {
  for (const page of input.layout.pages) {
    const heads = new Map<string, Map<string, Mark[]>>();
    for (const run of page.items.filter((item): item is GlyphRun => item.kind === 'glyphs' && !item.sup)) {
      const place = placeOf(run, input);
      if (place?.kind !== 'head' || !place.head) continue;
      const lines = heads.get(place.base) ?? new Map<string, Mark[]>();
      heads.set(place.base, lines);
      lines.set(run.y.toFixed(1), [...(lines.get(run.y.toFixed(1)) ?? []), ...marksOf(run, input.fonts)]);
    }
    for (const lines of heads.values()) {
      let inside: { readonly closer: string; readonly left: number } | undefined;
      for (const marks of lines.values()) {
        const text = marks.map((mark) => mark.text).join('');
        const [first, second] = marks;
        if (!first) continue;
        if (inside && Math.abs(first.left - inside.left) > near) {
          const message = say`'${first.text}' stands ${(first.left - inside.left).toFixed(2)} pt off what its bracket begins with`;
          yield { page, x: first.x, y: first.run.y, run: first.run, message };
        }
        const closer = inside?.closer ?? closers.get(first.text);
        inside = closer && !text.includes(closer) ? (inside ?? (second && { closer, left: second.left })) : undefined;
      }
    }
  }
}

export const brokenBySense: readonly LintRule[] = [
  {
    code: 'lint/TL-66',
    severity: 'error',
    rule: 'what a bracket of a column head holds over several lines starts line below line',
    hint: 'part the head with | inside its bracket only where both lines begin alike',
    run: bracketedHeads,
  },
  {
    code: 'lint/TL-69',
    severity: 'error',
    rule: 'lines of a heading end neither inside a bracket that a line would hold nor after a word that leans on the next',
    hint: 'shorten the heading, or part it with <br>',
    run: headings,
  },
];
