// Turn a blackline and the style of a release into its pages and its tagged PDF.
import { layout as layOut } from '../../layout/layout.ts';
import type { Document } from '../../model/document.ts';
import { isError, type Report } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import type { Layout } from '../../model/page.ts';
import type { Release } from '../../model/release.ts';
import type { Sources } from '../../model/sources.ts';
import type { Style } from '../../model/style.ts';

/** How a release looks, and the fonts that it is set in. */
export interface SetIn {
  readonly release: Pick<Release, 'style'>;
  readonly sources: Pick<Sources, 'fontMetrics' | 'fonts'>;
}

/** A rule half a point thick, a sixth of the size below the line. */
const usualMarks = { excerptLimit: 0, underline: { offset: 0.16, thickness: 0.5 }, marked: {}, deleted: {}, parts: [] } as const;

/** Undefined when an error was reported. */
export async function setBlackline(
  document: Document,
  { release, sources }: SetIn,
  report: Report,
): Promise<{ readonly pdf: Uint8Array; readonly layout: Layout } | undefined> {
  let sound = true;
  const style: Style = { ...release.style, correction: release.style.correction ?? usualMarks };
  const pages = layOut(document, style, sources.fontMetrics, new Map(), (finding) => {
    sound &&= !isError(finding);
    report(finding);
  });
  if (!sound) return undefined;
  const { renderPdf } = await import('../../render/pdf/render-pdf.ts');
  return { pdf: await renderPdf(document, pages, sources.fontMetrics, sources.fonts), layout: pages };
}

/** Of a language's own page classes that for notices, which are papers beside the release too, else its first. */
export function blacklinePage({ pages }: Style, lang: Lang): string {
  const names = [...pages.keys()];
  const found = names.find((name) => name === `${lang}-notice`) ?? names.find((name) => name.startsWith(`${lang}-`)) ?? names[0];
  if (found === undefined) throw new Error('set-blackline: a style has a page class');
  return found;
}
