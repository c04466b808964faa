// Turn a chart into boxes that stay together: its title, and a box with unit line, legend, field, and every figure as a label.

import { type LabelPlaces, placeLabels } from '../../figures/chart-labels.ts';
import { type ChartField, type ChartMark, chartMarks, heightOf } from '../../figures/chart-marks.ts';
import type { Chart, Group, Paragraph, WordCell, WordTable } from '../../model/document.ts';
import type { DrawnPath, PageItem } from '../../model/page.ts';
import { say } from '../../model/say.ts';
import type { ChartStyle } from '../../model/style.ts';
import { baselineIn, blockStyle, paragraphSpec, textSpec } from '../block-style.ts';
import type { Report } from '../codes.ts';
import type { Box } from '../pagination/flow.ts';
import { type BlockFlow, frameOf, keepTogether, lineBox, own, type Shop } from '../pagination/flow-text.ts';
import { asArtifact, lineMarks, made } from '../pagination/marks.ts';
import type { Line, TextSpec } from '../paragraph/line.ts';
import { axisPaths, gridPaths, keyPaths, keyReach, markPaths } from './chart-paths.ts';

/** Lines of labels, as a multiple of their size. */
const leading = 1.4;
/** Between the marks' words and the axis, between entries of the legend, between a key and its name; in points. */
const besideAxis = 4;
const betweenEntries = 14;
const besideKey = 4;
/** Size of a key, and steps in which labels shrink, as shares of the size and in points. */
const keySize = 0.8;
const shrink = 0.5;
/** White beside a label, which may stand on a bar or on a line of the grid, in points. */
const clearing = 1;

/** A group that is a chart: what merge makes of it. */
export interface ChartGroup extends Group {
  readonly chart: Chart;
}

export const isChart = (group: Group): group is ChartGroup => group.chart !== undefined;

/** What a chart is set with. */
interface Setting {
  readonly chart: Chart;
  readonly table: WordTable;
  readonly style: ChartStyle;
  readonly spec: TextSpec;
  readonly width: number;
  readonly shop: Shop;
}

export function flowChart(group: ChartGroup, shop: Shop, style: ChartStyle, report: Report): BlockFlow {
  const { setting } = shop;
  const title = group.blocks.find((block) => block.kind === 'paragraph');
  const table = group.blocks.find((block) => block.kind === 'words');
  if (!title || !table) throw new Error(say`the chart ${group.id} has no title or no table`);
  const caption = blockStyle(setting, 'caption', 'statistics');
  const spec = { ...textSpec(setting, blockStyle(setting, 'cell')), size: style.size };
  const field = chartBox(group, { chart: group.chart, table, style, spec, width: setting.page.measure, shop }, report);
  const around = { ...caption, before: style.before, after: style.after, keepWithNext: false, keepWithPrevious: false };
  return { items: keepTogether([...titleBoxes(title, shop), field]), style: around };
}

function titleBoxes(title: Paragraph, shop: Shop): readonly Box[] {
  const style = blockStyle(shop.setting, 'caption', 'statistics');
  const spec = { ...paragraphSpec(shop.setting, style), indent: 0, hang: 0 };
  const lines = shop.typesetter.paragraph(own(title.inlines, title.id, shop), spec);
  return lines.map((line) => lineBox(line, style, { frames: [frameOf(title.id, 'paragraph', shop.setting, style)], onGrid: false }));
}

/** A line at its place: its left end and its baseline. */
interface SetLine {
  readonly line: Line;
  readonly x: number;
  readonly y: number;
}

