// Turn the pictures of all pages into objects of the file, each once however often it stands.
import type { Kind, Memory } from '../../model/memory.ts';
import type { Layout } from '../../model/page.ts';
import type { Outlines, Picture, Pixels } from '../../model/picture.ts';
import { type PackedStream, packStream, streamBytes } from '../../pdf/writing/packed-stream.ts';
import { decimal, type PdfObject, type PdfWriter, pdfName } from '../../pdf/writing/pdf-writer.ts';
import { namesOn } from './page-names.ts';

const drawn: Kind<PackedStream> = { name: 'render/outlines', bytes: streamBytes };

/** By the hash of the picture's file. */
export function embedPictures(writer: PdfWriter, { pages }: Layout, memory: Memory): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const page of pages) {
    for (const picture of namesOn(page).pictures) {
      if (objects.has(picture.sha256)) continue;
      const { shown } = picture;
      objects.set(
        picture.sha256,
        shown.kind === 'pixels' ? putPixels(writer, picture, shown) : putOutlines(writer, picture, shown, memory),
      );
    }
  }
  return objects;
}

/** Colours are those of the file's output intent, sRGB (ISO 19005-2, 6.2.4.3). */
function putPixels(writer: PdfWriter, { width, height }: Picture, { components, filter, data, alpha }: Pixels): PdfObject {
  const image = (space: string) => ({
    Type: pdfName('XObject'),
    Subtype: pdfName('Image'),
    Width: width,
    Height: height,
    ColorSpace: pdfName(space),
    BitsPerComponent: 8,
    Interpolate: false,
  });
  const mask = alpha === undefined ? undefined : writer.put(image('DeviceGray'), packed(alpha, width * height));
  const own = { ...image(components === 1 ? 'DeviceGray' : 'DeviceRGB'), ...(mask ? { SMask: mask } : {}) };
  if (filter === 'FlateDecode') return writer.put(own, packed(data, width * height * components));
  // The file as it is, under the filter that reads it.
  return writer.put({ ...own, Filter: pdfName(filter) }, packed(data, data.length));
}

const packed = (data: string, length: number): PackedStream => ({ length, packed: new Uint8Array(Buffer.from(data, 'base64')) });

/** Its space turned upright: y runs up in a form, down in outlines. */
function putOutlines(writer: PdfWriter, { sha256 }: Picture, { operators, width, height }: Outlines, memory: Memory): PdfObject {
  const text = `1 0 0 -1 0 ${decimal(height)} cm\n${operators}\n`;
  const stream = memory.recall(drawn, sha256, () => packStream(Buffer.from(text, 'latin1')));
  const box = [0, 0, width, height].map((length) => Number(decimal(length)));
  return writer.put({ Type: pdfName('XObject'), Subtype: pdfName('Form'), BBox: box, Resources: {} }, stream);
}
