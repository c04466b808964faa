// Turn blocks into the same blocks where lines that were added or taken out above them have moved them.

import { sameContent } from '../model/content-key.ts';
import type { Block } from '../model/document.ts';

/** How the lines of a file have moved. */
export interface Move {
  readonly file: string;
  /** Lines down; negative for up. */
  readonly by: number;
}

/** Places in other files stay. */
export const movedBlocks = (blocks: readonly Block[], move: Move): readonly Block[] => blocks.map((block) => movedValue(block, move));

/** A place, or a value of plain objects in which places stand at any depth; what holds none that moved stays the same object. */
export function movedValue<T>(value: T, move: Move): T {
  return moved(value, move) as T;
}

function moved(value: unknown, move: Move): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    let same = true;
    for (const item of value) {
      const now = moved(item, move);
      same &&= now === item;
      items.push(now);
    }
    return same ? value : items;
  }
  return sameContent(movedObject(value as Readonly<Record<string, unknown>>, move), value);
}

function movedObject(value: Readonly<Record<string, unknown>>, move: Move): object {
  if (typeof value.line === 'number' && typeof value.file === 'string') {
    return value.file === move.file ? { ...value, line: value.line + move.by } : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const now = moved(value[name], move);
    if (now === value[name]) continue;
    copy ??= { ...value };
    copy[name] = now;
  }
  return copy ?? value;
}
