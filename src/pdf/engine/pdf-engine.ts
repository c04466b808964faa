// Turn the PDF reader's program into the calls that are made of it: opening, drawing, text, and characters with their boxes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFiumModule } from '@hyzyla/pdfium';
import { letGo } from '../../model/let-go.ts';
import { say } from '../../model/say.ts';

/** Functions of PDFium, by their C names; pointers are offsets in its memory. */
export interface PdfEngine {
  readonly _FPDF_InitLibrary: () => void;
  readonly _FPDF_LoadMemDocument: (data: number, size: number, password: number) => number;
  readonly _FPDF_CloseDocument: (document: number) => void;
  readonly _FPDF_GetLastError: () => number;
  readonly _FPDF_GetPageCount: (document: number) => number;
  readonly _FPDF_LoadPage: (document: number, index: number) => number;
  readonly _FPDF_ClosePage: (page: number) => void;
  readonly _FPDF_GetPageWidth: (page: number) => number;
  readonly _FPDF_GetPageHeight: (page: number) => number;
  readonly _FPDF_GetPageWidthF: (page: number) => number;
  readonly _FPDF_GetPageHeightF: (page: number) => number;
  readonly _FPDF_PageToDevice: (
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    x: number,
    y: number,
    deviceX: number,
    deviceY: number,
  ) => number;
  readonly _FPDFText_LoadPage: (page: number) => number;
  readonly _FPDFText_ClosePage: (text: number) => void;
  readonly _FPDFText_CountChars: (text: number) => number;
  /** UTF-16 code units with a zero after them; returns their number, the zero included. */
  readonly _FPDFText_GetText: (text: number, start: number, count: number, units: number) => number;
  readonly _FPDFText_GetUnicode: (text: number, index: number) => number;
  /** Four doubles: left, right, bottom, top. */
  readonly _FPDFText_GetCharBox: (text: number, index: number, left: number, right: number, bottom: number, top: number) => number;
  /** The object of the page that a character belongs to; 0 for one that the reader made up. */
  readonly _FPDFText_GetTextObject: (text: number, index: number) => number;
  readonly _FPDFTextObj_GetTextRenderMode: (object: number) => number;
  readonly _FPDFPage_CountObjects: (page: number) => number;
  readonly _FPDFPage_GetObject: (page: number, index: number) => number;
  readonly _FPDFFormObj_CountObjects: (form: number) => number;
  readonly _FPDFFormObj_GetObject: (form: number, index: number) => number;
  readonly _FPDFPageObj_GetType: (object: number) => number;
  /** -1 where it has none. */
  readonly _FPDFPageObj_GetMarkedContentID: (object: number) => number;
  /** Six floats: a, b, c, d, e, f. */
  readonly _FPDFPageObj_GetMatrix: (object: number, matrix: number) => number;
  /** Four floats. */
  readonly _FPDFPageObj_GetBounds: (object: number, left: number, bottom: number, right: number, top: number) => number;
  /** Four numbers from 0 to 255; 0 is returned for a pattern. */
  readonly _FPDFPageObj_GetFillColor: (object: number, red: number, green: number, blue: number, alpha: number) => number;
  readonly _FPDFPageObj_GetStrokeColor: (object: number, red: number, green: number, blue: number, alpha: number) => number;
  /** One float. */
  readonly _FPDFPageObj_GetStrokeWidth: (object: number, width: number) => number;
  /** Two numbers: how it is filled, 0 not at all, and whether it is stroked. */
  readonly _FPDFPath_GetDrawMode: (path: number, fill: number, stroke: number) => number;
  readonly _FPDFPageObj_CountMarks: (object: number) => number;
  readonly _FPDFPageObj_GetMark: (object: number, index: number) => number;
  readonly _FPDFPageObj_RemoveMark: (object: number, mark: number) => number;
  readonly _FPDFPageObjMark_CountParams: (mark: number) => number;
  /** Writes the bytes of a string where there is room, and in any case how many they are; 0 where there is no such string. */
  readonly _FPDFPageObjMark_GetParamBlobValue: (mark: number, key: number, data: number, bytes: number, length: number) => number;
  readonly _FPDFBitmap_CreateEx: (width: number, height: number, format: number, data: number, stride: number) => number;
  readonly _FPDFBitmap_FillRect: (bitmap: number, left: number, top: number, width: number, height: number, colour: number) => void;
  readonly _FPDFBitmap_Destroy: (bitmap: number) => void;
  readonly _FPDF_RenderPageBitmap: (
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ) => void;
  readonly wasmExports: { readonly malloc: (size: number) => number; readonly free: (pointer: number) => void };
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF64: Float64Array;
}

