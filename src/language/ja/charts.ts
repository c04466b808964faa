// Turn what a chart shows into Japanese sentences.
import type { ChartForm } from '../../model/chart.ts';
import type { ChartWriting } from '../charts.ts';

const forms: Readonly<Record<ChartForm, string>> = { bars: '棒グラフ', 'stacked-bars': '積上げ棒グラフ', lines: '折れ線グラフ' };

export const charts: ChartWriting = {
  describe: ({ form, title, unit, periods, series }) => {
    const values = series.map(({ name, figures }) => `${name}は、${figures.map((figure, at) => `${periods[at]}が${figure}`).join('、')}。`);
    return [`${forms[form]}「${title}」${unit}。`, ...values].join('');
  },
};
