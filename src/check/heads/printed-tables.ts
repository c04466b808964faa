// Turn a document into its tables with the statements that they print, and the words that head their columns and rows.
import { language } from '../../language/languages.ts';
import type { Block, HeadCell, Inline, Table } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';
import type { Printed } from '../check-shapes.ts';
import { folded } from '../typed-text.ts';

/** A table of figures as a document prints it. */
export interface PrintedTable {
  /** In one language. */
  readonly table: Table;
  /** The statement that it prints. */
  readonly spec: StatementSpec;
}

/** In reading order; a statement that a language prints twice is given once. */
export function printedTables({ document, financials }: Printed): readonly PrintedTable[] {
  const found = new Map<string, PrintedTable>();
  const take = (block: Block): void => {
    if (block.kind === 'group') block.blocks.forEach(take);
    if (block.kind !== 'table') return;
    const spec = financials.statements.get(block.statement)?.spec;
    const key = `${block.lang} ${block.statement}`;
    if (spec && !found.has(key)) found.set(key, { table: block, spec });
  };
  for (const { sections } of document.parts) for (const { blocks } of sections) blocks.forEach(take);
  return [...found.values()];
}

/** The words of a label, note marks left out. */
export function labelText(label: readonly Inline[]): string {
  return label
    .filter(({ sup, noteRef }) => !sup && noteRef === undefined)
    .map(({ text }) => text)
    .join('');
}

/** The words of a head; where its lines may break, a language with spaces has one. */
export function headText({ pieces }: HeadCell, lang: Lang): string {
  const lines = pieces.map(labelText);
  return language(lang).tradition === 'cjk' ? lines.join('').trim() : lines.join(' ').replace(/ {2,}/g, ' ').trim();
}

/** Heads over a column, outermost first; 1 is the first after the labels of the rows. */
export function headsOver({ heads }: Table, column: number): readonly HeadCell[] {
  return heads.filter((head) => head.column > 0 && head.column <= column && column < head.column + head.colSpan);
}

/** As patterns for names read a text: full-width characters in halves, small letters. */
export const readable = (text: string): string => folded(text).toLowerCase();
