// Turn approved texts and page images into a guard: nothing changes but on purpose (`npm run golden`, then look at the report).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareSnapshot, type Snapshot } from '../src/compare/compare-snapshot.ts';
import { describePage, snapshotReport } from '../src/compare/snapshot-report.ts';
import { approvedGoldens, goldenReleases, makeGoldens } from './support/goldens.ts';
import { projectRoot } from './support/sample.ts';

describe.each(goldenReleases)('the release $name', (golden) => {
  let goldens: Snapshot;
  beforeAll(async () => {
    goldens = await makeGoldens(golden);
  });

  it.each(['facts', 'blocks', 'pages', 'tags'])('has its approved %s', (name) => {
    const file = approvedGoldens(golden).get(`${name}.txt`);
    expect(goldens.texts.get(`${name}.txt`)).toBe(file && Buffer.from(file).toString('utf8'));
  });

  it('has its approved page images, tile by tile, and no others', () => {
    const changes = compareSnapshot(approvedGoldens(golden), goldens).filter(({ kind }) => kind !== 'text');
    if (changes.length > 0) {
      const folder = join(projectRoot, 'test/report', golden.name);
      mkdirSync(folder, { recursive: true });
      for (const [file, content] of snapshotReport('Goldens', changes)) writeFileSync(join(folder, file), content);
    }
    const listed = changes.map((change) => `${change.name}: ${change.kind === 'page' ? describePage(change) : change.kind}`);
    expect(listed, `pictures with the regions boxed are in test/report/${golden.name}`).toEqual([]);
  });
});
