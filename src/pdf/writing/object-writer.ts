// Turn objects that are ready to be written into a compact file: object streams, a cross-reference stream, an identifier from the content.
import { createHash } from 'node:crypto';
import type { Memory } from '../../model/memory.ts';
import { type PackedStream, packAgain } from './packed-stream.ts';

/** Objects in one object stream: enough for deflate to work on, few enough to open one within milliseconds. */
const objectsPerStream = 4000;
/** Bytes of a cross-reference: type, offset or stream, index. */
const crossReferenceWidth = 6;

/** Where an object is: an offset in the file, or its place in an object stream. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** What the end of the file names. */
interface Trailer {
  /** Number of objects that were given out. */
  readonly count: number;
  /** References as written, `1 0 R`. */
  readonly root: string;
  readonly info: string;
}

/** A stream with its dictionary, as it is to stand in the file. */
interface HeldStream {
  readonly id: number;
  readonly dictionary: string;
  /** The metadata packet is not packed: it stays readable to programs that know no PDF. */
  readonly data: Uint8Array | PackedStream;
}

/**
 * Streams are packed, and stand in the order in which they came. Objects without a stream are held back and packed
 * together (ISO 32000-1, 7.5.7); a tagged release shrinks to less than half by that.
 */
export class ObjectWriter {
  readonly #memory: Memory;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;
  readonly #locations: Location[] = [];
  readonly #streams: HeldStream[] = [];
  readonly #held: { readonly id: number; readonly value: string; readonly beside: number }[] = [];

  /** Streams that were packed before are recalled from `memory`. */
  constructor(memory: Memory) {
    this.#memory = memory;
    this.#emit(latin1('%PDF-1.7\n'));
    // Four bytes above 127 tell transfer programs that the file is binary (ISO 32000-1, 7.5.2).
    this.#emit(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  }

  /**
   * Takes an object: its value as it is to stand in the file, a dictionary with its Length where a stream follows. One without stream may
   * ask for the place after the object `beside`, which it resembles.
   */
  put(id: number, value: string, stream?: Uint8Array | PackedStream, beside = id): void {
    if (!stream) this.#held.push({ id, value, beside });
    else if ('packed' in stream || isMetadata.test(value)) this.#streams.push({ id, dictionary: value, data: stream });
    else this.#streams.push({ id, dictionary: value, data: packAgain(stream, this.#memory) });
  }

  /** The whole file. */
  async finish({ count, root, info }: Trailer): Promise<Uint8Array> {
    let next = count + 1;
    // In the order of their numbers, which is that of the document: neighbours are alike and pack better.
    this.#held.sort((a, b) => a.beside - b.beside || a.id - b.id);
    for (let at = 0; at < this.#held.length; at += objectsPerStream) {
      this.#streams.push(this.#objectStream(next++, this.#held.slice(at, at + objectsPerStream)));
    }
    for (const { id, dictionary, data } of this.#streams) {
      if ('packed' in data) this.#putStream(id, packedDictionary(dictionary), await data.packed);
      else this.#putStream(id, dictionary, data);
    }
    const id = this.#contentId();
    const start = this.#length;
    this.#locations[next] = { offset: start };
    const table = packAgain(crossReferences(next + 1, this.#locations), this.#memory);
    const layout = `/Size ${next + 1}/W[1 3 2]/DecodeParms<</Predictor 12/Columns ${crossReferenceWidth}>>`;
    const dictionary = `<</Type/XRef/Root ${root}/Info ${info}/ID[<${id}><${id}>]${layout}/Length 0>>`;
    this.#putStream(next, packedDictionary(dictionary), await table.packed);
    this.#emit(latin1(`startxref\n${start}\n%%EOF\n`));
    return join(this.#chunks, this.#length);
  }

  #objectStream(id: number, objects: readonly { readonly id: number; readonly value: string }[]): HeldStream {
    const heads: string[] = [];
    const bodies: string[] = [];
    let offset = 0;
    objects.forEach((object, index) => {
      heads.push(`${object.id} ${offset}`);
      bodies.push(object.value);
      offset += object.value.length + 1;
      this.#locations[object.id] = { stream: id, index };
    });
    const first = `${heads.join(' ')}\n`;
    const bytes = latin1(`${first}${bodies.join('\n')}\n`);
    const dictionary = `<</Type/ObjStm/N ${objects.length}/First ${first.length}/Length 0>>`;
    return { id, dictionary, data: packAgain(bytes, this.#memory, 'mixed') };
  }

  /** The dictionary's Length is filled in. */
  #putStream(id: number, dictionary: string, data: Uint8Array): void {
    this.#locations[id] = { offset: this.#length };
    this.#emit(latin1(`${id} 0 obj\n${dictionary.replace(anyLength, `/Length ${data.length}`)}\nstream\n`));
    this.#emit(data);
    this.#emit(latin1('\nendstream\nendobj\n'));
  }

  #emit(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }

  /** 16 bytes that differ whenever the content does (ISO 32000-1, 14.4). */
  #contentId(): string {
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    return hash.digest('hex').slice(0, 32);
  }
}

const anyLength = /\/Length \d+/;
const isMetadata = /\/Type ?\/Metadata/;
const hasFilter = /\/Filter ?[/[]/;

/** Says how its stream is packed, unless the dictionary says it itself. */
const packedDictionary = (dictionary: string): string =>
  hasFilter.test(dictionary) ? dictionary : dictionary.replace(anyLength, (length) => `/Filter/FlateDecode${length}`);

/** Rows of type, offset or stream, and generation or index (ISO 32000-1, 7.5.8.3), each as its difference from the row above. */
function crossReferences(size: number, locations: readonly (Location | undefined)[]): Uint8Array {
  const rows = new Uint8Array((crossReferenceWidth + 1) * size);
  let above: Row = [0, 0, 0];
  for (let id = 0; id < size; id++) {
    const row = id === 0 ? freeRow : rowOf(id, locations[id]);
    const at = (crossReferenceWidth + 1) * id;
    rows[at] = 2; // PNG's predictor Up
    rows[at + 1] = row[0] - above[0];
    for (let byte = 0; byte < 3; byte++) rows[at + 2 + byte] = byteOf(row[1], 2 - byte) - byteOf(above[1], 2 - byte);
    for (let byte = 0; byte < 2; byte++) rows[at + 5 + byte] = byteOf(row[2], 1 - byte) - byteOf(above[2], 1 - byte);
    above = row;
  }
  return rows;
}

/** Type, offset or stream, generation or index. */
type Row = readonly [number, number, number];
/** Number 0 heads the list of free objects, which has no others. */
const freeRow: Row = [0, 0, 0xffff];

const byteOf = (value: number, place: number): number => (value >> (8 * place)) & 0xff;

function rowOf(id: number, place: Location | undefined): Row {
  if (!place) throw new Error(`PDF object ${id} was given out and never written`);
  const row: Row = 'offset' in place ? [1, place.offset, 0] : [2, place.stream, place.index];
  if (row[1] > 0xffffff) throw new Error('a PDF beyond 16 MB needs wider cross-references');
  return row;
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
