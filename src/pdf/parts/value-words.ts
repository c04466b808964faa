// Turn any value of a file into words that are the same for the same value, whatever its objects are numbered and however they are packed.
import { createHash } from 'node:crypto';
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, isStream, nameOf, type PdfDict, PdfFault, type PdfValue } from '../objects/pdf-value.ts';

/** How a stream is packed, and the numbers of tags: neither says anything. */
const unsaid: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL', 'StructParent', 'StructParents']);
/** What leads back to what holds a value. */
const back: ReadonlySet<string> = new Set(['Parent', 'P', 'Prev', 'Last']);
/** Values one inside the other. */
const deepest = 200;

/** Values of one file; an object that many lead to is put in words once. */
export class ValueWords {
  readonly #file: PdfObjects;
  /** What stands for objects that are told by their place: pages. */
  readonly #places: ReadonlyMap<number, string>;
  readonly #known = new Map<number, string>();
  readonly #open = new Set<number>();

  constructor(file: PdfObjects, places: ReadonlyMap<number, string>) {
    this.#file = file;
    this.#places = places;
  }

  /** Short where the value is; what is long, and every object that is referred to, as a digest. Throws where values lead round in a circle. */
  of(value: PdfValue | undefined, depth = 0): string {
    this.#file.step();
    if (depth > deepest) throw new PdfFault('values are nested too deep');
    if (isReference(value)) return this.#referred(value.reference, depth);
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'number') return String(Number(value.toFixed(4)));
    if (typeof value === 'boolean') return String(value);
    const name = nameOf(value);
    if (name !== undefined) return `/${name}`;
    if (isStream(value)) return `stream ${this.#dict(value.dict, depth)} ${digest(this.#file.data(value) ?? value.packed)}`;
    if (value instanceof Map) return this.#dict(value as PdfDict, depth);
    if (Array.isArray(value)) return `[${(value as readonly PdfValue[]).map((each) => this.of(each, depth + 1)).join(' ')}]`;
    return 'string' in value ? `(${value.string.length > 80 ? digest(value.string) : value.string})` : '';
  }

  #dict(dict: PdfDict, depth: number): string {
    const keys = [...dict.keys()].filter((key) => !unsaid.has(key) && !(back.has(key) && isReference(dict.get(key)))).sort();
    return `<<${keys.map((key) => `/${key} ${this.of(dict.get(key), depth + 1)}`).join(' ')}>>`;
  }

  #referred(number: number, depth: number): string {
    const known = this.#places.get(number) ?? this.#known.get(number);
    if (known !== undefined) return known;
    if (this.#open.has(number)) throw new PdfFault('references lead round in a circle');
    this.#open.add(number);
    let words: string;
    try {
      words = this.of(this.#file.object(number), depth + 1);
    } finally {
      this.#open.delete(number);
    }
    const short = words.length > 64 ? digest(words) : words;
    this.#known.set(number, short);
    return short;
  }
}

export const digest = (data: Uint8Array | string): string =>
  createHash('sha256')
    .update(typeof data === 'string' ? Buffer.from(data, 'latin1') : data)
    .digest('hex')
    .slice(0, 32);
