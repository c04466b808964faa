// Turn a laid-out release into the files that a build publishes: first the PDFs, which take longest to be proved. One line an output.
import type { Document } from '../model/document.ts';
import { fileContent } from '../model/file-content.ts';
import type { Financials } from '../model/financials.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import { type FileRecord, plainFiles, type ReleaseFile } from '../model/release-files.ts';
import type { Sources } from '../model/sources.ts';
import { factsData, releaseData } from './data/release-data.ts';
import { renderDocument } from './document/render-document.ts';
import { renderFigures } from './figures/render-figures.ts';
import { renderHtml } from './html/render-html.ts';
import { renderManifest } from './manifest/render-manifest.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { renderText } from './text/render-text.ts';

/** What the stages before made of one release. */
export interface RenderInput {
  readonly sources: Sources;
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly layout: Layout;
  /** Puts the statements and the facts into the PDFs of the whole release as data files. */
  readonly attach?: boolean;
  /** Writes plain texts too: release.txt. */
  readonly text?: boolean;
}

/** A PDF of a release, and what it was made of. */
export interface RenderedPdf {
  /** Name with its ending. */
  readonly file: string;
  /** What it is among the files of the release. */
  readonly of: ReleaseFile;
  readonly document: Document;
  readonly layout: Layout;
  readonly pdf: Uint8Array;
}

/** A release whose PDFs are there, while the rest is still to be rendered. */
export interface Rendering {
  /** At least one; those of the whole release come before those of the summary. */
  readonly pdfs: readonly RenderedPdf[];
  /** Contents by file name, in the order in which they are listed. The manifest comes last: it has the hashes of the others. */
  readonly all: () => ReadonlyMap<string, Uint8Array | string>;
}

/** Renders the PDFs, which somebody may read while `all` renders the rest. `meanwhile` is called while other threads pack their streams. */
export async function render(input: RenderInput, memory: Memory = forgetful, meanwhile: () => void = () => {}): Promise<Rendering> {
  const { sources, release, financials, document, layout, attach = false } = input;
  const files = release.files ?? plainFiles(release.languages);
  const contents = files.map((of) => ({ file: `${of.name}.pdf`, of, ...fileContent(document, layout, of, release.style.pages) }));
  const writing = contents.map(({ of, document: own, layout: pages }) => {
    const attachments = attach && !of.summary ? releaseData(own, release, financials) : [];
    return renderPdf(own, pages, sources.fontMetrics, sources.fonts, attachments, memory);
  });
  meanwhile();
  const written = await Promise.all(writing);
  const pdfs = contents.map((content, index): RenderedPdf => ({ ...content, pdf: written[index] as Uint8Array }));
  const named = pdfs.map(({ file, pdf }) => [file, pdf] as const);
  return { pdfs, all: () => withManifest(new Map([...named, ...otherFiles(contents, input, memory)]), input, contents) };
}

type Content = Omit<RenderedPdf, 'pdf'>;

/** By file name, one for each PDF of the whole release: each names the others, and the PDF beside it. */
function webPages(contents: readonly Content[], { release }: RenderInput, memory: Memory): ReadonlyMap<string, string> {
  const whole = contents.filter(({ of }) => !of.summary);
  const translations = whole.length > 1 ? whole.map(({ of, document }) => ({ href: `${of.name}.html`, document })) : [];
  return new Map(
    whole.map(({ of, file, document, layout }) => {
      const others = translations.filter(({ document: other }) => other !== document);
      const page = { look: release.style, pdfFile: file, ...(others.length > 0 && { translations: others }) };
      return [`${of.name}.html`, renderHtml(document, layout.anchors, memory, page)];
    }),
  );
}

/** All files but the PDFs and the manifest, in the order in which they are listed. */
function otherFiles(contents: readonly Content[], input: RenderInput, memory: Memory): ReadonlyMap<string, Uint8Array | string> {
  const { release, financials, document, layout, text = false } = input;
  const outputs = new Map<string, Uint8Array | string>(webPages(contents, input, memory));
  if (text)
    for (const { of, ...own } of contents) if (!of.summary) outputs.set(`${of.name}.txt`, renderText(own.document, own.layout.anchors));
  // What whoever makes the filing needs; without a taxonomy there is nothing of it to be said.
  if (release.taxonomy) for (const { name, content } of factsData(document, release, financials)) outputs.set(name, content);
  outputs.set('figures.json', renderFigures(release, financials, document, layout, memory, filesOf(release, contents)));
  return outputs.set('document.json', renderDocument(document, layout, memory));
}

function withManifest(
  outputs: Map<string, Uint8Array | string>,
  { sources, release, layout }: RenderInput,
  contents: readonly Content[],
): ReadonlyMap<string, Uint8Array | string> {
  const files = filesOf(release, contents);
  const manifest = renderManifest({
    issuer: sources.issuerId,
    release: sources.releaseId,
    style: sources.theme,
    pages: layout.pages.length,
    ...(release.draft && { draft: true as const }),
    ...(files && { files }),
    inputs: sources.hashes,
    outputs: new Map(outputs),
  });
  return outputs.set('manifest.json', manifest);
}

/** A build of one file says nothing of files. */
const filesOf = (release: Release, contents: readonly Content[]): readonly FileRecord[] | undefined =>
  release.files &&
  contents.map(({ file, of, layout }) => ({
    file,
    languages: of.languages,
    ...(of.summary && { summary: true as const }),
    pages: layout.pages.map(({ index }) => index + 1),
  }));
