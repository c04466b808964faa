// Turn what should look alike on the pages into findings where it does not: heads of a level, labels of notes, the minus of a page.
import { inLang } from '../model/language.ts';
import type { Frame, GlyphRun, Page } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { placeOf } from './set-tables.ts';
import { isSpace, marksOf } from './text-lines.ts';

/** Points, and em, that nobody sees. */
const near = 0.05;
const nearEm = 0.02;

const runsOf = (page: Page): readonly GlyphRun[] => page.items.filter((item) => item.kind === 'glyphs');

/** A heading in other letters than those of its level: in those of the paragraph that it runs into. */
function* strayHeads(input: LintInput): Iterable<PageFinding> {
  const { fonts, style } = input;
  for (const page of input.layout.pages) {
    for (const run of runsOf(page)) {
      const place = placeOf(run, input);
      const face = fonts.get(run.font);
      if (place?.kind !== 'heading' || !place.style || !face) continue;
      const { font, italic } = place.style;
      const families = Object.keys(style.fonts).map((lang) => inLang(style.fonts, lang)[font]);
      const isSlanted = italic || place.inlines[run.inline ?? -1]?.italic === true;
      const hasSlant = [...fonts.values()].some((each) => each.family === face.family && each.italic === isSlanted);
      if (families.includes(face.family) && (face.italic === isSlanted || !hasSlant)) continue;
      yield { page, x: run.x, y: run.y, run, message: say`a heading is set in ${face.id}, unlike others of its level` };
    }
  }
}

/** Headings of a level below running text: white above each. Where text stands on a grid, below lines that do. */
function* spacesAbove(input: LintInput): Iterable<PageFinding> {
  const usual = new Map<string, number>();
  for (const page of input.layout.pages) {
    const grid = input.style.pages.get(page.class)?.grid ?? 0;
    for (const [index, frame] of page.frames.entries()) {
      const before = page.frames[index - 1];
      const block = input.elements.get(frame.element)?.block;
      if (frame.role !== 'heading' || !before || block?.kind !== 'heading' || block.runIn) continue;
      const last = input.lines.findLast((line) => line.page === page && line.place.block.id === before.element);
      const isText = last !== undefined && (before.role === 'paragraph' || before.role === 'list');
      if (!isText || (grid > 0 && last.place.style?.leading !== grid) || opensFrame(page, before, frame)) continue;
      const key = `${page.class}|${block.level}|${block.class}`;
      const space = frame.y - before.y - before.height;
      const other = usual.get(key) ?? space;
      usual.set(key, other);
      if (Math.abs(space - other) <= near) continue;
      const message = say`${space.toFixed(1)} pt stand above a heading, ${other.toFixed(1)} pt above another of its level`;
      yield { page, x: frame.x, y: frame.y, message, at: block.at };
    }
  }
}

/** A box begins between two blocks, or in the middle of the second: its title stands as the box wants it. */
function opensFrame(page: Page, before: Frame, frame: Frame): boolean {
  const isBetween = (y: number): boolean => y >= before.y + before.height - near && y <= frame.y + frame.height;
  return page.items.some((item) => item.kind === 'rule' && (item.role === 'frame' || item.role === 'tint') && isBetween(item.y));
}

/** Spaces inside a note's label, and the one behind it. */
const labelSpace = 0.25;

function* labelSpaces(input: LintInput): Iterable<PageFinding> {
  for (const { page, y, marks, place, first } of input.lines) {
    if (place.kind !== 'note' || !first) continue;
    const ofLabel = ({ owner }: GlyphRun): boolean => 'element' in owner && owner.element.endsWith('.label');
    for (const [index, mark] of marks.entries()) {
      const [before, next] = [marks[index - 1], marks[index + 1]];
      if (mark.text !== ' ' || !before || !next || isSpace(next.text) || !ofLabel(mark.run)) continue;
      const space = (next.left - before.right) / next.size;
      if (Math.abs(space - labelSpace) <= nearEm) continue;
      const message = say`a space of a note's label is ${space.toFixed(2)} em wide, ${labelSpace} wanted`;
      yield { page, x: mark.x, y, run: mark.run, message };
    }
  }
}

/** The minus of Japanese accounts comes from one family on a page, or it has two sizes beside figures of one. */
function* minusSigns({ layout, fonts }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    let known: string | undefined;
    for (const run of runsOf(page)) {
      const sign = marksOf(run, fonts).find(({ text }) => text === '△' || text === '▲');
      const family = fonts.get(run.font)?.family;
      if (!sign || !family) continue;
      known ??= family;
      if (family !== known)
        yield { page, x: sign.x, y: run.y, run, message: say`'${sign.text}' is set in ${family}, and in ${known} elsewhere on the page` };
    }
  }
}

export const alike: readonly LintRule[] = [
  {
    code: 'lint/TL-64',
    severity: 'error',
    rule: 'headings of a level have the same letters, those that run into their text too',
    hint: 'set the heading in the font of its level',
    run: strayHeads,
  },
  {
    code: 'lint/TL-65',
    severity: 'error',
    rule: 'headings of a level stand equally far below running text',
    hint: 'give the level a space before it that is larger than what any text has after it',
    run: spacesAbove,
  },
  {
    code: 'lint/TL-67',
    severity: 'error',
    rule: 'the minus sign △ of a page comes from one family of faces',
    hint: 'name one family for Japanese in the fonts of the style',
    run: minusSigns,
  },
  {
    code: 'lint/TL-68',
    severity: 'error',
    rule: 'words of a note label, and the text behind them, stand a quarter of an em apart',
    hint: 'labels are not part of the line that is justified',
    run: labelSpaces,
  },
];
