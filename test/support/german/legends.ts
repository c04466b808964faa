// Turn German names of standards, units, rounding rules and periods into what they say.
import type { LegendReading } from '../../../src/language/legends.ts';

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

export const legends: LegendReading = {
  standardNames: {
    'j-gaap': { short: 'J-GAAP', full: 'japanische Rechnungslegungsgrundsätze' },
    ifrs: { short: 'IFRS', full: 'International Financial Reporting Standards' },
    'us-gaap': { short: 'US-GAAP', full: 'amerikanische Rechnungslegungsgrundsätze' },
    jmis: { short: 'JMIS', full: 'modifizierte internationale Standards' },
  },
  standards: (text) =>
    [...text.matchAll(/\b(?:J-GAAP|IFRS|US-GAAP)\b/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      standard: word === 'IFRS' ? 'ifrs' : word === 'US-GAAP' ? 'us-gaap' : 'j-gaap',
      as: 'named',
    })),
  scopes: () => [],
  units: (text) =>
    [...text.matchAll(/\b(Tausend|Millionen) Yen\b/g)].map(({ index, 0: word, 1: scale }) => ({
      start: index,
      end: index + word.length,
      currency: 'own',
      scale: scale === 'Tausend' ? 'thousand' : 'million',
    })),
  roundings: (text) =>
    [...text.matchAll(/\babgerundet\b/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      rule: 'cut-off',
      subject: 'figures',
    })),
  bases: () => [],
  negatives: () => [],
  lengths: () => [],
  times: () => [],
  ended: () => [],
  withinName: /^ $/,
  periods: (text) =>
    [...text.matchAll(new RegExp(`(\\d{1,2})\\. (${months.join('|')}) (\\d{4})`, 'g'))].map(
      ({ index, 0: word, 1: day, 2: month, 3: year }) => ({
        by: 'day',
        year: Number(year),
        month: months.indexOf(month ?? '') + 1,
        day: Number(day),
        start: index,
        end: index + word.length,
      }),
    ),
};
