// Turn the taxonomy of a layout, and what its issuer lays over it, into the names of the release's concepts.
import type * as z from 'zod/mini';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Taxonomy, TaxonomyEntry } from '../model/taxonomy.ts';
import type { AccountIndex } from './account-index.ts';
import type { taxonomySchema } from './schema/taxonomy.ts';
import type { Scope } from './scope.ts';

type TaxonomyData = z.infer<ReturnType<typeof taxonomySchema>>;

/** Names of XML, as elements have them. */
const elementName = /^[A-Za-z][A-Za-z0-9]*$/;

/** Of the concepts that the release has; an entry for what is neither one of them nor an account of the dictionary is a fault. */
export function buildTaxonomy(data: TaxonomyData, concepts: ReadonlyMap<string, Concept>, accounts: AccountIndex, scope: Scope): Taxonomy {
  const entries = new Map<string, TaxonomyEntry>();
  for (const [id, entry] of Object.entries(data.elements)) {
    const path = ['elements', id];
    if (!concepts.has(id) && !accounts.has(id)) {
      const hints = [
        ...nameHints(id, [...concepts.keys(), ...accounts.keys()]),
        'elements are given for concepts of the issuer and accounts of the dictionary',
      ];
      scope.fail({ code: 'validate/unknown-concept', message: say`concept ${id} is not known`, path, key: true, hints });
      continue;
    }
    for (const key of ['element', 'change'] as const) {
      const name = entry[key];
      if (name === undefined || elementName.test(name)) continue;
      const hints = ['write its name without the prefix: NetSales'];
      scope.fail({ code: 'validate/wrong-type', message: say`${quoted(name)} is not the name of an element`, path: [...path, key], hints });
    }
    if (!concepts.has(id)) continue;
    const { element, change, member, unverified } = entry;
    entries.set(id, {
      ...(element !== undefined && { element }),
      ...(change !== undefined && { change }),
      ...(member !== undefined && { separate: true as const }),
      ...(entry['record-date'] !== undefined && { recordDate: entry['record-date'] }),
      ...(unverified === 'yes' && { unverified: true as const }),
      at: scope.at(path, true),
    });
  }
  return { prefix: data.prefix, entries };
}
