// Turn a document and its pages into a tagged PDF, with its data files attached. Every position was settled by layout: drawing decides nothing.

import { createHash } from 'node:crypto';
import { language } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import type { FontMetrics } from '../../model/font.ts';
import { inLang } from '../../model/language.ts';
import { forgetful, type Kind, type Memory } from '../../model/memory.ts';
import type { Layout } from '../../model/page.ts';
import type { FontFile } from '../../model/sources.ts';
import { embedFonts } from '../../pdf/writing/embed-font.ts';
import { type PdfObject, type PdfSettings, type PdfWriter, pdfName } from '../../pdf/writing/pdf-writer.ts';
import { PdfkitWriter } from '../../pdf/writing/pdfkit-writer.ts';
import { nameTree } from '../../pdf/writing/write-value.ts';
import { xmpPacket } from '../../pdf/writing/xmp-packet.ts';
import type { Attachment } from '../data/release-data.ts';
import { contentsOn } from './contents-elements.ts';
import { anchorsOf, placesOf } from './destinations.ts';
import { areaOf, pictureName } from './draw-picture.ts';
import { embedPictures } from './embed-pictures.ts';
import { growElements } from './grow-elements.ts';
import { hangPage } from './hang-page.ts';
import { describeTargets } from './link-annotations.ts';
import { writeNavigation, writeOutline } from './navigation.ts';
import { namesOn } from './page-names.ts';
import { recallDrawing, recallTypesetting } from './recall-page.ts';
import { releaseFonts } from './release-fonts.ts';
import { releaseKey } from './release-key.ts';

const files: Kind<Uint8Array> = { name: 'render/file', bytes: ({ length }) => length };

/** A tagged PDF 1.7 that is PDF/UA-1 and PDF/A-2a at once, or PDF/A-3a where it has attachments. Same input, same bytes. */
export async function renderPdf(
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  attachments: readonly Attachment[] = [],
  memory: Memory = forgetful,
): Promise<Uint8Array> {
  const key = memory.keeps ? releaseKey(document, layout, metrics, fonts, attachments, memory) : '';
  const known = memory.find(files, key);
  if (known) return known;
  const writer = new PdfkitWriter(settingsOf(document, attachments.length > 0 ? 3 : 2), memory);
  writeRelease(writer, document, layout, metrics, fonts, memory);
  attachFiles(writer, attachments, dateOf(document));
  const file = await writer.end();
  memory.keep(files, key, file);
  return file;
}

/** Writes pages, tags, outline and what leads from one place to another. */
export function writeRelease(
  writer: PdfWriter,
  document: Document,
  layout: Layout,
  metrics: ReadonlyMap<string, FontMetrics>,
  fonts: ReadonlyMap<string, FontFile>,
  memory: Memory = forgetful,
): void {
  const typeset = layout.pages.map((page) => recallTypesetting(page, fonts, memory));
  const faces = releaseFonts(typeset, fonts, metrics, memory);
  const pages = layout.pages.map(({ width, height }) => writer.addPage(width, height));
  const owners = new Set<string>();
  for (const page of layout.pages) for (const owner of namesOn(page).owners) owners.add(owner);
  const { leaves, unshown } = growElements(writer, document, owners, drawnAreas(layout), contentsOn(layout));
  const objects = new Map([...faces.keys()].map((id) => [id, writer.reserve()]));
  embedFonts(writer, new Map([...faces].map(([id, { embeddable }]) => [objects.get(id)!, embeddable])));
  const pictures = embedPictures(writer, layout, memory);

  const places = placesOf(layout);
  const anchors = anchorsOf(document, layout, places);
  const targets = { layout, pages, places, anchors, ...describeTargets(document) };
  layout.pages.forEach((page, index) => {
    const drawn = recallDrawing(page, typeset[index]!, faces, leaves, memory);
    for (const font of typeset[index]!.uses.keys()) pages[index]!.useFont(faces.get(font)!.name, objects.get(font)!);
    for (const picture of namesOn(page).pictures) pages[index]!.usePicture(pictureName(picture), pictures.get(picture.sha256)!);
    hangPage(writer, pages[index]!, drawn, leaves, targets);
  });
  if (unshown.length > 0) throw new Error(`${unshown[0]} has text that no page shows`);
  writeOutline(writer, document, layout, places, pages);
  writeNavigation(writer, layout, anchors, pages);
  writer.closeTree();
}

/** Where drawings stand, by their owner; pictures in lines of text have no element of the document. */
function drawnAreas({ pages }: Layout): ReadonlyMap<string, readonly number[]> {
  const areas = new Map<string, readonly number[]>();
  for (const page of pages) {
    for (const item of page.items) {
      if ((item.kind !== 'drawing' && item.kind !== 'picture') || !('element' in item.owner)) continue;
      if (item.kind === 'picture' && item.alt !== undefined) continue;
      areas.set(item.owner.element, areaOf(item, page.height));
    }
  }
  return areas;
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
