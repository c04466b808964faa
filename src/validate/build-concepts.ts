// Turn concepts.yaml into concepts: what is measured, in which unit, under which names, by which formula.

import type * as z from 'zod/mini';
import type { Lang } from '../model/language.ts';
import { printsNothing, quoted } from '../model/printable.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { Labels } from '../model/span.ts';
import type { Scale } from '../model/unit.ts';
import { called } from './fail-in.ts';
import type { conceptsSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type ConceptsData = z.infer<ReturnType<typeof conceptsSchema>>;

const conceptId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** `moneyScale` is what the issuer types bare money figures in; `isKept` tells those that are wanted. */
export function buildConcepts(
  data: ConceptsData,
  moneyScale: Scale,
  isKept: (id: string) => boolean,
  scope: Scope,
): ReadonlyMap<string, Concept> {
  const concepts = new Map<string, Concept>();
  for (const [id, entry] of Object.entries(data)) {
    if (!isKept(id)) continue;
    if (!conceptId.test(id)) {
      const message = say`${quoted(id)} is not an id of a concept`;
      const hints = ['lower-case letters, digits and single hyphens, in segments joined by dots, a letter first'];
      scope.fail({ code: 'validate/wrong-type', message, path: [id], key: true, hints });
    }
    concepts.set(id, {
      id,
      unit: entry.unit,
      scale: entry.scale ?? (entry.unit === 'money' ? moneyScale : 'one'),
      ...(entry.typed && { typed: entry.typed }),
      decimals: scope.count(entry.decimals, [id, 'decimals'], 0, 9),
      better: entry.better,
      ...(entry['period-type'] !== undefined && { periodType: entry['period-type'] }),
      ...(entry.sign && { sign: entry.sign }),
      labels: scope.labels(entry.labels, [id, 'labels']),
      ...buildNames(entry, [id], scope),
      ...(entry.annual && {
        annual: {
          ...(entry.annual.labels && { labels: someLabels(entry.annual.labels, [id, 'annual', 'labels'], scope) }),
          ...buildNames(entry.annual, [id, 'annual'], scope),
        },
      }),
      ...(entry['follow-sign'] === true && entry.outcomes && { followSign: true as const }),
      ...(entry.formula !== undefined
        ? { formula: scope.formula(entry.formula, [id, 'formula']) }
        : entry.usually !== undefined && { usually: scope.formula(entry.usually, [id, 'usually']) }),
      at: scope.at([id], true),
    });
  }
  return concepts;
}

type NamesData = Pick<ConceptsData[string], 'heads' | 'outcomes'>;

function buildNames({ heads, outcomes }: NamesData, path: YamlPath, scope: Scope): Pick<Concept, 'heads' | 'outcomes'> {
  return {
    ...(heads && { heads: someLabels(heads, [...path, 'heads'], scope) }),
    ...(outcomes && {
      outcomes: {
        gain: scope.labels(outcomes.gain, [...path, 'outcomes', 'gain']),
        loss: scope.labels(outcomes.loss, [...path, 'outcomes', 'loss']),
      },
    }),
  };
}

/** Names in the languages that have one; none of them empty. */
export function someLabels(data: Readonly<Partial<Record<Lang, string | undefined>>>, path: YamlPath, scope: Scope): Partial<Labels> {
  const given = scope.names.languages.flatMap((lang) => {
    const value = data[lang];
    if (value === undefined) return [];
    if (printsNothing(value))
      scope.fail({
        code: 'validate/missing-label',
        message: say`${called([...path, lang])} is empty`,
        path: [...path, lang],
        hints: ['write the text'],
      });
    return [[lang, { value, at: scope.at([...path, lang]) }] as const];
  });
  return Object.fromEntries(given) as Partial<Labels>;
}
