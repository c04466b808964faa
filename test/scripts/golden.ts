// Turn today's output into the approved goldens, and what changed into reports to look at: test/report/<release>/index.html.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareSnapshot } from '../../src/compare/compare-snapshot.ts';
import { encodePng } from '../../src/compare/page-image.ts';
import { snapshotReport } from '../../src/compare/snapshot-report.ts';
import { approvedGoldens, goldenReleases, makeGoldens } from '../support/goldens.ts';
import { projectRoot } from '../support/sample.ts';
import { rewriteGallery } from './gallery.ts';

const report = join(projectRoot, 'test/report');
rmSync(report, { recursive: true, force: true });
for (const golden of goldenReleases) {
  const pictures = join(report, golden.name);
  for (const folder of [pictures, golden.folder]) mkdirSync(folder, { recursive: true });
  const goldens = await makeGoldens(golden);
  const changes = compareSnapshot(approvedGoldens(golden), goldens);
  for (const [file, content] of snapshotReport(`Goldens of ${golden.name}`, changes)) writeFileSync(join(pictures, file), content);
  for (const change of changes) {
    const file = join(golden.folder, change.name);
    if (change.kind === 'gone') rmSync(file);
    else writeFileSync(file, change.kind === 'page' ? encodePng(change.after) : (goldens.texts.get(change.name) ?? ''));
  }
  console.log(`${golden.name}: ${changes.length} goldens changed; look at ${join(pictures, 'index.html')} before you commit them`);
}
const texts = await rewriteGallery();
if (texts.length > 0) console.log(`${texts.length} texts of test/errors changed: ${texts.join(', ')}`);
