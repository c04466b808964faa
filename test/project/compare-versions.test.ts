// Two builds of the same bytes are compared by their words alone; where these are not what was recorded, the pages are drawn and it is told.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareVersions, type FoundVersion, findVersion } from '../../src/project/compare-versions.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const build = 'test/earlier/0.1.0/aoba-2026h1';

function found(folder: string): FoundVersion {
  const version = findVersion(folder, process.cwd());
  if (!version) throw new Error(`${folder} is no build`);
  return version;
}

describe('builds of the same bytes', () => {
  it('differ in nothing, and no page is drawn', async () => {
    const { differences, sameBytes, before } = await compareVersions(found(build), found(build));
    expect([sameBytes, differences.changes, differences.pages.length]).toEqual([true, [], 12]);
    expect(before.pages.filter((page) => page?.bitmap)).toEqual([]);
  });

  it('are read, and held against what was recorded, when their file is not the one that was built', async () => {
    const folder = temporaryFolder('altered');
    cpSync(build, folder, { recursive: true });
    const file = join(folder, 'release.pdf');
    // Something after the end of a file harms no reader, and is not what the manifest tells of.
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('\n%\n')]));
    const { differences, sameBytes, after } = await compareVersions(found(folder), found(folder));
    expect(sameBytes).toBe(true);
    expect(differences.changes.map(({ class: name }) => name)).toEqual(['unexplained', 'unexplained']);
    expect(after.pages.every((page) => page?.words.length)).toBe(true);
  });

  it('with another record are compared in full', async () => {
    const old = found(build);
    const other = found('test/earlier/0.1.0/iij-2q02');
    const { differences } = await compareVersions(old, { ...old, ...(other.written && { written: other.written }) });
    expect(differences.changes.length).toBeGreaterThan(0);
  });
});
