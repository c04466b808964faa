// Turn a build into the files that are approved of it, and into a verdict against those that were, with a report of what differs.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareSnapshot, type Snapshot, type SnapshotChange } from '../compare/compare-snapshot.ts';
import { describePage, snapshotReport } from '../compare/snapshot-report.ts';
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import { rasterise } from '../pdf/engine/open-pdf.ts';
import type { Bitmap } from '../pdf/engine/page-image.ts';
import type { Build } from '../project/build-release.ts';
import { approvedFolder, outFolder } from '../project/find-release.ts';
import { publishIn, withdraw } from '../project/publish.ts';
import { readInside } from '../project/read-given.ts';
import { dumpTags } from '../render/pdf/dump-tags.ts';
import type { Console } from './console.ts';
import type { Format } from './report-findings.ts';

/** Names are those of the files in the folder of what was approved. */
export async function approvedFiles({
  sources,
  financials,
  document,
  layout,
  pdfs,
}: Pick<Build, 'sources' | 'financials' | 'document' | 'layout' | 'pdfs'>): Promise<Snapshot> {
  // Pages of a summary are those of the whole.
  const whole = pdfs.filter(({ of }) => !of.summary);
  const pages: Bitmap[] = [];
  for (const { pdf } of whole) pages.push(...(await rasterise(pdf)));
  return {
    texts: new Map([
      ['facts.txt', dumpFinancials(financials)],
      ['blocks.txt', dumpDocument(document)],
      ['pages.txt', dumpPages(layout)],
      ['tags.txt', whole.map((file) => dumpTags(file.document, file.layout, sources.fontMetrics, sources.fonts)).join('')],
    ]),
    pages: new Map(pages.map((page, index) => [`page-${String(index + 1).padStart(2, '0')}.png`, page])),
  };
}

/** Bytes by file name, in order of name; undefined when nothing was approved yet. */
export function readApproved(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const names = readdirSync(folder)
    .filter((name) => /^[^.].*\.(?:txt|png)$/.test(name))
    .sort();
  if (names.length > buildLimits.approvedFiles)
    throw new UsageError(`${folder} holds ${names.length} approved files, and at most ${buildLimits.approvedFiles} are read`);
  const read = names.flatMap((name) => {
    const limit = name.endsWith('.png') ? buildLimits.pictureBytes : buildLimits.recordBytes;
    const bytes = readInside(folder, name, join(folder, name), limit);
    return bytes ? [[name, bytes] as const] : [];
  });
  return read.length > 0 ? new Map(read) : undefined;
}

/** True when nothing differs. Otherwise the report is written anew, and its place told. */
export async function againstSnapshot(place: ReleasePlace, built: Build, format: Format, console: Console): Promise<boolean> {
  const name = releaseName(place);
  const approved = readApproved(approvedFolder(place));
  if (!approved)
    throw new UsageError(
      `nothing of ${name} was approved yet: look at a build and run kessan snapshot ${place.issuer}/${place.release}${place.theme ? ` --style ${place.theme}` : ''}`,
    );
  const changes = compareSnapshot(approved, await approvedFiles(built));
  const report = join(outFolder(place), 'snapshot-report');
  withdraw(report);
  if (changes.length === 0) return true;
  const files = snapshotReport(`${name}: what differs from what was approved`, changes);
  await publishIn(report, files);
  const listed = format === 'text' ? changes.map((change) => `  ${change.name}: ${described(change)}\n`).join('') : '';
  console.err(`${name}: ${changes.length} of ${approved.size} approved files differ; see ${join(report, 'index.html')}\n${listed}`);
  return false;
}

function described(change: SnapshotChange): string {
  if (change.kind === 'page') return describePage(change);
  return change.kind === 'gone' ? 'gone' : `${change.gone.length} lines gone, ${change.come.length} come`;
}
