// Turn a comparison of a concept into what the data say of it beside its figures: that it is not comparable, or the change that was published.
import type { Incomparable } from '../model/exceptions.ts';
import type { PublishedChange } from '../model/release.ts';
import type { FigureSources } from './figure-sources.ts';

/** What is compared: a concept of a period; `from` is the id of the period compared with. */
interface Comparison {
  readonly concept: string;
  readonly period: string;
  readonly from?: string | undefined;
}

/** Whether what is told from one period is told of a comparison with another; from none, it is told of every comparison. */
const isFrom = (told: string | undefined, from: string | undefined): boolean => told === undefined || from === undefined || told === from;

/** The entry of the release that says so, if there is one. */
export function incomparableOf({ concept, period, from }: Comparison, { spec }: Pick<FigureSources, 'spec'>): Incomparable | undefined {
  return (spec.incomparable ?? []).find((each) => each.concept === concept && each.period === period && isFrom(each.from, from));
}

/** The change that the file of the period gives as it was published, if it does. */
export function publishedChangeOf({ concept, period, from }: Comparison, { periods }: FigureSources): PublishedChange | undefined {
  const told = periods.get(period)?.changes?.get(concept);
  return told && isFrom(told.from, from) ? told : undefined;
}
