// Turn a project into the layouts that its releases may name: its own, and those that come with this program.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-files.ts';

/** Names, sorted by code unit: folders of templates/ in the project (when one is given) and in the package. */
export function listLayouts(root?: string): readonly string[] {
  const roots = root === undefined ? [packageRoot] : [root, packageRoot];
  return [...new Set(roots.flatMap((each) => foldersIn(join(each, 'templates'))))].sort();
}

/** Names of the folders in a folder, links to folders included; none when there is no such folder. */
function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() || entry.isSymbolicLink() ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}
