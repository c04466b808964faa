// Turn a corrected release and what changed in it into the papers of a correction: notice, marked release, clean release.

import { layout as layOut } from '../layout/layout.ts';
import type { Changes, CorrectionSpec } from '../model/correction.ts';
import type { Document } from '../model/document.ts';
import { isError, type Report } from '../model/finding.ts';
import type { Layout } from '../model/page.ts';
import type { CorrectionStyle } from '../model/style.ts';
import type { Composed } from '../session.ts';
import { markDocument, titleMarked } from './mark-document.ts';
import { mergeNotice } from './merge-notice.ts';

/** Contents by file name: notice.pdf and .html, marked.pdf and .html, and the whole clean build under clean/. */
export interface Papers {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly pages: { readonly notice: number; readonly marked: number; readonly clean: number };
  /** As they were set, for those who look closer. */
  readonly notice: SetDocument;
  readonly marked: SetDocument;
}

/** A document, its pages, and the file that they were written to. */
export interface SetDocument {
  readonly document: Document;
  readonly layout: Layout;
  readonly pdf: Uint8Array;
}

/** What is corrected, as it is built now. */
export interface CorrectedBuild extends Composed {
  /** Contents by file name. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
}

/** Undefined when an error was reported. The files are not read back here. */
export async function makeCorrection(
  built: CorrectedBuild,
  spec: CorrectionSpec,
  changes: Changes,
  style: CorrectionStyle,
  report: Report,
): Promise<Papers | undefined> {
  const { release, financials, document, layout, outputs } = built;
  let sound = true;
  const note: Report = (finding) => {
    sound &&= !isError(finding);
    report(finding);
  };
  const correction = { spec, changes, corrected: document, pages: firstPages(layout), anchors: layout.anchors };
  const notice = mergeNotice(release, financials, correction, note);
  if (!sound) return undefined;
  const marked = titleMarked(markDocument(document, changes), style.marked);
  // A notice has as many pages as it takes.
  const papers = [
    { name: 'notice', document: notice, targets: new Map() },
    { name: 'marked', document: marked, targets: release.spec.targets },
  ] as const;
  const files = new Map<string, Uint8Array | string>();
  const set: SetDocument[] = [];
  for (const { name, document: paper, targets } of papers) {
    const pages = layOut(paper, release.style, built.sources.fontMetrics, targets, note);
    if (!sound) return undefined;
    const { pdf, html } = await renderPaper(paper, pages, built);
    files.set(`${name}.pdf`, pdf).set(`${name}.html`, html);
    set.push({ document: paper, layout: pages, pdf });
  }
  for (const [file, content] of outputs) files.set(`clean/${file}`, content);
  const [noticeSet, markedSet] = set;
  if (!noticeSet || !markedSet || !sound) return undefined;
  const pages = { notice: noticeSet.layout.pages.length, marked: markedSet.layout.pages.length, clean: layout.pages.length };
  return { files, pages, notice: noticeSet, marked: markedSet };
}

/** The PDF and the web page of one paper. */
async function renderPaper(
  document: Document,
  layout: Layout,
  { sources }: CorrectedBuild,
): Promise<{ readonly pdf: Uint8Array; readonly html: string }> {
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const { renderHtml } = await import('../render/html/render-html.ts');
  const pdf = await renderPdf(document, layout, sources.fontMetrics, sources.fonts);
  return { pdf, html: renderHtml(document, layout.anchors) };
}

/** By element, the first page that it stands on, from 1. */
function firstPages({ pages }: Layout): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { index, items } of pages) {
    for (const item of items) {
      if (item.kind === 'glyphs' && 'element' in item.owner && !found.has(item.owner.element)) found.set(item.owner.element, index + 1);
    }
  }
  return found;
}
