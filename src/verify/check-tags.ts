// Turn a structure tree into findings: languages, headings, tables with their heads, notes, links, and nothing outside of it.

import { say } from '../model/say.ts';
import type { PageContent } from '../pdf/content/page-content.ts';
import { type TagNode, withInner } from '../pdf/content/tag-tree.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import type { FindInFile } from './file-finding.ts';

export function checkTags(file: PdfFile, roots: readonly TagNode[], pages: readonly PageContent[], find: FindInFile): void {
  const catalog = file.dict(file.trailer.get('Root'));
  if (file.dict(catalog.get('MarkInfo')).get('Marked') !== true) find('tags', 'the file does not say that it is tagged');
  if (!file.text(catalog.get('Lang'))) find('tags', 'the file names no language');
  const nodes = roots.flatMap(withInner);
  if (roots.length !== 1 || roots[0]?.type !== 'Document') find('tags', 'the tree of tags has no Document at its root');
  pages.forEach(({ loose, page }, i) => {
    if (loose > 0) find('tags', say`page ${i + 1}: ${loose} marks are neither tagged nor artifacts`);
    if (page.has('Annots') && file.name(page.get('Tabs')) !== 'S')
      find('tags', say`page ${i + 1}: its links are not reached in the order of its tags`);
  });
  for (const part of roots.flatMap(({ kids }) => kids)) {
    if (!part.lang) find('tags', say`a ${part.type} at the top names no language`);
    checkHeadings(part, find);
  }
  const ids = new Map<string, TagNode>();
  for (const node of nodes) {
    if (node.id === undefined) continue;
    if (ids.has(node.id)) find('tags', say`two elements have the ID ${node.id}`);
    ids.set(node.id, node);
  }
  for (const node of nodes) {
    if (node.type === 'Table') checkTable(file, node, ids, find);
    if (node.type === 'Note' && !node.id) find('tags', say`the note ${shown(node)} has no ID`);
    if (node.type === 'Link') checkLink(file, node, find);
  }
  const linked = nodes.flatMap(({ annotations }) => annotations).length;
  const drawn = pages.flatMap(({ page }) => file.array(page.get('Annots'))).length;
  if (linked !== drawn) find('tags', say`${drawn} annotations are on pages and ${linked} in tags`);
}

function checkHeadings(part: TagNode, find: FindInFile): void {
  let above = 0;
  for (const node of withInner(part)) {
    const level = Number(/^H([1-6])$/.exec(node.type)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > above + 1) find('tags', say`the heading ${shown(node)} is of level ${level} after one of level ${above}`);
    if (node.text.trim() === '') find('tags', say`a heading of level ${level} is empty`);
    above = level;
  }
}

function checkTable(file: PdfFile, table: TagNode, ids: ReadonlyMap<string, TagNode>, find: FindInFile): void {
  const named = say`the table ${JSON.stringify(file.text(table.attributes.get('Summary')) ?? shown(table))}`;
  const rows = withInner(table).filter(({ type }) => type === 'TR');
  const covered = new Map<number, number>();
  const widths = rows.map((row, r) => {
    let width = covered.get(r) ?? 0;
    file.step();
    for (const cell of row.kids) {
      const span = Number(cell.attributes.get('ColSpan') ?? 1);
      const down = Math.min(Number(cell.attributes.get('RowSpan') ?? 1), rows.length - r);
      for (let below = 1; below < down; below++) {
        file.step();
        covered.set(r + below, (covered.get(r + below) ?? 0) + span);
      }
      width += span;
    }
    return width;
  });
  const odd = widths.findIndex((width) => width !== widths[0]);
  if (odd > 0) find('tags', say`${named} has ${widths[0]} columns in its first row and ${widths[odd]} in row ${odd + 1}`);
  if (table.kids.filter(({ type }) => type === 'THead').length > 1) find('tags', say`${named} has more than one head`);
  const hasHead = table.kids.some(({ type }) => type === 'THead');
  for (const cell of rows.flatMap(({ kids }) => kids)) {
    if (cell.type === 'TH') {
      if (!['Row', 'Column', 'Both'].includes(file.name(cell.attributes.get('Scope')) ?? ''))
        find('tags', say`${named}: the head ${shown(cell)} has no Scope`);
      if (!cell.id) find('tags', say`${named}: the head ${shown(cell)} has no ID`);
    } else if (cell.text.trim() !== '') {
      const headers = file.array(cell.attributes.get('Headers')).map((id) => file.text(id) ?? '');
      const lost = headers.find((id) => !ids.has(id));
      const scopes = headers.map((id) => file.name(ids.get(id)?.attributes.get('Scope')));
      if (lost !== undefined) find('tags', say`${named}: the figure ${shown(cell)} names a head ${lost} that is not there`);
      else if (!scopes.includes('Row')) find('tags', say`${named}: the figure ${shown(cell)} names no head of its row`);
      else if (hasHead && !scopes.includes('Column')) find('tags', say`${named}: the figure ${shown(cell)} names no head of its column`);
    }
  }
}

function checkLink(file: PdfFile, link: TagNode, find: FindInFile): void {
  if (link.annotations.length === 0) find('tags', say`the link ${shown(link)} has no annotation`);
  for (const annotation of link.annotations) {
    if (!file.text(annotation.get('Contents'))?.trim()) find('tags', say`the link ${shown(link)} does not say where it leads`);
  }
}

/** The words of a node, cut. */
function shown({ text }: TagNode): string {
  const trimmed = text.trim();
  return JSON.stringify(trimmed.length > 40 ? `${trimmed.slice(0, 40)}…` : trimmed);
}
