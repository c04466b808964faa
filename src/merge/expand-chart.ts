// Turn a chart's reference into a group: its title, a table of its figures that is set as labels, and the values that are drawn.

import { chartAxis, stackedEnds } from '../figures/chart-axis.ts';
import { printedSign, splitFigure } from '../figures/digits.ts';
import { factKey } from '../figures/fact-key.ts';
import type { ProseFigure } from '../figures/prose-figure.ts';
import { language } from '../language/languages.ts';
import { writtenDates } from '../language/written-dates.ts';
import type { ChartSeries, ChartSpec } from '../model/chart.ts';
import type { Group, Inline, WordCell } from '../model/document.ts';
import type { Fact } from '../model/financials.ts';
import { forLang, inLang, type Lang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Concept, Period } from '../model/release.ts';
import { say, sayWord } from '../model/say.ts';
import type { Located, Span } from '../model/span.ts';
import type { Scale } from '../model/unit.ts';
import { labelInlines } from './label-inlines.ts';
import type { Merging } from './merging.ts';
import { outcomeLabel } from './outcome-label.ts';
import { setInlines } from './set-inlines.ts';

/** Class of the group, for styles of HTML. */
const chartClass = 'chart';

/** Where a chart is placed. */
export interface ChartPlace {
  readonly chart: string;
  readonly anchor?: string;
  /** Of the expression. */
  readonly at: Span;
  readonly lang: Lang;
  /** Next free block id of the part. */
  readonly nextId: () => string;
}

/** Undefined, and reported, when there is no such chart, or a figure of it is missing. */
export function expandChart(merging: Merging, { chart: id, anchor, at, lang, nextId }: ChartPlace): Group | undefined {
  const spec = merging.release.charts.get(id);
  if (!spec) {
    const known = [...merging.release.charts.keys()];
    const hints = [...nameHints(id, known), say`a chart is a file of charts/ beside periods/: write charts/${id}.yaml`];
    merging.report({ severity: 'error', code: 'merge/unknown-chart', message: say`unknown chart ${id}`, at, hints });
    return undefined;
  }
  const periods = spec.periods.map((named) => periodOf(merging, named));
  const concepts = spec.series.map(({ concept }) => merging.release.concepts.get(concept));
  const [groupId, titleId, tableId] = [nextId(), nextId(), nextId()];
  const reader = new ChartReader(merging, spec, lang, tableId);
  const head = reader.head(periods);
  const rows = spec.series.map((series, index) => {
    const concept = concepts[index];
    return concept && reader.row(series, concept, periods, index + 1);
  });
  if (!head || rows.some((row) => !row)) return undefined;
  const drawn = rows.flatMap((row) => (row ? [row] : []));
  const title = labelInlines(merging, inLang(spec.title, lang), lang, reader.section);
  const words = (inlines: readonly Inline[] | undefined) => (inlines ?? []).map(({ text }) => text).join('');
  const alt = language(lang).charts.describe({
    form: spec.form,
    title: words(title),
    unit: words(head.cells[0]?.inlines),
    periods: head.cells.slice(1).map(({ inlines }) => words(inlines)),
    series: drawn.map(({ cells: [name, ...figures] }) => ({
      name: words(name?.inlines),
      figures: figures.map(({ inlines }) => words(inlines)),
    })),
  });
  const base = { class: '', lang, at };
  return {
    kind: 'group',
    ...base,
    id: groupId,
    class: chartClass,
    ...(anchor === undefined ? {} : { anchor }),
    chart: { id, form: spec.form, alt, axis: reader.axis(drawn, concepts[0]), values: drawn.map(({ values }) => values) },
    blocks: [
      { kind: 'paragraph', ...base, id: titleId, inlines: title },
      { kind: 'words', ...base, id: tableId, rows: [head, ...drawn.map(({ values: _, ...row }) => row)] },
    ],
  };
}

/** The period that a chart names by role or id; undefined, and reported, when the release has none. */
function periodOf({ release, report }: Merging, { value, at }: Located<string>): Period | undefined {
  const id = release.spec.periods.get(value)?.value ?? value;
  const period = release.periods.get(id);
  if (period) return period;
  const hints = nameHints(value, [...release.spec.periods.keys(), ...release.periods.keys()]);
  report({ severity: 'error', code: 'validate/unknown-period', message: say`period ${value} is not known`, at, hints });
  return undefined;
}

