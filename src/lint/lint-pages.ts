// Turn finished pages into typographic findings: every rule, one after the other.

import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { findingOf, type Report } from '../model/finding.ts';
import type { FontMetrics } from '../model/font.ts';
import type { Layout } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import { runPlaces } from '../model/run-places.ts';
import { say } from '../model/say.ts';
import type { Style } from '../model/style.ts';
import { openPages } from '../pdf/content/page-content.ts';
import { readText } from '../pdf/engine/open-pdf.ts';
import { PdfFile } from '../pdf/objects/pdf-file.ts';
import { alike } from './alike.ts';
import { brokenBySense } from './broken-by-sense.ts';
import { characters } from './characters.ts';
import { cjkSpacing } from './cjk-spacing.ts';
import { faces } from './faces.ts';
import { furniture } from './furniture.ts';
import { headingLevels } from './heading-levels.ts';
import { hyphenRules } from './hyphens.ts';
import { indexBlocks, indexElements } from './index-elements.ts';
import { kinsoku } from './kinsoku.ts';
import { latinSpacing } from './latin-spacing.ts';
import type { LintCode, LintInput, LintRule, PageFinding } from './lint-rule.ts';
import { pagination } from './pagination.ts';
import { type FileGap, readGaps } from './read-gaps.ts';
import { type PdfFacts, readPdfFacts } from './read-pdf-facts.ts';
import { reading } from './reading.ts';
import { sisterColumns } from './sister-columns.ts';
import { sparsePageRules } from './sparse-pages.ts';
import { structure } from './structure.ts';
import { tableFigures } from './table-figures.ts';
import { tablePages } from './table-pages.ts';
import { tableSetting } from './table-setting.ts';
import { tableSurroundings } from './table-surroundings.ts';
import { textLines } from './text-lines.ts';
import { whiteFeet } from './white-feet.ts';

/** All rules, in the order of their numbers. */
export const lintRules: readonly LintRule[] = [
  ...kinsoku,
  ...cjkSpacing,
  ...latinSpacing,
  ...hyphenRules,
  ...faces,
  ...pagination,
  ...whiteFeet,
  ...tablePages,
  ...tableFigures,
  ...tableSetting,
  ...tableSurroundings,
  ...furniture,
  ...characters,
  ...reading,
  ...structure,
  ...headingLevels,
  ...sisterColumns,
  ...sparsePageRules,
  ...alike,
  ...brokenBySense,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** The codes of this room, in order. */
export const lintCodes: readonly LintCode[] = lintRules.map(({ code }) => code);

/** What a caller knows besides the pages and the file; rules that need it are silent without. */
export interface Evidence {
  readonly release?: Release;
  readonly financials?: Financials;
  /** The file of the same pages, written a second time. */
  readonly again?: Uint8Array;
}

/** Gathers what rules read. */
export async function lintInput(
  document: Document,
  layout: Layout,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  pdf: Uint8Array | undefined,
  { release, financials, again }: Evidence = {},
): Promise<LintInput> {
  const elements = indexElements(document, style);
  const lines = textLines(layout, elements, style, fonts);
  const repeat = pdf && again ? { differsAt: firstDifference(pdf, again) } : {};
  const facts = pdf ? { pdf: { ...readFile(pdf), texts: await readText(pdf), ...repeat } } : {};
  const made = { ...(release ? { release } : {}), ...(financials ? { financials } : {}) };
  return {
    ...made,
    document,
    layout,
    style,
    fonts,
    elements,
    blocks: indexBlocks(document),
    placeOfRun: runPlaces(document),
    lines,
    ...facts,
  };
}

/** What the file itself says, by the one reader of its objects and content. */
function readFile(pdf: Uint8Array): PdfFacts & { readonly gaps: readonly FileGap[] } {
  const file = new PdfFile(pdf);
  // Content is interpreted once for all that is asked of it.
  const pages = openPages(file).map((page) => {
    const events = [...page.events()];
    return { ...page, events: () => events };
  });
  return { ...readPdfFacts(file, pages, pdf.length), gaps: readGaps(pages) };
}

/** Bytes before the first that differs, -1 when none does; the end of a shorter file differs. */
function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 && a.length < b.length ? a.length : at;
}

/** Reports findings of all rules, with page and place in the message; rules on the file are silent when there is none. */
export async function lintPages(
  document: Document,
  layout: Layout,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  pdf: Uint8Array | undefined,
  report: Report<LintCode>,
  evidence: Evidence = {},
): Promise<void> {
  runRules(await lintInput(document, layout, style, fonts, pdf, evidence), report);
}

/** Runs every rule on what was gathered. */
export function runRules(input: LintInput, report: Report<LintCode>): void {
  for (const rule of lintRules) {
    for (const finding of rule.run(input)) {
      const { run, severity, message } = finding;
      const at = (run && input.placeOfRun(run)) ?? finding.at;
      report(findingOf(rule, { message: say`${placeOf(finding)}: ${message}`, ...(at ? { at } : {}), ...(severity ? { severity } : {}) }));
    }
  }
}

/** Page and point, or the page alone. */
const placeOf = ({ page, x, y }: PageFinding): string =>
  say`page ${page.index + 1}${x === undefined || y === undefined ? '' : say` at ${x.toFixed(1)}, ${y.toFixed(1)}`}`;
