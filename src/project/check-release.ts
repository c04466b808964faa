// Turn a release into all that its checks say, with every figure that is not plain rounding and every relation that may fail.
import {
  type AdjustmentLine,
  listAdjustments,
  listRestatements,
  listWaivers,
  type RestatementLine,
  type WaiverLine,
} from '../check/list-exceptions.ts';
import { fileContent } from '../model/file-content.ts';
import { type Finding, isError } from '../model/finding.ts';
import type { Page } from '../model/page.ts';
import { plainFiles, wholeFiles } from '../model/release-files.ts';
import { say } from '../model/say.ts';
import type { Composed, Session } from '../session.ts';

/** What is known of a release before it is built. */
export interface Checked {
  /** Errors and warnings; with `pages` those of the typographic rules too. */
  readonly findings: readonly Finding[];
  /** What is no fault and may be asked for: figures that one language alone prints. */
  readonly notes: readonly Finding[];
  /** Plugs and overrides. */
  readonly adjustments: readonly AdjustmentLine[];
  readonly waivers: readonly WaiverLine[];
  /** Figures of earlier periods that are presented otherwise than they were released. */
  readonly restatements: readonly RestatementLine[];
  /** Undefined when any stage found an error. */
  readonly composed?: Composed;
}

/** With `pages` the release is rendered in memory too, if it has no errors, and its pages are held against the typographic rules. */
export async function checkRelease(session: Session, { pages = false }: { readonly pages?: boolean } = {}): Promise<Checked> {
  const { findings: found, notes, reached, composed } = session.run();
  const findings = [...found];
  if (pages && composed) findings.push(...(await lint(composed, session)));
  const financials = reached.has('derive') ? session.derive().value : undefined;
  const release = reached.has('validate') ? session.validate().value : undefined;
  return {
    findings,
    notes,
    adjustments: financials ? listAdjustments(financials) : [],
    waivers: release ? listWaivers(release) : [],
    restatements: release && financials ? listRestatements(release, financials) : [],
    ...(composed && !findings.some(isError) && { composed }),
  };
}

/** Renders the file twice, since the same input has the same bytes, and holds pages and file against every rule. */
async function lint({ sources, release, financials, document, layout }: Composed, { watch }: Session): Promise<readonly Finding[]> {
  watch('render');
  const { renderPdf } = await import('../render/pdf/render-pdf.ts');
  const { lintPages } = await import('../lint/lint-pages.ts');
  const findings: Finding[] = [];
  const files = wholeFiles(release.files ?? plainFiles(release.languages));
  for (const file of files) {
    const own = fileContent(document, layout, file, release.style.pages);
    // A file of one language is held against the rules as what it is: a document whose pages are counted from its own first.
    const pages = own.layout.pages.map((page, index): Page => (page.index === index ? page : { ...page, index }));
    const set = pages.every((page, index) => page === layout.pages[index]) && own.document === document ? layout : { ...own.layout, pages };
    const write = () => renderPdf(own.document, set, sources.fontMetrics, sources.fonts);
    const [pdf, again] = [await write(), await write()];
    watch('verify');
    const report = (finding: Finding) =>
      findings.push(files.length > 1 ? { ...finding, message: say`${file.name}.pdf: ${finding.message}` } : finding);
    await lintPages(own.document, set, release.style, sources.fontMetrics, pdf, report, { release, financials, again });
  }
  return findings;
}
