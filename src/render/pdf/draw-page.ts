// Turn one page into content: every mark inside an element or an artifact.

import type { PdfReference, StructureElement } from 'pdfkit';
import { language } from '../../language/languages.ts';
import type { GlyphRun, Page } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/decimal.ts';
import type { ReleaseWriter } from '../../pdf/writing/release-writer.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import type { Leaf } from './element-tree.ts';
import { annotateLink, type LinkTargets } from './link-annotations.ts';
import { type ArtifactSegment, type ContentSegment, pageSegments, textOf } from './page-segments.ts';
import type { TypesetRun } from './typeset-runs.ts';

/** What all pages share. */
export interface Drawing {
  readonly writer: ReleaseWriter;
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly typeset: ReadonlyMap<GlyphRun, TypesetRun>;
  /** Fonts by id: resource name and object. */
  readonly fonts: ReadonlyMap<string, { readonly name: string; readonly reference: PdfReference }>;
  readonly targets: LinkTargets;
}

/** Property lists of artifacts (ISO 32000-1, 14.8.2.2); pdfkit writes no Subtype, so they are written here. */
const artifactProperties: Readonly<Record<ArtifactSegment['artifact'], string>> = {
  header: '<< /Type /Pagination /Subtype /Header /Attached [/Top] >>',
  footer: '<< /Type /Pagination /Subtype /Footer /Attached [/Bottom] >>',
  'repeated-head': '<< /Type /Pagination >>',
  rule: '<< /Type /Layout >>',
};

/** Writes the page's content stream, its annotations and its share of the structure. The page exists and is empty. */
export function drawPage(drawing: Drawing, page: Page): void {
  const { writer } = drawing;
  const sheet = writer.switchToPage(page.index);
  // pdfkit leaves the transformation of the page made last, and places annotations by it.
  writer._ctm = [1, 0, 0, -1, 0, page.height];
  // pdfkit turns the page upside down for its own text; ours is written in the page's own space.
  writer.addContent(`1 0 0 -1 0 ${decimal(page.height)} cm`);
  const resource = (font: string): string => {
    const { name, reference } = drawing.fonts.get(font)!;
    sheet.fonts[name] = reference;
    return name;
  };
  const glyphs = (runs: readonly GlyphRun[]): string => drawGlyphs(runs, drawing.typeset, page.height, resource);
  for (const segment of pageSegments(page, drawing.leaves)) {
    if (segment.kind === 'artifact') writer.addContent(artifact(segment, page, glyphs));
    else drawContent(drawing, page, segment, glyphs);
  }
}

function artifact({ artifact, items }: ArtifactSegment, page: Page, glyphs: (runs: readonly GlyphRun[]) => string): string {
  const runs = items.filter((item) => item.kind === 'glyphs');
  const rules = items.filter((item) => item.kind === 'rule');
  const boxes = rules.map(({ x, y, width, height }) => `${[x, page.height - y - height, width, height].map(decimal).join(' ')} re`);
  const marks = [...(boxes.length > 0 ? [...boxes, 'f'] : []), ...(runs.length > 0 ? [glyphs(runs)] : [])];
  return [`/Artifact ${artifactProperties[artifact]} BDC`, ...marks, 'EMC'].join('\n');
}

function drawContent(drawing: Drawing, page: Page, segment: ContentSegment, glyphs: (runs: readonly GlyphRun[]) => string): void {
  const { writer, targets } = drawing;
  const { leaf, runs, link, lang, expansion } = segment;
  const mark = (element: StructureElement, type: string): void => {
    element.add(writer.says(writer.markStructureContent(type), textOf(runs)));
    writer.addContent(glyphs(runs));
    writer.endMarkedContent();
  };
  const voice = { ...(lang ? { lang: language(lang).tag } : {}), ...(expansion === undefined ? {} : { expanded: expansion }) };
  if (link) {
    const inside = 'note' in link || link.href.startsWith('#');
    const holder = inside ? writer.struct('Reference') : undefined;
    if (holder) leaf.element.add(holder);
    const element = writer.struct('Link', voice);
    (holder ?? leaf.element).add(element);
    mark(element, 'Link');
    annotateLink(writer, page, segment, element, targets);
    // Ended while its page is current: pdfkit notes the page of an annotation only when the element ends.
    element.end();
  } else if (lang || expansion !== undefined) {
    const span = writer.struct('Span', voice);
    leaf.element.add(span);
    mark(span, 'Span');
  } else {
    mark(leaf.element, leaf.type);
  }
}
