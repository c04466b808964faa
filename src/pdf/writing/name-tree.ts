// Turn names and what they stand for into a name tree, which readers search by bytes (ISO 32000-1, 7.9.6).
import type { WrittenDict, WrittenValue } from './pdf-writer.ts';

/** A name tree of one node. */
export function nameTree(entries: readonly (readonly [string, WrittenValue])[]): WrittenDict {
  const sorted = [...entries].sort(([a], [b]) => compareKeys(a, b));
  return { Names: sorted.flat() };
}

/** By the bytes written: ASCII strings stand before UTF-16 ones, which begin with a byte order mark. */
function compareKeys(a: string, b: string): number {
  const wideA = isWide(a);
  const wideB = isWide(b);
  if (wideA !== wideB) return wideA ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}
