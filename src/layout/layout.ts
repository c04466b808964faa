// Turn a document into pages: every mark at its place, nothing left for drawing to decide.
import type { Document } from '../model/document.ts';
import type { FontMetrics } from '../model/font.ts';
import type { GlyphRun, Layout, Page, Rule } from '../model/page.ts';
import type { Located } from '../model/span.ts';
import type { CorrectionStyle, Style } from '../model/style.ts';
import { isStyled } from './block-style.ts';
import type { Report } from './codes.ts';
import { composeParagraph, setLine } from './paragraph/compose-lines.ts';
import { settlePages } from './settle-pages.ts';
import { typesetting } from './typesetter.ts';

/** Lays a document out in a style; `targets` are the pages wanted per page class. No pages when the style lacks a block of it. */
export function layout(
  document: Document,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  targets: ReadonlyMap<string, Located<number>>,
  report: Report,
): Layout {
  if (!isStyled(document, style, report)) return { pages: [], anchors: new Map() };
  const typesetters = typesetting({ paragraph: composeParagraph, line: setLine }, { style, fonts });
  return underlineChanges(settlePages(document, style, targets, typesetters, report), style);
}

/** Runs on one line, nearer to each other than this share of their size, share one rule. */
const sameRuleGap = 0.3;

/** Pages without a changed run, and styles that mark none, stay as they are: a mark moves nothing. */
export function underlineChanges(layout: Layout, style: Style): Layout {
  const { correction } = style;
  if (!correction || !layout.pages.some((page) => page.items.some(isChanged))) return layout;
  return { ...layout, pages: layout.pages.map((page) => underlined(page, correction, style.sup)) };
}

function underlined(page: Page, { underline }: CorrectionStyle, sup: Style['sup']): Page {
  const rules: Rule[] = [];
  for (const run of page.items) {
    if (!isChanged(run)) continue;
    const size = run.sup ? run.size / sup.scale : run.size;
    const baseline = run.sup ? run.y + sup.rise * size : run.y;
    const y = baseline + underline.offset * size;
    const width = visibleWidth(run);
    const last = rules.at(-1);
    if (last && Math.abs(last.y - y) < 0.01 && Math.abs(run.x - last.x - last.width) < sameRuleGap * size) {
      rules[rules.length - 1] = { ...last, width: run.x + width - last.x };
    } else if (width > 0) {
      rules.push({ kind: 'rule', x: run.x, y, width, height: underline.thickness, role: 'correction' });
    }
  }
  return rules.length > 0 ? { ...page, items: [...page.items, ...rules] } : page;
}

/** What a table repeats on its next page is no place of the text. */
function isChanged(item: Page['items'][number]): item is GlyphRun {
  return item.kind === 'glyphs' && item.changed === true && !('artifact' in item.owner);
}

/** To the last glyph that prints: the space at the end of a line has no rule. */
function visibleWidth({ glyphs, width }: GlyphRun): number {
  const end = glyphs.findLastIndex(({ text }) => text.trim() !== '');
  if (end < 0) return 0;
  return glyphs[end + 1]?.dx ?? width;
}
