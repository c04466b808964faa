// Turn what a release declares, and what its issuer reports, into what entries of statements and of the dictionary may depend on.
import { halfYearNames, printedScales, type Term, termOfQuarter } from '../model/form.ts';
import { isMapping } from '../model/mapping.ts';
import type { Kind, Memory } from '../model/memory.ts';
import { type Answer, answers, type Form, type Standard, standards } from '../model/release.ts';
import type { Sources } from '../model/sources.ts';

/** What conditions ask. */
export interface Circumstances {
  /** A term is missing where the current period is at fault: conditions on it then hold for none. */
  readonly form: Omit<Form, 'term'> & { readonly term?: Term };
  /** What the issuer calls its revenue, by the dictionary's name for it. */
  readonly revenue: string;
  /** Answers of release.yaml by name. */
  readonly flags: ReadonlyMap<string, Answer>;
  /** Roles that release.yaml gives to periods. */
  readonly roles: ReadonlySet<string>;
  /** Concepts that the issuer has: declared, typed for some period, or a row of one of its statements. */
  readonly concepts: ReadonlySet<string>;
}

/** What revenue is called unless the issuer chooses. */
const usualRevenue: Readonly<Record<Standard, string>> = {
  'j-gaap': 'net-sales',
  ifrs: 'revenue',
  'us-gaap': 'net-sales',
  jmis: 'revenue',
};

const kind: Kind<Circumstances> = { name: 'validate/circumstances', bytes: ({ concepts }) => 500 + 40 * concepts.size };

/** As typed, also where a file is at fault: that is told where the file is read. The same object for the same answers. */
export function circumstancesOf({ issuer, release, concepts, periods, statements }: Sources, memory: Memory): Circumstances {
  const [own, spec] = [issuer.value, release.value].map((value) => (isMapping(value) ? value : {}));
  const roles = isMapping(spec?.periods) ? spec.periods : {};
  const flags = isMapping(spec?.flags) ? spec.flags : {};
  const term = termOf(typeof roles.current === 'string' ? periods.get(roles.current)?.value : undefined);
  const form = {
    standard: oneOf(standards, own?.standard) ?? 'j-gaap',
    consolidated: oneOf(answers, spec?.consolidated) ?? oneOf(answers, own?.consolidated) ?? 'yes',
    halfYear: oneOf(halfYearNames, own?.['half-year']) ?? 'interim',
    printedScale: oneOf(printedScales, own?.['printed-scale']) ?? 'million',
    ...(term && { term }),
  };
  const had = new Set(isMapping(concepts.value) ? Object.keys(concepts.value) : []);
  for (const { value } of [...periods.values(), release]) addTyped(value, had);
  for (const { value } of statements.values()) addRows(value, had);
  const revenue = typeof own?.revenue === 'string' ? own.revenue : usualRevenue[form.standard];
  const made: Circumstances = {
    form,
    revenue,
    flags: new Map(Object.entries(flags).flatMap(([name, value]) => (oneOf(answers, value) ? [[name, value as Answer]] : []))),
    roles: new Set(Object.keys(roles)),
    concepts: had,
  };
  return memory.recall(
    kind,
    () => JSON.stringify([form, revenue, [...made.flags], [...made.roles], [...had]]),
    () => made,
  );
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}

function termOf(period: unknown): Term | undefined {
  const fiscal = isMapping(period) ? period.fiscal : undefined;
  const quarter = isMapping(fiscal) ? fiscal.quarter : undefined;
  // A mapping or a list where a number is wanted is told of where the period is read.
  return quarter === undefined || typeof quarter === 'object' ? undefined : termOfQuarter(Number(quarter));
}

function addTyped(value: unknown, to: Set<string>): void {
  if (!isMapping(value)) return;
  for (const part of [value.facts, value.stated]) if (isMapping(part)) for (const id of Object.keys(part)) to.add(id);
}

/** Totals are typed for no period: a row of a statement says that there are such. */
function addRows(value: unknown, to: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) addRows(item, to);
  if (!isMapping(value)) return;
  if (typeof value.concept === 'string') to.add(value.concept);
  for (const inner of Object.values(value)) if (typeof inner === 'object') addRows(inner, to);
}
