// Turn the bytes of a PDF that any program wrote into its objects: tables and streams of cross-references, updates, every filter; where they are damaged, objects are looked for.
import { fileLimits as limits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { crossReferenceRows, type Place } from './cross-reference-rows.ts';
import { PdfObjects } from './pdf-objects.ts';
import { isStream, nameOf, type PdfDict, PdfFault, type PdfStream, type PdfValue } from './pdf-value.ts';
import { ValueReader } from './read-value.ts';
import { type StreamFilter, unpackFilters } from './unpack-filters.ts';

/** An object stream, unpacked. */
interface Pack {
  readonly text: string;
  /** Where each value begins in the text. */
  readonly offsets: readonly number[];
}

/** Objects that are kept once read: a file of three hundred tagged pages has three hundred thousand. */
const mostKept = 20_000;
/** Objects that are read one inside the other. */
const deepest = 16;
/** Sections of cross-references, each an update of the one before it. */
const mostSections = 200;

/** Reads what can be read, as viewers do; where two objects have one number, the last is meant. Throws `PdfFault` for what cannot. */
export class AnyPdfFile extends PdfObjects {
  readonly trailer: PdfDict;
  readonly #bytes: Uint8Array;
  readonly #text: string;
  readonly #places = new Map<number, Place | undefined>();
  readonly #objects = new Map<number, PdfValue>();
  readonly #packs = new Map<number, Pack>();
  readonly #open = new Set<number>();
  /** Bytes before %PDF-, which offsets do not count. */
  readonly #lead: number;
  #steps = 0;
  #unpacked = 0;
  readonly step = (): void => {
    if (++this.#steps > limits.steps) throw new PdfFault(say`more than ${limits.steps} values would have to be read`);
  };

  /** With `mistrust` objects are looked for, whatever the cross-references say. */
  constructor(bytes: Uint8Array, mistrust = false) {
    super();
    if (bytes.length > limits.bytes)
      throw new PdfFault(say`the file has ${bytes.length} bytes, more than the ${limits.bytes} that are read`);
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.#lead = Math.max(0, this.#text.slice(0, 1024).indexOf('%PDF-'));
    this.trailer = (mistrust ? undefined : this.#sections()) ?? this.#lookedFor();
    if (this.trailer.has('Encrypt')) throw new PdfFault('it is encrypted');
  }

  object(number: number): PdfValue {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const place = this.#places.get(number);
    if (!place || this.#open.has(number)) return null;
    if (this.#open.size >= deepest) throw new PdfFault(say`objects are nested deeper than ${deepest}`);
    this.#open.add(number);
    try {
      const value = 'offset' in place ? this.#at(place.offset, number) : this.#packed(place.stream, place.index);
      if (this.#objects.size >= mostKept) this.#objects.clear();
      this.#objects.set(number, value);
      return value;
    } finally {
      this.#open.delete(number);
    }
  }

  /** Every object stream, unpacked, by its number: what they hold is not read. */
  packs(): ReadonlyMap<number, string> {
    const numbers = new Set([...this.#places.values()].flatMap((place) => (place && 'stream' in place ? [place.stream] : [])));
    return new Map([...numbers].map((number) => [number, this.#pack(number).text]));
  }

  /** Every section from the last to the first, undefined where one is not as it should be. */
  #sections(): PdfDict | undefined {
    const start = [...this.#text.slice(-2048).matchAll(/startxref\s{1,16}(\d{1,10})/g)].at(-1)?.[1];
    if (start === undefined) return undefined;
    try {
      const [waiting, seen] = [[Number(start)], new Set<number>()];
      let trailer: PdfDict | undefined;
      for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
        if (seen.has(offset) || seen.size >= mostSections) continue;
        seen.add(offset);
        const found = this.#section(offset + this.#lead);
        trailer ??= found;
        for (const key of ['XRefStm', 'Prev']) {
          const next = found.get(key);
          if (typeof next === 'number') waiting.push(next);
        }
      }
      return trailer && this.dict(this.dict(trailer.get('Root')).get('Pages')).size > 0 ? trailer : undefined;
    } catch (fault) {
      if (fault instanceof PdfFault && this.#steps < limits.steps) return undefined;
      throw fault;
    } finally {
      this.#objects.clear();
    }
  }

  #section(offset: number): PdfDict {
    const reader = new ValueReader(this.#text, offset, this.step);
    return reader.next() === 'x' ? this.#table(reader) : this.#stream(offset);
  }

  #table(reader: ValueReader): PdfDict {
    if (reader.word() !== 'xref') throw new PdfFault('there are no cross-references');
    while (reader.next() !== 't') {
      const [first, count] = [Number(reader.word()), Number(reader.word())];
      if (!(count <= limits.objects)) throw new PdfFault('the cross-references are of an unknown form');
      for (let n = 0; n < count; n++) {
        this.step();
        const [offset, , kind] = [Number(reader.word()), reader.word(), reader.word()];
        if (!this.#places.has(first + n)) this.#places.set(first + n, kind === 'n' ? { offset: offset + this.#lead } : undefined);
      }
    }
    if (reader.word() !== 'trailer') throw new PdfFault('the cross-references have no trailer');
    const trailer = reader.value();
    if (!(trailer instanceof Map)) throw new PdfFault('the cross-references have no trailer');
    return trailer as PdfDict;
  }

  #stream(offset: number): PdfDict {
    const stream = this.#at(offset, undefined);
    if (!isStream(stream) || nameOf(stream.dict.get('Type')) !== 'XRef') throw new PdfFault('there are no cross-references');
    for (const { number, place } of crossReferenceRows(this.unpack(stream), ...this.#form(stream.dict))) {
      this.step();
      if (this.#places.has(number)) continue;
      this.#places.set(number, place && 'offset' in place ? { offset: place.offset + this.#lead } : place);
    }
    return stream.dict;
  }

  #form(dict: PdfDict): [widths: readonly number[], ranges: readonly number[] | undefined] {
    const numbers = (key: string): readonly number[] => this.array(dict.get(key)).map(Number);
    return [numbers('W'), dict.has('Index') ? numbers('Index') : undefined];
  }

  /** The file from its beginning to its end: every object that begins, and the trailers, the last of each counting. */
  #lookedFor(): PdfDict {
    this.#places.clear();
    this.#packs.clear();
    for (const { index, 1: number } of this.#text.matchAll(
      /(?<![0-9])(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}obj(?![A-Za-z])/g,
    )) {
      this.step();
      this.#places.set(Number(number), { offset: index });
    }
    const trailer = new Map<string, PdfValue>();
    for (const { index } of this.#text.matchAll(/trailer(?=[\0\t\n\f\r ]{0,16}<<)/g))
      this.#gather(trailer, () => new ValueReader(this.#text, index + 7, this.step).value());
    for (const number of [...this.#places.keys()]) {
      const value = this.#tried(() => this.object(number));
      if (value instanceof Map && nameOf((value as PdfDict).get('Type')) === 'Catalog') trailer.set('Root', { reference: number });
      if (!isStream(value)) continue;
      if (nameOf(value.dict.get('Type')) === 'XRef') this.#gather(trailer, () => value.dict);
      if (nameOf(value.dict.get('Type')) === 'ObjStm') this.#namePacked(number);
    }
    if (!trailer.has('Root')) throw new PdfFault('it has no catalog');
    return trailer;
  }

  #gather(trailer: Map<string, PdfValue>, read: () => PdfValue): void {
    const found = this.#tried(read);
    if (found instanceof Map)
      for (const key of ['Root', 'Info', 'Encrypt']) if (found.has(key)) trailer.set(key, found.get(key) as PdfValue);
  }

  #namePacked(stream: number): void {
    const numbers = this.#tried(() => this.#packNumbers(stream)) ?? [];
    numbers.forEach((number, index) => {
      this.#places.set(number, { stream, index });
    });
  }

  #tried<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (fault) {
      if (fault instanceof PdfFault && this.#steps < limits.steps) return undefined;
      throw fault;
    }
  }

  #at(offset: number, number: number | undefined): PdfValue {
    const reader = new ValueReader(this.#text, offset, this.step);
    const head = [reader.word(), reader.word(), reader.word()];
    if (head[2] !== 'obj' || (number !== undefined && Number(head[0]) !== number))
      throw new PdfFault(say`object ${number ?? 'of cross-references'} is not where the file says it is`);
    return reader.object(this.#bytes, (length, start) => this.#lengthAt(length, start));
  }

  /** As the stream says, where it ends then; else up to the word that ends it. */
  #lengthAt(value: PdfValue | undefined, start: number): number | undefined {
    const length = this.follow(value);
    if (typeof length === 'number' && /^\s{0,4}endstream/.test(this.#text.slice(start + length, start + length + 16))) return length;
    const end = this.#text.indexOf('endstream', start);
    return end < 0 ? undefined : end - start;
  }

  #packed(stream: number, index: number): PdfValue {
    const { text, offsets } = this.#pack(stream);
    const offset = offsets[index];
    return offset === undefined ? null : new ValueReader(text, offset, this.step).value();
  }

  #pack(number: number): Pack {
    const known = this.#packs.get(number);
    if (known) return known;
    const stream = this.object(number);
    if (!isStream(stream)) throw new PdfFault(say`object stream ${number} is missing`);
    const text = Buffer.from(this.unpack(stream)).toString('latin1');
    const first = Number(stream.dict.get('First'));
    const pack = { text, offsets: this.#heads(text, stream.dict).map(([, offset]) => first + offset) };
    this.#packs.set(number, pack);
    return pack;
  }

  #packNumbers(number: number): readonly number[] {
    const stream = this.object(number);
    return isStream(stream) ? this.#heads(this.#pack(number).text, stream.dict).map(([each]) => each) : [];
  }

  #heads(text: string, dict: PdfDict): readonly (readonly [number: number, offset: number])[] {
    const [count, head] = [Number(dict.get('N')), new ValueReader(text, 0, this.step)];
    if (!(count >= 0 && count <= limits.objects)) throw new PdfFault('an object stream does not say what it holds');
    return Array.from({ length: count }, () => [Number(head.word()), Number(head.word())] as const);
  }

  protected unpack({ dict, packed }: PdfStream): Uint8Array {
    const listed = (value: PdfValue | undefined): readonly PdfValue[] => {
      const found = this.follow(value);
      return Array.isArray(found) ? (found as readonly PdfValue[]) : found === null ? [] : [found];
    };
    const parameters = listed(dict.get('DecodeParms') ?? dict.get('DP'));
    const filters = listed(dict.get('Filter') ?? dict.get('F')).map((filter, index): StreamFilter => {
      const own = this.dict(parameters[index]);
      return {
        name: this.name(filter) ?? '',
        parameter: (key) => {
          const value = this.follow(own.get(key));
          return typeof value === 'number' ? value : undefined;
        },
      };
    });
    const data = unpackFilters(packed, filters, limits.streamBytes);
    this.#unpacked += data.length;
    if (this.#unpacked > limits.allStreamBytes)
      throw new PdfFault(say`its streams have more than ${limits.allStreamBytes} bytes, unpacked`);
    return data;
  }
}