function chartBox(group: ChartGroup, setting: Setting, report: Report): Box {
  const { chart, table, style, spec, width, shop } = setting;
  const marks = chart.axis.map(({ text }) => shop.typesetter.line([{ inline: { text, at: group.at }, owner: 'axis' }], spec));
  const left = Math.max(0, ...marks.map((line) => line.width)) + besideAxis;
  const legend = setLegend(setting);
  const labelRoom = leading * style.size;
  const top = legend.height + labelRoom;
  const field: ChartField = {
    form: chart.form,
    values: chart.values,
    marks: chart.axis.map(({ value }) => value),
    width: width - left,
    height: style.height,
    fill: Math.min(style.fill, widestBars(chart, width - left)),
  };
  const offset = { x: left, y: top };
  const drawn = chartMarks(field);
  const figures = setFigures(drawn, field, setting);
  if (figures.crowded.length > 0) reportCrowded(group, figures, setting, report);
  const bottom = top + style.height + (field.values.flat().some((value) => (value ?? 0) < 0) ? labelRoom : besideAxis);
  const names = setNames(field, bottom, left, setting);
  if (names.wide) reportWide(group, names.wide, report);
  const plates = figures.labels.map((label): DrawnPath => plate({ ...label, x: label.x + left, y: label.y + top }));
  const paths = [
    ...gridPaths(field, offset, style),
    ...plates.filter((_, index) => !figures.labels[index]?.inside),
    ...markPaths(field, drawn, offset, style),
    ...axisPaths(field, offset, style),
    ...plates.filter((_, index) => figures.labels[index]?.inside),
    ...legend.paths,
  ];
  const items: PageItem[] = [
    { kind: 'drawing', x: 0, y: 0, width, height: bottom, owner: { element: `${group.id}.drawing` }, paths },
    ...placed(legend.unit),
    ...placed(names.lines),
    ...table.rows
      .slice(1)
      .flatMap((_, series) => [
        ...placed(legend.names[series] ?? []),
        ...placed(
          figures.lines.filter(({ mark }) => mark.series === series).map((each) => ({ ...each, x: each.x + left, y: each.y + top })),
        ),
      ]),
    ...placed(marks.map((line, index) => markLine(line, index, field, offset, style))).map((item) =>
      item.kind === 'glyphs' ? asArtifact(item, { artifact: 'axis' }) : item,
    ),
  ];
  const height = bottom + names.height;
  const frames = [group.id, table.id].map((element) => ({ element, role: 'chart', x: 0, width }));
  return { kind: 'box', height, items: made(items), frames, lines: 1, onGrid: false, heading: false };
}

/** A bar is no wider than this, in points: few periods leave white between them. */
const widestBar = 60;

/** The share of a period's room that bars of that width fill. */
function widestBars({ form, values }: Chart, width: number): number {
  const bars = form === 'bars' ? values.length : 1;
  return (widestBar * bars * (values[0]?.length ?? 1)) / width;
}

const placed = (lines: readonly SetLine[]): readonly PageItem[] => lines.flatMap(({ line, x, y }) => lineMarks(line, x, y)(0, 0));

/** A mark's words end beside the axis, their digits in the middle of their height. */
function markLine(line: Line, index: number, field: ChartField, at: { x: number; y: number }, style: ChartStyle): SetLine {
  const y = at.y + heightOf(field.marks[index] ?? 0, field);
  return { line, x: at.x - besideAxis - line.width, y: y + digitMiddle * style.size };
}

/** Half the height of digits, in em. */
const digitMiddle = 0.35;

function plate({ x, y, width, height }: { x: number; y: number; width: number; height: number }): DrawnPath {
  const [left, right, top, bottom] = [x - clearing, x + width + clearing, y, y + height];
  return { points: [left, top, right, top, right, bottom, left, bottom], closed: true, fill: '#ffffff' };
}

interface Legend {
  readonly unit: readonly SetLine[];
  /** Of each series. */
  readonly names: readonly (readonly SetLine[])[];
  readonly paths: readonly DrawnPath[];
  readonly height: number;
}

/** The unit line at the left, the names of the series after it, each behind its key; what does not fit begins a new line. */
function setLegend({ chart, table, style, spec, width, shop }: Setting): Legend {
  const set = (cell: WordCell | undefined): Line => shop.typesetter.line(cell ? own(cell.inlines, cell.id, shop) : [], spec);
  const unit = set(table.rows[0]?.cells[0]);
  const pitch = leading * style.size;
  const key = keySize * style.size;
  const reach = chart.form === 'lines' ? key * keyReach : key;
  const baseline = baselineIn(pitch, style.size);
  const names: SetLine[][] = [];
  const paths: DrawnPath[] = [];
  let [x, row] = [unit.width + betweenEntries, 0];
  table.rows.slice(1).forEach(({ cells }, series) => {
    const line = set(cells[0]);
    const entry = reach + besideKey + line.width;
    if (x > 0 && x + entry > width) [x, row] = [0, row + 1];
    const y = row * pitch + baseline;
    names.push([{ line, x: x + reach + besideKey, y }]);
    paths.push(...keyPaths(chart.form, series, { x, y: y - key }, key, style));
    x += entry + betweenEntries;
  });
  return { unit: [{ line: unit, x: 0, y: baseline }], names, paths, height: (row + 1) * pitch };
}

