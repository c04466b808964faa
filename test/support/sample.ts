// Turn the sample release into stage results and bytes.
import type { Document } from '../../src/model/document.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Layout } from '../../src/model/page.ts';
import type { Release } from '../../src/model/release.ts';
import type { ReleasePlace } from '../../src/model/release-place.ts';
import type { Sources } from '../../src/model/sources.ts';
import { render } from '../../src/render/render.ts';
import type { StageName } from '../../src/session.ts';
import { type Composed, compose } from './stages.ts';

/** The project itself: tests and scripts run from its root. */
export const projectRoot = process.cwd();

/** The sample release in place. */
export const samplePlace: ReleasePlace = { root: projectRoot, issuer: 'iij', release: '2q02' };

/** Runs the stages without progress. */
export const composeSample = (place: ReleasePlace = samplePlace, last: StageName = 'layout'): Composed => compose(place, last);

export interface WholeRelease {
  readonly sources: Sources;
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  readonly layout: Layout;
  /** By file name: release.pdf, release.html, figures.json, manifest.json. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
}

/** Everything that a build makes; findings of any kind that the test does not name fail it. */
export async function buildSample(place: ReleasePlace = samplePlace, expected: readonly string[] = []): Promise<WholeRelease> {
  const { findings, sources, release, financials, document, layout } = composeSample(place);
  const unexpected = findings.filter(({ code }) => !expected.includes(code));
  if (unexpected.length > 0 || !sources || !release || !financials || !document || !layout) {
    throw new Error(
      `unexpected findings:\n${unexpected.map(({ code, message, at }) => `${code} ${message} ${at ? `${at.file}:${at.line}` : ''}`).join('\n')}`,
    );
  }
  const outputs = await render({ sources, release, financials, document, layout });
  return { sources, release, financials, document, layout, outputs };
}

/** The finished PDF of a build. */
export function pdfOf({ outputs }: WholeRelease): Uint8Array {
  const pdf = outputs.get('release.pdf');
  if (!(pdf instanceof Uint8Array)) throw new Error('the build made no release.pdf');
  return pdf;
}
