// Turn a test document into pages with the block typesetter, and pages into what tests look at.
import { keepingIn } from '../../src/layout/keeping.ts';
import { settlePages } from '../../src/layout/settle-pages.ts';
import type { Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { forgetful } from '../../src/model/memory.ts';
import type { GlyphRun, Layout, Page } from '../../src/model/page.ts';
import type { Style } from '../../src/model/style.ts';
import { blockTypesetter } from './block-typesetter.ts';

export function layOut(
  document: Document,
  style: Style,
  targets: ReadonlyMap<string, number> = new Map(),
): { layout: Layout; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const layout = settlePages(
    document,
    style,
    new Map([...targets].map(([page, value]) => [page, { value, at: { file: 'release.yaml', line: 1, column: 1, length: 1 } }])),
    { typesetters: () => blockTypesetter, keeping: keepingIn(forgetful, style, new Map()) },
    (finding) => findings.push(finding),
  );
  return { layout, findings };
}

export const runs = (page: Page): readonly GlyphRun[] => page.items.filter((item) => item.kind === 'glyphs');

export const text = (run: GlyphRun): string => run.glyphs.map((glyph) => glyph.text).join('');

/** Distinct baselines of an element on a page: its number of lines there. */
export function linesOf(page: Page, element: string): number {
  return new Set(
    runs(page)
      .filter((run) => 'element' in run.owner && run.owner.element === element)
      .map((run) => run.y),
  ).size;
}