interface Figures extends LabelPlaces {
  readonly lines: readonly (SetLine & { readonly mark: ChartMark })[];
}

/** Figures at the largest size at which none touches another; at the least size where there is none. */
function setFigures(marks: readonly ChartMark[], field: ChartField, { table, style, spec, shop }: Setting): Figures {
  for (let size = style.size; ; size = Math.max(style.minSize, size - shrink)) {
    const set = new Map<ChartMark, Line>();
    for (const mark of marks) {
      const cell = table.rows[mark.series + 1]?.cells[mark.period + 1];
      if (cell) set.set(mark, shop.typesetter.line(own(cell.inlines, cell.id, shop), { ...spec, size }));
    }
    const places = placeLabels(marks, field.form, {
      size,
      width: field.width,
      zero: heightOf(0, field),
      widthOf: (mark) => set.get(mark)?.width ?? 0,
    });
    if (places.crowded.length > 0 && size > style.minSize) continue;
    const lines = places.labels.flatMap(({ mark, x, baseline }) => {
      const line = set.get(mark);
      return line ? [{ mark, line, x, y: baseline }] : [];
    });
    return { ...places, lines };
  }
}

interface Names {
  readonly lines: readonly SetLine[];
  readonly height: number;
  /** A name that is wider than its room. */
  readonly wide?: WordCell;
}

/** Names of the periods, each under its room in the field, in as many lines as it takes. */
function setNames({ width, values }: ChartField, top: number, left: number, { table, style, spec, shop }: Setting): Names {
  const cells = table.rows[0]?.cells.slice(1) ?? [];
  const slot = width / Math.max(1, values[0]?.length ?? 1);
  const measure = Math.max(1, slot - besideAxis);
  const pitch = leading * style.size;
  const set = cells.map((cell) =>
    shop.typesetter.paragraph(own(cell.inlines, cell.id, shop), { ...spec, measure, align: 'center', indent: 0, hang: 0 }),
  );
  const wide = cells.find((_, index) => set[index]?.some((line) => line.width > measure + 0.01));
  const lines = set.flatMap((own, period) =>
    own.map((line, index) => ({ line, x: left + slot * period + besideAxis / 2, y: top + index * pitch + baselineIn(pitch, style.size) })),
  );
  return { lines, height: Math.max(1, ...set.map(({ length }) => length)) * pitch, ...(wide ? { wide } : {}) };
}

function reportCrowded({ chart, at }: ChartGroup, { crowded }: LabelPlaces, { table, style }: Setting, report: Report): void {
  const [first] = crowded;
  const cell = first && table.rows[first.mark.series + 1]?.cells[first.mark.period + 1];
  const text = wordsOf(cell);
  const message = say`chart ${chart.id} has no room for ${crowded.length} of its figures, ${text} among them, at ${style.minSize} points`;
  const hints = ['draw fewer periods or series, or give charts: in the style more height or a smaller min-size'];
  report({
    severity: 'error',
    code: 'layout/chart-crowded',
    message,
    at: cell?.at ?? at,
    related: [{ at, message: 'placed here' }],
    hints,
  });
}

function reportWide({ chart, at }: ChartGroup, cell: WordCell, report: Report): void {
  const message = say`chart ${chart.id} has no room for the name of the period ${wordsOf(cell)}`;
  const hints = ['choose shorter period-names (label, end, year), or draw fewer periods'];
  report({ severity: 'error', code: 'layout/chart-crowded', message, at: cell.at, related: [{ at, message: 'placed here' }], hints });
}

const wordsOf = (cell: WordCell | undefined): string => (cell?.inlines ?? []).map(({ text }) => text).join('');
