// Turn approved texts and page images into a guard: nothing changes but on purpose (`npm run golden`, then look at the report).
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { differencePng } from '../src/verify/page-image.ts';
import { approved, comparePage, type Goldens, goldenFolder, makeGoldens } from './support/goldens.ts';
import { projectRoot } from './support/sample.ts';

describe('the sample release', () => {
  let goldens: Goldens;
  beforeAll(async () => {
    goldens = await makeGoldens();
  });

  it.each(['facts', 'blocks', 'pages'])('has its approved %s', (name) => {
    const file = `iij-2q02/${name}.txt`;
    expect(goldens.texts.get(file)).toBe(approved(file)?.toString('utf8'));
  });

  it('has its approved page images, tile by tile', () => {
    const changed: string[] = [];
    for (const [name, bitmap] of goldens.pages) {
      const { same, regions, mask, after } = comparePage(name, bitmap);
      if (same) continue;
      changed.push(`${name}: ${regions.length} regions`);
      const folder = join(projectRoot, 'test/report');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, name.replace('/', '-')), differencePng(after, mask, regions));
    }
    expect(changed, 'pictures with the regions boxed are in test/report').toEqual([]);
    const kept = readdirSync(join(goldenFolder, 'iij-2q02')).filter((file) => file.endsWith('.png'));
    expect(kept.sort()).toEqual([...goldens.pages.keys()].map((name) => name.replace('iij-2q02/', '')).sort());
  });
});
