// Turn the small issuer and the samples into projects whose sessions may be edited, in folders of their own.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../sample.ts';
import { furnish } from './furnish.ts';
import type { Subject } from './same-as-afresh.ts';

export type SubjectName = 'mini' | 'furnished' | 'iij' | 'aoba';

/** Faces that the small issuer prints in, and two for words that an edit makes bold or italic: a project opened afresh hashes each that it lists. */
const miniFaces = /^(?:noto-sans-jp-[47]00|source-sans-3-[47]00|source-serif-4-(?:400i?|700))$/;

/** A subject before it is copied. */
type Source = Omit<Subject, 'root'> & { readonly source: string; readonly faces?: RegExp };

const small: Source = {
  source: join(projectRoot, 'test/support/fixture'),
  faces: miniFaces,
  release: 'mini/1q01',
  themes: ['large'],
  folders: ['data/mini', 'templates/plain'],
  supposed: ['costs.staff@1q01', '650,126'],
};

const about: Readonly<Record<SubjectName, Source>> = {
  mini: small,
  furnished: { ...small, furnished: true },
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
  const { source, faces, ...subject } = about[name];
  const root = mkdtempSync(join(tmpdir(), 'kessan-session-'));
  try {
    for (const folder of ['data', 'templates']) cpSync(join(source, folder), join(root, folder), { recursive: true });
    cpSync(join(projectRoot, 'fonts'), join(root, 'fonts'), { recursive: true });
    if (faces) keepFaces(join(root, 'fonts/fonts.yaml'), faces);
    if (subject.furnished) furnish(root);
    return await use({ ...subject, root });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Takes the other faces out of a list of fonts. */
function keepFaces(file: string, faces: RegExp): void {
  const [head = '', ...entries] = readFileSync(file, 'utf8').split(/^(?= {2}- id: )/m);
  const kept = entries.filter((entry) => faces.test(/id: (\S+)/.exec(entry)?.[1] ?? ''));
  if (kept.length === 0 || kept.length === entries.length) throw new Error(`${file}: ${kept.length} of ${entries.length} faces are kept`);
  writeFileSync(file, head + kept.join(''));
}
