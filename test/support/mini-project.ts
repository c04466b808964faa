// Turn the small issuer of fixture/ into a project in a folder of its own, gone when the test file ends.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureFolder } from './fixture.ts';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** `edit` changes one file and answers how to change it back; an edit that changes nothing throws. */
export function inProjectFolder(): {
  readonly root: string;
  readonly edit: (file: string, change: (text: string) => string) => () => void;
} {
  const root = temporaryFolder('mini');
  cpSync(fixtureFolder, root, { recursive: true });
  cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${file}: the edit changes nothing`);
    writeFileSync(path, changed);
    return () => writeFileSync(path, text);
  };
  return { root, edit };
}
