// Turn a document into text for eyes and goldens: one block a paragraph, figures in brackets with the fact they print.
import type { Block, Document, Figure, Inline, Table } from '../model/document.ts';
import { itemText } from '../model/document-texts.ts';
import { depthOf } from '../model/nested-lists.ts';

export function dumpDocument(document: Document): string {
  const lines = [`document ${document.lang} ${document.date} ${document.author}`];
  lines.push(`titles ${Object.values(document.titles).join(' / ')}`, `figures ${document.figures.length}`);
  for (const part of document.parts) {
    lines.push('', `part ${part.id} ${part.lang} ${part.title}`);
    for (const section of part.sections) {
      lines.push('', `section ${section.id} ${section.page}${section.anchor === undefined ? '' : ` #${section.anchor}`}`, '');
      for (const block of section.blocks) lines.push(...dumpBlock(block, document.figures, ''));
    }
  }
  return `${lines.join('\n')}\n`;
}

function dumpBlock(block: Block, figures: readonly Figure[], indent: string): readonly string[] {
  const name = block.kind === 'heading' ? `h${block.level}${block.runIn ? ' run-in' : ''}` : block.kind;
  const anchor = block.anchor === undefined ? '' : ` #${block.anchor}`;
  const head = `${indent}${block.id} ${name}${block.class === '' ? '' : `.${block.class}`}${anchor}`;
  const text = (inlines: readonly Inline[]) => dumpInlines(inlines, figures);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [`${head}: ${text(block.inlines)}`];
    case 'note':
      return [`${head} [${block.mark}] ${text(block.label)} | ${text(block.inlines)}`];
    case 'list':
      return [head, ...block.items.map((item) => `${indent}  ${'  '.repeat(depthOf(item))}${item.id}: ${text(itemText(item))}`)];
    case 'words':
      return [head, ...block.rows.map(({ id, cells }) => `${indent}  ${id}: ${cells.map((cell) => text(cell.inlines)).join(' | ')}`)];
    case 'group':
      return [head, ...block.blocks.flatMap((inner) => dumpBlock(inner, figures, `${indent}  `))];
    case 'table':
      return [`${head} ${block.statement} ${block.style}`, ...dumpTable(block, figures).map((line) => `${indent}  ${line}`)];
  }
}

function dumpTable(table: Table, figures: readonly Figure[]): readonly string[] {
  const text = (inlines: readonly Inline[]) => dumpInlines(inlines, figures);
  const lines = table.captions.map((caption) => `caption ${text(caption.inlines)}`);
  if (table.unit) lines.push(`unit ${text(table.unit.inlines)}`);
  lines.push(`summary ${table.summary}`, `columns ${table.columns.map((column) => `${column.id}:${column.measure}`).join(' ')}`);
  for (const cell of table.heads) {
    lines.push(`head ${cell.row}.${cell.column} ${cell.rowSpan}x${cell.colSpan} ${cell.pieces.map(text).join('|')}`);
  }
  for (const row of table.rows) {
    const cells = row.cells.map((cell) =>
      cell ? `${cell.prefix}·${cell.core}·${cell.suffix}${(cell.mark ?? []).map(({ text }) => `^${text}`).join('')}` : '',
    );
    const kind = row.kind + (row.rule === 'none' ? '' : `/${row.rule}`);
    const under = row.heads.map((id) => id.slice(table.id.length + 1)).join('>');
    lines.push(
      `${'  '.repeat(row.depth)}${kind}${under === '' ? '' : ` <${under}>`} ${text(row.label)}${cells.length > 0 ? ` | ${cells.join(' | ')}` : ''}`,
    );
  }
  return lines;
}

/** Text with its attributes: `⟦fact text⟧` figures, `^mark→note^`, `*italic*`, `**bold**`, `[text](href)`, `⟨page anchor⟩`, `⟨picture file: what is seen⟩`, `‹word: long form›`. */
function dumpInlines(inlines: readonly Inline[], figures: readonly Figure[]): string {
  return inlines.map((inline) => (inline.lineBreak ? '↵' : '') + dumpInline(inline, figures)).join('');
}

function dumpInline(inline: Inline, figures: readonly Figure[]): string {
  let text = inline.text;
  if (inline.picture) text = `⟨picture ${inline.picture.picture.file.split('/').at(-1)}: ${inline.picture.alt}⟩`;
  if (inline.pageRef !== undefined) text = `⟨page ${inline.pageRef}⟩`;
  if (inline.figure !== undefined) {
    const figure = figures[inline.figure];
    const treatment = figure === undefined || figure.treatment === 'plain' ? '' : ` ${figure.treatment}`;
    const against = figure?.against === undefined ? '' : `/${figure.against}`;
    text = `⟦${figure?.fact ?? '?'}${against}${treatment} ${text}⟧`;
  }
  if (inline.sup) text = `^${text}${inline.noteRef === undefined ? '' : `→${inline.noteRef}`}^`;
  if (inline.italic) text = `*${text}*`;
  if (inline.bold) text = `**${text}**`;
  if (inline.expansion !== undefined) text = `‹${text}: ${inline.expansion}›`;
  if (inline.href !== undefined) text = `[${text}](${inline.href})`;
  return inline.lang === undefined ? text : `{${inline.lang} ${text}}`;
}
