// Turn what a chart shows into English sentences.
import type { ChartForm } from '../../model/chart.ts';
import type { ChartWriting } from '../charts.ts';

const forms: Readonly<Record<ChartForm, string>> = { bars: 'Bar chart', 'stacked-bars': 'Stacked bar chart', lines: 'Line chart' };

export const charts: ChartWriting = {
  describe: ({ form, title, unit, periods, series }) => {
    const values = series.map(({ name, figures }) => `${name}: ${figures.map((figure, at) => `${figure} (${periods[at]})`).join(', ')}.`);
    return [`${forms[form]}: ${title} ${unit}.`, ...values].join(' ');
  },
};
