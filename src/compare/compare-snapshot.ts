// Turn what was approved of a release and what it makes today into the texts and pages that differ.

import type { Bitmap } from '../pdf/engine/page-image.ts';
import { comparePages, type Region } from './compare-pages.ts';
import { decodePng, UnreadablePicture } from './page-image.ts';

/** What a release makes, to be looked at and approved. */
export interface Snapshot {
  /** Text dumps by file name. */
  readonly texts: ReadonlyMap<string, string>;
  /** Pages at 96 dpi by file name. */
  readonly pages: ReadonlyMap<string, Bitmap>;
}

/** A text that differs: its lines that are gone and that have come, in order. */
export interface TextChange {
  readonly kind: 'text';
  readonly name: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** A page that differs; without `before` it is new, or what was approved cannot be read. */
export interface PageChange {
  readonly kind: 'page';
  readonly name: string;
  readonly regions: readonly Region[];
  readonly mask?: Bitmap;
  readonly before?: Bitmap;
  /** Why what was approved cannot be read. */
  readonly unreadable?: string;
  readonly after: Bitmap;
}

/** A file that was approved and is not made any more. */
export interface FileGone {
  readonly kind: 'gone';
  readonly name: string;
}

export type SnapshotChange = TextChange | PageChange | FileGone;

/** `approved` are the bytes by file name. Texts first, then pages, then what is gone. Pages are compared tile by tile. */
export function compareSnapshot(approved: ReadonlyMap<string, Uint8Array>, now: Snapshot): readonly SnapshotChange[] {
  const changes: SnapshotChange[] = [];
  for (const [name, text] of now.texts) {
    const file = approved.get(name);
    const before = file === undefined ? '' : Buffer.from(file).toString('utf8');
    if (file === undefined || before !== text) changes.push(textChange(name, before, text));
  }
  for (const [name, after] of now.pages) {
    const file = approved.get(name);
    if (!file) {
      changes.push({ kind: 'page', name, regions: [], after });
      continue;
    }
    const before = approvedPage(file);
    if (typeof before === 'string') {
      changes.push({ kind: 'page', name, regions: [], unreadable: before, after });
      continue;
    }
    const { same, regions, mask } = comparePages(before, after);
    if (!same) changes.push({ kind: 'page', name, regions, ...(mask ? { mask } : {}), before, after });
  }
  for (const name of approved.keys()) if (!now.texts.has(name) && !now.pages.has(name)) changes.push({ kind: 'gone', name });
  return changes;
}

/** Or the reason why it is none. */
function approvedPage(file: Uint8Array): Bitmap | string {
  try {
    return decodePng(file);
  } catch (fault) {
    if (fault instanceof UnreadablePicture) return fault.message;
    throw fault;
  }
}

function textChange(name: string, before: string, after: string): TextChange {
  const [old, fresh] = [before, after].map((text) => new Set(text.split('\n')));
  const without = (text: string, lines: ReadonlySet<string> | undefined) => text.split('\n').filter((line) => !lines?.has(line));
  return { kind: 'text', name, gone: without(before, fresh), come: without(after, old) };
}
