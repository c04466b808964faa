// Turn actions and destinations of a file into where they lead: a page of it, an address, another file, or what a script does.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, nameOf, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import { textOrName, textString } from './text-string.ts';
import { digest } from './value-words.ts';

/** Where something leads. */
export interface Target {
  /** In words, without the page: an address; empty for a page of the file itself. */
  readonly value: string;
  /** Page from 1. */
  readonly page?: number;
}

/** What is asked of one file. */
export class Destinations {
  readonly #file: PdfObjects;
  readonly #pages: ReadonlyMap<number, number>;
  readonly #named: (name: string) => PdfValue | undefined;

  /** `pages`: numbers of pages from 1 by their objects. */
  constructor(file: PdfObjects, catalog: PdfDict, pages: ReadonlyMap<number, number>) {
    this.#file = file;
    this.#pages = pages;
    let names: ReadonlyMap<string, PdfValue> | undefined;
    this.#named = (name) => {
      names ??= new Map([
        ...file.dict(catalog.get('Dests')),
        ...nameTree(file, file.dict(catalog.get('Names')).get('Dests')).map(([key, value]) => [key, value] as const),
      ]);
      return names.get(name);
    };
  }

  /** Of a dictionary with an action or a destination: a link, a bookmark, a button; undefined where it has neither. */
  of(dict: PdfDict): Target | undefined {
    if (dict.has('Dest')) return this.destination(dict.get('Dest'));
    return dict.has('A') ? this.action(dict.get('A')) : undefined;
  }

  action(value: PdfValue | undefined): Target {
    const file = this.#file;
    const dict = file.dict(value);
    const kind = file.name(dict.get('S')) ?? 'unknown action';
    const next = dict.has('Next') ? ', and more after it' : '';
    if (kind === 'URI') return { value: `${textString(file.follow(dict.get('URI'))) ?? ''}${next}` };
    if (kind === 'GoTo') return this.destination(dict.get('D'));
    if (kind === 'JavaScript') return { value: `a script (${digest(this.#script(dict.get('JS')))})${next}` };
    const named = file.follow(dict.get('F'));
    const path = textString(named) ?? textString(file.follow(file.dict(named).get('UF') ?? file.dict(named).get('F')));
    return {
      value: `${[kind, path, textOrName(file.follow(dict.get('N'))), textOrName(file.follow(dict.get('D')))].filter(Boolean).join(' ')}${next}`,
    };
  }

  /** A page, by itself or by a name. */
  destination(value: PdfValue | undefined, depth = 0): Target {
    const file = this.#file;
    const found = file.follow(value);
    if (found instanceof Map) return depth > 4 ? { value: 'nowhere' } : this.destination((found as PdfDict).get('D'), depth + 1);
    if (Array.isArray(found)) {
      const [first] = found as readonly PdfValue[];
      if (typeof first === 'number') return { value: '', page: first + 1 };
      const page = isReference(first) ? this.#pages.get(first.reference) : undefined;
      return page === undefined ? { value: 'a page that is not there' } : { value: '', page };
    }
    const name = textString(found) ?? nameOf(found);
    if (name === undefined) return { value: 'nowhere' };
    const raw = typeof found === 'object' && found !== null && 'string' in found ? found.string : name;
    const named = this.#named(raw);
    return named === undefined || depth > 4 ? { value: `the name ${name}, which is not there` } : this.destination(named, depth + 1);
  }

  #script(value: PdfValue | undefined): string {
    return textString(this.#file.follow(value)) ?? Buffer.from(this.#file.data(value) ?? []).toString('latin1');
  }
}

/** Nodes of a tree of names or numbers, one inside the other. */
const deepest = 32;

/** Entries of a tree of names (ISO 32000-1, 7.9.6), each key in its bytes. */
export function nameTree(file: PdfObjects, root: PdfValue | undefined): readonly (readonly [key: string, value: PdfValue])[] {
  return tree(file, root, 'Names').flatMap(([key, value]) => {
    const found = file.follow(key);
    return typeof found === 'object' && found !== null && 'string' in found ? [[found.string, value] as const] : [];
  });
}

/** Entries of a tree of numbers. */
export function numberTree(file: PdfObjects, root: PdfValue | undefined): readonly (readonly [key: number, value: PdfValue])[] {
  return tree(file, root, 'Nums').flatMap(([key, value]) => {
    const found = file.follow(key);
    return typeof found === 'number' ? [[found, value] as const] : [];
  });
}

function tree(file: PdfObjects, root: PdfValue | undefined, leaf: 'Names' | 'Nums'): readonly (readonly [PdfValue, PdfValue])[] {
  const found: (readonly [PdfValue, PdfValue])[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue | undefined, depth: number): void => {
    if (depth > deepest || (isReference(node) && seen.has(node.reference))) return;
    if (isReference(node)) seen.add(node.reference);
    const dict = file.dict(node);
    const entries = file.array(dict.get(leaf));
    for (let k = 0; k + 1 < entries.length; k += 2) found.push([entries[k]!, entries[k + 1]!]);
    for (const kid of file.array(dict.get('Kids'))) visit(kid, depth + 1);
  };
  visit(root, 0);
  return found;
}
