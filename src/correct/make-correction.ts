// Turn a corrected release and what changed in it into the papers of a correction: notice, marked release, clean release.

import { layout as layOut } from '../layout/layout.ts';
import type { Announced, Changes, Correction, CorrectionSpec } from '../model/correction.ts';
import type { Differences } from '../model/difference.ts';
import type { Document } from '../model/document.ts';
import { type FileContent, fileContent } from '../model/file-content.ts';
import { isError, type Report } from '../model/finding.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { forgetful } from '../model/memory.ts';
import { type Layout, pageNumber } from '../model/page.ts';
import { plainFiles } from '../model/release-files.ts';
import type { CorrectionStyle } from '../model/style.ts';
import type { Composed } from '../session.ts';
import { deletionMarks } from './deletion-marks.ts';
import { markDocument, titleMarked } from './mark-document.ts';
import { mergeNotice } from './merge-notice.ts';
import { numericalData, type Records } from './numerical-data.ts';
import { type MarkIn, sectionOf, setMarked } from './set-marked.ts';

/**
 * Contents by file name: notice.pdf and .html, marked.pdf and .html (notice.ja.pdf and so on where each language is a file of its own),
 * and the whole clean build under clean/.
 */
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
  /** One, or one for each of its languages. */
  readonly files: readonly PaperFile[];
  /** That of the first file. */
  readonly pdf: Uint8Array;
}

/** A PDF of a paper and the web page beside it, with what they were made of. */
export interface PaperFile extends FileContent {
  /** Without its ending. */
  readonly name: string;
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
  for (const { name, pdf, html } of [noticeSet, markedSet].flatMap((set) => set.files))
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
function changedLanguages({ figures, removed, texts, pictures }: Changes, { languages, figures: now }: Document): readonly Lang[] {
  const changed = new Set<Lang | undefined>([
    ...texts.map(({ lang }) => lang),
    ...removed.map(({ lang }) => lang),
    ...pictures.map(({ before, after }) => (after ?? before)?.lang),
    ...[...figures.keys()].map((id) => now[id]?.lang),
  ]);
  return languages.filter((lang) => changed.has(lang));
}

/** The PDFs and the web pages of one paper, whose files have its name. */
async function renderPaper(
  name: string,
  document: Document,
  layout: Layout,
  { sources, release }: CorrectedBuild,
): Promise<Pick<SetDocument, 'files' | 'pdf'>> {
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const { renderHtml } = await import('../render/html/render-html.ts');
  const own = document.parts.map(({ lang }) => lang);
  const parts = document.apart ? [...new Set(own)].map((lang) => ({ name: `${name}.${lang}`, languages: [lang] })) : plainFiles(own);
  const contents = parts.map((file) => ({
    name: document.apart ? file.name : name,
    ...fileContent(document, layout, file, release.style.pages),
  }));
  const files: PaperFile[] = [];
  for (const content of contents) {
    const others = contents.filter((other) => other !== content).map((other) => ({ href: `${other.name}.html`, document: other.document }));
    const page = { look: release.style, pdfFile: `${content.name}.pdf`, ...(others.length > 0 && { translations: others }) };
    const pdf = await renderPdf(content.document, content.layout, sources.fontMetrics, sources.fonts);
    files.push({ ...content, pdf, html: renderHtml(content.document, content.layout.anchors, forgetful, page) });
  }
  const [first] = files;
  if (!first) throw new Error('make-correction: a paper has a language');
  return { files, pdf: first.pdf };
}

/** By element, the first page of its file that it stands on, from 1. */
function firstPages({ pages }: Layout): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const page of pages) {
    for (const item of page.items) {
      if ((item.kind === 'glyphs' || item.kind === 'picture') && 'element' in item.owner && !found.has(item.owner.element))
        found.set(item.owner.element, pageNumber(page));
    }
  }
  return found;
}

/** By page of a file, from 1, what the style calls the part that it belongs to. */
function partNames({ pages }: Layout, { parts }: CorrectionStyle): Correction['parts'] {
  const names = new Map(parts.flatMap(({ pages: classes, name }) => classes.map((each) => [each, name] as const)));
  const found = new Map<number, Partial<PerLang<string>>>();
  for (const page of pages) {
    const name = names.get(page.class);
    if (!name) continue;
    const number = pageNumber(page);
    // Files of other languages have a page of this number too.
    found.set(number, page.number === undefined ? name : { ...found.get(number), [page.lang]: name[page.lang] });
  }
  return found;
}
