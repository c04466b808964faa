// Turn a build into the files that are approved of it: text dumps of facts, blocks, pages and tags, and every page as an image.

import type { Snapshot } from '../compare/compare-snapshot.ts';
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { rasterise } from '../pdf/engine/rasterise.ts';
import type { Build } from '../project/build-release.ts';
import { dumpTags } from '../render/pdf/dump-tags.ts';

/** Names are those of the files in the folder of what was approved. */
export async function approvedFiles({
  sources,
  financials,
  document,
  layout,
  pdf,
}: Pick<Build, 'sources' | 'financials' | 'document' | 'layout' | 'pdf'>): Promise<Snapshot> {
  const pages = await rasterise(pdf);
  return {
    texts: new Map([
      ['facts.txt', dumpFinancials(financials)],
      ['blocks.txt', dumpDocument(document)],
      ['pages.txt', dumpPages(layout)],
      ['tags.txt', dumpTags(document, layout, sources.fontMetrics, sources.fonts)],
    ]),
    pages: new Map(pages.map((page, index) => [`page-${String(index + 1).padStart(2, '0')}.png`, page])),
  };
}
