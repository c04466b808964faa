// Turn a build into the files that are approved of it, and the folder of what was approved into their bytes.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../compare/compare-snapshot.ts';
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import { rasterise } from '../pdf/engine/open-pdf.ts';
import type { Bitmap } from '../pdf/engine/page-image.ts';
import { dumpTags } from '../render/pdf/dump-tags.ts';
import type { Build } from './build-release.ts';
import { readInside } from './read-given.ts';

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
    throw new UsageError(say`${folder} holds ${names.length} approved files, and at most ${buildLimits.approvedFiles} are read`);
  const read = names.flatMap((name) => {
    const limit = name.endsWith('.png') ? buildLimits.pictureBytes : buildLimits.recordBytes;
    const bytes = readInside(folder, name, join(folder, name), limit);
    return bytes ? [[name, bytes] as const] : [];
  });
  return read.length > 0 ? new Map(read) : undefined;
}
