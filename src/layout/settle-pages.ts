// Turn a document into pages by laying it out until the page numbers that it prints are those that it has.

import type { Document, Inline, Part, Section, Table } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { Layout, Page } from '../model/page.ts';
import type { Located, Span } from '../model/span.ts';
import type { PageClass, Style } from '../model/style.ts';
import type { LayoutFinding, Report } from './codes.ts';
import type { Step } from './fit-ladder.ts';
import { climb, settingAt } from './fit-ladder.ts';
import { breakPages } from './pagination/break-pages.ts';
import { buildFlow } from './pagination/build-flow.ts';
import type { RememberedFlow, Shop } from './pagination/flow-text.ts';
import { furniture, type PlacedPage, placePage } from './pagination/place-page.ts';
import { cutStretches, turnPage } from './pagination/turned-pages.ts';
import type { TablePlan } from './table/plan-table.ts';
import { planTable } from './table/plan-table.ts';
import type { Typesetters } from './typesetter.ts';

/** Passes after which page references must have settled. */
const mostPasses = 3;

/** What a page reference prints before the first pass has found its page. */
const unknownPage = '0';

/** Lays the document out; only the findings of the last pass are reported, each once. */
export function settlePages(
  document: Document,
  style: Style,
  targets: ReadonlyMap<string, Located<number>>,
  typesetters: Typesetters,
  report: Report,
): Layout {
  let known: ReadonlyMap<string, number> = new Map();
  const references = pageReferences(document.parts);
  const setSection = rememberSections(style, typesetters);
  for (let pass = 1; ; pass++) {
    const findings: LayoutFinding[] = [];
    const layout = layOutOnce(document, style, targets, { typesetters, setSection, known }, (finding) => findings.push(finding));
    const unsettled = [...references].filter(([anchor]) => layout.anchors.get(anchor) !== known.get(anchor));
    if (unsettled.length > 0 && pass < mostPasses) {
      known = layout.anchors;
      continue;
    }
    for (const [anchor, at] of unsettled) {
      findings.push({
        severity: 'error',
        code: 'layout/page-reference-unsettled',
        message: `page reference to ${anchor} does not settle: it prints ${known.get(anchor)}, and then ${anchor} stands on page ${layout.anchors.get(anchor)}`,
        at,
        hints: ['add or remove a line near the end of a page before it'],
      });
    }
    for (const finding of unique(findings)) report(finding);
    return layout;
  }
}

/** A section at one step, its pages counted but not placed: most steps are only tried. */
interface Body {
  readonly section: Section;
  readonly part: Part;
  readonly step: Step | undefined;
  readonly count: number;
  readonly findings: readonly LayoutFinding[];
  readonly place: () => readonly (PlacedPage & { readonly page: PageClass })[];
}

type SetSection = (section: Section, part: Part, first: boolean, step: Step | undefined, known: ReadonlyMap<string, number>) => Body;

interface Means {
  readonly typesetters: Typesetters;
  readonly setSection: SetSection;
  readonly known: ReadonlyMap<string, number>;
}

