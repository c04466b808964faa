// Turn a document into the texts that may say something of the release itself, each with the table that it stands over or in.
import type { Block, Document, Table } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import { type TypedText, textsOf } from './typed-text.ts';

/** Where a text stands. */
export type LegendPlace =
  /** `over` is the table that follows it with nothing but headings and short lines between. */
  | { readonly kind: 'heading'; readonly level: number; readonly over?: Table }
  /** A paragraph, an item, a note, a cell of a table of words. */
  | { readonly kind: 'prose'; readonly over?: Table }
  | { readonly kind: 'caption' | 'unit line' | 'summary' | 'stub'; readonly over: Table }
  /** From the first of the table's columns of figures that it heads to behind the last. */
  | { readonly kind: 'head'; readonly over: Table; readonly from: number; readonly to: number }
  | { readonly kind: 'label'; readonly over: Table; readonly row: number };

/** A text at its place. */
export interface LegendText {
  readonly text: TypedText;
  readonly place: LegendPlace;
}

/** Longer paragraphs are no lines over a table, in characters. */
const longestLine = 90;

/** In reading order. */
export function legendTexts(document: Document, release: Pick<Release, 'statements'>): readonly LegendText[] {
  return document.parts.flatMap((part) => part.sections.flatMap((section) => sectionTexts(section.blocks.flatMap(flat), release)));
}

const flat = (block: Block): readonly Block[] => (block.kind === 'group' ? block.blocks.flatMap(flat) : [block]);

/** From the last block up, so that what stands over a table knows it. */
function sectionTexts(blocks: readonly Block[], release: Pick<Release, 'statements'>): readonly LegendText[] {
  const found: (readonly LegendText[])[] = [];
  let over: Table | undefined;
  for (const block of [...blocks].reverse()) {
    const texts = textsOf(block);
    if (block.kind === 'table') over = block;
    else if (block.kind !== 'heading' && !(block.kind === 'paragraph' && isLine(texts))) over = undefined;
    found.push(placed(block, texts, over, release));
  }
  return found.reverse().flat();
}

/** Figures stand in sentences, not in lines that say what a table is. */
const isLine = (texts: readonly TypedText[]): boolean =>
  texts.every(({ text, runs }) => text.length <= longestLine && runs.every(({ inline }) => inline.figure === undefined));

function placed(
  block: Block,
  texts: readonly TypedText[],
  over: Table | undefined,
  release: Pick<Release, 'statements'>,
): readonly LegendText[] {
  if (block.kind === 'table') return tableTexts(block, texts, release);
  const place: LegendPlace =
    block.kind === 'heading' ? { kind: 'heading', level: block.level, ...(over && { over }) } : { kind: 'prose', ...(over && { over }) };
  return texts.map((text) => ({ text, place }));
}

/** `texts` are those of its captions, its unit line, its heads and its labels, without the empty ones. */
function tableTexts(table: Table, texts: readonly TypedText[], release: Pick<Release, 'statements'>): readonly LegendText[] {
  const places: LegendPlace[] = [];
  for (const { inlines } of table.captions) if (inlines.length > 0) places.push({ kind: 'caption', over: table });
  if (table.unit && table.unit.inlines.length > 0) places.push({ kind: 'unit line', over: table });
  for (const { column, colSpan, pieces } of table.heads) {
    if (!pieces.some((piece) => piece.length > 0)) continue;
    places.push(column === 0 ? { kind: 'stub', over: table } : { kind: 'head', over: table, from: column - 1, to: column - 1 + colSpan });
  }
  for (const [row, { label }] of table.rows.entries()) if (label.length > 0) places.push({ kind: 'label', over: table, row });
  const found = places.flatMap((place, index): readonly LegendText[] => {
    const text = texts[index];
    return text ? [{ text, place }] : [];
  });
  return [...found, ...summaryText(table, release)];
}

/** What voices read instead of the table's look; it stands on no page. */
function summaryText(table: Table, { statements }: Pick<Release, 'statements'>): readonly LegendText[] {
  const spec = statements.get(table.statement);
  const { summary: text, lang } = table;
  if (!spec || text === '') return [];
  const inline = { text, at: inLang(spec.summary, lang).at };
  return [{ text: { lang, text, typed: text, runs: [{ inline, start: 0, end: text.length }] }, place: { kind: 'summary', over: table } }];
}
