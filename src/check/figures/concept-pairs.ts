// Turn concepts of two roles into pairs of the same thing: the basic and the diluted figure, the low and the high end of one range.
import type { RoledConcept } from './concept-roles.ts';

/** Two concepts of one thing. */
export type ConceptPair = readonly [RoledConcept, RoledConcept];

/** Alike in a label but for the word that tells them apart, or the only two of their kind; where several are alike nobody knows. */
export function pairs(lower: readonly RoledConcept[], upper: readonly RoledConcept[]): readonly ConceptPair[] {
  const [lowerAlike, upperAlike] = [grouped(lower, subjectsOf), grouped(upper, subjectsOf)];
  const lowerKin = grouped(lower, kindsOf);
  const upperKin = grouped(upper, kindsOf);
  return lower.flatMap((one): readonly ConceptPair[] => {
    const shared = subjectsOf(one).filter((subject) => upperAlike.has(subject));
    const clear = shared.filter((subject) => upperAlike.get(subject)?.length === 1 && lowerAlike.get(subject)?.length === 1);
    const [alike, other] = new Set(clear.flatMap((subject) => upperAlike.get(subject) ?? []));
    if (alike) return other ? [] : [[one, alike]];
    // Ranges are many, and the ends of two have nothing to do with each other.
    if (one.role === 'low-end' || shared.length > 0) return [];
    const [kind = ''] = kindsOf(one);
    const [first, second] = upperKin.get(kind) ?? [];
    return first && !second && lowerKin.get(kind)?.length === 1 ? [[one, first]] : [];
  });
}

/** What two of a kind are counted by. */
function kindsOf({ concept, depositary }: RoledConcept): readonly string[] {
  return [`${concept.unit} ${depositary}`];
}

function subjectsOf(roled: RoledConcept): readonly string[] {
  return [...roled.subjects].map((subject) => `${kindsOf(roled).join()} ${subject}`);
}

function grouped(
  concepts: readonly RoledConcept[],
  keysOf: (roled: RoledConcept) => readonly string[],
): ReadonlyMap<string, readonly RoledConcept[]> {
  const groups = new Map<string, RoledConcept[]>();
  for (const each of concepts) {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
}
