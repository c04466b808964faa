// Turn an element into a fault of the program when it lacks what PDF/UA-1 (ISO 14289-1) wants of its type: nothing wrong is written in the first place.
import type { PdfName } from '../objects/pdf-value.ts';
import type { StructureType, Voice, WrittenDict, WrittenValue } from './pdf-writer.ts';

/** What is known of an element once the tree is whole. */
export interface KnownElement {
  readonly type: StructureType;
  readonly id: string | undefined;
  readonly attributes: WrittenDict;
  /** An annotation was laid over its content. */
  readonly isLinked: boolean;
}

/** Throws where a type needs words from the start: a picture without a description says nothing to who does not see it (7.3). */
export function refuseMute(type: StructureType, { alt }: Voice): void {
  if (type === 'Figure' && isBlank(alt)) throw new Error('a Figure has no description');
}

/** Throws where a link says nothing (7.18.5). */
export function refuseSilentLink(type: StructureType, contents: string): void {
  if (type !== 'Link') throw new Error(`a link is laid over ${type}, not over a Link`);
  if (isBlank(contents)) throw new Error('a link has no description');
}

/** Throws at the first element that breaks a rule. */
export function checkTree(elements: Iterable<KnownElement>, byId: ReadonlyMap<string, KnownElement>): void {
  for (const element of elements) {
    const { type, id, attributes } = element;
    if (type === 'Note' && id === undefined) throw new Error('a Note has no ID (7.9)');
    if (type === 'Link' && !element.isLinked) throw new Error('a Link has no annotation (7.18.5)');
    if (type === 'L' && attributes.ListNumbering === undefined) throw new Error('a list does not say how it is numbered (7.6)');
    if (type === 'TH' && attributes.Scope === undefined) throw new Error(`the head ${id ?? ''} has no Scope (7.5)`);
    for (const head of idsIn(attributes.Headers)) {
      if (byId.get(head)?.type !== 'TH') throw new Error(`a cell names the head ${head}, which is none (7.5)`);
    }
  }
}

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

function idsIn(headers: WrittenValue | undefined): readonly string[] {
  return Array.isArray(headers) ? headers.filter((id: WrittenValue | PdfName): id is string => typeof id === 'string') : [];
}
