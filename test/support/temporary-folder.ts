// Turn a name into a folder of its own, gone when the test file ends that asked for it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** An empty folder below the system's folder for temporary files. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kessan-${name}-`));
  folders.push(folder);
  return folder;
}

/** Removes what was made so far: `each-file.ts` asks for it. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
