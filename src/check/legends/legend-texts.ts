// Turn a document into the texts that say something of the release itself, each with what it says and the table that it stands over or in.
import type { Block, Document, Table } from '../../model/document.ts';
import { inLang } from '../../model/language.ts';
import { forgetful, type Memory } from '../../model/memory.ts';
import type { Release } from '../../model/release.ts';
import { type TypedText, textsOf } from '../typed-text.ts';
import type { LegendPlace } from './legend-places.ts';
import { type Said, saidBy, saysNothing } from './legend-words.ts';

/** A text at its place. */
export interface LegendText {
  readonly text: TypedText;
  readonly place: LegendPlace;
  readonly said: Said;
}

/** Longer paragraphs are no lines over a table, in characters. */
const longestLine = 90;

/** In reading order, without texts that say nothing of the kind. */
export function legendTexts(document: Document, release: Pick<Release, 'statements'>, memory: Memory = forgetful): readonly LegendText[] {
  return document.parts.flatMap((part) => part.sections.flatMap((section) => sectionTexts(section.blocks.flatMap(flat), release, memory)));
}

const flat = (block: Block): readonly Block[] => (block.kind === 'group' ? block.blocks.flatMap(flat) : [block]);

/** From the last block up, so that what stands over a table knows it. */
function sectionTexts(blocks: readonly Block[], release: Pick<Release, 'statements'>, memory: Memory): readonly LegendText[] {
  const found: LegendText[] = [];
  let over: Table | undefined;
  for (const block of [...blocks].reverse()) {
    const { legends, isLine, summary } = readingOf(block, memory);
    if (block.kind === 'table') over = block;
    else if (!isLine) over = undefined;
    if (summary && block.kind === 'table') found.push(...summaryText(block, summary, release));
    for (const legend of [...legends].reverse()) found.push(over && block.kind !== 'table' ? standingOver(legend, over) : legend);
  }
  return found.reverse();
}

function standingOver({ place, ...legend }: LegendText, over: Table): LegendText {
  return { ...legend, place: place.kind === 'heading' || place.kind === 'prose' ? { ...place, over } : place };
}

/** What stands over a table is not known yet. */
interface BlockReading {
  readonly legends: readonly LegendText[];
  /** A heading or a line: what follows it it stands over too. */
  readonly isLine: boolean;
  /** Of a table whose summary says something. */
  readonly summary?: Said;
}

const read = new WeakMap<Block, BlockReading>();

function readingOf(block: Block, memory: Memory): BlockReading {
  const known = read.get(block) ?? (block.kind === 'table' ? readTable(block, memory) : readBlock(block, memory));
  read.set(block, known);
  return known;
}

function readBlock(block: Block, memory: Memory): BlockReading {
  const texts = textsOf(block);
  const isLine = block.kind === 'heading' || (block.kind === 'paragraph' && texts.every(isShort));
  const place: LegendPlace = block.kind === 'heading' ? { kind: 'heading', level: block.level } : { kind: 'prose' };
  return { legends: texts.flatMap((text) => legendOf(text, place, isLine, memory)), isLine };
}

/** Figures stand in sentences, not in lines that say what a table is. */
const isShort = ({ text, runs }: TypedText): boolean =>
  text.length <= longestLine && runs.every(({ inline }) => inline.figure === undefined);

function legendOf(text: TypedText, place: LegendPlace, isLine: boolean, memory: Memory): readonly LegendText[] {
  const said = saidBy(text, place.kind, isLine, memory);
  return saysNothing(said) ? [] : [{ text, place, said }];
}

/** Its texts are those of its captions, its unit line, its heads and its labels, without the empty ones. */
function readTable(table: Table, memory: Memory): BlockReading {
  const places: LegendPlace[] = [];
  for (const { inlines } of table.captions) if (inlines.length > 0) places.push({ kind: 'caption', over: table });
  if (table.unit && table.unit.inlines.length > 0) places.push({ kind: 'unit line', over: table });
  for (const { column, colSpan, pieces } of table.heads) {
    if (!pieces.some((piece) => piece.length > 0)) continue;
    places.push(column === 0 ? { kind: 'stub', over: table } : { kind: 'head', over: table, from: column - 1, to: column - 1 + colSpan });
  }
  for (const [row, { label }] of table.rows.entries()) if (label.length > 0) places.push({ kind: 'label', over: table, row });
  const texts = textsOf(table);
  const legends = places.flatMap((place, index) => {
    const text = texts[index];
    return text ? legendOf(text, place, true, memory) : [];
  });
  const { summary: text, lang, at } = table;
  const summary = saidBy(
    { lang, text, typed: text, runs: [{ inline: { text, at }, start: 0, end: text.length }] },
    'summary',
    true,
    memory,
  );
  return { legends, isLine: false, ...(!saysNothing(summary) && { summary }) };
}

/** What voices read of a table; it stands on no page. */
function summaryText(table: Table, said: Said, { statements }: Pick<Release, 'statements'>): readonly LegendText[] {
  const spec = statements.get(table.statement);
  if (!spec) return [];
  const { summary: text, lang } = table;
  const inline = { text, at: inLang(spec.summary, lang).at };
  return [
    { text: { lang, text, typed: text, runs: [{ inline, start: 0, end: text.length }] }, place: { kind: 'summary', over: table }, said },
  ];
}
