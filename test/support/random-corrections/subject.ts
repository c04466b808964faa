// Turn a sample release into a project of its own with the build that corrections correct, and into what an edit of its files comes to.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, openProject, type Project, type Session } from '../../../src/index.ts';
import type { BuildRecord } from '../../../src/model/build-record.ts';
import { versionOfBuild } from '../../../src/project/compare-versions.ts';
import { parseRecord } from '../../../src/project/read-record.ts';
import { editedSample } from '../edited-sample.ts';

/** Contents of changed files, by path from the project's root. */
export type Files = ReadonlyMap<string, string>;

export interface Subject {
  readonly name: string;
  readonly project: Project;
  /** Of the release as it was announced. */
  readonly session: Session;
  readonly base: Build;
  readonly record: BuildRecord;
  /** Folder of the build that is corrected. */
  readonly earlier: string;
  readonly read: (file: string) => string;
  /** Files that were loaded, by path. */
  readonly files: readonly string[];
  /** What `work` makes of the release with these files; they are put back afterwards. */
  readonly edited: <T>(files: Files, work: (session: Session) => Promise<T>) => Promise<T>;
}

/** The day of the notice, after either announcement. */
const correction = `date: {ja: 2025-12-20, en: 2025-12-20}
reason: {ja: 記載に誤りがありましたので、訂正いたします。, en: Errors were found in the document after it was announced.}
`;

export async function openSubject(name: string): Promise<Subject> {
  const { root } = editedSample([]);
  const [issuer = '', release = ''] = name.split('/');
  writeFileSync(join(root, 'data', issuer, 'releases', release, 'correction.yaml'), correction);
  const project = openProject(root);
  const session = project.release(name);
  const { value: base, findings } = await project.build(session);
  if (!base) throw new Error(findings.map(({ message }) => message).join('; '));
  const earlier = join(root, 'earlier');
  mkdirSync(earlier);
  await project.publish(base, earlier);
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return {
    name,
    project,
    session,
    base,
    record: recordOf(base),
    earlier,
    read,
    files: [...base.sources.hashes.keys()],
    edited: async (files, work) => {
      const before = new Map([...files.keys()].map((file) => [file, read(file)]));
      for (const [file, text] of files) writeFileSync(join(root, file), text);
      try {
        return await work(project.release(name));
      } finally {
        for (const [file, text] of before) writeFileSync(join(root, file), text);
      }
    },
  };
}

export const recordOf = (build: Build): BuildRecord => parseRecord(versionOfBuild('a build', build).written, 'a build');
