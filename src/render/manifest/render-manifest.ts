// Turn inputs and outputs into a manifest: what a build was made from, by hash, and what it made.
import { createHash } from 'node:crypto';
import packageJson from '../../../package.json' with { type: 'json' };
import type { FileRecord } from '../../model/release-files.ts';

export interface ManifestInput {
  readonly issuer: string;
  readonly release: string;
  /** The theme: `default`, or the name of another style of the layout. */
  readonly style: string;
  readonly pages: number;
  /** The build is a draft: nothing of it is to be published. */
  readonly draft?: true;
  /** PDFs, where the release says how it is published in files. */
  readonly files?: readonly FileRecord[];
  /** sha256 by file of everything read. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
}

/** This program as a manifest names it: another version may set pages otherwise. */
export const thisProgram = `kessan ${packageJson.version}`;

/** Version of the file's shape. */
export const manifestFormat = 1;

export function renderManifest({ issuer, release, style, pages, draft, files, inputs, outputs }: ManifestInput): string {
  const sorted = [...inputs].sort(([a], [b]) => (a < b ? -1 : 1));
  const made = [...outputs].map(([file, content]) => {
    // A text is hashed as UTF-8, without a copy of it.
    return [file, { bytes: Buffer.byteLength(content), sha256: createHash('sha256').update(content).digest('hex') }];
  });
  return `${JSON.stringify({ format: manifestFormat, issuer, release, style, program: thisProgram, pages, ...(draft && { draft }), ...(files && { files }), outputs: Object.fromEntries(made), inputs: Object.fromEntries(sorted) }, null, 2)}\n`;
}
