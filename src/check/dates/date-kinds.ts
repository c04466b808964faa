// Turn the name of a day in release.yaml into what it must follow or precede: the words of the name say it.

import type { EventKind } from '../../language/word-reading.ts';
import type { Period } from '../../model/release.ts';

/**
 * - `follows`: on the day of announcement or later, as a filing, a call, a payment
 * - `next`: the results after these
 * - `forecast`, `precedes`: not after the announcement, as the forecast that stands, a resolution of the board
 * - `year-end`: the last day of the fiscal year
 * - `other`: held to nothing
 */
export type DateKind = 'follows' | 'next' | 'forecast' | 'precedes' | 'year-end' | 'other';

/** The first entry one of whose words a name holds; a name of several, such as `dividend-resolution`, is of the kind that stands first. */
const kinds: readonly (readonly [DateKind, ReadonlySet<string>])[] = [
  ['other', new Set(['previous', 'last', 'prior', 'earlier', 'former', 'record', 'base', 'filed', 'paid', 'held'])],
  ['next', new Set(['next'])],
  ['precedes', new Set(['board', 'resolution', 'resolved', 'decision', 'decided', 'approval', 'approved', 'declaration', 'declared'])],
  ['forecast', new Set(['forecast', 'forecasts', 'guidance'])],
  [
    'follows',
    new Set([
      ...['filing', 'submission', 'report'],
      ...['call', 'conference', 'briefing', 'presentation', 'webcast', 'replay', 'meeting', 'agm'],
      ...['payment', 'payments', 'payable', 'dividend', 'dividends'],
    ]),
  ],
];

/** Words of a meeting whose resolutions come after the announcement. */
const ofShareholders: ReadonlySet<string> = new Set(['general', 'annual', 'shareholders', 'stockholders', 'agm']);

/** Words of a payment within the fiscal year, which a release of the whole year looks back on. */
const interim: ReadonlySet<string> = new Set(['interim', 'half', 'quarter', 'first', 'second', 'third']);

export function dateKind(name: string, current: Pick<Period, 'quarter'>): DateKind {
  const words = name.toLowerCase().split(/[^a-z]+/);
  if (name === 'fiscal-year-end') return 'year-end';
  const kind = kinds.find(([, known]) => words.some((word) => known.has(word)))?.[0] ?? 'other';
  if (kind === 'precedes' && words.some((word) => ofShareholders.has(word))) return 'follows';
  return kind === 'follows' && current.quarter === 4 && words.some((word) => interim.has(word)) ? 'other' : kind;
}

/** What happens on a day of a name; the first entry one of whose words it holds. */
const events: readonly (readonly [EventKind, ReadonlySet<string>])[] = [
  ['results', new Set(['next'])],
  ['meeting', new Set(['shareholders', 'stockholders', 'agm', 'general', 'annual', 'meeting'])],
  ['call', new Set(['call', 'conference', 'briefing', 'presentation', 'webcast', 'replay'])],
  ['filing', new Set(['filing', 'submission', 'report'])],
  ['payment', new Set(['payment', 'payments', 'payable', 'dividend', 'dividends'])],
];

/** Undefined for a day of another name, and for one that looks back. */
export function eventKind(name: string): EventKind | undefined {
  const words = name.toLowerCase().split(/[^a-z]+/);
  const kind = dateKind(name, { quarter: 1 });
  if (kind !== 'follows' && kind !== 'next') return undefined;
  return events.find(([, known]) => words.some((word) => known.has(word)))?.[0];
}
