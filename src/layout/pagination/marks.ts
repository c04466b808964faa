// Turn the marks of lines, rules and pictures into marks at their places: moved, coloured, or made artifacts.
import type { GlyphRun, Owner, PageItem } from '../../model/page.ts';
import type { Color } from '../../model/style.ts';
import type { Line } from '../paragraph/line.ts';

/** Makes the marks of something whose upper left corner comes to stand at (`left`, `top`), in points: once it is known to stand there. */
export type MarksAt = (left: number, top: number) => readonly PageItem[];

/** A line at its place in a box, in points. */
export interface LineAt {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

/** Marks that are made already. */
export const made =
  (items: readonly PageItem[]): MarksAt =>
  (left, top) =>
    items.map((item) => move(item, left, top));

/** The marks of a line that stands at (`x`, `y`), in a colour or in the one that they have; the line makes its glyphs when they are asked for. */
export const lineMarks =
  (line: Line, x: number, y: number, color?: Color): MarksAt =>
  (left, top) =>
    line.marks.map((mark) =>
      mark.kind === 'glyphs'
        ? runAt(mark, mark.x + x + left, mark.y + y + top, color?.value ?? mark.color)
        : move(move(mark, x, y), left, top),
    );

/** Several marks in one order. */
export const together =
  (parts: readonly MarksAt[]): MarksAt =>
  (left, top) =>
    parts.flatMap((part) => part(left, top));

/** Marks of lines and rules. */
export const linesAndRules = (lines: readonly LineAt[], rules: readonly PageItem[], color?: Color): MarksAt =>
  together([...lines.map(({ line, x, y }) => lineMarks(line, x, y, color)), made(rules)]);

/** Moves a mark right and down, in points. */
export function move(item: PageItem, dx: number, dy: number): PageItem {
  if (item.kind === 'glyphs') return runAt(item, item.x + dx, item.y + dy, item.color);
  return { ...item, x: item.x + dx, y: item.y + dy };
}

/**
 * A run at another place. Written field by field, since runs are made by the thousand: of objects that begin with `...` the engine of
 * Node 20 forgets that they are alike.
 */
function runAt(run: GlyphRun, x: number, y: number, color: string | undefined): GlyphRun {
  const { kind, font, size, width, glyphs, offsets, owner, lang } = run;
  const moved: { -readonly [Field in keyof GlyphRun]: GlyphRun[Field] } = { kind, font, size, x, y, width, glyphs, offsets, owner, lang };
  if (run.stretch !== undefined) moved.stretch = run.stretch;
  if (run.inline !== undefined) moved.inline = run.inline;
  if (run.figure !== undefined) moved.figure = run.figure;
  if (run.href !== undefined) moved.href = run.href;
  if (run.noteRef !== undefined) moved.noteRef = run.noteRef;
  if (run.sup !== undefined) moved.sup = run.sup;
  if (run.expansion !== undefined) moved.expansion = run.expansion;
  if (run.changed !== undefined) moved.changed = run.changed;
  if (run.revision !== undefined) moved.revision = run.revision;
  if (color !== undefined) moved.color = color;
  return moved;
}

/** The same glyphs or picture as an artifact: they stand for no figure and lead nowhere. Other marks stay as they are. */
export function asArtifact(mark: PageItem, owner: Extract<Owner, { artifact: string }>): PageItem {
  if (mark.kind === 'rule' || mark.kind === 'drawing') return mark;
  if (mark.kind === 'picture') {
    const { alt: _alt, href: _href, ...rest } = mark;
    return { ...rest, owner: { artifact: owner.artifact === 'header' ? 'header' : 'picture' } };
  }
  const { figure: _figure, href: _href, noteRef: _noteRef, expansion: _expansion, ...rest } = mark;
  return { ...rest, owner };
}

/** What a table prints again on its next page: for the eye, and said once: all of it, or the elements chosen. */
export function asRepeated(item: PageItem, chosen?: ReadonlySet<string>): PageItem {
  if (item.kind === 'rule' || item.kind === 'drawing' || !('element' in item.owner)) return item;
  if (chosen?.has(item.owner.element) === false) return item;
  return asArtifact(item, { artifact: 'repeated-head', of: item.owner.element });
}
