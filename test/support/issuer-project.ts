// Turn one issuer of the samples into a project of its own, which a test may change and commands may write into.
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Answers its root. */
export function projectOf(issuer: string): string {
  const root = temporaryFolder('issuer');
  for (const folder of ['templates', 'fonts', `data/${issuer}`]) {
    mkdirSync(join(root, folder), { recursive: true });
    cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  return root;
}
