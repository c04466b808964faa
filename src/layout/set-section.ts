// Turn a section into pages of boxes at one step of the fit ladder, or recall those of a section that said the same.
import type { Part, Section, Table } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import type { PageClass, Style } from '../model/style.ts';
import { blockStyle, type Setting, textSpec } from './block-style.ts';
import type { LayoutFinding, Report } from './codes.ts';
import { type Step, settingAt } from './fit-ladder.ts';
import type { Keeping } from './keeping.ts';
import { anchorsIn } from './page-references.ts';
import { breakPages, type PageBoxes } from './pagination/break-pages.ts';
import { buildFlow } from './pagination/build-flow.ts';
import { saveLines } from './pagination/save-lines.ts';
import { cutStretches, turnPage } from './pagination/turned-pages.ts';
import { planSister, planTable, type TablePlan } from './table/plan-table.ts';
import { type Sisters, sisterTables } from './table/sister-tables.ts';
import type { Typesetters } from './typesetter.ts';

/** One page of a section: its boxes are not placed yet, for most steps are only tried. */
export interface BodyPage {
  readonly page: PageClass;
  /** Top of the first box, from the top of the sheet. */
  readonly top: number;
  readonly boxes: PageBoxes;
}

/** A section at one step. */
export interface Body {
  readonly section: Section;
  readonly part: Part;
  readonly pages: readonly BodyPage[];
  readonly findings: readonly LayoutFinding[];
}

/** `first` is said of the first section of its part; `known` has the page of each anchor, as far as it is known. */
export type SetSection = (section: Section, part: Part, first: boolean, step: Step | undefined, known: ReadonlyMap<string, number>) => Body;

/** What a page reference prints before the first pass has found its page. */
const unknownPage = '0';

const settings: Kind<Setting> = { name: 'layout/setting', bytes: ({ blocks }) => 200 * blocks.size };
const plans: Kind<TablePlan> = {
  name: 'layout/plan',
  bytes: ({ blocks }) => blocks.reduce((sum, { fit }) => sum + 400 + 80 * fit.columns.length, 200),
};
const bodies: Kind<readonly BodyPage[]> = {
  name: 'layout/body',
  bytes: (pages) => pages.reduce((sum, { boxes }) => sum + 200 + 60 * boxes.boxes.length, 0),
};

/** Sets sections in a style. */
export function sectionSetter(style: Style, typesetters: Typesetters, keeping: Keeping): SetSection {
  const { memory, type } = keeping;
  const anchors = new Map<Section, readonly string[]>();
  const styled = `${type}|${memory.numberOf(style)}`;
  return (section, part, first, step, known) => {
    const inside = anchors.get(section) ?? anchorsIn(section.blocks);
    anchors.set(section, inside);
    const pageNumber = (anchor: string): string => String(known.get(anchor) ?? unknownPage);
    const placed = `${styled}|${part.lang}|${section.page}|${step ? `${step.size}/${step.leading}/${step.measure}` : ''}`;
    const setting = memory.recall(settings, placed, () => settingAt(style, section.page, part.lang, step));
    const key = `${placed}|${first}|${inside.map(pageNumber).join()}|${section.blocks.map(keeping.blockNumber).join()}`;
    const findings: LayoutFinding[] = [];
    const pages = memory.recallSilent(
      bodies,
      key,
      (finding: LayoutFinding) => findings.push(finding),
      (report: Report) => setAnew(section, first, { style, setting, typesetters, keeping, pageNumber }, report),
    );
    return { section, part, pages, findings };
  };
}

interface Means {
  readonly style: Style;
  readonly setting: Setting;
  readonly typesetters: Typesetters;
  readonly keeping: Keeping;
  readonly pageNumber: (anchor: string) => string;
}

function setAnew(section: Section, first: boolean, means: Means, report: Report): readonly BodyPage[] {
  const { style, setting, typesetters, keeping, pageNumber } = means;
  const sistersOf = sisterTables(section.blocks);
  const planIn = (inner: Setting) => planner({ ...means, setting: inner }, sistersOf);
  const planOf = planIn(setting);
  const shop = {
    setting,
    typesetters,
    typesetter: typesetters(report),
    keeping,
    planOf,
    planIn,
    pageNumber,
    markers: inLang(style.markers, setting.lang),
  };
  return cutStretches(section.blocks, setting, (table) => planOf(table).turned).flatMap(({ turned, blocks }, index): BodyPage[] => {
    const page = turned ? turnPage(setting.page) : setting.page;
    const firstTop = first && index === 0 ? page.firstTop : page.top;
    const room = { first: page.bottom - firstTop, other: page.bottom - page.top, grid: page.grid };
    const set = (shorter: ReadonlySet<string>) =>
      breakPages(buildFlow(blocks, { ...shop, setting: { ...setting, page }, shorter }, style, report), room);
    return saveLines(set(new Set()), set).map((boxes, number) => ({ page, top: number === 0 ? firstTop : page.top, boxes }));
  });
}

/** Whole, and on a page that is not turned. */
const isUpright = ({ turned, blocks, refused }: TablePlan): boolean => !turned && blocks.length === 1 && !refused;

/** A table is planned once for each upright page, whatever the size of the text around it. */
function planner({ style, setting, typesetters, keeping }: Means, sistersOf: (table: Table) => Sisters): (table: Table) => TablePlan {
  const { memory, type, numberOf, blockNumber } = keeping;
  // A plan has nothing to tell: the table that is set by it has.
  const silent = typesetters(() => undefined);
  const measures = `${setting.page.measure}/${turnPage(setting.page).measure}`;
  const face = (tag: string): string => {
    const { role, weight, italic } = textSpec(setting, blockStyle(setting, tag));
    return `${role}/${weight}/${italic}`;
  };
  const known = new Map<Table, TablePlan>();
  return (table) => {
    const before = known.get(table);
    if (before) return before;
    const tableStyle = style.tables.get(table.style);
    const set = `${type}|${setting.lang}|${measures}|${face('cell')}|${face('head')}|${tableStyle ? numberOf(tableStyle) : ''}`;
    const planOf = (tables: Sisters): TablePlan =>
      memory.recall(plans, `${set}|${tables.map(blockNumber).join()}`, () => planTable(tables, setting, style, silent));
    // Sisters that one upright page does not hold in the same columns stand each as it can.
    const planAmong = (sisters: Sisters): TablePlan => {
      const shared = planOf(sisters);
      if (!isUpright(shared)) return planOf([table]);
      const key = `${set}|${sisters.map(blockNumber).join()}|${blockNumber(table)}`;
      return memory.recall(plans, key, () => planSister(table, shared, setting, silent));
    };
    const sisters = sistersOf(table);
    const plan = sisters.length > 1 ? planAmong(sisters) : planOf(sisters);
    known.set(table, plan);
    return plan;
  };
}
