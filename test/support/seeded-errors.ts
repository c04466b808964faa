// Turn sites into wrong ones: one digit replaced by another, or one period named for another.
import type { Sources } from '../../src/model/sources.ts';
import { type Seeded, seeded, seedOf } from './seeded-random.ts';
import type { SeededError, Site } from './seeded-sites.ts';
import { fileOf } from './seeded-sources.ts';

/** The site with one digit changed; for an argument that names a period, with another period of the release in its place. */
export function seededError(site: Site, sources: Sources, seed: string): SeededError {
  const random = seeded(seedOf(`${seed} ${site.id}`));
  const source = fileOf(sources, site.file);
  const typed = site.kind === 'period' ? otherPeriod(site.text, sources, random) : otherDigit(site.text, random);
  const bytes = source.text.slice(0, site.start) + typed + source.text.slice(site.start + site.text.length);
  return { site, typed, bytes };
}

/** Any digit of the text may be the wrong one; the first digit of a longer number never becomes a zero. */
function otherDigit(text: string, random: Seeded): string {
  const digits = [...text.replace(/\{\{[^}]*\}\}/g, (call) => ' '.repeat(call.length)).matchAll(/[0-9０-９]/g)].map(({ index }) => index);
  const at = random.pick(digits);
  const leads = !/[\d.,]/.test(text[at - 1] ?? '') && /[\d,]/.test(text[at + 1] ?? '');
  const others = [...(leads ? '123456789' : '0123456789')].filter((digit) => digit !== text[at]);
  const wide = /[０-９]/.test(text[at] ?? '');
  const from = others.filter((digit) => widened(digit) !== text[at]);
  const chosen = random.pick(wide ? from : others);
  return text.slice(0, at) + (wide ? widened(chosen) : chosen) + text.slice(at + 1);
}

const widened = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

/** A role of the release that has figures and is another period. */
function otherPeriod(role: string, sources: Sources, random: Seeded): string {
  const { periods = {} } = sources.release.value as { readonly periods?: Readonly<Record<string, string>> };
  const own = periods[role];
  return random.pick(Object.keys(periods).filter((each) => periods[each] !== own));
}
