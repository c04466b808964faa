// Turn text or an insertion where none may stand into its first words and its place, for a finding.
import type { Span } from '../model/span.ts';
import { wordsOf } from './manuscript.ts';
import type { Inserted, Text } from './node.ts';

/** Characters of a text that a finding shows. */
const shown = 24;

/** Undefined for white space. */
export function strayText(node: Text | Inserted): { readonly words: string; readonly at: Span } | undefined {
  const text = node.kind === 'text' ? node.text.trim() : wordsOf(node).trim();
  if (node.kind === 'text' && text === '') return undefined;
  const words = text.slice(0, shown).replace(/\s+/g, ' ');
  return { words, at: node.kind === 'text' ? node.locate(node.text.indexOf(text), text.length) : node.at };
}
