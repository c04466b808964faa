// Turn data files into attachments of the document: embedded, named, and said to be its data (ISO 19005-3, annex E).
import { createHash } from 'node:crypto';
import type { PdfReference } from 'pdfkit';
import { pdfText } from '../../pdf/writing/pdf-text.ts';
import type { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import type { Attachment } from '../data/attachment.ts';
import { nameTree } from './navigation.ts';

/**
 * pdfkit's own way is not taken: it writes the checksum as text, takes times from the machine where none are given, and sorts
 * names by the locale.
 */
export function attachFiles(writer: ReleaseWriter, files: readonly Attachment[], date: Date): void {
  if (files.length === 0) return;
  const specifications = files.map(({ name, type, description, content }): readonly [string, PdfReference] => {
    const data = new TextEncoder().encode(content);
    const checksum = createHash('md5').update(data).digest();
    const file = writer.ref({
      Type: 'EmbeddedFile',
      Subtype: type.replace('/', '#2F'),
      Params: { Size: data.length, CheckSum: checksum, CreationDate: date, ModDate: date },
    });
    file.end(data);
    const specification = writer.ref({
      Type: 'Filespec',
      F: pdfText(name),
      UF: pdfText(name),
      Desc: pdfText(description),
      AFRelationship: 'Data',
      EF: { F: file, UF: file },
    });
    specification.end();
    return [name, specification];
  });
  const catalog = writer._root.data;
  catalog.AF = specifications.map(([, specification]) => specification);
  (catalog.Names as PdfReference).data.EmbeddedFiles = nameTree(specifications);
}
