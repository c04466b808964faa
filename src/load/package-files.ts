// Turn the name of a file into the place where it stands: in the project, or in the package of this program.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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
