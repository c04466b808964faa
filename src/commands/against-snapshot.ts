// Turn a build into a verdict against what was approved of its release, with a report of what differs.

import { join } from 'node:path';
import { compareSnapshot, type SnapshotChange } from '../compare/compare-snapshot.ts';
import { describePage, snapshotReport } from '../compare/snapshot-report.ts';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import { approvedFiles, readApproved } from '../project/approved-files.ts';
import type { Build } from '../project/build-release.ts';
import { approvedFolder, outFolder } from '../project/find-release.ts';
import { publishIn, withdraw } from '../project/publish.ts';
import type { Console } from './console.ts';
import type { Format } from './report-findings.ts';

/** True when nothing differs. Otherwise the report is written anew, and its place told. */
export async function againstSnapshot(place: ReleasePlace, built: Build, format: Format, console: Console): Promise<boolean> {
  const name = releaseName(place);
  const approved = readApproved(approvedFolder(place));
  if (!approved)
    throw new UsageError(
      say`nothing of ${name} was approved yet: look at a build and run kessan snapshot ${place.issuer}/${place.release}${place.theme ? ` --style ${place.theme}` : ''}`,
    );
  const changes = compareSnapshot(approved, await approvedFiles(built));
  const report = join(outFolder(place), 'snapshot-report');
  withdraw(report);
  if (changes.length === 0) return true;
  const files = snapshotReport(say`${name}: what differs from what was approved`, changes);
  await publishIn(report, files);
  const listed = format === 'text' ? changes.map((change) => `  ${change.name}: ${described(change)}\n`).join('') : '';
  console.err(say`${name}: ${changes.length} of ${approved.size} approved files differ; see ${join(report, 'index.html')}\n${listed}`);
  return false;
}

function described(change: SnapshotChange): string {
  if (change.kind === 'page') return describePage(change);
  return change.kind === 'gone' ? 'gone' : say`${change.gone.length} lines gone, ${change.come.length} come`;
}
