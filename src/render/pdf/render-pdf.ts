// Turn a document and its pages into a tagged PDF. Every position was settled by layout: drawing decides nothing.

import type { PdfOptions } from 'pdfkit';
import { language } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import { inLang } from '../../model/language.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { embedFont } from '../../pdf/writing/embed-font.ts';
import { producer } from '../../pdf/writing/producer.ts';
import { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import { xmpPacket } from '../../pdf/writing/xmp-packet.ts';
import type { Attachment } from '../data/attachment.ts';
import { attachFiles } from './attach-files.ts';
import { anchorsOf, placesOf } from './destinations.ts';
import { drawPage } from './draw-page.ts';
import { growElements } from './element-tree.ts';
import { describeTargets } from './link-annotations.ts';
import { writeNavigation } from './navigation.ts';
import { writeOutline } from './outline.ts';
import { typesetRuns } from './typeset-runs.ts';

/** A tagged PDF 1.7 that is PDF/UA-1 and PDF/A-2a at once, or PDF/A-3a where it has attachments. Same input, same bytes. */
export async function renderPdf(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  return writeRelease(document, layout, metrics, fonts, (options, packet) => new ReleaseWriter(options, packet), attachments).bytes;
}

/** Writes everything with the writer that `open` makes, and ends it. */
export function writeRelease(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  open: (options: PdfOptions, packet: string) => ReleaseWriter,
  attachments: readonly Attachment[] = [],
): ReleaseWriter {
  const { subsets, runs } = typesetRuns(layout, fonts);
  const writer = openWriter(document, attachments.length > 0 ? 3 : 2, open);
  const pages = layout.pages.map(({ width, height }) => writer.addPage({ size: [width, height], margin: 0 }).page.dictionary);
  const owners = new Set(layout.pages.flatMap(({ items }) => items.flatMap(ownedElement)));
  const tree = growElements(writer, document, owners);
  const faces = new Map([...subsets].map(([id, subset], i) => [id, { subset, name: `F${i + 1}`, reference: writer.ref() }]));
  for (const [id, { subset, reference }] of faces) embedFont(writer, reference, subset, known(metrics, id));

  const places = placesOf(layout);
  const anchors = anchorsOf(document, layout, places);
  const targets = { layout, pages, places, anchors, ...describeTargets(document) };
  for (const page of layout.pages) drawPage({ writer, leaves: tree.leaves, typeset: runs, fonts: faces, targets }, page);
  for (const [owner, leaf] of tree.leaves) {
    if (leaf.hasText && !owners.has(owner)) throw new Error(`${owner} has text that no page shows`);
  }
  writeOutline(writer, document, layout, places, pages);
  writeNavigation(writer, layout, tree, anchors, pages);
  attachFiles(writer, attachments, dateOf(document));
  writer.end();
  return writer;
}

/** The metadata that may be written, all of it: titles, author, the document's date, one fixed word. */
function openWriter(document: Document, part: 2 | 3, open: (options: PdfOptions, packet: string) => ReleaseWriter): ReleaseWriter {
  const date = dateOf(document);
  return open(
    {
      pdfVersion: '1.7',
      subset: `PDF/A-${part}a`,
      tagged: true,
      displayTitle: true,
      lang: language(document.lang).tag,
      font: null,
      compress: false,
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      info: {
        Title: inLang(document.titles, document.lang),
        Author: document.author,
        Producer: producer,
        Creator: producer,
        CreationDate: date,
        ModDate: date,
      },
    },
    xmpPacket(document, part),
  );
}

function dateOf(document: Document): Date {
  return new Date(`${document.date}T00:00:00Z`);
}

function ownedElement(item: Layout['pages'][number]['items'][number]): readonly string[] {
  return item.kind === 'glyphs' && 'element' in item.owner ? [item.owner.element] : [];
}

function known(metrics: ReadonlyMap<string, FontMetrics>, id: string): FontMetrics {
  const found = metrics.get(id);
  if (!found) throw new Error(`pages use font ${id}, which has no metrics`);
  return found;
}
