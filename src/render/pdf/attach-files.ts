// Turn data files into attachments of the document: embedded, named, and said to be its data (ISO 19005-3, annex E).
import { createHash } from 'node:crypto';
import { nameTree } from '../../pdf/writing/name-tree.ts';
import { type PdfObject, type PdfWriter, pdfName } from '../../pdf/writing/pdf-writer.ts';
import type { Attachment } from '../data/attachment.ts';

/** Checksums are bytes, times are the document's own, names are in the order of their bytes. Nothing is written where there is no file. */
export function attachFiles(writer: PdfWriter, files: readonly Attachment[], date: Date): void {
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
