// Turn waivers that cover nothing, or another difference than the one that they were written for, into findings.

import { amountsOf, grouped } from '../figures/digits.ts';
import type { FigureSources } from '../figures/figure-sources.ts';
import { sizeOf } from '../figures/scale.ts';
import type { Waiver } from '../model/exceptions.ts';
import type { Financials } from '../model/financials.ts';
import type { FindingDetails } from '../model/finding.ts';
import { say } from '../model/say.ts';
import type { FigureCheck } from './check-shapes.ts';
import { type Excess, tryInequalities } from './figures/try-inequalities.ts';
import { type Trial, tryRelation } from './figures/try-relations.ts';

export const waivers: FigureCheck = {
  code: 'check/waiver',
  severity: 'error',
  run: (release, financials) => {
    const { waivers } = release.spec;
    const excesses = waivers.some(({ check }) => check === inequality) ? tryInequalities(release, financials) : [];
    return waivers.flatMap((waiver) =>
      waiver.check === inequality ? spentExcuse(waiver, excesses, release) : spent(waiver, release, financials),
    );
  },
};

/** A waiver covers one relation at one period, and only the difference that it was written for. */
export function isWaived({ relation, period, difference }: Trial, release: FigureSources): boolean {
  return release.spec.waivers.some(
    (waiver) =>
      waiver.check === relation.check &&
      waiver.relation === relation.name &&
      waiver.period === period.id &&
      waiver.difference.equals(difference),
  );
}

/** The same of what is more or less than it can be: its difference is in the unit of its figure, and is compared at four decimals. */
export function isExcused(excess: Excess, release: FigureSources): boolean {
  return release.spec.waivers.some(
    (waiver) =>
      waiver.check === inequality && waiver.relation === excess.name && waiver.period === excess.period && covers(waiver, excess, release),
  );
}

/** What the waivers of `check/inequality` call their check. */
const inequality = 'inequality';

/** Differences are typed in the issuer's scale, which shares and percentages have none of. */
function covers({ difference }: Waiver, excess: Excess, release: FigureSources): boolean {
  return difference.div(sizeOf(release.issuer.scale)).equals(excess.difference.round(4));
}

function spentExcuse(waiver: Waiver, excesses: readonly Excess[], release: FigureSources): readonly FindingDetails[] {
  const excess = excesses.find(({ name, period }) => name === waiver.relation && period === waiver.period);
  if (excess && covers(waiver, excess, release)) return [];
  const what = say`the waiver of ${inequality} for ${waiver.period}, "${waiver.relation}"`;
  const typed = grouped(waiver.difference.div(sizeOf(release.issuer.scale)));
  if (excess) {
    const message = say`${what} was written for a difference of ${typed}; it is now ${grouped(excess.difference.round(4))}`;
    return [
      {
        message,
        at: waiver.at,
        hints: ['find out what changed; if the new difference has a reason too, write it down with the new figure'],
      },
    ];
  }
  return [{ message: say`${what} waives nothing: no figure is beyond what it can be`, at: waiver.at, hints: ['delete the waiver'] }];
}

function spent(waiver: Waiver, release: FigureSources, financials: Financials): readonly FindingDetails[] {
  const relations = release.relations.filter(({ check, name }) => check === waiver.check && name === waiver.relation);
  const period = release.periods.get(waiver.period);
  const trials = period ? relations.flatMap((relation) => tryRelation(relation, period, release, financials)) : [];
  const failure = trials.find((trial) => !trial.holds);
  if (failure?.difference.equals(waiver.difference)) return [];
  const { digits, unit } = amountsOf('money', release);
  const what = say`the waiver of ${waiver.check} for ${waiver.period}, "${waiver.relation}"`;
  const [message, hint] = failure
    ? [
        say`${what} was written for a difference of ${digits(waiver.difference)}; it is now ${digits(failure.difference)}${unit}`,
        'find out what changed; if the new difference has a reason too, write it down with the new figure',
      ]
    : relations.length > 0
      ? [say`${what} waives nothing: the relation holds`, 'delete the waiver']
      : [say`${what} names no relation of the issuer`, 'give `check` and `relation` as issuer.yaml has them'];
  return [{ message, at: waiver.at, hints: [hint] }];
}
