// Turn the sample's pages into pages with one fault, and into the rules that tell of it.

import { lintInput, runRules } from '../../src/lint/lint-pages.ts';
import type { LintInput } from '../../src/lint/lint-rule.ts';
import type { Mark, TextLine } from '../../src/lint/text-lines.ts';
import type { Document } from '../../src/model/document.ts';
import type { GlyphRun, Layout, Page, PageItem } from '../../src/model/page.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { buildSample, pdfOf, type WholeRelease } from './sample.ts';

/** A sound release, what rules read of it, and what they say of it (warnings). */
export interface LintSample {
  readonly built: WholeRelease;
  readonly input: LintInput;
  readonly said: ReadonlySet<string>;
}

/** Of the sample, or of a release that a test has made. */
export async function lintSample(place?: ReleasePlace): Promise<LintSample> {
  const built = await (place ? buildSample(place) : buildSample());
  const { document, layout, release, financials, sources } = built;
  const again = await renderPdf(document, layout, sources.fontMetrics, sources.fonts);
  const input = await lintInput(document, layout, release.style, sources.fontMetrics, pdfOf(built), { release, financials, again });
  return { built, input, said: new Set(findings(input)) };
}

/** What a test changes; the rest is the sound release's. */
export interface Change {
  readonly layout?: Layout;
  readonly document?: Document;
  readonly pdf?: NonNullable<LintInput['pdf']>;
}

/** Findings of all rules: `severity code message`. */
export function findings(input: LintInput): readonly string[] {
  const found: string[] = [];
  runRules(input, ({ severity, code, message }) => found.push(`${severity} ${code} ${message}`));
  return found;
}

/** Codes of findings that the sound release does not have. */
export async function newCodes(sample: LintSample, changed: Change): Promise<readonly string[]> {
  const { input, said, built } = sample;
  const { document = input.document, layout = input.layout } = changed;
  const fresh = await lintInput(document, layout, input.style, input.fonts, undefined, built);
  const pdf = changed.pdf ?? input.pdf;
  const found = findings({ ...fresh, ...(pdf ? { pdf } : {}) });
  return [...new Set(found.filter((finding) => !said.has(finding)).map((finding) => finding.split(' ')[1] ?? ''))].sort();
}

/** The layout with items replaced; an item that is not mentioned stays, `[]` drops it. */
export function withItems(layout: Layout, edit: (item: PageItem, page: Page) => PageItem | readonly PageItem[]): Layout {
  let edits = 0;
  const pages = layout.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => {
      const edited = edit(item, page);
      if (edited !== item) edits++;
      return edited;
    }),
  }));
  if (edits === 0) throw new Error('the edit changed nothing');
  return { ...layout, pages };
}

/** One run replaced. */
export const withRun = (layout: Layout, run: GlyphRun, edit: (run: GlyphRun) => GlyphRun): Layout =>
  withItems(layout, (item) => (item === run ? edit(run) : item));

/** Glyphs of a run changed: `dx` in points, or another text. */
export function withMarks(layout: Layout, marks: readonly Mark[], edit: { readonly dx?: number; readonly text?: string }): Layout {
  if (marks.length === 0) throw new Error('no marks to change');
  return withItems(layout, (item) => {
    if (item.kind !== 'glyphs') return item;
    // By place, so that one change can follow another.
    const mine = marks.filter(({ run }) => run.y === item.y && run.x === item.x && run.inline === item.inline);
    if (mine.length === 0) return item;
    const hits = item.glyphs.map(({ id }, i) => mine.some((mark) => Math.abs(mark.x - item.x - item.offsets[i]!) < 1e-9 && mark.id === id));
    const glyphs = item.glyphs.map((glyph, i) => (hits[i] && edit.text !== undefined ? { ...glyph, text: edit.text } : glyph));
    return { ...item, glyphs, offsets: item.offsets.map((offset, i) => (hits[i] ? offset + (edit.dx ?? 0) : offset)) };
  });
}

/** One page with other items or frames. */
export const withPage = (layout: Layout, page: Page, change: Partial<Page>): Layout => ({
  ...layout,
  pages: layout.pages.map((each) => (each === page ? { ...each, ...change } : each)),
});

/** All runs of a line moved. */
export function withLine(layout: Layout, line: TextLine, dx: number, dy: number): Layout {
  const runs = new Set(line.marks.map(({ run }) => run));
  return withItems(layout, (item) => (item.kind === 'glyphs' && runs.has(item) ? { ...item, x: item.x + dx, y: item.y + dy } : item));
}

/** The first that answers the description; none is a fault of the test. */
export function pick<T>(from: readonly T[], is: (each: T, index: number) => boolean): T {
  const found = from.find(is);
  if (found === undefined) throw new Error('the sample has no such place');
  return found;
}
