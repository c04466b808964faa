// Turn the releases in data/ into the files that goldens hold, and the goldens that were approved: the same code as `kessan snapshot`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../src/compare/compare-snapshot.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { approvedFiles } from '../../src/project/approved-files.ts';
import type { RenderedPdf } from '../../src/render/render.ts';
import { buildSample, pdfOf, projectRoot, samplePlace, type WholeRelease } from './sample.ts';

/** A release whose texts and pages are approved. */
export interface Golden {
  readonly name: string;
  readonly place: ReleasePlace;
  /** Approved files, committed. */
  readonly folder: string;
}

const golden = (place: ReleasePlace): Golden => {
  const name = `${place.issuer}-${place.release}`;
  return { name, place, folder: join(projectRoot, 'test/golden', name) };
};

/** The sample, and the second issuer with its own standard, regime and layout. */
export const goldenReleases: readonly Golden[] = [golden(samplePlace), golden({ ...samplePlace, issuer: 'aoba', release: '2026h1' })];

/** Makes all files of a release anew from the data, as a build would. */
export async function makeGoldens({ place }: Golden): Promise<Snapshot> {
  const built = await buildSample(place);
  return approvedFiles({ ...built, pdfs: [wholePdf(built)] });
}

/** A sample says nothing of files: one holds it whole. */
const wholePdf = (built: WholeRelease): RenderedPdf => ({
  file: 'release.pdf',
  of: { name: 'release', languages: built.document.languages },
  document: built.document,
  layout: built.layout,
  pdf: pdfOf(built),
});

/** The approved files by name. */
export function approvedGoldens({ folder }: Golden): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}
