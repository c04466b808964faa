// Turn one page into content: every mark inside an element or an artifact, runs in text operators at the places decided before.
import { language } from '../../language/languages.ts';
import type { GlyphRun, Page } from '../../model/page.ts';
import type { GlyphUse } from '../../pdf/subset/glyph-uses.ts';
import { ContentBuilder, contentBytes, type MarkedText } from '../../pdf/writing/content-builder.ts';
import type { ArtifactKind, PageContent, Voice } from '../../pdf/writing/pdf-writer.ts';
import type { Shown, TextWriter } from '../../pdf/writing/text-writer.ts';
import { drawPaths } from './draw-paths.ts';
import { areaOf, drawPicture } from './draw-picture.ts';
import { drawRules } from './draw-rules.ts';
import { fillOperator } from './fill-operator.ts';
import { linkShape, type PlacedLink } from './link-annotations.ts';
import { type ArtifactSegment, type ContentSegment, type OwnerTag, type PictureSegment, pageSegments, textOf } from './page-segments.ts';
import type { ReleaseFont } from './release-fonts.ts';
import { saidOtherwise } from './said-otherwise.ts';
import type { PageTypesetting, TypesetRun } from './typeset-page.ts';

/** A piece of marked content, and what it hangs on. */
export interface Piece {
  /** Owner of its runs. */
  readonly owner: string;
  /** What its runs say, or what is said of the picture that it is. */
  readonly words: string;
  /** It is a picture in a line of text: a Figure of its own, where it stands on the page. */
  readonly figure?: { readonly alt: string; readonly area: readonly number[] };
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
  const codes = new Map<GlyphUse, string>();
  for (const [font, each] of uses) {
    const { subset } = fonts.get(font)!;
    for (const use of each) codes.set(use, subset.codes.bytes(subset.idOf(use)));
  }
  const marked = (drawn: readonly GlyphRun[]): MarkedText => ({
    y: page.height - drawn[0]!.y,
    set: (text) => setGlyphs(text, drawn, { runs, codes, fonts, height: page.height }),
  });
  const content = new ContentBuilder();
  const pieces: Piece[] = [];
  for (const segment of pageSegments(page, owners)) {
    if (segment.kind === 'artifact') drawArtifact(content, segment, page, marked);
    else if (segment.kind === 'picture') {
      const operators = drawPicture(segment.image, page.height);
      if (segment.owner === undefined) content.artifact(artifactKinds[segment.artifact], operators);
      else {
        content.piece('Figure', operators);
        pieces.push(picturePiece(segment, segment.owner, page.height));
      }
    } else if (segment.kind === 'drawing') {
      content.piece('Figure', drawPaths(segment.drawing, page.height));
      pieces.push({ owner: segment.owner, words: '' });
    } else {
      const piece = pieceOf(segment, page);
      content.textPiece(piece.link ? 'Link' : piece.voice ? 'Span' : segment.tag.type, marked(segment.runs));
      pieces.push(piece);
    }
  }
  return { content: content.end(), pieces };
}

function drawArtifact(
  content: ContentBuilder,
  { artifact, items }: ArtifactSegment,
  page: Page,
  marked: (drawn: readonly GlyphRun[]) => MarkedText,
): void {
  const kind = artifactKinds[artifact];
  const runs = items.filter((item) => item.kind === 'glyphs');
  const rules = items.filter((item) => item.kind === 'rule');
  const boxes = drawRules(rules, page.height).join('\n');
  if (runs.length > 0) content.textArtifact(kind, boxes, marked(runs));
  else content.artifact(kind, boxes);
}

function picturePiece({ alt, link, image }: PictureSegment, owner: string, pageHeight: number): Piece {
  if (alt === undefined) return { owner, words: '' };
  const { x, y, width, height } = image;
  const figure = { alt, area: areaOf(image, pageHeight) };
  return { owner, words: alt, figure, ...(link && { link: { ...link, area: { left: x, top: y, width, height } } }) };
}

const decorations = { added: 'Underline', deleted: 'LineThrough' } as const;

function pieceOf(segment: ContentSegment, page: Page): Piece {
  const { owner, runs, link } = segment;
  const words = textOf(runs);
  const voice = voiceOf(segment);
  if (link) return { owner, words, link: { ...link, ...linkShape(runs, page.height) }, voice: voice ?? {} };
  return voice ? { owner, words, voice } : { owner, words };
}

/** Undefined where a segment is said as its owner is. */
function voiceOf({ lang, expansion, revision }: ContentSegment): Voice | undefined {
  if (!lang && expansion === undefined && revision === undefined) return undefined;
  return {
    ...(lang && { lang: language(lang).tag }),
    ...(expansion !== undefined && { expanded: expansion }),
    ...(revision !== undefined && { decoration: decorations[revision] }),
  };
}

/** What runs are drawn with. */
interface Drawing {
  readonly runs: ReadonlyMap<GlyphRun, TypesetRun>;
  /** Codes of glyphs as bytes of a string. */
  readonly codes: ReadonlyMap<GlyphUse, string>;
  readonly fonts: ReadonlyMap<string, ReleaseFont>;
  /** Of the page. */
  readonly height: number;
}

function setGlyphs(text: TextWriter, drawn: readonly GlyphRun[], { runs, codes, fonts, height }: Drawing): void {
  const shown = drawn.filter((run) => runs.has(run));
  const otherwise = saidOtherwise(shown);
  let next = 0;
  shown.forEach((run, index) => {
    const set = runs.get(run)!;
    text.fill(fillOperator(run.color));
    text.choose(fonts.get(run.font)!.name, run.size);
    text.space(set.spacing);
    text.stretch(run.stretch ?? 1);
    text.moveTo(run.x + run.offsets[0]!, height - run.y);
    let from = 0;
    const show = (to: number): void => {
      if (to > from) text.show(glyphsShown(set, codes, from, to));
      from = to;
    };
    for (let each = otherwise[next]; each && each.run <= index; each = otherwise[next]) {
      if (each.run === index) {
        show(each.from);
        text.beginReplaced(each.says);
      }
      if (each.lastRun > index) break;
      show(each.to);
      text.end();
      next++;
    }
    show(set.uses.length);
  });
}

function glyphsShown({ uses, adjustments }: TypesetRun, codes: ReadonlyMap<GlyphUse, string>, from: number, to: number): readonly Shown[] {
  const shown: Shown[] = [];
  let bytes = '';
  for (let i = from; i < to; i++) {
    bytes += codes.get(uses[i]!)!;
    const adjustment = adjustments[i]!;
    if (adjustment === 0) continue;
    shown.push(bytes, adjustment);
    bytes = '';
  }
  if (bytes !== '') shown.push(bytes);
  return shown;
}
