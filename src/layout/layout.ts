// Turn a document into pages: every mark at its place, nothing left for drawing to decide.
import { language } from '../language/languages.ts';
import type { Document } from '../model/document.ts';
import type { FontMetrics } from '../model/font.ts';
import type { Lang } from '../model/language.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { GlyphRun, Layout, Page, Rule } from '../model/page.ts';
import type { Located } from '../model/span.ts';
import type { CorrectionStyle, Style } from '../model/style.ts';
import { isStyled } from './block-style.ts';
import type { Report } from './codes.ts';
import { type Keeping, keepingIn } from './keeping.ts';
import { composeParagraph, setLine } from './paragraph/compose-lines.ts';
import { reportContrast } from './report-contrast.ts';
import { settlePages } from './settle-pages.ts';
import { typesetting } from './typesetter.ts';

const kept: Kind<Layout> = { name: 'layout/layout', bytes: ({ pages, anchors }) => 100 + 20 * pages.length + 100 * anchors.size };

/** Lays a document out in a style; `targets` are the pages wanted per page class. No pages when the style lacks a block of it. */
export function layout(
  document: Document,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  targets: ReadonlyMap<string, Located<number>>,
  report: Report,
  memory: Memory = forgetful,
): Layout {
  const keeping = keepingIn(memory, style, fonts);
  return memory.recallSilent(
    kept,
    () => wholeKey(document, style, targets, keeping),
    report,
    (report) => {
      if (!isStyled(document, style, report)) return { pages: [], anchors: new Map() };
      const inputs = { style, fonts, memory: keeping.memory, lasting: keeping.lasting, type: keeping.type, asked: new Map() };
      const typesetters = typesetting({ paragraph: composeParagraph, line: setLine }, inputs);
      const settled = settlePages(document, style, targets, { typesetters, keeping }, report);
      reportContrast(document, settled.pages, style, report);
      return underlineChanges(settled, style, keeping.memory);
    },
  );
}

/** All that pages follow from: blocks by what they say, style and fonts as they are. */
function wholeKey(
  { parts, furniture, titles, draft, apart }: Document,
  style: Style,
  targets: ReadonlyMap<string, Located<number>>,
  { memory, type, numberOf, blockNumber }: Keeping,
): string {
  const wanted = [...targets].map(([page, { value }]) => `${page} ${value}`).join();
  let key = `${memory.numberOf(style)}|${type}|${numberOf(furniture)}|${wanted}${apart ? '|apart' : ''}${draft ? `|draft ${numberOf(titles)}` : ''}`;
  for (const { id, lang, sections } of parts) {
    key += `\n${id}|${lang}`;
    for (const { id: section, page, anchor, blocks } of sections)
      key += `\n${numberOf({ section, page, anchor })}|${blocks.map(blockNumber).join()}`;
  }
  return key;
}

/** Runs on one line, nearer to each other than this share of their size, share one rule. */
const sameRuleGap = 0.3;

/** Pages without a changed run, and styles that mark none, stay as they are: a mark moves nothing. */
export function underlineChanges(layout: Layout, style: Style, memory: Memory = forgetful): Layout {
  const { correction } = style;
  if (!correction || !layout.pages.some((page) => page.items.some(isChanged))) return layout;
  const key = `${memory.numberOf(correction)}|${memory.numberOf(style.sup)}`;
  const pages = layout.pages.map((page) =>
    memory.recall(marked, `${memory.numberOf(page)}|${key}`, () => underlined(page, correction, style.sup)),
  );
  return { ...layout, pages };
}

/** Pages with their changed runs ruled. */
const marked: Kind<Page> = { name: 'layout/marked-page', bytes: ({ items }) => 300 + 10 * items.length };

function underlined(page: Page, { underline }: CorrectionStyle, sup: Style['sup']): Page {
  const rules: Rule[] = [];
  for (const run of page.items) {
    if (!isChanged(run)) continue;
    const size = run.sup ? run.size / sup.scale : run.size;
    const baseline = run.sup ? run.y + sup.rise * size : run.y;
    const y = run.revision === 'deleted' ? run.y - struckAt(run.lang) * run.size : baseline + underline.offset * size;
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
  return item.kind === 'glyphs' && (item.changed === true || item.revision !== undefined) && !('artifact' in item.owner);
}

/** Where a rule through letters stands above their baseline, in em: half way up small letters, or through the middle of the em box. */
const struckAt = (lang: Lang): number => (language(lang).tradition === 'cjk' ? 0.36 : 0.24);

/** To the last glyph that prints: the space at the end of a line has no rule. */
function visibleWidth({ glyphs, offsets, width }: GlyphRun): number {
  const end = glyphs.findLastIndex(({ text }) => text.trim() !== '');
  if (end < 0) return 0;
  return offsets[end + 1] ?? width;
}
