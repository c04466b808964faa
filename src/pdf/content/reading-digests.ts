// Turn each page of a file into a digest of all that its text is read from, as it stands in the bytes of the file.
import { createHash } from 'node:crypto';
import type { PdfFile } from '../objects/pdf-file.ts';
import { isReference, isStream, type PdfDict, PdfFault, type PdfValue } from '../objects/pdf-value.ts';
import { pageReferences } from './page-content.ts';

/** Keys of a page that lead out of it: to the tree of pages, to its links and their tags. Its text is read from its content alone. */
const outsideOfPage = new Set(['Type', 'Parent', 'Annots', 'StructParents', 'Tabs']);
/** Nodes of the tree of pages inside one another: ours has one. */
const deepest = 32;
/** Keys of a node of the tree of pages that are no attributes which its pages inherit. */
const outsideOfNode = new Set(['Type', 'Parent', 'Kids', 'Count']);

/**
 * By page: content streams, resources with all that they lead to (font programs, widths, character maps), boxes, and what a viewer is
 * told of the direction of reading. Two pages with one digest read the same: numbers of objects, which move from file to file, are in
 * none. Throws `PdfFault` where that cannot be told.
 */
export function readingDigests(file: PdfFile): readonly string[] {
  const digests = new ObjectDigests(file);
  const viewer = digests.of(file.dict(file.trailer.get('Root')).get('ViewerPreferences') ?? null);
  const encryption = digests.of(file.trailer.get('Encrypt') ?? null);
  return pageReferences(file).map((reference) => {
    const page = file.dict(reference);
    const attributes = inheritedBy(file, page).map((node) => digests.ofEntries(node, outsideOfNode));
    return hashOf([viewer, encryption, digests.ofEntries(page, outsideOfPage), ...attributes].join('\n'));
  });
}

/** The nodes of the tree of pages that a page stands in, from its own outwards. */
function inheritedBy(file: PdfFile, page: PdfDict): readonly PdfDict[] {
  const nodes: PdfDict[] = [];
  for (let parent = page.get('Parent'); isReference(parent); parent = nodes.at(-1)?.get('Parent')) {
    if (nodes.length > deepest) throw new PdfFault(`the tree of pages is deeper than ${deepest}`);
    nodes.push(file.dict(parent));
  }
  return nodes;
}

/** Digests of values that follow from what they say and lead to, each object looked at once. */
class ObjectDigests {
  readonly #file: PdfFile;
  readonly #known = new Map<number, string>();
  /** Objects that lead to the one that is looked at. */
  readonly #open = new Set<number>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  of(value: PdfValue): string {
    return hashOf(this.#written(value));
  }

  ofEntries(dict: PdfDict, without: ReadonlySet<string>): string {
    return hashOf(this.#dictionary(new Map([...dict].filter(([key]) => !without.has(key)))));
  }

  /** Values of different kinds are written differently, and so that the end of each is known. */
  #written(value: PdfValue): string {
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return `${value}`;
    if (isReference(value)) return `@${this.#object(value.reference)}`;
    if (isStream(value)) return `${this.#dictionary(value.dict)}~${createHash('sha256').update(value.packed).digest('hex')}`;
    if (value instanceof Map) return this.#dictionary(value as PdfDict);
    if (Array.isArray(value)) return `[${(value as readonly PdfValue[]).map((item) => this.#written(item)).join(' ')}]`;
    if ('name' in value) return `/${value.name.length}:${value.name}`;
    if ('string' in value) return `(${value.string.length}:${value.string}`;
    throw new Error('reading-digests: a value of an unknown kind');
  }

  #dictionary(dict: PdfDict): string {
    const entries = [...dict].map(([key, value]) => `/${key.length}:${key} ${this.#written(value)}`);
    return `<${entries.join(' ')}>`;
  }

  #object(number: number): string {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    if (this.#open.has(number)) throw new PdfFault(`object ${number} leads back to itself`);
    this.#open.add(number);
    const digest = hashOf(this.#written(this.#file.object(number)));
    this.#open.delete(number);
    this.#known.set(number, digest);
    return digest;
  }
}

/** Characters are bytes, or digits of other digests. */
const hashOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');
