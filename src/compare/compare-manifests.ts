// Turn the manifests of two builds into what differs: files that were read, files that were made, the program.
import type { Manifest } from '../model/build-record.ts';

/** One file, by what happened to it since the earlier build. */
export interface FileChange {
  readonly file: string;
  readonly change: 'changed' | 'added' | 'removed';
}

export interface ManifestDifference {
  /** Another release altogether, as `issuer/release` of each. */
  readonly release?: { readonly before: string; readonly after: string };
  readonly program?: { readonly before: string; readonly after: string };
  /** Another theme. */
  readonly style?: { readonly before: string; readonly after: string };
  readonly inputs: readonly FileChange[];
  readonly outputs: readonly FileChange[];
}

export function compareManifests(before: Manifest, after: Manifest): ManifestDifference {
  const [one, two] = [before, after].map(({ issuer, release }) => `${issuer}/${release}`) as [string, string];
  return {
    ...(one === two ? {} : { release: { before: one, after: two } }),
    ...(before.program === after.program ? {} : { program: { before: before.program, after: after.program } }),
    ...(before.style && after.style && before.style !== after.style && { style: { before: before.style, after: after.style } }),
    inputs: fileChanges(before.inputs, after.inputs),
    outputs: fileChanges(before.outputs, after.outputs),
  };
}

function fileChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly FileChange[] {
  const files = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return files.flatMap((file): readonly FileChange[] => {
    if (before[file] === after[file]) return [];
    return [{ file, change: before[file] === undefined ? 'added' : after[file] === undefined ? 'removed' : 'changed' }];
  });
}

/** Whether a release that is filed would read the same: its outputs decide, not what they were made from. */
export function sameBuild({ release, outputs }: ManifestDifference, altered: readonly string[]): boolean {
  return release === undefined && outputs.length === 0 && altered.length === 0;
}

/** One line a difference; none for two builds that are alike. */
export function describeDifference(
  { release, program, style, inputs, outputs }: ManifestDifference,
  altered: readonly string[],
): readonly string[] {
  return [
    ...(release ? [`another release: ${release.before} then, ${release.after} now`] : []),
    ...(program ? [`another program: ${program.before} then, ${program.after} now`] : []),
    ...(style ? [`another style: ${style.before} then, ${style.after} now`] : []),
    ...altered.map((file) => `altered  ${file} of the earlier build is not what its manifest says`),
    ...outputs.map(({ file, change }) => `output   ${file} ${change}`),
    ...inputs.map(({ file, change }) => `input    ${file} ${change}`),
  ];
}
