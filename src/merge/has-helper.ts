// Turn the question whether a release says something at all into a condition: a form leaves out the rows of what it does not say.
import { nameHints } from '../model/nearest-name.ts';
import type { Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { type Call, type Helper, refuse } from './call.ts';

/** What may be asked for, by the first word of the name, and the names that there are. */
const kinds: ReadonlyMap<string, (release: Call['merging']['release']) => Iterable<string>> = new Map(
  Object.entries({
    contacts: ({ issuer }) => issuer.contacts.keys(),
    dates: ({ spec }) => spec.dates.keys(),
    flags: ({ spec }) => [...spec.flags].flatMap(([name, { value }]) => (value === 'yes' ? [name] : [])),
    parts: ({ spec }) => spec.parts.map(({ value }) => value),
    periods: ({ spec }) => spec.periods.keys(),
    undecided: ({ spec }) => spec.undecidedDates?.keys() ?? [],
  } satisfies Record<string, (release: Pick<Release, 'issuer' | 'spec'>) => Iterable<string>>),
);

/** The name when it is there, '' when not: `{{#if (has "dates.filing")}}`. */
export const has: Helper = {
  parameters: ['what'],
  options: [],
  layoutOnly: true,
  write(call: Call) {
    const [asked] = call.parameters;
    const [kind = '', ...rest] = (asked?.text ?? '').split('.');
    const name = rest.join('.');
    const names = kinds.get(kind);
    if (!names || name === '') {
      const hints = [
        ...nameHints(kind, kinds.keys()),
        say`ask for ${sayAll(
          [...kinds.keys()].map((each) => `${each}.…`),
          ', ',
        )}`,
      ];
      return refuse(call, say`a release has no ${asked?.text ?? ''}`, asked, hints);
    }
    if (kind === 'dates' || kind === 'undecided') call.merging.askedDates.add(name);
    if (kind === 'parts') call.merging.usedParts.add(name);
    if (kind === 'flags') call.merging.usedFlags.add(name);
    if (kind === 'undecided' && call.merging.release.spec.undecidedDates?.has(name)) call.merging.usedDates.add(name);
    return { text: [...names(call.merging.release)].includes(name) ? name : '', bound: { by: 'issuer' } };
  },
};
