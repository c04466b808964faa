// Turn names into files and folders of the project or of this program's package: which names there may be, where each stands, and the layouts.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Ids of issuers, releases, periods, statements, layouts and fonts name files and folders: nothing else may stand in them. */
export const idPattern = /^[a-z0-9][a-z0-9-]*$/;

/**
 * How names of the package's own files begin: `kessan:templates/tanshin/style.yaml`. They are the same wherever it is installed, so
 * that findings can be read and manifests compared.
 */
export const packagePrefix = 'kessan:';

/** The folder of this program's package (absolute): the nearest above this code that has layouts and fonts. */
export const packageRoot = nearestPackage(dirname(fileURLToPath(import.meta.url)));

/** The path of a file by its name: below the project root, or below the package when the name begins with `kessan:`. */
export function pathOf(root: string, name: string): string {
  return name.startsWith(packagePrefix) ? join(packageRoot, name.slice(packagePrefix.length)) : join(root, name);
}

/**
 * The name of a folder (`templates/tanshin`, `fonts`): the project's own when it has one, else the package's. A folder is taken whole, so
 * that a project with a layout of its own never mixes it with one that another version of the program may change.
 */
export function folderOf(root: string, folder: string): string {
  if (existsSync(join(root, folder)) || !existsSync(join(packageRoot, folder))) return folder;
  return `${packagePrefix}${folder}`;
}

function nearestPackage(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates')) && existsSync(join(folder, 'fonts/fonts.yaml'))) return folder;
    if (folder === dirname(folder)) throw new Error(`the package of this program is not whole: no templates/ and fonts/ above ${from}`);
  }
}

/** The folder of templates/ that is no layout: the dictionary of accounts. */
export const dictionaryFolder = 'dictionary';

/** Names, sorted by code unit: folders of templates/ in the project (when one is given) and in the package. */
export function listLayouts(root?: string): readonly string[] {
  const roots = root === undefined ? [packageRoot] : [root, packageRoot];
  return [...new Set(roots.flatMap((each) => foldersIn(join(each, 'templates'))))].filter((name) => name !== dictionaryFolder).sort();
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
