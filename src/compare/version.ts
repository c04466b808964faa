// Turn a build or a PDF file into what a comparison asks of it: its pages, and its record by fact, text, figure and place.

import { conceptOf } from '../figures/fact-key.ts';
import type { BuildRecord, FactRecord, FigureRecord, RunRecord, TextRecord } from '../model/build-record.ts';
import type { Box } from '../model/difference.ts';
import type { FactKey } from '../model/financials.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { DocumentParts } from '../pdf/parts/document-parts.ts';

/** One side of a comparison. */
export interface Version {
  /** As the user named it. */
  readonly name: string;
  /** Undefined for a page that was not read: nothing that is asked of it can have another answer than of its partner, which has its digest. */
  readonly pages: readonly (PdfPage | undefined)[];
  /** Of each page: pages with one digest look the same and say the same. Undefined where that cannot be told of a file. */
  readonly digests?: readonly string[];
  /** What the build remembers; undefined for a PDF file of its own. */
  readonly record?: BuildRecord;
  /** What the file holds besides its pages; undefined where both files are the same, or nothing is asked of them. */
  readonly parts?: DocumentParts;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
  /** Of a build: the name of this PDF; `release.pdf` where none is given. */
  readonly file?: string;
  /** Names of the PDFs that its pages are of, where the other build has them in other files. */
  readonly division?: readonly string[];
  /** Names of PDFs of the build to which none of the other answers. */
  readonly unpaired?: readonly string[];
}

/** Whether a PDF of a build is not the file that the build wrote. */
export const isAltered = ({ altered, file = 'release.pdf', division = [file] }: Pick<Version, 'altered' | 'file' | 'division'>): boolean =>
  division.some((each) => altered.includes(each));

/** A run on its page, from 1. */
export interface PlacedRun {
  readonly page: number;
  readonly run: RunRecord;
}

export interface RecordIndex {
  readonly record: BuildRecord;
  readonly facts: ReadonlyMap<FactKey, FactRecord>;
  /** Facts of a concept, by its id. */
  readonly concepts: ReadonlyMap<string, readonly FactKey[]>;
  readonly texts: ReadonlyMap<string, TextRecord>;
  /** Runs of a text by its id, in reading order, without those of its list marker. */
  readonly textRuns: ReadonlyMap<string, readonly PlacedRun[]>;
  /** Runs of a table's figure by its id. */
  readonly cellRuns: ReadonlyMap<number, readonly PlacedRun[]>;
}

export function indexRecord(record: BuildRecord): RecordIndex {
  const texts = new Map(record.document.texts.map((text) => [text.id, text]));
  const cells = new Set(record.figures.figures.filter(({ place }) => place.kind === 'cell').map(({ id }) => id));
  const textRuns = new Map<string, PlacedRun[]>();
  const cellRuns = new Map<number, PlacedRun[]>();
  for (const { page, runs } of record.document.pages) {
    for (const run of runs) {
      if (run.owner === undefined) continue;
      if (run.figure !== undefined && cells.has(run.figure)) push(cellRuns, run.figure, { page, run });
      else push(textRuns, textOf(run.owner, texts), { page, run });
    }
  }
  const facts = new Map(record.figures.facts.map((fact) => [fact.fact, fact]));
  const concepts = new Map<string, FactKey[]>();
  for (const key of facts.keys()) push(concepts, conceptOf(key), key);
  return { record, facts, concepts, texts, textRuns, cellRuns };
}

/** The label of a note belongs to its text; that of a list item is a mark of its own, and goes with the item. */
function textOf(owner: string, texts: ReadonlyMap<string, TextRecord>): string {
  return texts.has(owner) || !owner.endsWith('.label') ? owner : owner.slice(0, -'.label'.length);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Room that glyphs of a size take above and below the baseline, in em: kana and brackets reach as far. */
const above = 0.92;
const below = 0.28;

export function runBox({ page, run: { x, y, width, size } }: PlacedRun): Box {
  return { page, x, y: y - above * size, width, height: (above + below) * size };
}

/** Brackets, digits and percent sign of a cell are runs of their own and one figure: stretches of a line that touch are one box. */
export function figureBoxes({ places }: FigureRecord): readonly Box[] {
  const boxes: Box[] = [];
  for (const { page, x, y, width, size } of places) {
    const box: Box = { page, x, y: y - above * size, width, height: (above + below) * size };
    const last = boxes.at(-1);
    const touches = last !== undefined && last.page === page && last.y === box.y && Math.abs(last.x + last.width - x) < size / 2;
    if (touches) boxes[boxes.length - 1] = { ...last, width: x + width - last.x };
    else boxes.push(box);
  }
  return boxes;
}

export function textBoxes(index: RecordIndex, id: string): readonly Box[] {
  return (index.textRuns.get(id) ?? []).map(runBox);
}

/**
 * Boxes of a stretch of a text. Runs follow the text but for spaces at line ends; inside a run every character counts alike,
 * which is exact for Japanese and near enough for a mark in English.
 */
export function stretchBoxes(index: RecordIndex, { id, text }: TextRecord, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  let offset = 0;
  for (const placed of index.textRuns.get(id) ?? []) {
    const found = text.indexOf(placed.run.text, offset);
    if (found < 0) continue;
    const stop = found + placed.run.text.length;
    offset = stop;
    const [from, to] = [Math.max(start, found), Math.min(end, stop)];
    if (to < from || (to === from && start !== end)) continue;
    const each = placed.run.width / Math.max(1, placed.run.text.length);
    const box = runBox(placed);
    boxes.push({ ...box, x: box.x + (from - found) * each, width: Math.max(1, (to - from) * each) });
    if (start === end) break;
  }
  return boxes;
}
