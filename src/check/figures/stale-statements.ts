// Turn stated figures that rest on others which have changed since they were confirmed into warnings.

import { grouped } from '../../figures/digits.ts';
import { factKey, lookUpFact, parseFactReference, releasePeriod } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { inPrintedUnits } from '../../figures/scale.ts';
import type { Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { ReportedFact } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { typedFigures } from './typed-figures.ts';

/** A stated figure may well survive a change of what it rests on: a person is asked, and nothing stops. */
export const staleStatements: FigureCheck = {
  code: 'check/stated-stale',
  severity: 'warning',
  run: (release, financials) => staleFigures(release, financials),
};

function staleFigures(release: FigureSources, financials: Financials): readonly FindingDetails[] {
  const current = release.spec.periods.get('current')?.value ?? '';
  return [
    ...[...release.periods.values()].flatMap((period) =>
      [...period.facts.values()].flatMap((fact) => stale(fact, period.id, factKey(fact.concept, period.id), release, financials)),
    ),
    ...[...release.spec.stated.values()].flatMap((fact) => stale(fact, current, factKey(fact.concept, releasePeriod), release, financials)),
  ];
}

function stale(stated: ReportedFact, period: string, key: string, release: FigureSources, financials: Financials): FindingDetails[] {
  const { facts } = financials;
  return [...(stated.when ?? [])].flatMap(([basis, then]) => {
    const { concept, period: at = period } = parseFactReference(basis);
    const now = lookUpFact(facts, concept, at);
    const spec = release.concepts.get(concept);
    if (!now || !spec) return [];
    const typed = inPrintedUnits(then.value, spec.unit, spec.scale);
    const value = inPrintedUnits(now.value, spec.unit, spec.scale);
    if (!now.undecided && !now.upper && value.round(then.decimals).equals(typed)) return [];
    return [
      {
        message: say`${key} rests on ${now.key}, which was ${then.text} when it was confirmed and is ${now.undecided ? sayWord('undecided') : now.upper ? 'a range' : grouped(value)} now`,
        at: stated.at,
        related: [
          ...typedFigures([now.key], financials).map((fact) => ({ at: fact.at, message: fact.key })),
          { at: then.at, message: 'the value when it was confirmed' },
        ],
        hints: [say`confirm ${stated.text} against its source (${stated.source ?? 'none given'}), then give the new value under when`],
      },
    ];
  });
}
