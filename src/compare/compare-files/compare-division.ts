// Turn the files that two builds of a release are divided into, where these are not the same, into changes.
import type { FileChange } from '../../model/difference.ts';
import type { Draft } from '../draft.ts';
import type { Version } from '../version.ts';

const change = (summary: string): Draft<FileChange> => ({ class: 'file', kind: 'division', summary, old: [], new: [] });

/** Pages that went from some files into others, files that are gone, and new ones. */
export function compareDivision(old: Version, now: Version): readonly Draft<FileChange>[] {
  const moved = old.division && now.division ? [`pages of ${old.division.join(', ')} stand in ${now.division.join(', ')}`] : [];
  const gone = (old.unpaired ?? []).map((file) => `${file} is gone`);
  const come = (now.unpaired ?? []).map((file) => `${file} is new`);
  return [...moved, ...gone, ...come].map(change);
}
