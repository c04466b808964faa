// Turn pdfkit 0.20's writer into types: only what this folder and its tests use, private members included.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  /** What pdfkit writes as a PDF text string; a plain string is written as a name. */
  export interface PdfText {
    readonly length: number;
    charCodeAt(index: number): number;
  }
  export type PdfValue =
    | string
    | PdfText
    | number
    | boolean
    | null
    | Date
    | Uint8Array
    | PdfReference
    | readonly PdfValue[]
    | PdfDictionary;
  export interface PdfDictionary {
    [key: string]: PdfValue | undefined;
  }

  /** An indirect object: its dictionary, and its stream once something is written. */
  export interface PdfReference {
    readonly id: number;
    data: PdfDictionary;
    compress: boolean;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
  }
  export interface PdfPage {
    readonly width: number;
    readonly height: number;
    readonly dictionary: PdfReference;
    readonly content: PdfReference;
    readonly fonts: { [name: string]: PdfReference };
    readonly xobjects: { [name: string]: PdfReference };
    /** Its Annots. */
    readonly annotations: PdfReference[];
  }
  export interface OutlineItem {
    readonly outlineData: PdfDictionary;
    addItem(title: string, options?: { pageNumber?: number; expanded?: boolean; fit?: boolean }): OutlineItem;
  }
  export interface PdfOptions {
    readonly autoFirstPage?: boolean;
    readonly bufferPages?: boolean;
    readonly compress?: boolean;
    readonly displayTitle?: boolean;
    /** null: load no standard font. */
    readonly font?: null;
    readonly info?: { readonly [key: string]: string | Date };
    readonly lang?: string;
    readonly margin?: number;
    readonly pdfVersion?: '1.4' | '1.5' | '1.6' | '1.7';
    readonly subset?: 'PDF/A-1b' | 'PDF/A-2a' | 'PDF/A-2b' | 'PDF/A-3a' | 'PDF/UA';
    readonly tagged?: boolean;
  }

  export default class PDFDocument extends Readable {
    constructor(options?: PdfOptions);
    readonly page: PdfPage;
    readonly outline: OutlineItem;
    /** Catalog. */
    readonly _root: PdfReference;
    readonly _info: PdfReference;
    /** Byte offsets by object number less one; its length is the number of objects. */
    readonly _offsets: (number | null)[];
    addPage(options: { size: readonly [number, number]; margin: number }): this;
    addContent(operators: string): this;
    getMarkInfoDictionary(): PdfReference;
    getStructTreeRoot(): PdfReference;
    ref(data?: PdfDictionary): PdfReference;
    end(): void;
    endMarkings(): void;
    endMetadata(): void;
    /** A property: pdfkit sets what a subset asks for on each document. */
    _addColorOutputIntent: () => void;
    /** The one door through which objects are written: strings are lines, bytes are streams. */
    _write(data: string | Uint8Array): void;
    _finalize(): void;
  }
}
