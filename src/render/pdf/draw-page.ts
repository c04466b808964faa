// Turn one page into content: every mark inside an element or an artifact, runs in text operators at the places decided before.
import { language } from '../../language/languages.ts';
import type { GlyphRun, Page, Rule } from '../../model/page.ts';
import type { GlyphUse } from '../../pdf/subset/glyph-uses.ts';
import { ContentBuilder, contentBytes } from '../../pdf/writing/content-builder.ts';
import { hex } from '../../pdf/writing/embed-font.ts';
import { type ArtifactKind, decimal, type PageContent, type Voice } from '../../pdf/writing/pdf-writer.ts';
import { drawDots } from './draw-dots.ts';
import { drawPaths } from './draw-paths.ts';
import { drawPicture } from './draw-picture.ts';
import { fillOperator } from './fill-operator.ts';
import { linkShape, type PlacedLink } from './link-annotations.ts';
import { type ArtifactSegment, type ContentSegment, type OwnerTag, pageSegments, textOf } from './page-segments.ts';
import type { ReleaseFont } from './release-fonts.ts';
import { saidOtherwise } from './said-otherwise.ts';
import type { PageTypesetting, TypesetRun } from './typeset-page.ts';

/** A piece of marked content, and what it hangs on. */
export interface Piece {
  /** Owner of its runs. */
  readonly owner: string;
  /** What its runs say. */
  readonly words: string;
  /** Where it leads: it stands in a Link, inside the document in a Reference too. */
  readonly link?: PlacedLink;
  /** Of the Link, or of the Span that it stands in; absent where it is content of its owner. */
  readonly voice?: Voice;
}

/** A page ready for any file in which its fonts have these glyphs and names, and its owners these tags. */
export interface DrawnPage {
  readonly content: PageContent;
  /** One for each piece of marked content, in their order. */
  readonly pieces: readonly Piece[];
}

/** Bytes that it holds, by estimate. */
export function drawnBytes({ content, pieces }: DrawnPage): number {
  return contentBytes(content) + pieces.reduce((sum, { words, link }) => sum + 120 + 2 * words.length + (link ? 400 : 0), 0);
}

/** Repeated heads and furniture belong to pagination, rules to layout. */
const artifactKinds: Readonly<Record<ArtifactSegment['artifact'], ArtifactKind>> = {
  header: 'header',
  footer: 'footer',
  'repeated-head': 'pagination',
  rule: 'layout',
  leader: 'layout',
  axis: 'layout',
  picture: 'layout',
};

/** `owners` are all elements that own runs, `fonts` those of the whole file. */
export function drawPage(
  page: Page,
  { uses, runs }: PageTypesetting,
  fonts: ReadonlyMap<string, ReleaseFont>,
  owners: ReadonlyMap<string, OwnerTag>,
): DrawnPage {
  const ids = new Map<GlyphUse, string>();
  for (const [font, each] of uses) {
    const { subset } = fonts.get(font)!;
    for (const use of each) ids.set(use, hex(subset.idOf(use)));
  }
  const glyphs = (drawn: readonly GlyphRun[]): string => drawGlyphs(drawn, { runs, ids, fonts, height: page.height });
  const content = new ContentBuilder(page.height);
  const pieces: Piece[] = [];
  for (const segment of pageSegments(page, owners)) {
    if (segment.kind === 'artifact') content.artifact(artifactKinds[segment.artifact], marksOf(segment, page, glyphs));
    else if (segment.kind === 'picture') {
      const operators = drawPicture(segment.image, page.height);
      if (segment.owner === undefined) content.artifact(artifactKinds[segment.artifact], operators);
      else {
        content.piece('Figure', operators);
        pieces.push({ owner: segment.owner, words: '' });
      }
    } else if (segment.kind === 'drawing') {
      content.piece('Figure', drawPaths(segment.drawing, page.height));
      pieces.push({ owner: segment.owner, words: '' });
    } else {
      const piece = pieceOf(segment, page);
      content.piece(piece.link ? 'Link' : piece.voice ? 'Span' : segment.tag.type, glyphs(segment.runs));
      pieces.push(piece);
    }
  }
  return { content: content.end(), pieces };
}

function marksOf({ items }: ArtifactSegment, page: Page, glyphs: (runs: readonly GlyphRun[]) => string): string {
  const runs = items.filter((item) => item.kind === 'glyphs');
  const rules = items.filter((item) => item.kind === 'rule');
  const [dots, boxes] = [rules.filter((rule) => rule.dots !== undefined), rules.filter((rule) => rule.dots === undefined)];
  return [
    ...boxesOf(boxes, page.height),
    ...dots.map((rule) => drawDots(rule, page.height)),
    ...(runs.length > 0 ? [glyphs(runs)] : []),
  ].join('\n');
}

