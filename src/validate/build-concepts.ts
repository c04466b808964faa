// Turn concepts.yaml into concepts: what is measured, in which unit, under which names, by which formula.

import type * as z from 'zod/mini';
import { quoted } from '../model/printable.ts';
import type { Concept } from '../model/release.ts';
import type { Scale } from '../model/unit.ts';
import type { conceptsSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type ConceptsData = z.infer<ReturnType<typeof conceptsSchema>>;

const conceptId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/** `moneyScale` is what the issuer types bare money figures in. */
export function buildConcepts(data: ConceptsData, moneyScale: Scale, scope: Scope): ReadonlyMap<string, Concept> {
  const concepts = new Map<string, Concept>();
  for (const [id, entry] of Object.entries(data)) {
    if (!conceptId.test(id)) {
      const message = `${quoted(id)} is not an id of a concept`;
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
      labels: scope.labels(entry.labels, [id, 'labels']),
      ...(entry.outcomes && {
        outcomes: {
          gain: scope.labels(entry.outcomes.gain, [id, 'outcomes', 'gain']),
          loss: scope.labels(entry.outcomes.loss, [id, 'outcomes', 'loss']),
        },
      }),
      ...(entry.formula !== undefined && { formula: scope.formula(entry.formula, [id, 'formula']) }),
      at: scope.at([id], true),
    });
  }
  return concepts;
}
