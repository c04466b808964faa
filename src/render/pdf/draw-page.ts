// Turn one page into content: every mark inside an element or an artifact, runs in text operators at the places decided before.
import { language } from '../../language/languages.ts';
import type { GlyphRun, Page } from '../../model/page.ts';
import { hex } from '../../pdf/writing/embed-font.ts';
import {
  type ArtifactKind,
  decimal,
  type PageWriter,
  type PdfObject,
  type PdfWriter,
  type StructureElement,
} from '../../pdf/writing/pdf-writer.ts';
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

/** One text object with these runs; `resource` gives the name of a font on the page. */
function drawGlyphs(
  runs: readonly GlyphRun[],
  typeset: ReadonlyMap<GlyphRun, TypesetRun>,
  pageHeight: number,
  resource: (font: string) => string,
): string {
  const out = ['BT'];
  let font = '';
  let originX = 0;
  let originY = 0;
  let spacing = 0;
  for (const run of runs) {
    const set = typeset.get(run);
    if (!set) continue;
    const choice = `/${resource(run.font)} ${decimal(run.size)} Tf`;
    if (choice !== font) {
      font = choice;
      out.push(choice);
    }
    if (set.spacing !== spacing) {
      spacing = set.spacing;
      out.push(`${decimal(spacing)} Tc`);
    }
    // Td moves from the start of the line before: keep to what was written, not to what was meant.
    const dx = decimal(run.x + run.glyphs[0]!.dx - originX);
    const dy = decimal(pageHeight - run.y - originY);
    originX += Number(dx);
    originY += Number(dy);
    out.push(`${dx} ${dy} Td`, showGlyphs(set));
  }
  // Character spacing outlives its text object.
  if (spacing !== 0) out.push('0 Tc');
  out.push('ET');
  return out.join('\n');
}

/** Signs that no voice reads as a minus, as Japanese statements print losses. */
const triangles = /^[△▲]$/;
/** Says minus where a triangle stands (ISO 32000-1, 14.9.4). */
const minus = '/Span << /ActualText <feff2212> >> BDC';

function showGlyphs({ uses, adjustments }: TypesetRun): string {
  let out = '';
  let shown = '';
  const close = (): void => {
    if (shown !== '') out += `[<${shown}>]TJ`;
    shown = '';
  };
  uses.forEach((use, i) => {
    const adjustment = adjustments[i]!;
    const glyph = hex(use.id) + (adjustment === 0 ? '' : `>${adjustment}<`);
    if (!triangles.test(use.text)) {
      shown += glyph;
      return;
    }
    close();
    out += `${out === '' ? '' : '\n'}${minus}\n[<${glyph}>]TJ\nEMC\n`;
  });
  close();
  return out.trimEnd();
}
