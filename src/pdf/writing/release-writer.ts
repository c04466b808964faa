// Turn pdfkit's document into our writer: compact objects, our own metadata packet, bytes at the end instead of a stream.
import PDFDocument, { type PdfOptions, type StructureContent } from 'pdfkit';
import { ObjectWriter } from './object-writer.ts';

/** A pdfkit document whose file is `bytes` once `end()` has returned. */
export class ReleaseWriter extends PDFDocument {
  // Undefined while pdfkit's constructor runs: the header lines that it writes then are replaced by the writer's own.
  private readonly objects: ObjectWriter | undefined = new ObjectWriter();
  private readonly packet: string;
  private file: Uint8Array | undefined;

  constructor(options: PdfOptions, packet: string) {
    super(options);
    this.packet = packet;
    // pdfkit writes /Limits into the root of the number tree, where only leaves have them (ISO 32000-1, 7.9.7).
    this.getStructParentTree().limits = false;
  }

  get bytes(): Uint8Array {
    if (!this.file) throw new Error('the PDF is not ended');
    return this.file;
  }

  /** Told what a piece of marked content says before it is hung on its element; a recorder listens, the file needs no telling. */
  says(content: StructureContent, _words: string): StructureContent {
    return content;
  }

  override _write(data: string | Uint8Array): void {
    this.objects?.write(data);
  }

  override _finalize(): void {
    this.file = this.objects!.finish({ count: this._offsets.length, root: `${this._root}`, info: `${this._info}` });
  }

  /** pdfkit's packet leaves values unescaped and has one title, no language and no modification date: it is never written. */
  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    metadata.write(new TextEncoder().encode(this.packet));
    metadata.end();
    this._root.data.Metadata = metadata;
  }
}
