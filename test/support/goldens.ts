// Turn the sample into the files that goldens hold, and the goldens that were approved: the same code as `kessan snapshot`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
<<<<<<< Updated upstream
import { approvedFiles } from '../../src/commands/approved-files.ts';
import type { Snapshot } from '../../src/verify/compare-snapshot.ts';
import { buildSample, pdfOf, projectRoot } from './sample.ts';

/** Approved files, committed. */
export const goldenFolder = join(projectRoot, 'test/golden/iij-2q02');
=======
import { dumpFinancials } from '../../src/derive/dump-financials.ts';
import { dumpPages } from '../../src/layout/dump-pages.ts';
import { dumpDocument } from '../../src/merge/dump-document.ts';
import { dumpTags } from '../../src/render/pdf/dump-tags.ts';
import { comparePages, type PageDifference } from '../../src/verify/compare-pages.ts';
import { decodePng, encodePng } from '../../src/verify/page-image.ts';
import { type Bitmap, rasterise } from '../../src/verify/rasterise.ts';
import { buildSample, pdfOf, projectRoot } from './sample.ts';

/** Approved files, committed. */
export const goldenFolder = join(projectRoot, 'test/golden');

export interface Goldens {
  /** Text dumps by file name: facts and statements, blocks, pages, tags. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pages at 96 dpi by file name. */
  readonly pages: ReadonlyMap<string, Bitmap>;
}
>>>>>>> Stashed changes

/** Makes all of them anew from the data, as a build would. */
export async function makeGoldens(): Promise<Snapshot> {
  const built = await buildSample();
<<<<<<< Updated upstream
  return approvedFiles({ ...built, pdf: pdfOf(built) });
=======
  const bitmaps = await rasterise(pdfOf(built));
  return {
    texts: new Map([
      ['iij-2q02/facts.txt', dumpFinancials(built.financials)],
      ['iij-2q02/blocks.txt', dumpDocument(built.document)],
      ['iij-2q02/pages.txt', dumpPages(built.layout)],
      ['iij-2q02/tags.txt', dumpTags(built.document, built.layout, built.sources.fontMetrics, built.sources.fonts)],
    ]),
    pages: new Map(bitmaps.map((bitmap, index) => [`iij-2q02/page-${String(index + 1).padStart(2, '0')}.png`, bitmap])),
  };
>>>>>>> Stashed changes
}

/** The approved files by name. */
export function approvedGoldens(): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(goldenFolder) ? readdirSync(goldenFolder) : [];
  return new Map(names.sort().map((name) => [name, readFileSync(join(goldenFolder, name))]));
}
