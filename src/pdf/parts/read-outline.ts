// Turn the bookmarks of a file into parts in their order, each with where it leads and how deep it stands.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import { isReference, type PdfDict, type PdfValue } from '../objects/pdf-value.ts';
import type { ListedPart } from './document-parts.ts';
import type { Destinations } from './read-destinations.ts';
import { textString } from './text-string.ts';

/** Bookmarks that are read. */
const mostBookmarks = 20_000;

export function readOutline(file: PdfObjects, catalog: PdfDict, destinations: Destinations): readonly ListedPart[] {
  const parts: ListedPart[] = [];
  const seen = new Set<number>();
  // A stack of its own: bookmarks follow each other in a chain.
  const waiting: { readonly value: PdfValue; readonly depth: number }[] = [];
  const push = (value: PdfValue | undefined, depth: number): void => {
    if (value !== undefined && value !== null) waiting.push({ value, depth });
  };
  push(file.dict(catalog.get('Outlines')).get('First'), 1);
  for (let next = waiting.pop(); next !== undefined && parts.length < mostBookmarks; next = waiting.pop()) {
    const { value, depth } = next;
    if (isReference(value) && seen.has(value.reference)) continue;
    if (isReference(value)) seen.add(value.reference);
    const dict = file.dict(value);
    const target = destinations.of(dict);
    const title = (textString(file.follow(dict.get('Title'))) ?? '').trim();
    const address = target?.value ?? '';
    parts.push({
      kind: 'outline',
      name: 'bookmark',
      value: `${title}${depth > 1 ? ` (level ${depth})` : ''}${address === '' ? '' : `, to ${address}`}`,
      ...(target?.page === undefined ? {} : { target: target.page }),
    });
    push(dict.get('Next'), depth);
    push(dict.get('First'), depth + 1);
  }
  return parts;
}
