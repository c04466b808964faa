// Turn a release into the folders of its results: those of another theme than its own stand apart.
import { join } from 'node:path';
import type { ReleasePlace } from '../model/release-place.ts';

/** `out/<issuer>/<release>`, which is what will be published; in another theme `out/<issuer>/<release>.<theme>`, a name that no release has. */
export function outFolder({ root, issuer, release, theme }: ReleasePlace): string {
  return join(root, 'out', issuer, `${release}${suffix(theme)}`);
}

/** Beside the release, so that what was approved is kept with the data that it was approved of; in another theme `approved.<theme>`. */
export function approvedFolder({ root, issuer, release, theme }: ReleasePlace): string {
  return join(root, 'data', issuer, 'releases', release, `approved${suffix(theme)}`);
}

const suffix = (theme: string | undefined): string => (theme === undefined ? '' : `.${theme}`);
