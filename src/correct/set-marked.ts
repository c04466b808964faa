// Turn a corrected document into its marked pages, which break where those of the clean release do wherever the marks leave the room.
import { layout as layOut } from '../layout/layout.ts';
import type { Document } from '../model/document.ts';
import { type Finding, isError, type Report } from '../model/finding.ts';
import type { FontMetrics } from '../model/font.ts';
import type { Lang } from '../model/language.ts';
import type { Layout } from '../model/page.ts';
import type { Located } from '../model/span.ts';
import type { PageClass, Style } from '../model/style.ts';
import { titleClass } from './mark-document.ts';

/** What the clean release was laid out with, and its pages. */
export interface CleanPages {
  readonly style: Style;
  readonly fonts: ReadonlyMap<string, FontMetrics>;
  readonly targets: ReadonlyMap<string, Located<number>>;
  readonly layout: Layout;
}

/** A marked document and its pages. */
export interface MarkedPages {
  readonly document: Document;
  readonly layout: Layout;
}

/** The first of `choices` whose pages break as the clean ones do, else the one in which the least is moved to another page; undefined after an error. */
export function setMarked(choices: readonly Document[], clean: CleanPages, report: Report): MarkedPages | undefined {
  let best: { readonly pages: MarkedPages; readonly moved: number; readonly findings: readonly Finding[] } | undefined;
  const wanted = pagesByElement(clean.layout);
  for (const document of choices) {
    const findings: Finding[] = [];
    const layout = layOut(document, raised(document, clean), clean.fonts, clean.targets, (finding) => findings.push(finding));
    const own = pagesByElement(layout);
    const moved = [...wanted].filter(([element, pages]) => own.get(element) !== pages).length;
    if (!best || moved < best.moved) best = { pages: { document, layout }, moved, findings };
    if (moved === 0) break;
  }
  for (const finding of best?.findings ?? []) report(finding);
  return best?.findings.some(isError) ? undefined : best?.pages;
}

/** Points that the line above a part keeps from the edge of the sheet: no printer leaves more of it white. */
const sheetEdge = 24;
/** Points that it keeps from the baseline of a running head. */
const headRoom = 4;

/** The style with first pages of parts begun so much higher that all under the line above stands where it does in the clean release. */
function raised(document: Document, { style, ...clean }: CleanPages): Style {
  const lines = lineHeights(document, { style, ...clean });
  const rises = new Map<string, number | undefined>();
  for (const { lang, sections } of document.parts) {
    const [first] = sections;
    const page = first && style.pages.get(first.page);
    if (!first || !page) continue;
    const rise = lines.get(lang);
    const fits = rise !== undefined && page.firstTop - rise >= leastTop(page, style);
    // Parts that begin on pages of one class are raised together or not at all.
    const known = rises.has(first.page) && rises.get(first.page) !== rise;
    rises.set(first.page, fits && !known ? rise : undefined);
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
