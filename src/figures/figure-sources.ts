// Turn a release into the key of all that its figures follow from: made of the same objects, it has the same figures.
import type { Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';

/** Everything that is derived, and every check of figures against one another, reads nothing of a release but these. */
export type FigureSources = Pick<
  Release,
  'issuer' | 'concepts' | 'statements' | 'unprinted' | 'periods' | 'spec' | 'relations' | 'published'
>;

/** Places count: what is derived tells where its figures are typed. */
export function figureSourcesKey(sources: FigureSources, memory: Memory): string {
  const { issuer, concepts, statements, unprinted, periods, spec, relations, published } = sources;
  const number = (object: object): number => memory.numberOf(object);
  const all = (objects: ReadonlyMap<string, object>): string => [...objects.values()].map(number).join();
  return [
    number(issuer),
    number(concepts),
    all(statements),
    all(unprinted),
    all(periods),
    number(spec),
    number(relations),
    published ? number(published) : '',
  ].join(';');
}
