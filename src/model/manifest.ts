// Turn manifest.json into a type: what a build was made from and what it made.

/** manifest.json as every build writes it; hashes are sha256 by file. */
export interface Manifest {
  readonly issuer: string;
  readonly release: string;
  readonly program: string;
  /** The theme; undefined in builds from before it was recorded. */
  readonly style?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}
