// Turn a corrected document into its marked pages, which break where those of the clean release do wherever the marks leave the room.
import { layout as layOut } from '../layout/layout.ts';
import type { Document } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';
import { type Finding, isError, type Report } from '../model/finding.ts';
import type { FontMetrics } from '../model/font.ts';
import { inLang, type Lang, type PerLang } from '../model/language.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import { runText } from '../model/run-text.ts';
import type { Located } from '../model/span.ts';
import type { PageClass, Style } from '../model/style.ts';
import { type MarkSize, markSizes, titleClass } from './mark-document.ts';

/** What the clean release was laid out with, and its pages. */
export interface CleanPages {
  readonly style: Style;
  readonly fonts: ReadonlyMap<string, FontMetrics>;
  readonly targets: ReadonlyMap<string, Located<number>>;
  readonly document: Document;
  readonly layout: Layout;
}

/** A marked document and its pages. */
export interface MarkedPages {
  readonly document: Document;
  readonly layout: Layout;
}

/** The marked document, by the room that marks of what went take in each section. */
export type MarkIn = (sizes: ReadonlyMap<string, MarkSize>) => Document;

/** Documents that are tried. */
const mostTried = 8;
/** MB kept of one attempt for the next: most of its sections are the same. */
const attemptsLimit = 64;

/**
 * Marks of what went have lines of their own, and less room in sections whose pages would then begin elsewhere than in the clean
 * release; where that does not help, the pages of which the fewest do are taken. Undefined after an error.
 */
export function setMarked(mark: MarkIn, clean: CleanPages, deleted: PerLang<string>, report: Report): MarkedPages | undefined {
  const wanted = pageStarts(clean.layout, deleted);
  const memory = new BoundedMemory(attemptsLimit);
  const section = sectionOf(clean.document);
  const sizes = new Map<string, MarkSize>();
  let style: Style | undefined;
  let best: { readonly pages: MarkedPages; readonly moved: number; readonly findings: readonly Finding[] } | undefined;
  for (let attempt = 1; attempt <= mostTried; attempt++) {
    const document = mark(sizes);
    style ??= raised(document, clean);
    const findings: Finding[] = [];
    const layout = layOut(document, style, clean.fonts, clean.targets, (finding) => findings.push(finding), memory);
    const own = pageStarts(layout, deleted);
    const moved = wanted.filter(({ name }, index) => name !== own[index]?.name);
    if (!best || moved.length < best.moved) best = { pages: { document, layout }, moved: moved.length, findings };
    const smaller = moved.map(({ element }) => section(element)).find((id) => id !== undefined && nextSize(sizes.get(id)) !== undefined);
    if (smaller === undefined) break;
    sizes.set(smaller, nextSize(sizes.get(smaller)) as MarkSize);
  }
  for (const finding of best?.findings ?? []) report(finding);
  return best?.findings.some(isError) ? undefined : best?.pages;
}

const nextSize = (size: MarkSize = 'line'): MarkSize | undefined => markSizes[markSizes.indexOf(size) + 1];

/** Where a page begins. */
interface PageStart {
  readonly element: string;
  /** The element, its size, and how many of its letters stand on pages before: the same for pages that begin alike. */
  readonly name: string;
}

/** Marks, and the lines above parts, are passed over. */
function pageStarts({ pages }: Layout, deleted: PerLang<string>): readonly PageStart[] {
  const letters = new Map<string, number>();
  return pages.map((page) => {
    let start: PageStart | undefined;
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const { element } = item.owner;
      const text = runText(item);
      const isMark = item.changed && inLang(deleted, page.lang).includes(text);
      if (isMark || element.endsWith(`.${titleClass}`)) continue;
      const before = letters.get(element) ?? 0;
      start ??= { element, name: `${element} ${item.size.toFixed(2)} ${before}` };
      letters.set(element, before + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0));
    }
    return start ?? { element: '', name: '' };
  });
}

/** The section that an element stands in: elements are named after the block that they belong to. */
export function sectionOf(document: Document): (element: string) => string | undefined {
  const byBlock = new Map(
    document.parts.flatMap(({ sections }) =>
      sections.flatMap(({ id, blocks }) => blocks.flatMap(withInner).map((block) => [block.id, id] as const)),
    ),
  );
  const find = (element: string): string | undefined => {
    const end = element.lastIndexOf('.');
    return byBlock.get(element) ?? (end < 0 ? undefined : find(element.slice(0, end)));
  };
  return find;
}

/** Points that the line above a part keeps from the edge of the sheet: no printer leaves more of it white. */
const sheetEdge = 24;
/** Points that it keeps from the baseline of a running head. */
const headRoom = 4;

/** The style with first pages of parts begun so much higher, as the sheet allows, that all under the line above stands where it does in the clean release. */
function raised(document: Document, { style, ...clean }: CleanPages): Style {
  const lines = lineHeights(document, { style, ...clean });
  const rises = new Map<string, number>();
  for (const { lang, sections } of document.parts) {
    const [first] = sections;
    const page = first && style.pages.get(first.page);
    if (!first || !page) continue;
    const rise = Math.max(0, Math.min(lines.get(lang) ?? 0, page.firstTop - leastTop(page, style)));
    // Parts that begin on pages of one class are raised together or not at all.
    rises.set(first.page, (rises.get(first.page) ?? rise) === rise ? rise : 0);
  }
  const pages = new Map(
    [...style.pages].map(([name, page]): [string, PageClass] => [name, { ...page, firstTop: page.firstTop - (rises.get(name) ?? 0) }]),
  );
  return { ...style, pages };
}

function leastTop({ runningHeadFrom }: PageClass, { runningHead }: Style): number {
  return runningHeadFrom === 1 ? Math.max(sheetEdge, ...runningHead.baselines.map((baseline) => baseline + headRoom)) : sheetEdge;
}

/** By language, how much further down the first block of a part stands under the line above it. */
function lineHeights(document: Document, { style, fonts }: Pick<CleanPages, 'style' | 'fonts'>): ReadonlyMap<Lang, number> {
  const tops = (withLine: boolean): ReadonlyMap<Lang, number> => {
    const parts = document.parts.map((part) => {
      const [first] = part.sections;
      const blocks = (first?.blocks ?? []).filter(({ class: name }) => withLine || name !== titleClass);
      return { ...part, sections: first ? [{ ...first, blocks: blocks.slice(0, withLine ? 2 : 1) }] : [] };
    });
    const { pages } = layOut({ ...document, parts }, style, fonts, new Map(), () => undefined);
    const found = new Map<Lang, number>();
    for (const page of pages) {
      const frame = page.frames.find(({ element }) => !element.endsWith(`.${titleClass}`));
      if (frame && page.numberInPart === 1) found.set(page.lang, frame.y);
    }
    return found;
  };
  const [bare, under] = [tops(false), tops(true)];
  return new Map(
    [...under].flatMap(([lang, y]) => {
      const clean = bare.get(lang);
      return clean === undefined ? [] : [[lang, y - clean] as const];
    }),
  );
}
