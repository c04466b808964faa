// Turn a direction into words that say it, and a comparison into names of its base: what writers choose from, held apart from the program's own words.
import type { Seeded } from '../seeded-random.ts';

type Both = Readonly<Record<'up' | 'down', readonly string[]>>;

export const verbs: Both = {
  up: ['rose', 'grew', 'increased', 'climbed', 'advanced', 'went up', 'were up'],
  down: ['fell', 'shrank', 'decreased', 'declined', 'dropped', 'went down', 'were down'],
};
export const nouns: Both = {
  up: ['an increase', 'a rise', 'an upturn'],
  down: ['a decrease', 'a decline', 'a drop', 'a fall', 'a reduction'],
};
export const bareNouns: Both = { up: ['increase', 'rise', 'growth'], down: ['decrease', 'decline', 'drop'] };
/** Before し and する. */
export const suru: Both = { up: ['増加', '拡大', '増大'], down: ['減少', '縮小'] };
/** Inflected: before a comma, and before た. */
export const inflected = {
  up: { joined: ['増え', '伸び'], past: ['増え', '伸び'] },
  down: { joined: ['減り'], past: ['減っ'] },
} as const;
export const afterPercent: Both = { up: ['増', 'の増加', '増加', 'の伸び'], down: ['減', 'の減少', '減少', 'の落ち込み'] };
export const results: Both = { up: ['improved', 'got better'], down: ['worsened', 'deteriorated'] };
export const resultNouns: Both = { up: ['改善', '好転'], down: ['悪化', '後退'] };
/** Between an amount and the one that it is held against. */
export const above: Readonly<Record<'ja' | 'en', Both>> = {
  ja: { up: ['を上回る', 'を超える', 'を下回らない'], down: ['を下回る', 'に届かない', 'を上回らない'] },
  en: {
    up: ['above', 'higher than', 'exceeding', 'up from', 'not below'],
    down: ['below', 'lower than', 'falling short of', 'down from', 'not above'],
  },
};

/** Names of the base of a comparison, by its role; the first of each is the usual one. */
export const baseNames: Readonly<Record<'ja' | 'en', Readonly<Record<string, readonly string[]>>>> = {
  ja: {
    'prior-year': ['前年同期', '前年同四半期'],
    'prior-quarter': ['前四半期', '前期'],
    'year-end': ['前連結会計年度末', '前期末'],
  },
  en: {
    'prior-year': [
      'the same period of the previous year',
      'the corresponding period of the previous year',
      'the same period a year earlier',
    ],
    'prior-quarter': ['the previous quarter', 'the quarter before'],
    'year-end': ['the end of the previous fiscal year', 'the previous fiscal year-end'],
  },
};

/** The way that a word which the program wrote says. */
export const wayOf = (printed: string): 'up' | 'down' | undefined =>
  /increas|improv|grew|rose|増|改善/.test(printed) ? 'up' : /decreas|worsen|fell|減|悪化/.test(printed) ? 'down' : undefined;

export const opposite = (way: 'up' | 'down'): 'up' | 'down' => (way === 'up' ? 'down' : 'up');

/** One of the words for a way. */
export const wordFor = (words: Both, way: 'up' | 'down', random: Seeded): string => random.pick(words[way]);
