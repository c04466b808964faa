// Turn the small issuer of fixture/ into a project in a folder of its own, gone when the test file ends.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { fixtureFolder } from './fixture.ts';
import { projectRoot } from './sample.ts';

/** `edit` changes one file and answers how to change it back; an edit that changes nothing throws. */
export function inProjectFolder(): {
  readonly root: string;
  readonly edit: (file: string, change: (text: string) => string) => () => void;
} {
  const root = mkdtempSync(join(tmpdir(), 'kessan-mini-'));
  cpSync(fixtureFolder, root, { recursive: true });
  cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
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
