// Turn a corrected document into its marked pages, which break where those of the clean release do wherever the marks leave the room.
import { layout as layOut } from '../layout/layout.ts';
import type { Document } from '../model/document.ts';
import { withInner } from '../model/document-texts.ts';
import { type Finding, isError, type Report } from '../model/finding.ts';
import type { FontMetrics } from '../model/font.ts';
import type { Lang } from '../model/language.ts';
import { BoundedMemory } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import type { Located } from '../model/span.ts';
import type { PageClass, Style } from '../model/style.ts';
import { titleClass } from './mark-document.ts';

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

/** The marked document, marks without a line of their own in the sections named. */
export type MarkIn = (inLine: ReadonlySet<string>) => Document;

/** Documents that are tried: marks of so many sections in turn give up their lines, then those of all. */
const mostTried = 6;
/** MB kept of one attempt for the next: most of its sections are the same. */
const attemptsLimit = 64;

/**
 * Marks have lines of their own, but in sections that would then break elsewhere than in the clean release; where that does not help
 * either, the pages on which the least is moved are taken. Undefined after an error.
 */
export function setMarked(mark: MarkIn, clean: CleanPages, report: Report): MarkedPages | undefined {
  const wanted = pagesByElement(clean.layout);
  const memory = new BoundedMemory(attemptsLimit);
  const sections = sectionsOf(clean.document);
  const inLine = new Set<string>();
  let style: Style | undefined;
  let best: { readonly pages: MarkedPages; readonly moved: number; readonly findings: readonly Finding[] } | undefined;
  for (let attempt = 1; attempt <= mostTried; attempt++) {
    const document = mark(inLine);
    style ??= raised(document, clean);
    const findings: Finding[] = [];
    const layout = layOut(document, style, clean.fonts, clean.targets, (finding) => findings.push(finding), memory);
    const own = pagesByElement(layout);
    const moved = [...wanted.keys()].filter((element) => own.get(element) !== wanted.get(element));
    if (!best || moved.length < best.moved) best = { pages: { document, layout }, moved: moved.length, findings };
    const next = attempt < mostTried - 1 ? sections.first(moved, inLine) : sections.all;
    if (moved.length === 0 || next.length === 0) break;
    for (const section of next) inLine.add(section);
  }
  for (const finding of best?.findings ?? []) report(finding);
  return best?.findings.some(isError) ? undefined : best?.pages;
}

/** The sections of a document, in order, by the elements in them. */
interface Sections {
  readonly all: readonly string[];
  /** The first one that holds any of the elements and is not among those known: none or one. */
  readonly first: (elements: readonly string[], known: ReadonlySet<string>) => readonly string[];
}

function sectionsOf(document: Document): Sections {
  const all = document.parts.flatMap(({ sections }) => sections.map(({ id }) => id));
  const of = sectionOf(document);
  return {
    all,
    first(elements, known) {
      const found = new Set(elements.map(of));
      return all.filter((id) => found.has(id) && !known.has(id)).slice(0, 1);
    },
  };
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

/** By element, the pages that it stands on. */
function pagesByElement({ pages }: Layout): ReadonlyMap<string, string> {
  const found = new Map<string, Set<number>>();
  for (const { index, items } of pages) {
    for (const item of items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const known = found.get(item.owner.element);
      if (known) known.add(index);
      else found.set(item.owner.element, new Set([index]));
    }
  }
  return new Map([...found].map(([element, indexes]) => [element, [...indexes].join()]));
}
