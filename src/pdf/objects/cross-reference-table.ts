// Turn the table of cross-references of a file that nobody changed into the objects that it names, and its trailer (ISO 32000-1, 7.5.4).
import { fileLimits as limits } from '../../model/limits.ts';
import type { Place } from './cross-reference-rows.ts';
import { type PdfDict, PdfFault, type PdfValue } from './pdf-value.ts';

/** A reader of the file's text, a word or a value after the other; `next` is the character that comes. */
interface TableReader {
  readonly word: () => string;
  readonly next: () => string | undefined;
  readonly value: () => PdfValue;
}

/** The whole of a file's cross-references. */
export interface CrossReferenceTable {
  readonly places: ReadonlyMap<number, Place>;
  readonly trailer: PdfDict;
}

/**
 * `reader` stands where the table begins. Throws `PdfFault` for one of another form, for one that names an object twice, and for a file
 * with more cross-references than these: an earlier table, or a stream beside it.
 */
export function crossReferenceTable(reader: TableReader): CrossReferenceTable {
  if (reader.word() !== 'xref') throw new PdfFault('there are no cross-references');
  const places = new Map<number, Place>();
  while (reader.next() !== 't') {
    const [first, count] = [numberOf(reader.word()), numberOf(reader.word())];
    if (count > limits.objects) throw unknownForm();
    for (let number = first; number < first + count; number++) {
      const [offset, generation, kind] = [reader.word(), reader.word(), reader.word()];
      if (!/^\d{10}$/.test(offset) || !/^\d{5}$/.test(generation)) throw unknownForm();
      if (kind === 'f') continue;
      if (kind !== 'n' || Number(generation) !== 0) throw unknownForm();
      if (places.has(number)) throw new PdfFault(`the cross-references name object ${number} twice`);
      places.set(number, { offset: Number(offset) });
    }
  }
  const trailer = reader.word() === 'trailer' ? reader.value() : null;
  if (!(trailer instanceof Map)) throw new PdfFault('the cross-references have no trailer');
  for (const key of ['Prev', 'XRefStm']) if (trailer.has(key)) throw new PdfFault('the file has a second set of cross-references');
  return { places, trailer: trailer as PdfDict };
}

function numberOf(word: string): number {
  if (!/^\d{1,10}$/.test(word)) throw unknownForm();
  return Number(word);
}

const unknownForm = (): PdfFault => new PdfFault('the cross-references are of an unknown form');
