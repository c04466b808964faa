// Turn a release into the files of a build, in memory: composed, rendered and read back; no file when anything is wrong.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { Layout } from '../model/page.ts';
import type { Release } from '../model/release.ts';
import type { Sources } from '../model/sources.ts';
import { compose, type ReleasePlace, type Watch } from '../pipeline.ts';

/** Everything that a build without errors makes. */
export interface Built {
  readonly sources: Sources;
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly layout: Layout;
  /** Contents by file name; the manifest last. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
  readonly pdf: Uint8Array;
}

/** All findings; `built` is undefined when one of them is an error. */
export interface Making {
  readonly findings: readonly Diagnostic[];
  readonly built?: Built;
}

/** What a build may make besides the usual files. */
export interface Extras {
  /** Data files inside the PDF. */
  readonly attach?: boolean;
  /** The release as plain text, release.txt. */
  readonly text?: boolean;
}

export async function makeBuild(place: ReleasePlace, watch: Watch, extras: Extras = {}): Promise<Making> {
  const { startReader } = await import('../pdf/engine/open-pdf.ts');
  startReader();
  const composed = compose(place, 'layout', watch);
  const findings = [...composed.findings];
  const { sources, release, financials, document, layout } = composed;
  if (!sources || !release || !financials || !document || !layout || findings.some(isError)) return { findings };
  watch('render');
  const { render } = await import('../render/render.ts');
  const outputs = await render({ sources, release, financials, document, layout, ...extras });
  watch('verify');
  const { readBack } = await import('../verify/read-back.ts');
  const pdf = outputs.get('release.pdf');
  if (!(pdf instanceof Uint8Array)) throw new Error('render gave no release.pdf');
  await readBack(pdf, document, layout, (finding) => findings.push(finding));
  return findings.some(isError) ? { findings } : { findings, built: { sources, release, financials, document, layout, outputs, pdf } };
}

export const isError = (finding: { readonly severity: string }): boolean => finding.severity === 'error';
