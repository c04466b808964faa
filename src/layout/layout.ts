// Turn a document into pages: every mark at its place, nothing left for drawing to decide.

import type { Document } from '../model/document.ts';
import type { FontMetrics } from '../model/font.ts';
import type { Located } from '../model/located.ts';
import type { Layout } from '../model/page.ts';
import type { Style } from '../model/style.ts';
import type { Report } from './codes.ts';
import { isStyled } from './is-styled.ts';
import { composeParagraph } from './paragraph/compose-paragraph.ts';
import { setLine } from './paragraph/set-line.ts';
import { settlePages } from './settle-pages.ts';
import { typesetting } from './typesetter.ts';
import { underlineChanges } from './underline-changes.ts';

/** Lays a document out in a style; `targets` are the pages wanted per page class. No pages when the style lacks a block of it. */
export function layout(
  document: Document,
  style: Style,
  fonts: ReadonlyMap<string, FontMetrics>,
  targets: ReadonlyMap<string, Located<number>>,
  report: Report,
): Layout {
  if (!isStyled(document, style, report)) return { pages: [], anchors: new Map() };
  const typesetters = typesetting({ paragraph: composeParagraph, line: setLine }, { style, fonts });
  return underlineChanges(settlePages(document, style, targets, typesetters, report), style);
}
