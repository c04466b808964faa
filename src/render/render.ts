// Turn a laid-out release into the files that a build publishes. One line an output.
import packageJson from '../../package.json' with { type: 'json' };
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import { forgetful, type Memory } from '../model/memory.ts';
import type { Layout } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import type { Sources } from '../model/sources.ts';
import { releaseData } from './data/release-data.ts';
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

/** Contents by file name, in the order in which they are listed. The manifest comes last: it has the hashes of the others. */
export async function render(
  { sources, release, financials, document, layout, attach = false, text = false }: RenderInput,
  memory: Memory = forgetful,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const outputs = new Map<string, Uint8Array | string>();
  const attachments = attach ? releaseData(document, release, financials) : [];
  outputs.set('release.pdf', await renderPdf(document, layout, sources.fontMetrics, sources.fonts, attachments, memory));
  outputs.set('release.html', renderHtml(document, layout.anchors, memory));
  if (text) outputs.set('release.txt', renderText(document, layout.anchors));
  outputs.set('figures.json', renderFigures(release, financials, document, layout, memory));
  outputs.set('document.json', renderDocument(document, layout, memory));
  const manifest = renderManifest({
    issuer: sources.issuerId,
    release: sources.releaseId,
    style: sources.theme,
    version: packageJson.version,
    pages: layout.pages.length,
    inputs: sources.hashes,
    outputs: new Map(outputs),
  });
  return outputs.set('manifest.json', manifest);
}
