// Turn running heads, folios and page references into findings: each says the number of the page where it stands.
import { headLines } from '../model/head-lines.ts';
import type { Page } from '../model/page.ts';
import { runText } from '../model/run-text.ts';
import { say, sayAll } from '../model/say.ts';
import type { LintInput, LintRule, PageFinding } from './lint-rule.ts';

function artifacts(page: Page, kind: 'header' | 'footer'): readonly string[] {
  const lines = new Map<string, string>();
  for (const item of page.items) {
    if (item.kind !== 'glyphs' || !('artifact' in item.owner) || item.owner.artifact !== kind) continue;
    const key = item.y.toFixed(1);
    lines.set(key, (lines.get(key) ?? '') + runText(item));
  }
  return [...lines.values()];
}

function* runningHeads({ layout, style, document }: LintInput): Iterable<PageFinding> {
  for (const page of layout.pages) {
    const pageClass = style.pages.get(page.class);
    const finding = (message: string, y: number): PageFinding => ({ page, x: pageClass?.left ?? 0, y, message });
    const from = pageClass?.runningHeadFrom ?? 0;
    const heads = artifacts(page, 'header');
    const wanted =
      from > 0 && page.numberInPart >= from
        ? headLines(document, style, page)
            .slice(0, style.runningHead.baselines.length)
            .filter((text) => text !== '')
        : [];
    const missing = wanted.find((text) => !heads.includes(text));
    const surplus = heads.find((text) => !wanted.includes(text));
    if (missing !== undefined) yield finding(say`the running head lacks '${missing}'`, style.runningHead.baselines[0] ?? 0);
    else if (surplus !== undefined) yield finding(say`the running head says '${surplus}'`, style.runningHead.baselines[0] ?? 0);
    const folios = artifacts(page, 'footer');
    if (pageClass?.folio === false) {
      if (folios.length > 0) yield finding(say`the page has the folio ${folios[0]}, and its class has none`, style.folio.baseline);
    } else if (!folios.includes(String(page.index + 1))) yield finding(say`the folio does not say ${page.index + 1}`, style.folio.baseline);
  }
}

function* pageReferences({ layout, elements, document, pdf }: LintInput): Iterable<PageFinding> {
  const [first] = layout.pages;
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const pageRef = elements.get(item.owner.element)?.inlines[item.inline ?? -1]?.pageRef;
      const number = layout.anchors.get(pageRef ?? '');
      if (pageRef !== undefined && runText(item).trim() !== String(number))
        yield {
          page,
          x: item.x,
          y: item.y,
          message: say`'${runText(item)}' is printed for page ${number} of ${pageRef}`,
          run: item,
        };
    }
  }
  if (!pdf || !first) return;
  const starts = document.parts.map((part) => layout.pages.findIndex((page) => page.part === part.id)).filter((index) => index >= 0);
  const labelled = pdf.labels.map(({ page }) => page);
  if (starts.join() !== labelled.join())
    yield { page: first, message: say`page labels begin at ${sayAll(labelled, ', ')} and parts at ${sayAll(starts, ', ')}` };
}

export const furniture: readonly LintRule[] = [
  {
    code: 'lint/TL-44',
    severity: 'error',
    rule: 'running heads and folios stand where the style wants them and say the right number',
    hint: 'set running-head and folio in the style, and the issuer and the dates that they print',
    run: runningHeads,
  },
  {
    code: 'lint/TL-45',
    severity: 'error',
    rule: 'page references and page labels agree with the pages',
    hint: 'the pages moved after the number was printed: build again, and tell where it persists',
    run: pageReferences,
  },
];
