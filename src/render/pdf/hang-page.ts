// Turn a drawn page's pieces into its share of the structure: each hangs on its owner, on a Span of its own voice, or on a Link with its annotation.
import { type PageWriter, type PdfWriter, pdfName, type StructureElement } from '../../pdf/writing/pdf-writer.ts';
import type { DrawnPage, Piece } from './draw-page.ts';
import type { Leaf } from './element-tree.ts';
import { describeLink, type LinkTargets } from './link-annotations.ts';

/** Sets the page's content, its links and its share of the structure on `sheet`, which is empty. */
export function hangPage(
  writer: PdfWriter,
  sheet: PageWriter,
  { content, pieces }: DrawnPage,
  leaves: ReadonlyMap<string, Leaf>,
  targets: LinkTargets,
): void {
  sheet.show(content);
  for (const { owner, words, link, voice, figure } of pieces) {
    const leaf = leaves.get(owner)!.element;
    if (link) {
      const inside = 'note' in link || link.href.startsWith('#');
      const holder = inside ? writer.element('Reference') : undefined;
      if (holder) leaf.add(holder);
      const element = writer.element('Link', voice);
      (holder ?? leaf).add(element);
      if (figure) hangFigure(writer, sheet, element, figure);
      else sheet.hang(element, words);
      sheet.addLink(element, link.area, describeLink(link, words, targets));
    } else if (figure) {
      hangFigure(writer, sheet, leaf, figure);
    } else if (voice) {
      const span = writer.element('Span', voice);
      leaf.add(span);
      sheet.hang(span, words);
    } else {
      sheet.hang(leaf, words);
    }
  }
}

/** A picture in the midst of text, where it is read. */
function hangFigure(writer: PdfWriter, sheet: PageWriter, parent: StructureElement, { alt, area }: NonNullable<Piece['figure']>): void {
  const element = writer.element('Figure', { alt });
  element.describe({ O: pdfName('Layout'), Placement: pdfName('Inline'), BBox: area });
  parent.add(element);
  sheet.hang(element, '');
}
