// Turn the sample into the files that goldens hold, and the goldens that were approved: the same code as `kessan snapshot`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approvedFiles } from '../../src/commands/approved-files.ts';
import type { Snapshot } from '../../src/verify/compare-snapshot.ts';
import { buildSample, pdfOf, projectRoot } from './sample.ts';

/** Approved files, committed. */
export const goldenFolder = join(projectRoot, 'test/golden/iij-2q02');

/** Makes all of them anew from the data, as a build would. */
export async function makeGoldens(): Promise<Snapshot> {
  const built = await buildSample();
  return approvedFiles({ ...built, pdf: pdfOf(built) });
}

/** The approved files by name. */
export function approvedGoldens(): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(goldenFolder) ? readdirSync(goldenFolder) : [];
  return new Map(names.sort().map((name) => [name, readFileSync(join(goldenFolder, name))]));
}
