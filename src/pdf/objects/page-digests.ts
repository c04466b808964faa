// Turn the bytes of a PDF into a digest of each page: of all that the page is drawn and its words are read from.
import { createHash, type Hash } from 'node:crypto';
import { fileLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';
import { PdfFile, type RawObject } from './pdf-file.ts';
import { isReference, PdfFault, type PdfValue } from './pdf-value.ts';
import { ValueReader } from './read-value.ts';

/**
 * Two pages with the same digest look the same and say the same, in whatever files they stand: their dictionaries, those that they
 * inherit from, and everything that these lead to are the same bytes, but for the numbers of objects. Undefined where this cannot be told
 * for certain: for a file that was changed after it was written, or whose cross-references are of a form that programs seldom write; for a
 * large one of others; for one with an object that is not where its cross-references say; and for one in which other readers might find
 * other objects.
 */
export function pageDigests(bytes: Uint8Array): readonly string[] | undefined {
  if (bytes.length > largestWithTable && hasTable(bytes)) return undefined;
  try {
    const file = new PdfFile(bytes, { tables: true });
    file.findAll();
    return file.isPlain() ? new PageDigests(file).all() : undefined;
  } catch (fault) {
    if (fault instanceof PdfFault) return undefined;
    throw fault;
  }
}

/** Bytes of a file of others that is read for its digests: of a larger one the copy that it is read from would be memory that its reader needs. */
const largestWithTable = 16 * 1024 * 1024;

/** Whether its cross-references are a table, as in most large files of others: seen before a copy of the file is made to read it. */
function hasTable(bytes: Uint8Array): boolean {
  const ending = Buffer.from(bytes.subarray(-64)).toString('latin1');
  const start = Number(/startxref\s+(\d+)/.exec(ending)?.[1] ?? 0);
  return Buffer.from(bytes.subarray(start, start + 4)).toString('latin1') === 'xref';
}

/** Entries that a page has from the nodes above it when it has none of its own. */
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;
/** Entries of a page that are not seen on it: the way back, and the number of its tags. */
const unseen: ReadonlySet<string> = new Set(['Parent', 'StructParents']);
/** Entries of the catalog that pages are drawn or read by: layers, fields of forms, and the direction of reading. */
const everywhere = ['OCProperties', 'AcroForm', 'ViewerPreferences'] as const;
/** References one inside the other; a page of ours leads five deep. */
const deepest = 64;

/** Values of a dictionary by key, each as the stretch of text in which it stands. */
type Entries = ReadonlyMap<string, RawObject>;

class PageDigests {
  readonly #file: PdfFile;
  readonly #digests = new Map<number, string>();
  /** What stands for pages and the nodes of their tree where something leads to them: a link, mostly. */
  readonly #places = new Map<number, string>();
  readonly #open = new Set<number>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  all(): readonly string[] {
    const catalog = this.#entries(this.#number(this.#file.trailer.get('Root')));
    const root = this.#number(this.#value(catalog.get('Pages')));
    const pages: Entries[] = [];
    this.#gather(root, undefined, new Map(), pages);
    const shared = everywhere.map((key) => this.#digestOf(catalog.get(key))).join(' ');
    return pages.map((entries) => {
      const hash = createHash('sha256').update(shared);
      for (const key of [...entries.keys()].sort()) hash.update(`\n/${key} ${this.#digestOf(entries.get(key))}`);
      return hash.digest('base64');
    });
  }

  /** Adds the pages below a node in their order, each with all that it inherits; answers how many they are. */
  #gather(number: number, parent: number | undefined, above: Entries, pages: Entries[]): number {
    if (this.#places.has(number)) throw new PdfFault('a page stands twice in its tree');
    const own = this.#entries(number);
    if (parent !== undefined && this.#number(this.#value(own.get('Parent'))) !== parent) throw new PdfFault('a page has another parent');
    const type = this.#file.name(this.#value(own.get('Type')));
    if (type === 'Page' && !own.has('Kids')) {
      this.#places.set(number, `page ${pages.length}`);
      if (pages.length >= fileLimits.pages) throw new PdfFault(say`the file has more than ${fileLimits.pages} pages`);
      pages.push(new Map([...above, ...[...own].filter(([key]) => !unseen.has(key))]));
      return 1;
    }
    if (type !== 'Pages' || this.#places.size > 2 * fileLimits.pages) throw new PdfFault('the tree of pages is of an unknown form');
    this.#places.set(number, 'pages');
    const passed = new Map([...above, ...inherited.flatMap((key) => entry(own, key))]);
    const kids = this.#file.array(this.#value(own.get('Kids')));
    const count = kids.reduce<number>((sum, kid) => sum + this.#gather(this.#number(kid), number, passed, pages), 0);
    if (this.#file.follow(this.#value(own.get('Count'))) !== count) throw new PdfFault('the tree of pages is of an unknown form');
    return count;
  }

  #number(value: PdfValue | undefined): number {
    if (!isReference(value)) throw new PdfFault('the tree of pages is of an unknown form');
    return value.reference;
  }

  #value(raw: RawObject | undefined): PdfValue | undefined {
    return raw && new ValueReader(raw.text, raw.from, this.#file.step).value();
  }

  #entries(number: number): Entries {
    const raw = this.#file.raw(number);
    if (!raw?.text.startsWith('<<', raw.from)) throw new PdfFault(say`object ${number} is no dictionary`);
    const reader = new ValueReader(raw.text, raw.from + 2, this.#file.step);
    const entries = new Map<string, RawObject>();
    while (reader.next() !== '>') {
      const key = this.#file.name(reader.value());
      if (key === undefined || entries.has(key)) throw new PdfFault(say`object ${number} has a key twice, or none`);
      reader.next();
      const from = reader.at;
      reader.value();
      entries.set(key, { text: raw.text, from, to: reader.at });
    }
    return entries;
  }

  #digestOf(raw: RawObject | undefined): string {
    if (!raw) return '';
    const hash = createHash('sha256');
    this.#add(hash, raw);
    return hash.digest('base64');
  }

  /** The bytes, with digests of what they lead to where references stand: these are no text that could be typed in their place. */
  #add(hash: Hash, { text, from, to, packed }: RawObject): void {
    let written = from;
    const references: (readonly [number: number, from: number, to: number])[] = [];
    const reader: ValueReader = new ValueReader(text, from, this.#file.step, (number, start) =>
      references.push([number, start, reader.at]),
    );
    reader.value();
    if (reader.at > to) throw new PdfFault('a value is longer than its place');
    for (const [number, start, end] of references) {
      hash.update(text.slice(written, start), 'latin1').update(`\0${this.#referred(number)}\0`);
      written = end;
    }
    hash.update(text.slice(written, reader.at), 'latin1');
    if (packed) hash.update(`\0stream ${packed.length}\0`).update(packed);
  }

  #referred(number: number): string {
    const known = this.#places.get(number) ?? this.#digests.get(number);
    if (known !== undefined) return known;
    if (this.#open.has(number) || this.#open.size >= deepest) throw new PdfFault('references lead round in a circle');
    this.#open.add(number);
    const digest = this.#digestOf(this.#file.raw(number));
    this.#open.delete(number);
    this.#digests.set(number, digest);
    return digest;
  }
}

function entry(entries: Entries, key: string): readonly (readonly [string, RawObject])[] {
  const value = entries.get(key);
  return value ? [[key, value]] : [];
}
