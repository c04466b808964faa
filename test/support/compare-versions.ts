// Turn two builds into their differences, as the command finds them.
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import type { DiffOptions } from '../../src/compare/diff-options.ts';
import type { Version } from '../../src/compare/version.ts';
import type { Difference, Differences } from '../../src/model/difference.ts';
import { readPdf } from '../../src/pdf/engine/read-pdf.ts';
import { versionOfBuild } from '../../src/project/compare-versions.ts';
import { parseRecord } from '../../src/project/read-record.ts';
import { pdfOf, type WholeRelease } from './sample.ts';

/** `pdf` stands for the build's own file: an altered one. */
export interface Side {
  readonly built: WholeRelease;
  readonly pdf?: Uint8Array;
}

/** Pages are read and drawn in processes of their own, as for files of others; a file that many comparisons start from, once. */
const read = new WeakMap<Uint8Array, ReturnType<typeof readPdf>>();

export async function compareSides(old: Side, now: Side, options?: DiffOptions): Promise<Differences> {
  return compareBuilds(await versionOf('old', old), await versionOf('new', now), options);
}

async function versionOf(name: string, { built, pdf = pdfOf(built) }: Side): Promise<Version> {
  const { written, altered } = versionOfBuild(name, { pdf, outputs: built.outputs });
  const record = parseRecord(written, name);
  const reading = read.get(pdf) ?? readPdf(pdf, 96);
  read.set(pdf, reading);
  return { name, pages: await reading, record, altered };
}

type OfClass<N, T = Difference> = T extends { readonly class: infer C } ? (N extends C ? T : never) : never;

/** Changes of one class. */
export function ofClass<N extends Difference['class']>({ changes }: Differences, name: N): readonly OfClass<N>[] {
  return changes.filter((change): change is OfClass<N> & Difference => change.class === name);
}
