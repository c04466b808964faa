// Turn a site into the codes of the relations that hold what is typed there: worked out from the sound release, before any error is made.
import { roledConcepts } from '../../src/check/figures/concept-roles.ts';
import { tryRelations } from '../../src/check/figures/try-relations.ts';
import { typedFigures } from '../../src/check/figures/typed-figures.ts';
import { environmentOf, evaluate } from '../../src/figures/evaluate.ts';
import { conceptOf, factKey } from '../../src/figures/fact-key.ts';
import type { FactKey, Financials } from '../../src/model/financials.ts';
import type { FindingCode } from '../../src/model/finding.ts';
import type { Release } from '../../src/model/release.ts';
import type { Site } from './seeded-sites.ts';

/** What may hold digits of words: they are bound, listed, numbered alike in both languages, or lead to a note. */
const holdWords: readonly FindingCode[] = ['check/unbound-figure', 'check/literal', 'check/languages', 'merge/note-unresolved'];

/** What may hold the period that a helper names. */
const holdPeriods: readonly FindingCode[] = [
  'merge/helper-argument',
  'merge/sign',
  'derive/missing-fact',
  'derive/override-idle',
  'check/direction-word',
  'check/period-word',
  'check/figures-together',
  'check/languages',
];

/** Empty where nothing does. */
export function reachOf(site: Site, release: Release, financials: Financials): ReadonlySet<FindingCode> {
  switch (site.kind) {
    case 'fact':
    case 'stated':
      return figureReach(site.fact ?? '', release, financials);
    case 'control':
    case 'rate':
      return new Set(['check/control']);
    case 'as-released':
      return new Set(['check/comparative']);
    case 'when':
      return new Set(['check/stated-stale']);
    case 'override-exact':
      return new Set(['derive/override-lapsed']);
    case 'override-print':
      return new Set([
        'derive/override-idle',
        'derive/override-far',
        'derive/cannot-foot',
        'check/control',
        'check/translation',
        'check/languages',
      ]);
    case 'literal':
    case 'label':
    case 'prose':
      return new Set(holdWords);
    case 'formula': {
      const concept = site.id.split(' ')[1]?.replace(/\.formula$/, '');
      const held = [...release.periods.values()].some((period) => period.controls.some((control) => control.concept === concept));
      return new Set(held ? ['check/control'] : []);
    }
    case 'period':
      return new Set(holdPeriods);
    case 'decimals':
      return new Set(['merge/helper-argument']);
  }
}

/** Every relation, control, override, literal, comparative and confirmation that the figure is an end of. */
function figureReach(key: FactKey, release: Release, financials: Financials): ReadonlySet<FindingCode> {
  const found = new Set<FindingCode>();
  const restsOn = (keys: readonly FactKey[]): boolean => typedFigures(keys, financials).some((fact) => fact.key === key);
  for (const trial of tryRelations(release, financials)) {
    if (trial.figures.some((fact) => fact.key === key)) found.add(`check/${trial.relation.check}`);
  }
  // Shares in issue are at least those of the average, and of the treasury.
  const issued = roledConcepts(release.concepts).some(({ role, concept }) => role === 'issued-shares' && concept.id === conceptOf(key));
  if (issued) found.add('check/inequality');
  const { overrides, stated, periods } = release.spec;
  const everywhere = (concept: string, period: string): FactKey[] => [factKey(concept, period), factKey(concept, 'release')];
  for (const period of release.periods.values()) {
    for (const { concept, from } of period.controls) {
      const compared = from === undefined ? [] : [factKey(concept, from)];
      if (restsOn([...everywhere(concept, period.id), ...compared])) found.add('check/control');
    }
    for (const { concept, difference } of period.asReleased ?? []) {
      const explained = difference && evaluate(difference, period.id, environmentOf(release, financials));
      const basis = explained && 'term' in explained ? explained.term.inputs : [];
      if (restsOn([...everywhere(concept, period.id), ...basis])) found.add('check/comparative');
    }
  }
  for (const { concept, period, of, from } of overrides) {
    const base = of === undefined ? [] : [factKey(of, period)];
    const compared = from === undefined ? [] : [factKey(concept, from)];
    if (restsOn([factKey(concept, period), ...base, ...compared])) found.add('derive/override-lapsed');
  }
  for (const { says } of release.literals) if (says && restsOn(everywhere(says.concept, says.period))) found.add('check/literal');
  const current = periods.get('current')?.value ?? '';
  const statedFacts = [
    ...[...release.periods.values()].flatMap((period) => [...period.facts.values()].map((fact) => ({ fact, period: period.id }))),
    ...[...stated.values()].map((fact) => ({ fact, period: current })),
  ];
  for (const { fact, period } of statedFacts) {
    for (const basis of fact.when?.keys() ?? []) {
      const [concept = '', at = period] = basis.split('@');
      if (restsOn(everywhere(concept, at))) found.add('check/stated-stale');
    }
  }
  return found;
}
