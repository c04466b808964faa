// Turn the small issuer and the samples into projects whose sessions may be edited, in folders of their own.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../sample.ts';
import type { Subject } from './same-as-afresh.ts';

export type SubjectName = 'mini' | 'iij' | 'aoba';

const about: Readonly<Record<SubjectName, Omit<Subject, 'root'> & { readonly source: string }>> = {
  mini: {
    source: join(projectRoot, 'test/support/fixture'),
    release: 'mini/1q01',
    themes: ['large'],
    folders: ['data/mini', 'templates/plain'],
    supposed: ['costs.staff@1q01', '650,126'],
  },
  iij: {
    source: projectRoot,
    release: 'iij/2q02',
    themes: ['comfort'],
    folders: ['data/iij', 'templates/us-filer'],
    supposed: ['capex@2q02', '1,505'],
  },
  aoba: {
    source: projectRoot,
    release: 'aoba/2026h1',
    themes: [],
    folders: ['data/aoba', 'templates/tanshin'],
    supposed: ['sales@2026h1', '10,001'],
  },
};

/** A copy that `use` may edit, gone afterwards. */
export async function withSubject<T>(name: SubjectName, use: (subject: Subject) => Promise<T>): Promise<T> {
  const { source, ...subject } = about[name];
  const root = mkdtempSync(join(tmpdir(), 'kessan-session-'));
  try {
    for (const folder of ['data', 'templates']) cpSync(join(source, folder), join(root, folder), { recursive: true });
    cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
    return await use({ ...subject, root });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
