// Turn "which release, set in which style" into a value, and its name in messages.

/** Where a release is found. */
export interface ReleasePlace {
  /** Absolute path of the project. */
  readonly root: string;
  /** Folder name below data/. */
  readonly issuer: string;
  /** Folder name below releases/. */
  readonly release: string;
  /** A theme of its layout other than the one that it names. */
  readonly theme?: string;
}

/** `issuer/release`, or `issuer/release in theme`. */
export function releaseName({ issuer, release, theme }: ReleasePlace): string {
  return `${issuer}/${release}${theme === undefined ? '' : ` in ${theme}`}`;
}

/** The same for programs. */
export function released({ issuer, release, theme }: ReleasePlace): { readonly release: string; readonly style?: string } {
  return { release: `${issuer}/${release}`, ...(theme === undefined ? {} : { style: theme }) };
}
