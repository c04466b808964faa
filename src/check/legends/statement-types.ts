// Turn a release into what each of its statements is measured at: the ends of periods, or all of them, where all its concepts are alike.
import { type PeriodTypes, periodTypesOf } from '../../figures/period-types.ts';
import type { PeriodType, Release } from '../../model/release.ts';

/** What the types of concepts follow from. */
type Sources = Pick<Release, 'concepts' | 'statements' | 'unprinted' | 'relations'>;

const known = new WeakMap<Sources['concepts'], { readonly from: Sources; readonly types: PeriodTypes }>();

/** Followed once for the same concepts, statements and relations. */
function typesOf(release: Sources): PeriodTypes {
  const { concepts, statements, unprinted, relations } = release;
  const found = known.get(concepts);
  const isSame = found?.from.statements === statements && found.from.unprinted === unprinted && found.from.relations === relations;
  if (isSame) return found.types;
  const types = periodTypesOf(release);
  known.set(concepts, { from: { concepts, statements, unprinted, relations }, types });
  return types;
}

/** Undefined for a statement that nothing tells of, and for one of both, such as cash flows with the cash at their end. */
export function statementType(statement: string, release: Sources): PeriodType | undefined {
  const rows = release.statements.get(statement)?.rows ?? [];
  const types = typesOf(release);
  const found = new Set(rows.flatMap(({ concept }) => types.get(concept ?? '') ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}
