// Turn two builds into their differences, as the command finds them.

import { compareBuilds } from '../../src/compare/compare-builds.ts';
import type { DiffOptions } from '../../src/compare/diff-options.ts';
import type { Difference, Differences } from '../../src/model/difference.ts';
import { type FoundVersion, readVersions, versionOfBuild } from '../../src/project/open-version.ts';
import { pdfOf, type WholeRelease } from './sample.ts';

/** `pdf` stands for the build's own file: an altered one. */
export interface Side {
  readonly built: WholeRelease;
  readonly pdf?: Uint8Array;
}

/** Pages are read and drawn in processes of their own, as for files of others. */
export async function compareSides(old: Side, now: Side, options?: DiffOptions): Promise<Differences> {
  const found = [old, now].map(({ built, pdf }, index) =>
    versionOfBuild(index === 0 ? 'old' : 'new', { pdf: pdf ?? pdfOf(built), outputs: built.outputs }),
  ) as [FoundVersion, FoundVersion];
  return compareBuilds(...(await readVersions(...found, 96)), options);
}

type OfClass<N, T = Difference> = T extends { readonly class: infer C } ? (N extends C ? T : never) : never;

/** Changes of one class. */
export function ofClass<N extends Difference['class']>({ changes }: Differences, name: N): readonly OfClass<N>[] {
  return changes.filter((change): change is OfClass<N> & Difference => change.class === name);
}
