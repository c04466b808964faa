// Turn the sample into the files that goldens hold, and compare them with what was approved.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dumpFinancials } from '../../src/derive/dump-financials.ts';
import { dumpPages } from '../../src/layout/dump-pages.ts';
import { dumpDocument } from '../../src/merge/dump-document.ts';
import { comparePages, type PageDifference } from '../../src/verify/compare-pages.ts';
import { decodePng, encodePng } from '../../src/verify/page-image.ts';
import { type Bitmap, rasterise } from '../../src/verify/rasterise.ts';
import { buildSample, pdfOf, projectRoot } from './sample.ts';

/** Approved files, committed. */
export const goldenFolder = join(projectRoot, 'test/golden');

export interface Goldens {
  /** Text dumps by file name: facts and statements, blocks, pages. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pages at 96 dpi by file name. */
  readonly pages: ReadonlyMap<string, Bitmap>;
}

/** Makes all of them anew from the data, as a build would. */
export async function makeGoldens(): Promise<Goldens> {
  const built = await buildSample();
  const bitmaps = await rasterise(pdfOf(built));
  return {
    texts: new Map([
      ['iij-2q02/facts.txt', dumpFinancials(built.financials)],
      ['iij-2q02/blocks.txt', dumpDocument(built.document)],
      ['iij-2q02/pages.txt', dumpPages(built.layout)],
    ]),
    pages: new Map(bitmaps.map((bitmap, index) => [`iij-2q02/page-${String(index + 1).padStart(2, '0')}.png`, bitmap])),
  };
}

/** The approved file, or undefined when there is none yet. */
export function approved(name: string): Buffer | undefined {
  const file = join(goldenFolder, name);
  return existsSync(file) ? readFileSync(file) : undefined;
}

export type PageComparison = PageDifference & { readonly before: Bitmap | undefined; readonly after: Bitmap };

/** A page against its approved image; a page without one differs. */
export function comparePage(name: string, after: Bitmap): PageComparison {
  const file = approved(name);
  if (!file) return { same: false, regions: [], sizesDiffer: true, before: undefined, after };
  const before = decodePng(file);
  return { ...comparePages(before, after), before, after };
}

export { encodePng };
