// Turn a corrected release and what changed in it into the papers of a correction: notice, marked release, clean release.

import { type Built, isError } from '../commands/make-build.ts';
import { layout as layOut } from '../layout/layout.ts';
import type { Changes, CorrectionSpec } from '../model/correction.ts';
import type { Diagnostic, Report } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/page.ts';
import type { CorrectionStyle } from '../model/style.ts';
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

/** A document and its pages. */
export interface SetDocument {
  readonly document: Document;
  readonly layout: Layout;
}

/** Undefined when an error was reported. */
export async function makeCorrection(
  built: Built,
  spec: CorrectionSpec,
  changes: Changes,
  style: CorrectionStyle,
  report: Report,
): Promise<Papers | undefined> {
  const { release, financials, document, layout, outputs } = built;
  const findings: Diagnostic[] = [];
  const note: Report = (finding) => {
    findings.push(finding);
    report(finding);
  };
  const correction = { spec, changes, corrected: document, pages: firstPages(layout), anchors: layout.anchors };
  const notice = mergeNotice(release, financials, correction, note);
  if (findings.some(isError)) return undefined;
  const marked = titleMarked(markDocument(document, changes), style.marked);
  // A notice has as many pages as it takes.
  const papers = [
    { name: 'notice', document: notice, targets: new Map() },
    { name: 'marked', document: marked, targets: release.release.targets },
  ] as const;
  const files = new Map<string, Uint8Array | string>();
  const set: SetDocument[] = [];
  for (const { name, document: paper, targets } of papers) {
    const pages = layOut(paper, release.style, built.sources.fontMetrics, targets, note);
    if (findings.some(isError)) return undefined;
    for (const [file, content] of await renderPaper(name, paper, pages, built, note)) files.set(file, content);
    set.push({ document: paper, layout: pages });
  }
  for (const [file, content] of outputs) files.set(`clean/${file}`, content);
  const [noticeSet, markedSet] = set;
  if (!noticeSet || !markedSet || findings.some(isError)) return undefined;
  const pages = { notice: noticeSet.layout.pages.length, marked: markedSet.layout.pages.length, clean: layout.pages.length };
  return { files, pages, notice: noticeSet, marked: markedSet };
}

/** The PDF and the web page of one paper, the PDF read back. */
async function renderPaper(
  name: string,
  document: Document,
  layout: Layout,
  { sources }: Built,
  report: Report,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const { renderHtml } = await import('../render/html/render-html.ts');
  const { readBack } = await import('../verify/read-back.ts');
  const pdf = await renderPdf(document, layout, sources.fontMetrics, sources.fonts);
  await readBack(pdf, document, layout, report);
  return new Map<string, Uint8Array | string>([
    [`${name}.pdf`, pdf],
    [`${name}.html`, renderHtml(document, layout.anchors)],
  ]);
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
