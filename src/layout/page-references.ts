// Turn a document into what its text refers to by page: anchors, and where each is first referred to.
import type { Block, Part } from '../model/document.ts';
import { inlinesOf } from '../model/document-texts.ts';
import { isReference, referencesIn } from '../model/page-references.ts';
import type { Span } from '../model/span.ts';

/** Anchors that some text prints the page of, each once, and where it first does. */
export function pageReferences(parts: readonly Part[]): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  for (const part of parts) {
    for (const section of part.sections) {
      const referring = section.blocks.filter((block) => referencesIn(block).length > 0);
      for (const { pageRef, at } of referring.flatMap(inlinesOf).filter(isReference)) if (!found.has(pageRef)) found.set(pageRef, at);
    }
  }
  return found;
}

/** Anchors that blocks refer to, each once. */
export function anchorsIn(blocks: readonly Block[]): readonly string[] {
  return [...new Set(blocks.flatMap(referencesIn))];
}
