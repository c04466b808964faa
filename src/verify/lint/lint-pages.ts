// Turn finished pages into typographic findings: every rule, one after the other.
import type { Report } from '../../model/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Layout } from '../../model/page.ts';
import type { Style } from '../../model/style.ts';
import { readText } from '../read-text.ts';
import { characters } from './characters.ts';
import { englishSpacing } from './english-spacing.ts';
import { faces } from './faces.ts';
import { furniture } from './furniture.ts';
import { indexBlocks, indexElements } from './index-elements.ts';
import { japaneseSpacing } from './japanese-spacing.ts';
import { kinsoku } from './kinsoku.ts';
import type { Breach, LintInput, LintRule } from './lint-rule.ts';
import { pagination } from './pagination.ts';
import { readGaps } from './read-gaps.ts';
import { readPdfFacts } from './read-pdf-facts.ts';
import { reading } from './reading.ts';
import { structure } from './structure.ts';
import { tableFigures } from './table-figures.ts';
import { tablePages } from './table-pages.ts';
import { tableSurroundings } from './table-surroundings.ts';
import { textLines } from './text-lines.ts';
import { whiteFeet } from './white-feet.ts';

/** All rules, in the order of their numbers. */
export const lintRules: readonly LintRule[] = [
  ...kinsoku,
  ...japaneseSpacing,
  ...englishSpacing,
  ...faces,
  ...pagination,
  ...whiteFeet,
  ...tablePages,
  ...tableFigures,
  ...tableSurroundings,
  ...furniture,
  ...characters,
  ...reading,
  ...structure,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Gathers what rules read. */
export async function lintInput(
  document: Document,
  layout: Layout,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  pdf: Uint8Array | undefined,
): Promise<LintInput> {
  const elements = indexElements(document, style);
  const lines = textLines(layout, elements, style, fonts);
  const facts = pdf ? { pdf: { ...readPdfFacts(pdf), texts: await readText(pdf), gaps: readGaps(pdf) } } : {};
  return { document, layout, style, fonts, elements, blocks: indexBlocks(document), lines, ...facts };
}

/** Reports breaches of all rules, with page and place in the message; rules on the file are silent when there is none. */
export async function lintPages(
  document: Document,
  layout: Layout,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  pdf: Uint8Array | undefined,
  report: Report,
): Promise<void> {
  runRules(await lintInput(document, layout, style, fonts, pdf), report);
}

/** Runs every rule on what was gathered. */
export function runRules(input: LintInput, report: Report): void {
  for (const { id, severity, run } of lintRules) {
    for (const breach of run(input)) {
      report({
        severity: breach.severity ?? severity,
        code: id,
        message: `${placeOf(breach)}: ${breach.message}`,
        ...(breach.at ? { at: breach.at } : {}),
      });
    }
  }
}

/** Page and point, or the page alone. */
const placeOf = ({ page, x, y }: Breach): string =>
  `page ${page.index + 1}${x === undefined || y === undefined ? '' : ` at ${x.toFixed(1)}, ${y.toFixed(1)}`}`;