function layOutOnce(
  document: Document,
  style: Style,
  targets: ReadonlyMap<string, Located<number>>,
  { typesetters, setSection, known }: Means,
  report: Report,
): Layout {
  const sections = document.parts.flatMap((part) => part.sections.map((section, index) => ({ part, section, first: index === 0 })));
  const bodies = new Map<Section, Body>();
  for (const pageClass of new Set(sections.map(({ section }) => section.page))) {
    const own = sections.filter(({ section }) => section.page === pageClass);
    const attempt = (step: Step | undefined) => {
      const set = own.map(({ part, section, first }) => setSection(section, part, first, step, known));
      return { step, pages: set.reduce((sum, body) => sum + body.count, 0), result: set };
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
    typesetters,
    report,
  );
}

/** Sets a section once for each step and for what the page references in it print: later passes change few of them. */
function rememberSections(style: Style, typesetters: Typesetters): SetSection {
  const memory = new Map<string, Body>();
  const references = new Map<Section, readonly string[]>();
  const tables = new Map<string, Map<string, RememberedFlow>>();
  const plans = new Map<string, TablePlan>();
  return (section, part, first, step, known) => {
    const inside = references.get(section) ?? [...pageReferences(section).keys()];
    references.set(section, inside);
    const printed = `${section.id}|${inside.map((anchor) => known.get(anchor) ?? unknownPage).join()}`;
    const key = `${printed}|${step?.size}|${step?.leading}|${step?.measure}`;
    const flows = tables.get(printed) ?? new Map<string, RememberedFlow>();
    tables.set(printed, flows);
    const pageNumber = (anchor: string): string => String(known.get(anchor) ?? unknownPage);
    const body = memory.get(key) ?? setAnew(section, part, first, style, step, typesetters, { pageNumber, tables: flows, plans });
    memory.set(key, body);
    return body;
  };
}

function setAnew(
  section: Section,
  part: Part,
  first: boolean,
  style: Style,
  step: Step | undefined,
  typesetters: Typesetters,
  { plans, ...own }: Pick<Shop, 'pageNumber' | 'tables'> & { readonly plans: Map<string, TablePlan> },
): Body {
  const findings: LayoutFinding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const setting = settingAt(style, section.page, part.lang, step);
  // A page that is only tried has nothing to tell.
  const silent = typesetters(() => undefined);
  const planOf = (table: Table): TablePlan => {
    const key = `${table.id}|${setting.page.measure}`;
    const plan = plans.get(key) ?? planTable(table, setting, style, silent);
    plans.set(key, plan);
    return plan;
  };
  const shop = { setting, typesetter: typesetters(report), planOf, ...own, marker: inLang(style.markers, part.lang) };
  const stretches = cutStretches(section.blocks, setting, (table) => planOf(table).turned).map(({ turned, blocks }, index) => {
    const page = turned ? turnPage(setting.page) : setting.page;
    const flow = buildFlow(blocks, { ...shop, setting: { ...setting, page } }, style, report);
    const firstTop = first && index === 0 ? page.firstTop : page.top;
    const pages = breakPages(flow, { first: page.bottom - firstTop, other: page.bottom - page.top, grid: page.grid });
    return { page, pages, firstTop };
  });
  const place = () =>
    stretches.flatMap(({ page, pages, firstTop }) =>
      pages.map((boxes, index) => ({ page, ...placePage(boxes, page, index === 0 ? firstTop : page.top) })),
    );
  return { section, part, step, count: stretches.reduce((sum, { pages }) => sum + pages.length, 0), findings, place };
}

/** Numbers the pages, adds furniture and finds where anchors stand. */
function assemble(document: Document, style: Style, bodies: readonly Body[], typesetters: Typesetters, report: Report): Layout {
  const pages: Page[] = [];
  const anchors = new Map<string, number>();
  const inPart = new Map<string, number>();
  const typesetter = typesetters(report);
  for (const { section, part, place } of bodies) {
    if (!anchors.has(part.id)) anchors.set(part.id, pages.length + 1);
    if (section.anchor) anchors.set(section.anchor, pages.length + 1);
    for (const { page, elements, artifacts, frames } of place()) {
      const numberInPart = (inPart.get(part.id) ?? 0) + 1;
      inPart.set(part.id, numberInPart);
      const turnedBy = page.height - (style.pages.get(section.page)?.height ?? page.height);
      const around = furniture({ number: pages.length + 1, numberInPart, lang: part.lang, page, turnedBy }, document, style, typesetter);
      pages.push({
        index: pages.length,
        width: page.width,
        height: page.height,
        class: section.page,
        part: part.id,
        lang: part.lang,
        numberInPart,
        items: [...elements, ...artifacts, ...around],
        frames,
      });
    }
  }
  anchorBlocks(document, pages, anchors);
  return { pages, anchors };
}

/** A block's anchor is the page on which its first line, or that of the first block inside it, stands. */
function anchorBlocks(document: Document, pages: readonly Page[], anchors: Map<string, number>): void {
  const pageOf = new Map<string, number>();
  for (const page of pages) for (const { element } of page.frames) if (!pageOf.has(element)) pageOf.set(element, page.index + 1);
  const visit = (block: Section['blocks'][number]): number | undefined => {
    const inner = block.kind === 'group' ? block.blocks.map(visit) : [];
    const number = pageOf.get(block.id) ?? inner.find((found) => found !== undefined);
    if (block.anchor && number !== undefined) anchors.set(block.anchor, number);
    return number;
  };
  for (const part of document.parts) for (const section of part.sections) section.blocks.forEach(visit);
}

/** Anchors that some text in it prints the page of, each once, and where it first does. */
function pageReferences(content: Section | readonly Part[]): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      if (isReference(value) && !found.has(value.pageRef)) found.set(value.pageRef, value.at);
      for (const [name, part] of Object.entries(value)) if (name !== 'at' && typeof part === 'object') visit(part);
    }
  };
  visit(content);
  return found;
}

function isReference(value: object): value is Inline & { readonly pageRef: string } {
  return 'pageRef' in value && typeof value.pageRef === 'string';
}

function unique(findings: readonly LayoutFinding[]): readonly LayoutFinding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code}|${finding.message}|${finding.at?.file}|${finding.at?.line}|${finding.at?.column}`;
    return !seen.has(key) && seen.add(key);
  });
}
