// Turn German heads into what they say of a period.
import type { HeadReading } from '../../../src/language/heads.ts';

export const heads: HeadReading = {
  shareOf: (label) => `% von ${label}`,
  comparisons: { rate: /änderungsrate/, amount: /änderungsbetrag/ },
  differenceFrom: (period) => (period === undefined ? 'Änderung' : `Änderung seit ${period}`),
  changeFrom: (period) => (period === undefined ? 'Änderung (%)' : `Änderung seit ${period} (%)`),
  ofMember: (label, member) => `${label} (${member})`,
  currencies: new Map([['JPY', /\bJPY\b|\bYen\b/]]),
  pieces: (head) => head.split(/(?<= )/),
  sayingsIn: (head) => ({
    lengths: [...head.matchAll(/\b(\d{1,2}) Monate\b/g)].map(({ 0: words, 1: count }) => ({ value: Number(count), words })),
    quarters: [],
    fiscalYears: [],
    days: [],
  }),
};