/** Reads the cells of one chart in one language. */
class ChartReader {
  /** Names the chart as the place of its figures. */
  readonly section: string;
  readonly #merging: Merging;
  readonly #spec: ChartSpec;
  readonly #lang: Lang;
  readonly #tableId: string;

  constructor(merging: Merging, spec: ChartSpec, lang: Lang, tableId: string) {
    this.#merging = merging;
    this.#spec = spec;
    this.#lang = lang;
    this.#tableId = tableId;
    this.section = `charts/${spec.id}`;
  }

  /** Marks of the axis, written as the figures are. */
  axis(rows: readonly { readonly values: readonly (number | undefined)[] }[], concept: Concept | undefined) {
    const { issuer } = this.#merging.release;
    const values = rows.map((row) => row.values);
    const { marks, decimals } = chartAxis(
      this.#spec.form === 'stacked-bars' ? stackedEnds(values) : values.flat().filter((value) => value !== undefined),
    );
    return marks.map((mark) => {
      const { prefix, core, suffix } = splitFigure(mark, decimals, forLang(issuer.negative, this.#lang), concept?.unit === 'ratio');
      return { value: Number(mark.toFixed(decimals)), text: `${prefix}${core}${suffix}` };
    });
  }

  /** The unit line heads the names of the series, every period its figures. */
  head(periods: readonly (Period | undefined)[]) {
    const lang = this.#lang;
    const unit = inLang(this.#spec.unit, lang);
    const cells = [this.#cell(0, 0, labelInlines(this.#merging, unit, lang, this.section), unit.at)];
    for (const [index, period] of periods.entries()) {
      const at = this.#spec.periods[index]?.at ?? this.#spec.at;
      if (!period) return undefined;
      const text = writtenDates(lang, this.#merging.release.issuer).period(period, this.#spec.periodNames);
      const name = setInlines(this.#merging, [{ text, at, bound: { by: 'period', period: period.id } }], lang, 'name');
      cells.push(this.#cell(0, index + 1, name, at));
    }
    return { id: `${this.#tableId}.r0`, cells, at: this.#spec.at };
  }

  /** Undefined, and reported, when a figure is missing; one fault is told of a series. */
  row(series: ChartSeries, concept: Concept, periods: readonly (Period | undefined)[], row: number) {
    const lang = this.#lang;
    const cells: WordCell[] = [];
    const values: (number | undefined)[] = [];
    for (const [index, period] of periods.entries()) {
      const gap = series.gaps.get(this.#spec.periods[index]?.value ?? '');
      if (gap && period) {
        if (!this.#isGap(concept, period, gap.at)) return undefined;
        const says = inLang(gap.says, lang);
        cells.push(this.#cell(row, index + 1, labelInlines(this.#merging, says, lang, this.section), says.at));
        values.push(undefined);
        continue;
      }
      const asked = period && this.#figure(series, concept, period);
      if (!asked) return undefined;
      const { fact, figure, scaled } = asked;
      const text = this.#printed(fact, figure, concept);
      const { override, tableWords: _, statementWords: __, ...printed } = figure;
      if (override) this.#merging.usedOverrides.add(override);
      const { id } = this.#merging.place({ ...printed, text, lang, place: { kind: 'prose', section: this.section }, at: series.at });
      cells.push(this.#cell(row, index + 1, [{ text, at: series.at, figure: id }], series.at));
      values.push(Number(scaled));
    }
    // A series of profits alone is named so, as a row of a table is.
    const signs = new Set(values.flatMap((value) => (value ? [Math.sign(value)] : [])));
    const { issuer } = this.#merging.release;
    const label = series.labels
      ? inLang(series.labels, lang)
      : (outcomeLabel(concept, signs, issuer, lang) ?? inLang(concept.labels, lang));
    cells.unshift(this.#cell(row, 0, labelInlines(this.#merging, label, lang, this.section), label.at));
    return { id: `${this.#tableId}.r${row}`, cells, values, at: series.at };
  }

  /** False, and reported, where there is a value after all. */
  #isGap(concept: Concept, period: Period, at: Span): boolean {
    const { financials, report } = this.#merging;
    const fact = financials.facts.get(factKey(concept.id, period.id));
    if (!fact || fact.undecided) return true;
    const message = say`${fact.key} has a value, which chart ${this.#spec.id} calls a gap`;
    const hints = ['take it out of gaps: the chart draws it then'];
    report({ severity: 'error', code: 'merge/chart-gap', message, at, hints });
    return false;
  }

  #cell(row: number, column: number, inlines: readonly Inline[], at: Span): WordCell {
    return { id: `${this.#tableId}.r${row}.c${column}`, align: column === 0 ? 'left' : 'right', inlines, at };
  }

  #figure({ at }: ChartSeries, concept: Concept, period: Period) {
    const { financials, report, ask } = this.#merging;
    const { statement } = this.#spec;
    const fact = financials.facts.get(factKey(concept.id, period.id));
    if (!fact) {
      const message = say`${concept.id} has no value at ${period.id}, which chart ${this.#spec.id} draws`;
      const hints = [
        say`type ${concept.id} in periods/${period.id}.yaml, take the period or the series out of the chart, or say under gaps: of the series why there is none`,
      ];
      report({ severity: 'error', code: 'derive/missing-fact', message, at, hints });
      return undefined;
    }
    if (fact.undecided || fact.upper) {
      const message = say`${fact.key} is ${fact.undecided ? sayWord('undecided') : 'a range'}, and chart ${this.#spec.id} draws one value`;
      const hints = ['take the period or the series out of the chart'];
      report({ severity: 'error', code: 'merge/undecided', message, at, hints });
      return undefined;
    }
    const scale = this.#scale(concept);
    const decimals = this.#spec.decimals ?? concept.decimals;
    if (statement && !this.#statementPrints(statement, fact, concept, decimals)) return undefined;
    const named = statement ? { statement: statement.value } : {};
    const answer = ask({ fact, measure: 'amount', decimals, ...(scale ? { scale } : {}), ...named });
    if (answer.kind !== 'figure') throw new Error(say`the amount of ${fact.key} is no figure`);
    return { fact, figure: answer.figure, scaled: answer.figure.printed.toFixed(decimals) };
  }

  /** A chart of a statement draws its cells, and no figure that is rounded elsewhere. */
  #statementPrints({ value, at }: Located<string>, { key, nil }: Fact, concept: Concept, decimals: number): boolean {
    const { financials, report } = this.#merging;
    const found = financials.statements.get(value);
    if (!found) {
      const message = say`chart ${this.#spec.id} draws statement ${value}, which the release does not print`;
      const hints = [say`put {{table "${value}"}} where it belongs, or leave statement: out of the chart`];
      report({ severity: 'error', code: 'merge/unknown-statement', message, at, hints });
      return false;
    }
    const cells = found.rows.flatMap((row) => row.cells.flatMap((cell) => (cell?.fact === key && cell.measure === 'amount' ? [cell] : [])));
    const scale = this.#scale(concept);
    if (cells.some((cell) => nil || (cell.decimals === decimals && (scale === undefined || cell.scale === scale)))) return true;
    const [cell] = cells;
    const message = cell
      ? say`statement ${value} prints ${key} in ${cell.scale} with ${cell.decimals} decimals, chart ${this.#spec.id} in ${scale ?? sayWord('percent')} with ${decimals}`
      : say`statement ${value} does not print ${key}, which chart ${this.#spec.id} draws`;
    const hints = cell
      ? [say`give the chart scale: ${cell.scale} and decimals: ${cell.decimals}`]
      : ['add the row and the column to the statement, or leave statement: out of the chart'];
    report({ severity: 'error', code: 'merge/chart-statement', message, at, hints });
    return false;
  }

  #scale({ unit, scale }: Concept): Scale | undefined {
    if (unit === 'ratio') return undefined;
    return this.#spec.scale ?? scale;
  }

  /** As tables print it. */
  #printed({ nil }: Fact, { exact, printed, decimals, override }: ProseFigure, { unit }: Concept): string {
    const { issuer } = this.#merging.release;
    if (nil) return forLang(issuer.nil, this.#lang);
    const sign = printedSign(printed, override ? printed : exact, issuer);
    const { prefix, core, suffix } = splitFigure(printed, decimals, forLang(issuer.negative, this.#lang), unit === 'ratio', sign);
    return `${prefix}${core}${suffix}`;
  }
}