/** One path for neighbours of one colour: a tint is painted before the rules on it. */
function boxesOf(rules: readonly Rule[], pageHeight: number): readonly string[] {
  const out: string[] = [];
  let color: string | undefined;
  rules.forEach((rule, index) => {
    const { x, y, width, height } = rule;
    if (rule.color !== color) out.push(fillOperator(rule.color));
    color = rule.color;
    out.push(`${[x, pageHeight - y - height, width, height].map(decimal).join(' ')} re`);
    const next = rules[index + 1];
    if (!next || next.color !== color) out.push('f');
  });
  return color === undefined ? out : [...out, fillOperator(undefined)];
}

const decorations = { added: 'Underline', deleted: 'LineThrough' } as const;

function pieceOf({ owner, runs, link, lang, expansion, revision }: ContentSegment, page: Page): Piece {
  const words = textOf(runs);
  const voice = {
    ...(lang ? { lang: language(lang).tag } : {}),
    ...(expansion === undefined ? {} : { expanded: expansion }),
    ...(revision === undefined ? {} : { decoration: decorations[revision] }),
  };
  if (link) return { owner, words, link: { ...link, ...linkShape(runs, page.height) }, voice };
  return { owner, words, ...(Object.keys(voice).length > 0 ? { voice } : {}) };
}

/** What runs are drawn with. */
interface Drawing {
  readonly runs: ReadonlyMap<GlyphRun, TypesetRun>;
  /** Glyph ids as they are written. */
  readonly ids: ReadonlyMap<GlyphUse, string>;
  readonly fonts: ReadonlyMap<string, ReleaseFont>;
  /** Of the page. */
  readonly height: number;
}

/** One text object with these runs. */
function drawGlyphs(drawn: readonly GlyphRun[], { runs, ids, fonts, height }: Drawing): string {
  let out = 'BT';
  let font = '';
  let size = 0;
  let chosen = '';
  let originX = 0;
  let originY = 0;
  let spacing = 0;
  let color: string | undefined;
  const shown = drawn.filter((run) => runs.has(run));
  const otherwise = saidOtherwise(shown);
  let next = 0;
  shown.forEach((run, index) => {
    const set = runs.get(run)!;
    if (run.color !== color) out += `\n${fillOperator(run.color)}`;
    color = run.color;
    if (run.font !== font || run.size !== size) {
      const choice = `/${fonts.get(run.font)!.name} ${decimal(run.size)} Tf`;
      if (choice !== chosen) out += `\n${choice}`;
      chosen = choice;
      font = run.font;
      size = run.size;
    }
    if (set.spacing !== spacing) {
      spacing = set.spacing;
      out += `\n${decimal(spacing)} Tc`;
    }
    // Td moves from the start of the line before: keep to what was written, not to what was meant.
    const dx = decimal(run.x + run.glyphs[0]!.dx - originX);
    const dy = decimal(height - run.y - originY);
    originX += Number(dx);
    originY += Number(dy);
    out += `\n${dx} ${dy} Td`;
    let from = 0;
    const show = (to: number): void => {
      if (to > from) out += `\n${showGlyphs(set, ids, from, to)}`;
      from = to;
    };
    for (let each = otherwise[next]; each && each.run <= index; each = otherwise[next]) {
      if (each.run === index) {
        show(each.from);
        out += `\n/Span << /ActualText <${utf16(each.says)}> >> BDC`;
      }
      if (each.lastRun > index) break;
      show(each.to);
      out += '\nEMC';
      next++;
    }
    show(set.uses.length);
  });
  // Colour and character spacing outlive their text object.
  if (color !== undefined) out += `\n${fillOperator(undefined)}`;
  if (spacing !== 0) out += '\n0 Tc';
  return `${out}\nET`;
}

function showGlyphs({ uses, adjustments }: TypesetRun, ids: ReadonlyMap<GlyphUse, string>, from: number, to: number): string {
  let shown = '';
  for (let i = from; i < to; i++) {
    const glyph = ids.get(uses[i]!)!;
    shown += adjustments[i] === 0 ? glyph : `${glyph}>${adjustments[i]}<`;
  }
  return `[<${shown}>]TJ`;
}

/** A text string as its bytes are written: UTF-16 with its mark. */
function utf16(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}
