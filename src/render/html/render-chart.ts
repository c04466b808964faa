// Turn a chart into a figure of a web page: its drawing in lines and words, and its table for those who do not see it.
import { type PlacedLabel, placeLabels } from '../../figures/chart-labels.ts';
import { type ChartField, type ChartMark, chartMarks, heightOf } from '../../figures/chart-marks.ts';
import type { Chart, WordTable } from '../../model/document.ts';
import { escapeHtml } from './safe-markup.ts';

/** Size of the drawing, and of the field in it, in the units of its view box. */
const [width, height] = [640, 300];
const field = { left: 90, top: 40, width: 540, height: 210 } as const;
const labelGap = 4;
/** Size of figures, and about what one character of them takes in the faces of screens. */
const labelSize = 12;
const digitWidth = 7.5;
const nameLine = 22;
/** Room of one entry of the legend. */
const entryWidth = 170;
/** Entries of a line of it, and the height of a line. */
const entries = 3;
const rowHeight = 15;

/** `caption` and `table` are markup. */
export function renderChart(chart: Chart, table: WordTable, caption: string, data: string, id: string): string {
  return `<figure class="chart"${id}>
<figcaption>${caption}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.alt)}">
${drawing(chart, table).join('\n')}
</svg>
<details><summary>${caption}</summary>
${data}
</details>
</figure>`;
}

function drawing(chart: Chart, table: WordTable): readonly string[] {
  const drawn: ChartField = {
    form: chart.form,
    values: chart.values,
    marks: chart.axis.map(({ value }) => value),
    width: field.width,
    height: field.height,
    fill: 0.64,
  };
  const marks = chartMarks(drawn);
  const wordsAt = (row: number, column: number): string => {
    const inlines = table.rows[row]?.cells[column]?.inlines ?? [];
    return escapeHtml(inlines.map(({ text }) => text).join(''));
  };
  const widthOf = ({ series, period }: ChartMark): number => digitWidth * wordsAt(series + 1, period + 1).length;
  const { labels } = placeLabels(marks, chart.form, { size: labelSize, width: field.width, zero: heightOf(0, drawn), widthOf });
  const slot = field.width / Math.max(1, (table.rows[0]?.cells.length ?? 1) - 1);
  return [
    `<text x="0" y="12">${wordsAt(0, 0)}</text>`,
    ...table.rows.slice(1).map((_, series) => {
      const [x, y] = [130 + (series % entries) * entryWidth, Math.floor(series / entries) * rowHeight];
      const key =
        chart.form === 'lines'
          ? `<polyline class="l${series}" points="${x - 12},7 ${x + 10},7"/>`
          : `<rect class="s${series}" x="${x}" y="2" width="10" height="10"/>`;
      return `<g transform="translate(0 ${y})">${key}<text x="${x + 15}" y="12">${wordsAt(series + 1, 0)}</text></g>`;
    }),
    ...chart.axis.map(({ value, text }) => axisMark(field.top + heightOf(value, drawn), text, value === 0)),
    ...(chart.form === 'lines' ? linePaths(chart, marks) : marks.filter(({ gap }) => !gap).map(bar)),
    ...labels.map((placed) => label(placed, wordsAt(placed.mark.series + 1, placed.mark.period + 1))),
    ...(table.rows[0]?.cells ?? []).slice(1).map((_, period) => {
      const x = field.left + slot * (period + 0.5);
      return `<text class="m" x="${short(x)}" y="${field.top + field.height + nameLine}">${wordsAt(0, period + 1)}</text>`;
    }),
  ];
}

function axisMark(y: number, text: string, zero: boolean): string {
  const line = `<line${zero ? ' class="zero"' : ''} x1="${field.left}" x2="${field.left + field.width}" y1="${short(y)}" y2="${short(y)}"/>`;
  return `${line}<text class="e" x="${field.left - labelGap}" y="${short(y + labelGap)}">${escapeHtml(text)}</text>`;
}

function bar(mark: ChartMark): string {
  const [x, y] = [field.left + mark.x, field.top + mark.y];
  return `<rect class="s${mark.series}" x="${short(x)}" y="${short(y)}" width="${short(mark.width)}" height="${short(mark.height)}"/>`;
}

function linePaths({ values }: Chart, marks: readonly ChartMark[]): readonly string[] {
  return values.flatMap((_, series) => {
    const points = marks
      .filter((mark) => mark.series === series)
      .map(({ x, y, gap }) => (gap ? '' : `${short(field.left + x)},${short(field.top + y)}`));
    // A line ends at a gap and begins again behind it.
    const stretches = ` ${points.map((point) => point || '|').join(' ')} `.split('|').map((stretch) => stretch.trim());
    return stretches.filter(Boolean).map((stretch) => `<polyline class="l${series}" points="${stretch}"/>`);
  });
}

function label({ x, width, baseline }: PlacedLabel, text: string): string {
  return `<text class="m v" x="${short(field.left + x + width / 2)}" y="${short(field.top + baseline)}">${text}</text>`;
}

const short = (length: number): string => String(Number(length.toFixed(2)));
