// Turn the sample release and some edits into a project of its own, gone when the test file ends.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One replacement in one file of the project; the text must occur exactly once, so that a test cannot edit nothing. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A copy of the project in a folder of its own, edited, and removed when the test file ends. */
export function editedSample(edits: readonly Edit[]): ReleasePlace {
  const root = temporaryFolder('sample');
  for (const folder of ['data', 'templates', 'fonts']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(root, file), 'utf8');
    const found = text.split(from).length - 1;
    if (found !== 1) throw new Error(`${file}: '${from}' occurs ${found} times, not once`);
    writeFileSync(
      join(root, file),
      text.replace(from, () => to),
    );
  }
  return { root, issuer: 'iij', release: '2q02' };
}
