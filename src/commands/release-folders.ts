// Turn a release into where its results are written and told by name: those of another theme than its own stand apart.
import { join } from 'node:path';
import type { ReleasePlace } from '../pipeline.ts';

/** `issuer/release`, or `issuer/release in theme`. */
export function releaseName({ issuer, release, theme }: ReleasePlace): string {
  return `${issuer}/${release}${theme === undefined ? '' : ` in ${theme}`}`;
}

/** The same for programs. */
export function released({ issuer, release, theme }: ReleasePlace): { readonly release: string; readonly style?: string } {
  return { release: `${issuer}/${release}`, ...(theme === undefined ? {} : { style: theme }) };
}

/** `out/<issuer>/<release>`, which is what will be published; in another theme `out/<issuer>/<release>.<theme>`, a name that no release has. */
export function outFolder({ root, issuer, release, theme }: ReleasePlace): string {
  return join(root, 'out', issuer, `${release}${suffix(theme)}`);
}

/** Beside the release, so that what was approved is kept with the data that it was approved of; in another theme `approved.<theme>`. */
export function approvedFolder({ root, issuer, release, theme }: ReleasePlace): string {
  return join(root, 'data', issuer, 'releases', release, `approved${suffix(theme)}`);
}

const suffix = (theme: string | undefined): string => (theme === undefined ? '' : `.${theme}`);
