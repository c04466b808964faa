// Turn an open page into one whose text is what is drawn, and into what the file says instead of it (ActualText).
import { readingLimits } from '../../model/limits.ts';
import { type PdfEngine, withMemory } from './pdf-engine.ts';

/** What the file says in the place of some objects, by object; objects that one tag holds have one entry. */
export type Replaced = ReadonlyMap<number, Replacing>;

/** ActualText of one tag. */
export interface Replacing {
  readonly said: string;
}

/** Kinds of FPDFPageObj_GetType. */
const [textObject, formObject] = [1, 5] as const;
/** Forms inside one another. */
const deepest = 8;
const key = 'ActualText';

/** From here on the reader takes the text of the page from its glyphs. */
export function takeReplacements(engine: PdfEngine, page: number): Replaced {
  const replaced = new Map<number, Replacing>();
  const byMark = new Map<number, Replacing>();
  const marks: (readonly [object: number, mark: number])[] = [];
  withMemory(engine, 64, (name) => {
    engine.HEAPU8.set(Buffer.from(`${key}\0`, 'latin1'), name);
    for (const object of textObjects(engine, page)) {
      for (let index = 0; index < engine._FPDFPageObj_CountMarks(object); index++) {
        const mark = engine._FPDFPageObj_GetMark(object, index);
        const known = byMark.get(mark);
        const said = known?.said ?? saidBy(engine, mark, name, name + 32);
        if (said === undefined) continue;
        const entry = known ?? { said };
        byMark.set(mark, entry);
        // Of tags inside each other the outermost speaks.
        if (!replaced.has(object)) replaced.set(object, entry);
        marks.push([object, mark]);
      }
    }
  });
  for (const [object, mark] of marks) engine._FPDFPageObj_RemoveMark(object, mark);
  return replaced;
}

/** Bytes of a text beyond which it is not read: none is as long. */
const longest = 65_536;

function saidBy(engine: PdfEngine, mark: number, name: number, length: number): string | undefined {
  if (engine._FPDFPageObjMark_CountParams(mark) === 0) return undefined;
  if (engine._FPDFPageObjMark_GetParamBlobValue(mark, name, 0, 0, length) === 0) return undefined;
  const bytes = engine.HEAP32[length / 4] ?? 0;
  if (bytes === 0 || bytes > longest) return '';
  return withMemory(engine, bytes, (units) => {
    if (engine._FPDFPageObjMark_GetParamBlobValue(mark, name, units, bytes, length) === 0) return '';
    return decoded(engine.HEAPU8.slice(units, units + bytes));
  });
}

/** A text string of a file: in UTF-16 or UTF-8 by its first bytes, else a byte a character. */
function decoded(bytes: Uint8Array): string {
  const begins = (...first: readonly number[]) => first.every((byte, index) => bytes[index] === byte);
  if (begins(0xfe, 0xff))
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  if (begins(0xff, 0xfe)) return Buffer.from(bytes.subarray(2)).toString('utf16le');
  return Buffer.from(begins(0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes).toString(begins(0xef, 0xbb, 0xbf) ? 'utf8' : 'latin1');
}

function textObjects(engine: PdfEngine, page: number): readonly number[] {
  const found: number[] = [];
  const gather = (count: number, objectAt: (index: number) => number, depth: number) => {
    for (let index = 0; index < count && found.length < readingLimits.characters; index++) {
      const object = objectAt(index);
      const type = engine._FPDFPageObj_GetType(object);
      if (type === textObject) found.push(object);
      else if (type === formObject && depth < deepest)
        gather(engine._FPDFFormObj_CountObjects(object), (each) => engine._FPDFFormObj_GetObject(object, each), depth + 1);
    }
  };
  gather(engine._FPDFPage_CountObjects(page), (index) => engine._FPDFPage_GetObject(page, index), 0);
  return found;
}
