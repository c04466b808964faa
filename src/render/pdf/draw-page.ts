// Turn one page into content: every mark inside an element or an artifact.
import { language } from '../../language/languages.ts';
import type { GlyphRun, Page } from '../../model/page.ts';
import { decimal } from '../../pdf/writing/decimal.ts';
import type { ArtifactKind, PageWriter, PdfObject, PdfWriter, StructureElement } from '../../pdf/writing/pdf-writer.ts';
import { drawGlyphs } from './draw-glyphs.ts';
import type { Leaf } from './element-tree.ts';
import { annotateLink, type LinkTargets } from './link-annotations.ts';
import { type ArtifactSegment, type ContentSegment, pageSegments, textOf } from './page-segments.ts';
import type { TypesetRun } from './typeset-runs.ts';

/** What all pages share. */
export interface Drawing {
  readonly writer: PdfWriter;
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly typeset: ReadonlyMap<GlyphRun, TypesetRun>;
  /** Fonts by id: resource name and object. */
  readonly fonts: ReadonlyMap<string, { readonly name: string; readonly object: PdfObject }>;
  readonly targets: LinkTargets;
}

/** Repeated heads and furniture belong to pagination, rules to layout. */
const artifactKinds: Readonly<Record<ArtifactSegment['artifact'], ArtifactKind>> = {
  header: 'header',
  footer: 'footer',
  'repeated-head': 'pagination',
  rule: 'layout',
};

/** Writes the page's content, its links and its share of the structure on `sheet`, which is empty. */
export function drawPage(drawing: Drawing, sheet: PageWriter, page: Page): void {
  const resource = (font: string): string => {
    const { name, object } = drawing.fonts.get(font)!;
    sheet.useFont(name, object);
    return name;
  };
  const glyphs = (runs: readonly GlyphRun[]): string => drawGlyphs(runs, drawing.typeset, page.height, resource);
  for (const segment of pageSegments(page, drawing.leaves)) {
    if (segment.kind === 'artifact') sheet.drawArtifact(artifactKinds[segment.artifact], marksOf(segment, page, glyphs));
    else drawContent(drawing, sheet, page, segment, glyphs);
  }
}

function marksOf({ items }: ArtifactSegment, page: Page, glyphs: (runs: readonly GlyphRun[]) => string): string {
  const runs = items.filter((item) => item.kind === 'glyphs');
  const rules = items.filter((item) => item.kind === 'rule');
  const boxes = rules.map(({ x, y, width, height }) => `${[x, page.height - y - height, width, height].map(decimal).join(' ')} re`);
  return [...(boxes.length > 0 ? [...boxes, 'f'] : []), ...(runs.length > 0 ? [glyphs(runs)] : [])].join('\n');
}

function drawContent(
  { writer, targets }: Drawing,
  sheet: PageWriter,
  page: Page,
  segment: ContentSegment,
  glyphs: (runs: readonly GlyphRun[]) => string,
): void {
  const { leaf, runs, link, lang, expansion } = segment;
  const mark = (element: StructureElement): void => sheet.drawContent(element, glyphs(runs), textOf(runs));
  const voice = { ...(lang ? { lang: language(lang).tag } : {}), ...(expansion === undefined ? {} : { expanded: expansion }) };
  if (link) {
    const inside = 'note' in link || link.href.startsWith('#');
    const holder = inside ? writer.element('Reference') : undefined;
    if (holder) leaf.element.add(holder);
    const element = writer.element('Link', voice);
    (holder ?? leaf.element).add(element);
    mark(element);
    annotateLink(sheet, page, segment, element, targets);
  } else if (lang || expansion !== undefined) {
    const span = writer.element('Span', voice);
    leaf.element.add(span);
    mark(span);
  } else {
    mark(leaf.element);
  }
}
