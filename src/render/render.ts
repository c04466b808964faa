// Turn a laid-out release into the files that a build publishes: first the PDF, which takes longest to be proved. One line an output.
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import type { Release } from '../model/release.ts';
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
  /** Puts the statements and the facts into the PDF as data files. */
  readonly attach?: boolean;
  /** Writes release.txt too. */
  readonly text?: boolean;
}

/** A release whose PDF is there, while the rest is still to be rendered. */
export interface Rendering {
  readonly pdf: Uint8Array;
  /** Contents by file name, in the order in which they are listed. The manifest comes last: it has the hashes of the others. */
  readonly all: () => ReadonlyMap<string, Uint8Array | string>;
}

/** Renders the PDF, which somebody may read while `all` renders the rest. */
export async function render(input: RenderInput, memory: Memory = forgetful): Promise<Rendering> {
  const { sources, release, financials, document, layout, attach = false } = input;
  const attachments = attach ? releaseData(document, release, financials) : [];
  const writing = renderPdf(document, layout, sources.fontMetrics, sources.fonts, attachments, memory);
  // While other threads pack its streams.
  const html = renderHtml(document, layout.anchors, memory, { look: release.style });
  const pdf = await writing;
  return { pdf, all: () => renderAll(pdf, html, input, memory) };
}

function renderAll(
  pdf: Uint8Array,
  html: string,
  { sources, release, financials, document, layout, text = false }: RenderInput,
  memory: Memory,
): ReadonlyMap<string, Uint8Array | string> {
  const outputs = new Map<string, Uint8Array | string>([['release.pdf', pdf]]);
  outputs.set('release.html', html);
  if (text) outputs.set('release.txt', renderText(document, layout.anchors));
  // What whoever makes the filing needs; without a taxonomy there is nothing of it to be said.
  if (release.taxonomy) for (const { name, content } of factsData(document, release, financials)) outputs.set(name, content);
  outputs.set('figures.json', renderFigures(release, financials, document, layout, memory));
  outputs.set('document.json', renderDocument(document, layout, memory));
  const manifest = renderManifest({
    issuer: sources.issuerId,
    release: sources.releaseId,
    style: sources.theme,
    pages: layout.pages.length,
    inputs: sources.hashes,
    outputs: new Map(outputs),
  });
  return outputs.set('manifest.json', manifest);
}
