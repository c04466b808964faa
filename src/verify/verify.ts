// Turn the finished bytes into findings: what a reader extracts must be what was laid out, figure by figure.
import type { Report } from '../model/diagnostic.ts';
import type { Document, Figure } from '../model/document.ts';
import type { GlyphRun, Layout, Page } from '../model/page.ts';
import type { Span } from '../model/span.ts';
import { readText } from './read-text.ts';

/**
 * Two proofs. Every figure of the document stands on the pages, whole and in order of its characters; and every page, read back
 * from the bytes by a program that did not write them, gives exactly the characters that were laid out, white space aside.
 */
export async function verify(pdf: Uint8Array, document: Document, layout: Layout, report: Report): Promise<void> {
  figuresStandOnPages(document, layout, report);
  const texts = await readText(pdf);
  if (texts.length !== layout.pages.length) {
    report({
      severity: 'error',
      code: 'verify/text-mismatch',
      message: `the file has ${texts.length} pages, the layout ${layout.pages.length}`,
    });
  }
  for (const page of layout.pages) pageReadsBack(page, texts[page.index] ?? '', report);
}

function figuresStandOnPages(document: Document, layout: Layout, report: Report): void {
  const printed = new Map<number, string>();
  for (const page of layout.pages) {
    for (const run of glyphRuns(page)) {
      if (run.figure === undefined || 'artifact' in run.owner) continue;
      printed.set(run.figure, (printed.get(run.figure) ?? '') + run.glyphs.map((glyph) => glyph.text).join(''));
    }
  }
  for (const figure of document.figures) {
    if (folded(printed.get(figure.id) ?? '') !== folded(figure.text)) report(notFound(figure, printed.get(figure.id)));
  }
}

function notFound(figure: Figure, found: string | undefined): Parameters<Report>[0] {
  const message = `the figure '${figure.text}' of ${figure.fact} is ${found === undefined ? 'on no page' : `printed as '${found}'`}`;
  return { severity: 'error', code: 'verify/figure-not-found', message, at: figure.at };
}

function pageReadsBack(page: Page, text: string, report: Report): void {
  const expected: { readonly character: string; readonly at: Span | undefined }[] = [];
  for (const run of glyphRuns(page)) {
    for (const character of folded(run.glyphs.map((glyph) => glyph.text).join(''))) expected.push({ character, at: run.at });
  }
  const read = [...folded(text)];
  const wrong = expected.findIndex(({ character }, index) => character !== read[index]);
  if (wrong < 0 && read.length === expected.length) return;
  const from = wrong < 0 ? expected.length : wrong;
  const excerpt = (characters: readonly string[]) => characters.slice(Math.max(0, from - 12), from + 12).join('');
  const at = expected[from]?.at;
  report({
    severity: 'error',
    code: 'verify/text-mismatch',
    message: `page ${page.index + 1} reads back as '${excerpt(read)}' where '${excerpt(expected.map(({ character }) => character))}' was laid out`,
    ...(at ? { at } : {}),
  });
}

const glyphRuns = (page: Page): GlyphRun[] => page.items.filter((item) => item.kind === 'glyphs');

/** White space and width aside: extraction may fold both, and neither carries a figure. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
