// Turn what a chart shows into German sentences.
import type { ChartWriting } from '../../../src/language/charts.ts';

const forms = { bars: 'Balkendiagramm', 'stacked-bars': 'Gestapeltes Balkendiagramm', lines: 'Liniendiagramm' } as const;

export const charts: ChartWriting = {
  describe: ({ form, title, unit, periods, series }) => {
    const values = series.map(({ name, figures }) => `${name}: ${figures.map((figure, at) => `${figure} (${periods[at]})`).join(', ')}.`);
    return [`${forms[form]}: ${title} ${unit}.`, ...values].join(' ');
  },
};
