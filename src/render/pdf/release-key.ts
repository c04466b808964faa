// Turn all that the PDF of a release follows from into a key: places in files are no part of it, so a line typed above leaves it the same.
import { createHash } from 'node:crypto';
import { contentKey } from '../../model/content-key.ts';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Memory } from '../../model/memory.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import type { Attachment } from '../data/release-data.ts';
import { namesOn } from './page-names.ts';

/** Pages, metrics and font files stand for themselves; of the document all is read but its list of figures, which its blocks print. */
export function releaseKey(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  attachments: readonly Attachment[],
  memory: Memory,
): string {
  const number = (object: object | undefined): number => (object ? memory.numberOf(object) : 0);
  const faces = new Set(layout.pages.flatMap((page) => namesOn(page).fonts));
  const { figures: _, parts, ...said } = document;
  const outline = parts.map((part) => ({
    ...part,
    sections: part.sections.map(({ blocks, ...section }) => ({ ...section, blocks: blocks.length })),
  }));
  const hash = createHash('sha256');
  hash.update(contentKey({ ...said, outline }));
  for (const { sections } of parts) for (const { blocks } of sections) for (const block of blocks) hash.update(contentKey(block));
  hash.update(layout.pages.map((page) => number(page)).join(' '));
  hash.update([...faces].map((font) => `\n${font} ${number(metrics.get(font))} ${number(fonts.get(font))}`).join(''));
  hash.update(JSON.stringify([[...layout.anchors], attachments]));
  return hash.digest('base64');
}
