// Turn today's output into the approved goldens, and what changed into a report to look at: test/report/index.html.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareSnapshot } from '../../src/verify/compare-snapshot.ts';
import { encodePng } from '../../src/verify/page-image.ts';
import { snapshotReport } from '../../src/verify/snapshot-report.ts';
import { approvedGoldens, goldenFolder, makeGoldens } from '../support/goldens.ts';
import { projectRoot } from '../support/sample.ts';
import { rewriteGallery } from './gallery.ts';

const report = join(projectRoot, 'test/report');
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });
mkdirSync(goldenFolder, { recursive: true });
const goldens = await makeGoldens();
const changes = compareSnapshot(approvedGoldens(), goldens);
for (const [file, content] of snapshotReport('Goldens', changes)) writeFileSync(join(report, file), content);
for (const change of changes) {
  const file = join(goldenFolder, change.name);
  if (change.kind === 'gone') rmSync(file);
  else writeFileSync(file, change.kind === 'page' ? encodePng(change.after) : (goldens.texts.get(change.name) ?? ''));
}
const texts = await rewriteGallery();
if (texts.length > 0) console.log(`${texts.length} texts of test/errors changed: ${texts.join(', ')}`);
console.log(`${changes.length} goldens changed; look at ${join(report, 'index.html')} before you commit them`);
