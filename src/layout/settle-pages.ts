// Turn a document into pages by laying it out until the page numbers that it prints are those that it has.

import type { Document, Section } from '../model/document.ts';
import type { Layout } from '../model/page.ts';
import { say } from '../model/say.ts';
import type { Located } from '../model/span.ts';
import type { Style } from '../model/style.ts';
import { assemble } from './assemble-pages.ts';
import type { LayoutFinding, Report } from './codes.ts';
import { climb, type Step } from './fit-ladder.ts';
import type { Keeping } from './keeping.ts';
import { pageReferences } from './page-references.ts';
import { type Body, type SetSection, sectionSetter } from './set-section.ts';
import type { Typesetters } from './typesetter.ts';

/** Passes after which page references must have settled. */
const mostPasses = 3;

/** What pages are laid out with. */
export interface Means {
  readonly typesetters: Typesetters;
  readonly keeping: Keeping;
}

/** Lays the document out; only the findings of the last pass are reported, each once. */
export function settlePages(
  document: Document,
  style: Style,
  targets: ReadonlyMap<string, Located<number>>,
  means: Means,
  report: Report,
): Layout {
  let known: ReadonlyMap<string, number> = new Map();
  const references = pageReferences(document.parts);
  const setSection = sectionSetter(style, means.typesetters, means.keeping);
  for (let pass = 1; ; pass++) {
    const findings: LayoutFinding[] = [];
    const layout = layOutOnce(document, style, targets, { ...means, setSection, known }, (finding) => findings.push(finding));
    const unsettled = [...references].filter(([anchor]) => layout.anchors.get(anchor) !== known.get(anchor));
    if (unsettled.length > 0 && pass < mostPasses) {
      known = layout.anchors;
      continue;
    }
    for (const [anchor, at] of unsettled) {
      findings.push({
        severity: 'error',
        code: 'layout/page-reference-unsettled',
        message: say`page reference to ${anchor} does not settle: it prints ${known.get(anchor)}, and then ${anchor} stands on page ${layout.anchors.get(anchor)}`,
        at,
        hints: ['add or remove a line near the end of a page before it'],
      });
    }
    for (const finding of unique(findings)) report(finding);
    return layout;
  }
}

/** One pass: sections by `setSection`, references by the pages `known` from the pass before. */
interface Pass extends Means {
  readonly setSection: SetSection;
  readonly known: ReadonlyMap<string, number>;
}

function layOutOnce(
  document: Document,
  style: Style,
  targets: ReadonlyMap<string, Located<number>>,
  { setSection, known, ...means }: Pass,
  report: Report,
): Layout {
  const sections = document.parts.flatMap((part) => part.sections.map((section, index) => ({ part, section, first: index === 0 })));
  const bodies = new Map<Section, Body>();
  for (const pageClass of new Set(sections.map(({ section }) => section.page))) {
    const own = sections.filter(({ section }) => section.page === pageClass);
    const attempt = (step: Step | undefined) => {
      const set = own.map(({ part, section, first }) => setSection(section, part, first, step, known));
      return { step, pages: set.reduce((sum, body) => sum + body.pages.length, 0), result: set };
    };
    const { chosen, finding } = climb(style, pageClass, targets.get(pageClass), attempt);
    for (const body of chosen.result) {
      bodies.set(body.section, body);
      for (const each of body.findings) report(each);
    }
    if (finding) report(finding);
  }
  return assemble(
    document,
    style,
    sections.flatMap(({ section }) => bodies.get(section) ?? []),
    means,
    report,
  );
}

function unique(findings: readonly LayoutFinding[]): readonly LayoutFinding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code}|${finding.message}|${finding.at?.file}|${finding.at?.line}|${finding.at?.column}`;
    return !seen.has(key) && seen.add(key);
  });
}
