// Turn pairs of texts and cells into blocks that say the same at another place, in another size or on other lines.
import type { TextRecord } from '../model/build-record.ts';
import type { Box, LayoutChange } from '../model/difference.ts';
import type { Draft } from './draft.ts';
import type { FigureMatch } from './match-figures.ts';
import type { TextMatch } from './match-texts.ts';
import { type PlacedRun, type RecordIndex, runBox } from './version.ts';

/** Lengths are recorded in hundredths of a point. */
const sameLength = 0.015;

/** Old page → new page, both from 1. */
export type PageMap = ReadonlyMap<number, number>;

/** One change a block, with how far its first moved run went. */
export function compareLayout(
  texts: readonly TextMatch[],
  figures: readonly FigureMatch[],
  old: RecordIndex,
  now: RecordIndex,
  pages: PageMap,
): readonly Draft<LayoutChange>[] {
  const moved = new Map<string, Moved[]>();
  const note = (
    block: string,
    before: readonly PlacedRun[],
    after: readonly PlacedRun[],
    what: string,
    said: 'the same' | 'otherwise' = 'the same',
  ) => {
    const first = firstMove(before, after, pages, said);
    if (!first) return;
    const known = moved.get(block);
    if (known) known.push({ ...first, what });
    else moved.set(block, [{ ...first, what }]);
  };
  for (const { old: before, new: after } of texts) {
    if (!before || !after) continue;
    const [a, b] = [old.textRuns.get(before.id) ?? [], now.textRuns.get(after.id) ?? []];
    // Of a text that says something else only the beginning is held: its lines are broken anew.
    const all = before.text === after.text;
    if (all) note(after.block, a, b, `${after.lang} ${after.kind}`);
    else note(after.block, a.slice(0, 1), b.slice(0, 1), `${after.lang} ${after.kind}`, 'otherwise');
  }
  const tables = tableBlocks(now);
  for (const { old: before, new: after } of figures) {
    if (!before || !after || after.place.kind !== 'cell' || before.text !== after.text) continue;
    const block = tables.get(after.place.statement + after.lang) ?? after.place.statement;
    note(block, old.cellRuns.get(before.id) ?? [], now.cellRuns.get(after.id) ?? [], `${after.lang} table`);
  }
  const firstTexts = new Map<string, TextRecord>();
  for (const text of now.record.document.texts) if (!firstTexts.has(text.block)) firstTexts.set(text.block, text);
  return [...moved].map(([block, moves]) => layoutChange(block, moves, firstTexts.get(block)));
}

interface Moved {
  readonly before: PlacedRun;
  readonly after: PlacedRun;
  readonly what: string;
}

/** `said` otherwise: the words are others, and only line, size and font are held. */
function firstMove(
  before: readonly PlacedRun[],
  after: readonly PlacedRun[],
  pages: PageMap,
  said: 'the same' | 'otherwise',
): Omit<Moved, 'what'> | undefined {
  for (let k = 0; k < Math.max(before.length, after.length); k++) {
    const [a, b] = [before[k] ?? before.at(-1), after[k] ?? after.at(-1)];
    if (!a || !b) return undefined;
    const samePage = pages.get(a.page) === b.page;
    if (before[k] && after[k] && samePage && sameRun(a, b) && (a.run.text === b.run.text || said === 'otherwise')) continue;
    return { before: a, after: b };
  }
  return undefined;
}

function sameRun({ run: a }: PlacedRun, { run: b }: PlacedRun): boolean {
  const near = (one: number, two: number) => Math.abs(one - two) <= sameLength;
  if (!near(a.y, b.y) || !near(a.size, b.size) || a.font !== b.font) return false;
  // Other words have another width, and stand elsewhere where lines are centred or set to the right.
  return a.text !== b.text || (near(a.x, b.x) && near(a.width, b.width));
}

/** The block of each statement's table, by statement and language. */
function tableBlocks({ record }: RecordIndex): ReadonlyMap<string, string> {
  return new Map(
    record.document.texts.flatMap(({ statement, lang, block }) => (statement === undefined ? [] : [[statement + lang, block]])),
  );
}

/** `text` is the first of the block. */
function layoutChange(block: string, moves: readonly Moved[], text: TextRecord | undefined): Draft<LayoutChange> {
  const [first] = moves;
  if (!first) throw new Error('compare-layout: a moved block has a move');
  const { before, after, what } = first;
  const name = text?.statement === undefined ? `${what} ${block}` : `${text.lang} table ${text.statement}`;
  return {
    class: 'layout',
    kind: 'moved',
    block,
    summary: `${name}, page ${after.page}: ${describeMove(before, after)}`,
    old: around(moves.map((move) => runBox(move.before))),
    new: around(moves.map((move) => runBox(move.after))),
  };
}

function describeMove(a: PlacedRun, b: PlacedRun): string {
  const told: string[] = [];
  const length = (value: number) => `${Math.abs(value).toFixed(2)} pt`;
  if (a.page !== b.page) told.push(`page ${a.page} becomes ${b.page}`);
  if (Math.abs(a.run.size - b.run.size) > sameLength) told.push(`size ${a.run.size} becomes ${b.run.size}`);
  if (a.run.font !== b.run.font) told.push(`${a.run.font} becomes ${b.run.font}`);
  const [right, down] = [b.run.x - a.run.x, b.run.y - a.run.y];
  if (Math.abs(right) > sameLength) told.push(`${length(right)} ${right > 0 ? 'right' : 'left'}`);
  if (a.page === b.page && Math.abs(down) > sameLength) told.push(`${length(down)} ${down > 0 ? 'down' : 'up'}`);
  return told.length > 0 ? told.join(', ') : a.run.text === b.run.text ? 'set wider or narrower' : 'broken into other lines';
}

/** One box a page round all. */
function around(boxes: readonly Box[]): readonly Box[] {
  const pages = new Map<number, Box>();
  for (const box of boxes) {
    const known = pages.get(box.page);
    if (!known) {
      pages.set(box.page, box);
      continue;
    }
    const [x, y] = [Math.min(known.x, box.x), Math.min(known.y, box.y)];
    const right = Math.max(known.x + known.width, box.x + box.width);
    const bottom = Math.max(known.y + known.height, box.y + box.height);
    pages.set(box.page, { page: box.page, x, y, width: right - x, height: bottom - y });
  }
  return [...pages.values()].sort((a, b) => a.page - b.page);
}
