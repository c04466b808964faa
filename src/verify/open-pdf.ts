// Turn PDF bytes into an open document of the PDF reader, which is a different program from the writer.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';

let library: Promise<PDFiumLibrary> | undefined;

/** The reader starts once a process: it holds no state between documents. */
function reader(): Promise<PDFiumLibrary> {
  library ??= PDFiumLibrary.init(wasmOptions());
  return library;
}

/** Lets the reader's program compile on another thread while this one works; a fault shows when a document is opened. */
export function startReader(): void {
  reader().catch(() => {});
}

/** In the bundle the reader's program lies beside the code; from sources the package finds its own. */
function wasmOptions(): { wasmBinary: ArrayBuffer } | undefined {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'pdfium.wasm');
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return { wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer };
}

/** Opens the document, hands it to `use`, and frees it whatever happens. Rejects when the bytes are not a readable PDF. */
export async function withPdf<T>(pdf: Uint8Array, use: (document: PDFiumDocument) => Promise<T> | T): Promise<T> {
  const document = await (await reader()).loadDocument(pdf);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}
