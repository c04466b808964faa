// Turn what a chart shows into what a language must be able to say of it, for those who do not see it.
import type { ChartForm } from '../model/chart.ts';

/** What a chart shows, in the words that it prints. */
export interface ShownChart {
  readonly form: ChartForm;
  readonly title: string;
  /** As printed, brackets included. */
  readonly unit: string;
  readonly periods: readonly string[];
  /** Each with a figure for every period. */
  readonly series: readonly { readonly name: string; readonly figures: readonly string[] }[];
}

/** A sentence or several: the form, the title, the periods, then every series with its figures. */
export interface ChartWriting {
  readonly describe: (chart: ShownChart) => string;
}
