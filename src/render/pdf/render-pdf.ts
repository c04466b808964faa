// Turn a document and its pages into a tagged PDF, with its data files attached. Every position was settled by layout: drawing decides nothing.

import { createHash } from 'node:crypto';
import { language } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import { inLang } from '../../model/language.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { embedFont } from '../../pdf/writing/embed-font.ts';
import { nameTree, type PdfObject, type PdfSettings, type PdfWriter, pdfName } from '../../pdf/writing/pdf-writer.ts';
import { PdfkitWriter } from '../../pdf/writing/pdfkit-writer.ts';
import { xmpPacket } from '../../pdf/writing/xmp-packet.ts';
import type { Attachment } from '../data/release-data.ts';
import { anchorsOf, placesOf } from './destinations.ts';
import { drawPage } from './draw-page.ts';
import { growElements } from './grow-elements.ts';
import { describeTargets } from './link-annotations.ts';
import { writeNavigation, writeOutline } from './navigation.ts';
import { typesetRuns } from './typeset-runs.ts';

/** A tagged PDF 1.7 that is PDF/UA-1 and PDF/A-2a at once, or PDF/A-3a where it has attachments. Same input, same bytes. */
export async function renderPdf(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const writer = new PdfkitWriter(settingsOf(document, attachments.length > 0 ? 3 : 2));
  writeRelease(writer, document, layout, metrics, fonts);
  attachFiles(writer, attachments, dateOf(document));
  return writer.end();
}

/** Writes pages, tags, outline and what leads from one place to another. */
export function writeRelease(
  writer: PdfWriter,
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
): void {
  const { subsets, runs } = typesetRuns(layout, fonts);
  const pages = layout.pages.map(({ width, height }) => writer.addPage(width, height));
  const owners = new Set(layout.pages.flatMap(({ items }) => items.flatMap(ownedElement)));
  const tree = growElements(writer, document, owners);
  const faces = new Map([...subsets].map(([id, subset], i) => [id, { subset, name: `F${i + 1}`, object: writer.reserve() }]));
  for (const [id, { subset, object }] of faces) embedFont(writer, object, subset, known(metrics, id));

  const places = placesOf(layout);
  const anchors = anchorsOf(document, layout, places);
  const targets = { layout, pages, places, anchors, ...describeTargets(document) };
  const drawing = { writer, leaves: tree.leaves, typeset: runs, fonts: faces, targets };
  layout.pages.forEach((page, index) => {
    drawPage(drawing, pages[index]!, page);
  });
  for (const [owner, leaf] of tree.leaves) {
    if (leaf.hasText && !owners.has(owner)) throw new Error(`${owner} has text that no page shows`);
  }
  writeOutline(writer, document, layout, places, pages);
  writeNavigation(writer, layout, anchors, pages);
  writer.closeTree();
}

/** The metadata that may be written, all of it: titles, author, the document's date, and the one fixed word of the writer. */
function settingsOf(document: Document, part: 2 | 3): PdfSettings {
  return {
    part,
    lang: language(document.lang).tag,
    title: inLang(document.titles, document.lang),
    author: document.author,
    date: dateOf(document),
    packet: xmpPacket(document, part),
  };
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

/** Checksums are bytes, times are the document's own, names are in the order of their bytes. Nothing is written where there is no file. */
function attachFiles(writer: PdfWriter, files: readonly Attachment[], date: Date): void {
  if (files.length === 0) return;
  const specifications = files.map(({ name, type, description, content }): readonly [string, PdfObject] => {
    const data = new TextEncoder().encode(content);
    const checksum = createHash('md5').update(data).digest();
    const params = { Size: data.length, CheckSum: checksum, CreationDate: date, ModDate: date };
    const file = writer.put({ Type: pdfName('EmbeddedFile'), Subtype: pdfName(type), Params: params }, data);
    const specification = writer.put({
      Type: pdfName('Filespec'),
      F: name,
      UF: name,
      Desc: description,
      AFRelationship: pdfName('Data'),
      EF: { F: file, UF: file },
    });
    return [name, specification];
  });
  writer.addToCatalog({ AF: specifications.map(([, specification]) => specification) });
  writer.addToNames({ EmbeddedFiles: nameTree(specifications) });
}
