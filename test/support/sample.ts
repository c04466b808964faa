// Turn the sample release into stage results and bytes, once for all tests of a worker that read them.
import type { Document } from '../../src/model/document.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Layout } from '../../src/model/page.ts';
import type { Release } from '../../src/model/release.ts';
import type { ReleasePlace, Sources } from '../../src/model/sources.ts';
import { render } from '../../src/render/render.ts';
import type { StageName } from '../../src/session.ts';
import { type Composed, compose } from './stages.ts';

/** The project itself: tests and scripts run from its root. */
export const projectRoot = process.cwd();

/** The sample release in place. */
export const samplePlace: ReleasePlace = { root: projectRoot, issuer: 'iij', release: '2q02' };

/** What was made of the releases in place: nobody edits those, and every result is read only. Edited copies are made anew. */
const composed = new Map<string, Composed>();
const rendered = new WeakMap<Composed, Promise<ReadonlyMap<string, Uint8Array | string>>>();

/** Runs the stages without progress. */
export function composeSample(place: ReleasePlace = samplePlace, last: StageName = 'layout'): Composed {
  if (place.root !== projectRoot) return compose(place, last);
  const key = [place.issuer, place.release, place.theme, last].join('|');
  const made = composed.get(key) ?? compose(place, last);
  composed.set(key, made);
  return made;
}

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
export const buildSample = (place: ReleasePlace = samplePlace, expected: readonly string[] = []): Promise<WholeRelease> =>
  renderComposed(composeSample(place), expected);

/** The same of stages that a test has run already. */
export async function renderComposed(made: Composed, expected: readonly string[] = []): Promise<WholeRelease> {
  const { findings, sources, release, financials, document, layout } = made;
  const unexpected = findings.filter(({ code }) => !expected.includes(code));
  if (unexpected.length > 0 || !sources || !release || !financials || !document || !layout) {
    throw new Error(
      `unexpected findings:\n${unexpected.map(({ code, message, at }) => `${code} ${message} ${at ? `${at.file}:${at.line}` : ''}`).join('\n')}`,
    );
  }
  const rendering = rendered.get(made) ?? render({ sources, release, financials, document, layout }).then(({ all }) => all());
  rendered.set(made, rendering);
  const outputs = await rendering;
  return { sources, release, financials, document, layout, outputs };
}

/** The finished PDF of a build. */
export function pdfOf({ outputs }: WholeRelease): Uint8Array {
  const pdf = outputs.get('release.pdf');
  if (!(pdf instanceof Uint8Array)) throw new Error('the build made no release.pdf');
  return pdf;
}
