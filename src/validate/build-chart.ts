// Turn a file of charts/ into a chart: its concepts looked up, its series of one unit; periods are looked up where a release places it.
import type { ChartSpec } from '../model/chart.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { Typed } from './names.ts';
import type { ChartData } from './schema/chart.ts';
import type { Scope } from './scope.ts';

/** Most decimals that a release prints. */
const mostDecimals = 6;

export function buildChart(id: string, data: ChartData, concepts: ReadonlyMap<string, Typed>, scope: Scope): ChartSpec {
  const { fail, at, labels } = scope;
  for (const [key, what] of [['periods', 'period'] as const, ['series', 'concept'] as const]) {
    if (data[key].length > 0) continue;
    fail({
      code: 'validate/missing-key',
      message: say`a chart without a ${what} shows nothing`,
      path: [key],
      hints: [say`name the first ${what}`],
    });
  }
  data.series.forEach(({ concept }, index) => {
    const path = ['series', index, 'concept'];
    if (!scope.knowsConcept(concept, path)) return;
    const earlier = data.series.findIndex((series) => series.concept === concept);
    if (earlier < index) {
      const related = [{ at: at(['series', earlier, 'concept']), message: 'first given here' }];
      fail({ code: 'validate/duplicate', message: say`concept ${concept} is drawn twice`, path, related });
    }
    const [first] = data.series;
    const [unit, expected] = [concepts.get(concept)?.unit, concepts.get(first?.concept ?? '')?.unit];
    if (unit === undefined || expected === undefined || unit === expected) return;
    const message = say`${concept} is a ${unit}, and ${first?.concept} a ${expected}: one axis cannot measure both`;
    fail({ code: 'validate/wrong-type', message, path, hints: ['draw it in a chart of its own'] });
  });
  data.periods.forEach((period, index) => {
    const earlier = data.periods.indexOf(period);
    if (earlier === index) return;
    const related = [{ at: at(['periods', earlier]), message: 'first given here' }];
    fail({ code: 'validate/duplicate', message: say`period ${period} is drawn twice`, path: ['periods', index], related });
  });
  const { statement } = data;
  if (statement !== undefined && !scope.names.statementIds.has(statement)) {
    const hints = [say`write statements/${statement}.yaml, or leave statement: out`];
    fail({ code: 'validate/unknown-statement', message: say`statement ${statement} is not known`, path: ['statement'], hints });
  }
  return {
    id,
    form: data.form,
    title: labels(data.title, ['title']),
    unit: labels(data.unit, ['unit']),
    ...(data.scale !== undefined && { scale: data.scale }),
    ...(data.decimals !== undefined && { decimals: scope.count(data.decimals, ['decimals'], 0, mostDecimals) }),
    ...(statement !== undefined && { statement: { value: statement, at: at(['statement']) } }),
    periodNames: data['period-names'],
    periods: data.periods.map((value, index) => ({ value, at: at(['periods', index]) })),
    series: data.series.map((series, index) => ({
      concept: series.concept,
      ...(series.labels && { labels: labels(series.labels, ['series', index, 'labels']) }),
      gaps: new Map(
        Object.entries(series.gaps ?? {}).map(([period, says]) => {
          const path = ['series', index, 'gaps', period];
          if (!data.periods.includes(period)) {
            const hints = nameHints(period, data.periods);
            fail({ code: 'validate/unknown-period', message: say`the chart draws no period ${period}`, path, key: true, hints });
          }
          return [period, { says: labels(says, path), at: at(path) }];
        }),
      ),
      at: at(['series', index]),
    })),
    at: at([]),
  };
}
