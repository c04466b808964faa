// Turn two versions of a release into what differs between them, with the pages that it was read from.
import { compareBuilds } from '../compare/compare-builds.ts';
import { type DiffOptions, defaultDiffOptions } from '../compare/diff-options.ts';
import type { Version } from '../compare/version.ts';
import type { Differences } from '../model/difference.ts';
import { type FoundVersion, readVersions } from './open-version.ts';

/** How closely two versions are compared. */
export interface Closeness extends Partial<DiffOptions> {
  /** Dots an inch at which pages are drawn; 96 unless given. */
  readonly dpi?: number;
}

/** What differs, and both sides as they were read. */
export interface Comparison {
  readonly differences: Differences;
  readonly before: Version;
  readonly after: Version;
  /** The files are the same, byte by byte. */
  readonly sameBytes: boolean;
}

/** Files from elsewhere are read in a process of their own; one that cannot be read is refused as wrong usage. */
export async function compareVersions(old: FoundVersion, now: FoundVersion, { dpi = 96, ...options }: Closeness = {}): Promise<Comparison> {
  const sameBytes = Buffer.from(old.pdf).equals(now.pdf);
  const [before, after] = await readVersions(old, now, dpi);
  return { differences: compareBuilds(before, after, { ...defaultDiffOptions, ...options }), before, after, sameBytes };
}
