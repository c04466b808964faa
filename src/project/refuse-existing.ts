// Turn files that are to be written into a refusal, where anything stands in their place.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';

/** Paths that stand in the way are told by name, at most so many. */
const shown = 5;

/** A file where one is to be written, or a file where a folder is to be: neither is touched. A link counts, wherever it leads. `hint` says what to do. */
export function refuseExisting(root: string, files: readonly string[], hint: string): void {
  const folders = new Set(files.flatMap(foldersOf));
  const inTheWay = [
    ...[...folders].filter((folder) => standsAs(join(root, folder), (stats) => !stats.isDirectory() && !stats.isSymbolicLink())),
    ...files.filter((file) => standsAs(join(root, file), () => true)),
  ];
  if (inTheWay.length === 0) return;
  const more = inTheWay.length > shown ? say` and ${inTheWay.length - shown} more` : '';
  throw new UsageError(
    say`nothing is written, for this is in the way in ${root}: ${sayAll(inTheWay.slice(0, shown), ', ')}${more}; ${hint}`,
  );
}

/** `data/a/b.yaml` stands in `data` and `data/a`. */
function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function standsAs(path: string, is: (stats: NonNullable<ReturnType<typeof lstatSync>>) => boolean): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats !== undefined && is(stats);
  } catch {
    // A file stands where one of its folders is to be: that is told of the folder.
    return false;
  }
}