/** The program as it is compiled once, for any number of engines; undefined where the package finds and compiles its own. */
export type EngineProgram = WebAssembly.Module | undefined;

/** In the bundle the program lies beside the code, from sources the package finds its own. */
export async function compileEngine(): Promise<EngineProgram> {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'pdfium.wasm');
  // The package would hold the four megabytes of the program's file for as long as it runs; compiled here, they are let go.
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const program = await WebAssembly.compile(bytes);
  letGo(bytes);
  return program;
}

/** Starts an engine with a memory of its own. */
export async function startEngine(program: Promise<EngineProgram> = compileEngine()): Promise<PdfEngine> {
  const compiled = await program;
  const engine = (await PDFiumModule(compiled ? running(compiled) : {})) as unknown as PdfEngine;
  engine._FPDF_InitLibrary();
  return engine;
}

function running(program: WebAssembly.Module): Parameters<typeof PDFiumModule>[0] {
  // Emscripten wants the running program first, whatever the package's types say of it.
  const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(program, imports);
    done(instance);
    return instance.exports;
  };
  return { instantiateWasm };
}

/** Error numbers of FPDF_GetLastError. */
const faults: Readonly<Record<number, string>> = {
  1: 'it is damaged in an unknown way',
  2: 'it is damaged: it cannot be opened',
  3: 'it is no PDF, or damaged',
  4: 'it is encrypted and asks for a password',
  5: 'it is encrypted by a scheme that is not supported',
  6: 'its pages are damaged',
};

/** Opens the document, hands it to `use` with the number of its pages, and frees it. Rejects with the reason when it cannot be opened. */
export async function withDocument<T>(
  engine: PdfEngine,
  bytes: Uint8Array,
  use: (document: number, pages: number) => Promise<T>,
): Promise<T> {
  const data = allocate(engine, bytes.length);
  engine.HEAPU8.set(bytes, data);
  const document = engine._FPDF_LoadMemDocument(data, bytes.length, 0);
  try {
    if (document === 0) throw new Error(faults[engine._FPDF_GetLastError()] ?? 'it is damaged');
    return await use(document, engine._FPDF_GetPageCount(document));
  } finally {
    if (document !== 0) engine._FPDF_CloseDocument(document);
    engine.wasmExports.free(data);
  }
}

/** Loads a page, hands it to `use` and closes it: a page that stays open keeps all that was read of it, even when its document is closed. */
export function withPage<T>(engine: PdfEngine, document: number, index: number, use: (page: number) => T): T {
  const page = engine._FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(say`page ${index + 1} is damaged`);
  try {
    return use(page);
  } finally {
    engine._FPDF_ClosePage(page);
  }
}

/** Loads the text of a page, hands it to `use` and closes it. */
export function withText<T>(engine: PdfEngine, page: number, index: number, use: (text: number) => T): T {
  const text = engine._FPDFText_LoadPage(page);
  if (text === 0) throw new Error(say`the text of page ${index + 1} is damaged`);
  try {
    return use(text);
  } finally {
    engine._FPDFText_ClosePage(text);
  }
}

/** Memory of the reader for as long as `use` takes. */
export function withMemory<T>(engine: PdfEngine, size: number, use: (pointer: number) => T): T {
  const pointer = allocate(engine, size);
  try {
    return use(pointer);
  } finally {
    engine.wasmExports.free(pointer);
  }
}

/** Memory of the reader; throws when there is none left. */
function allocate(engine: PdfEngine, size: number): number {
  const pointer = engine.wasmExports.malloc(size);
  if (pointer === 0) throw new Error('it needs more memory than the reader may have');
  return pointer;
}
