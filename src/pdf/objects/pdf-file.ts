// Turn the bytes of one of our PDFs into its objects: cross-reference stream, object streams, deflate. No other form is read, but for a table of
// cross-references where it is asked for.
import { inflateSync } from 'node:zlib';
import { fileLimits as limits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { crossReferenceRows, type Place } from './cross-reference-rows.ts';
import { crossReferenceTable } from './cross-reference-table.ts';
import { PdfObjects } from './pdf-objects.ts';
import { isStream, nameOf, type PdfDict, PdfFault, type PdfStream, type PdfValue } from './pdf-value.ts';
import { ValueReader } from './read-value.ts';

/** Objects that are read one inside the other: the length of a stream is in an object of its own, and that is as deep as it goes. */
const deepest = 16;

/** An object as it stands in the file, before anything is made of it. */
export interface RawObject {
  /** What holds it, one byte a character: the file, or an object stream unpacked. */
  readonly text: string;
  /** Where its value begins and ends in `text`. */
  readonly from: number;
  readonly to: number;
  /** The stream after it, still packed. */
  readonly packed?: Uint8Array;
}

/** An object stream, unpacked: its values are read one by one, when they are asked for. */
interface Pack {
  readonly text: string;
  /** Of each object: its number, and where its value begins in the text. */
  readonly objects: readonly { readonly number: number; readonly offset: number }[];
}

export class PdfFile extends PdfObjects {
  readonly trailer: PdfDict;
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #places = new Map<number, Place>();
  readonly #objects = new Map<number, PdfValue>();
  readonly #packs = new Map<number, Pack>();
  readonly #plainPacks = new Map<number, boolean>();
  /** Where the cross-references begin. */
  readonly #start: number;
  /** Objects being read: a length that leads back to its own stream must not run for ever. */
  readonly #open = new Set<number>();
  #steps = 0;
  #unpacked = 0;
  /** Counts a value that is read, followed or walked over: whatever shape the objects have, nobody goes on for ever. */
  readonly step = (): void => {
    if (++this.#steps > limits.steps) throw new PdfFault(say`more than ${limits.steps} values would have to be read`);
  };

  /** With `tables`, cross-references may be one table, as most programs write them; not several, which a file has that was changed. */
  constructor(bytes: Uint8Array, { tables = false }: { readonly tables?: boolean } = {}) {
    super();
    if (bytes.length > limits.bytes)
      throw new PdfFault(say`the file has ${bytes.length} bytes, more than the ${limits.bytes} that are read`);
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    if (!/^%PDF-1\.[0-7]/.test(this.#text)) throw new PdfFault('the file does not begin as a PDF 1.x does');
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64));
    if (!start) throw new PdfFault('the file does not end as a PDF does: it was cut off, or something was added');
    this.#start = Number(start[1]);
    const isTable = tables && this.#text.startsWith('xref', this.#start);
    this.trailer = isTable ? this.#table(this.#start) : this.#crossReferences(this.#start);
  }

  /** Numbers of all objects. */
  get numbers(): readonly number[] {
    return [...this.#places.keys()].sort((a, b) => a - b);
  }

  object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    if (!place || this.#open.has(number)) return null;
    if (this.#open.size >= deepest) throw new PdfFault(say`objects are nested deeper than ${deepest}`);
    this.#open.add(number);
    const value = 'offset' in place ? this.#at(place.offset, number) : this.#packed(place.stream, place.index);
    this.#open.delete(number);
    this.#objects.set(number, value);
    return value;
  }

  /** Goes to every object, and throws `PdfFault` unless each is where the cross-references say. Values are not read. */
  findAll(): void {
    for (const [number, place] of this.#places) {
      this.step();
      if ('offset' in place) this.#reach(place.offset, number);
      else if (this.#pack(place.stream).objects[place.index]?.number !== number) throw misplaced(number);
    }
  }

  /**
   * An object as its bytes; undefined for what is not there. Throws where another reader might find another object: one that does not end
   * where it should, or that its object stream gives another number.
   */
  raw(number: number): RawObject | undefined {
    const place = this.#places.get(number);
    if (!place) return undefined;
    if ('stream' in place) {
      const { text, objects } = this.#pack(place.stream);
      const [object, next] = [objects[place.index], objects[place.index + 1]];
      if (object?.number !== number || !this.#isPlainPack(place.stream)) throw ambiguous(number);
      return { text, from: object.offset, to: next?.offset ?? text.length };
    }
    const value = this.object(number);
    const reader = this.#reach(place.offset, number);
    reader.next();
    const from = reader.at;
    reader.value();
    const to = reader.at;
    const end = isStream(value) ? value.packed.byteOffset - this.#bytes.byteOffset + value.packed.length : to;
    const ending = isStream(value) ? /^\s*endstream\s+endobj\s/ : /^\s*endobj\s/;
    if (!ending.test(this.#text.slice(end, end + 32))) throw ambiguous(number);
    return { text: this.#text, from, to, ...(isStream(value) ? { packed: value.packed } : {}) };
  }

  /**
   * Whether a reader that mistrusts the cross-references, and looks for objects by itself, finds these and no others: the file is not
   * encrypted, and nothing in it looks like an object but what they name.
   */
  isPlain(): boolean {
    const offsets = new Map([...this.#places].flatMap(([number, place]) => ('offset' in place ? [[place.offset, number] as const] : [])));
    const size = this.trailer.get('Size');
    if (this.trailer.has('Encrypt') || typeof size !== 'number') return false;
    for (const number of this.#places.keys()) if (number >= size) return false;
    for (let at = this.#text.indexOf('obj'); at >= 0; at = this.#text.indexOf('obj', at + 3)) {
      if (!/[\0\t\n\f\r ]/.test(this.#text[at - 1] ?? '')) continue;
      const from = Math.max(0, at - 32);
      const head = /(\d+)[\0\t\n\f\r ]+0[\0\t\n\f\r ]+$/.exec(this.#text.slice(from, at));
      if (!head) return false;
      const offset = from + head.index;
      if (offsets.get(offset) !== Number(head[1]) && offset !== this.#start) return false;
    }
    return true;
  }

  /** Whether an object stream is of the simplest form, and gives each number once. */
  #isPlainPack(number: number): boolean {
    const known = this.#plainPacks.get(number);
    if (known !== undefined) return known;
    const { objects } = this.#pack(number);
    const dict = this.dict({ reference: number });
    const once = new Set(objects.map((object) => object.number)).size === objects.length;
    const plain = once && nameOf(dict.get('Type')) === 'ObjStm' && !dict.has('DecodeParms') && !dict.has('Extends');
    this.#plainPacks.set(number, plain);
    return plain;
  }

  /** A reader after the head of an object. */
  #reach(offset: number, number: number | undefined): ValueReader {
    const reader = new ValueReader(this.#text, offset, this.step);
    const head = [reader.word(), reader.word(), reader.word()];
    if (head[2] !== 'obj' || (number !== undefined && Number(head[0]) !== number)) throw misplaced(number);
    return reader;
  }

  #at(offset: number, number: number | undefined): PdfValue {
    const reader = this.#reach(offset, number);
    return reader.object(this.#bytes, (length) => {
      const found = this.follow(length);
      return typeof found === 'number' ? found : undefined;
    });
  }

  #packed(number: number, index: number): PdfValue {
    const { text, objects } = this.#pack(number);
    const object = objects[index];
    return object ? new ValueReader(text, object.offset, this.step).value() : null;
  }

  #pack(number: number): Pack {
    const known = this.#packs.get(number);
    if (known) return known;
    const stream = this.object(number);
    if (!isStream(stream)) throw new PdfFault(say`object stream ${number} is missing`);
    const text = Buffer.from(this.unpack(stream)).toString('latin1');
    const count = Number(stream.dict.get('N'));
    const first = Number(stream.dict.get('First'));
    if (!(count >= 0 && count <= limits.objects && first >= 0)) throw new PdfFault(say`object stream ${number} does not say what it holds`);
    const head = new ValueReader(text, 0, this.step);
    const objects = Array.from({ length: count }, () => ({ number: Number(head.word()), offset: first + Number(head.word()) }));
    const pack = { text, objects };
    this.#packs.set(number, pack);
    return pack;
  }

  #crossReferences(offset: number): PdfDict {
    if (this.#text.startsWith('xref', offset)) throw new PdfFault('the file has a table of cross-references: none of our files has');
    const stream = this.#at(offset, undefined);
    if (!isStream(stream) || nameOf(stream.dict.get('Type')) !== 'XRef')
      throw new PdfFault('the file has no cross-references where it says');
    if (stream.dict.has('Prev')) throw new PdfFault('the file was changed after it was written: it has a second set of cross-references');
    const widths = this.array(stream.dict.get('W')).map(Number);
    if (widths.length !== 3) throw new PdfFault('the cross-references are of an unknown form');
    const ranges = stream.dict.has('Index') ? this.array(stream.dict.get('Index')).map(Number) : undefined;
    for (const { number, place } of crossReferenceRows(this.unpack(stream), widths, ranges)) {
      if (this.#places.has(number)) throw new PdfFault(say`the cross-references name object ${number} twice`);
      if (place) this.#places.set(number, place);
    }
    return stream.dict;
  }

  #table(offset: number): PdfDict {
    const { places, trailer } = crossReferenceTable(new ValueReader(this.#text, offset, this.step));
    for (const [number, place] of places) this.#places.set(number, place);
    return trailer;
  }

  protected unpack({ dict, packed }: PdfStream): Uint8Array {
    const filter = dict.get('Filter');
    const name = nameOf(filter) ?? (Array.isArray(filter) && filter.length === 1 ? nameOf(filter[0] as PdfValue) : undefined);
    if (filter === undefined) return packed;
    if (name !== 'FlateDecode') throw new PdfFault(say`a stream is packed by ${name ?? 'several filters'}, which our files do not use`);
    let data: Uint8Array;
    try {
      data = inflateSync(packed, { maxOutputLength: limits.streamBytes });
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      if (code === 'ERR_BUFFER_TOO_LARGE') throw new PdfFault(say`a stream has more than ${limits.streamBytes} bytes, unpacked`);
      throw new PdfFault(say`a stream cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    this.#unpacked += data.length;
    if (this.#unpacked > limits.allStreamBytes)
      throw new PdfFault(say`its streams have more than ${limits.allStreamBytes} bytes, unpacked`);
    const parameters = this.dict(dict.get('DecodeParms'));
    return Number(parameters.get('Predictor') ?? 1) >= 10 ? unpredict(data, Number(parameters.get('Columns') ?? 1)) : data;
  }
}

const ambiguous = (number: number): PdfFault => new PdfFault(say`object ${number} may be another to other readers`);

const misplaced = (number: number | undefined): PdfFault =>
  new PdfFault(say`object ${number ?? 'of cross-references'} is not where the file says it is`);

/** Undoes PNG's predictors None and Up, the two that cross-references are written with. */
function unpredict(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) throw new PdfFault('the cross-references are of an unknown form');
    for (let i = 0; i < columns; i++) {
      const above = kind === 2 && row > 0 ? out[(row - 1) * columns + i]! : 0;
      out[row * columns + i] = data[row * (columns + 1) + 1 + i]! + above;
    }
  }
  return out;
}
