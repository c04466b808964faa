// Turn a corrected release and what changed in it into the papers of a correction: notice, marked release, clean release.

import { layout as layOut } from '../layout/layout.ts';
import type { Announced, Changes, Correction, CorrectionSpec } from '../model/correction.ts';
import type { Differences } from '../model/difference.ts';
import type { Document } from '../model/document.ts';
import { isError, type Report } from '../model/finding.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { forgetful } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import type { CorrectionStyle } from '../model/style.ts';
import type { Composed } from '../session.ts';
import { deletionMarks } from './deletion-marks.ts';
import { markDocument, titleMarked } from './mark-document.ts';
import { mergeNotice } from './merge-notice.ts';
import { numericalData, type Records } from './numerical-data.ts';
import { type MarkIn, sectionOf, setMarked } from './set-marked.ts';

/** Contents by file name: notice.pdf and .html, marked.pdf and .html, and the whole clean build under clean/. */
export interface Papers {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly pages: { readonly notice: number; readonly marked: number; readonly clean: number };
  /** Those of the notice: nothing changed in the others. */
  readonly languages: readonly Lang[];
  /** In each of them, whether the notice says that numerical data are corrected; whether the figures say so; why they part, as typed. */
  readonly numericalData: { readonly told: PerLang<boolean>; readonly follows: PerLang<boolean>; readonly why?: string };
  /** As they were set, for those who look closer. */
  readonly notice: SetDocument;
  readonly marked: SetDocument;
}

/** A document, its pages, and the files that they were written to. */
export interface SetDocument {
  readonly document: Document;
  readonly layout: Layout;
  readonly pdf: Uint8Array;
  readonly html: string;
}

/** What is corrected, as it is built now. */
export interface CorrectedBuild extends Composed {
  /** Contents by file name. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
}

/** What is corrected in it, and how that is told. */
export interface Correcting extends Records {
  readonly spec: CorrectionSpec;
  readonly changes: Changes;
  readonly differences: Pick<Differences, 'changes'>;
  readonly announced: Announced;
  readonly style: CorrectionStyle;
}

/** Undefined when an error was reported. The files are not read back here. */
export async function makeCorrection(built: CorrectedBuild, correcting: Correcting, report: Report): Promise<Papers | undefined> {
  const { release, financials, document, layout, outputs } = built;
  const { spec, changes, announced, style } = correcting;
  let sound = true;
  const note: Report = (finding) => {
    sound &&= !isError(finding);
    report(finding);
  };
  const languages = changedLanguages(changes, document);
  const stated = spec.numericalData?.corrected;
  const follows = numericalData(correcting.differences, correcting, languages, style);
  const correction: Correction = {
    spec,
    announced,
    languages,
    numericalData: perLang(languages, (lang) => stated ?? inLang(follows, lang)),
    changes,
    corrected: document,
    pages: firstPages(layout),
    parts: partNames(layout, style),
    anchors: layout.anchors,
  };
  const notice = mergeNotice(release, financials, correction, note);
  if (!sound) return undefined;
  const fonts = built.sources.fontMetrics;
  // A notice has as many pages as it takes.
  const noticePages = layOut(notice, release.style, fonts, new Map(), note);
  const marks = deletionMarks(correcting, changes);
  const section = sectionOf(document);
  const mark: MarkIn = (sizes) => {
    const sizeAt = (element: string) => sizes.get(section(element) ?? '') ?? 'line';
    return titleMarked(markDocument(document, changes, { marks, words: style.deleted, sizeAt }), style.marked, languages);
  };
  const clean = { style: release.style, fonts, targets: release.spec.targets, document, layout };
  const marked = setMarked(mark, clean, style.deleted, note);
  if (!marked || !sound) return undefined;
  const noticeSet: SetDocument = { document: notice, layout: noticePages, ...(await renderPaper('notice', notice, noticePages, built)) };
  const markedSet: SetDocument = { ...marked, ...(await renderPaper('marked', marked.document, marked.layout, built)) };
  const files = new Map<string, Uint8Array | string>();
  for (const [name, { pdf, html }] of [
    ['notice', noticeSet],
    ['marked', markedSet],
  ] as const)
    files.set(`${name}.pdf`, pdf).set(`${name}.html`, html);
  for (const [file, content] of outputs) files.set(`clean/${file}`, content);
  const pages = { notice: noticeSet.layout.pages.length, marked: markedSet.layout.pages.length, clean: layout.pages.length };
  const why = spec.numericalData && { why: spec.numericalData.why };
  return {
    files,
    pages,
    languages,
    numericalData: { told: correction.numericalData, follows, ...why },
    notice: noticeSet,
    marked: markedSet,
  };
}

/** In the order of the release: languages in which something reads differently. */
function changedLanguages({ figures, removed, texts }: Changes, { languages, figures: now }: Document): readonly Lang[] {
  const changed = new Set<Lang | undefined>([
    ...texts.map(({ lang }) => lang),
    ...removed.map(({ lang }) => lang),
    ...[...figures.keys()].map((id) => now[id]?.lang),
  ]);
  return languages.filter((lang) => changed.has(lang));
}

/** The PDF and the web page of one paper, whose files have its name. */
async function renderPaper(
  name: string,
  document: Document,
  layout: Layout,
  { sources, release }: CorrectedBuild,
): Promise<{ readonly pdf: Uint8Array; readonly html: string }> {
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const { renderHtml } = await import('../render/html/render-html.ts');
  const pdf = await renderPdf(document, layout, sources.fontMetrics, sources.fonts);
  return { pdf, html: renderHtml(document, layout.anchors, forgetful, { look: release.style, pdfFile: `${name}.pdf` }) };
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

/** By page, from 1, what the style calls the part that it belongs to. */
function partNames({ pages }: Layout, { parts }: CorrectionStyle): ReadonlyMap<number, PerLang<string>> {
  const names = new Map(parts.flatMap(({ pages: classes, name }) => classes.map((each) => [each, name] as const)));
  return new Map(
    pages.flatMap((page) => {
      const name = names.get(page.class);
      return name ? [[page.index + 1, name] as const] : [];
    }),
  );
}
