// Turn sources into the names that files refer to one another by: the same object as long as there are the same names.
import type { Lang } from '../model/language.ts';
import type { Kind, Memory } from '../model/memory.ts';
import type { Concept, Issuer } from '../model/release.ts';
import type { Sources } from '../model/sources.ts';
import type { AccountIndex } from './account-index.ts';
import { axesOf, memberConceptIds } from './member-ids.ts';

/** What a figure is typed in. */
export type Typed = Pick<Concept, 'id' | 'unit' | 'scale'>;

/** The names that files refer to one another by. */
export interface Names {
  /** Languages that the release is written in. */
  readonly languages: readonly Lang[];
  /** Ids of concepts.yaml, also when an entry of it is at fault, of the accounts of the dictionary that the issuer has, and of these concepts of each member that they have. */
  readonly conceptIds: ReadonlySet<string>;
  /** Ids of headings over accounts, of concepts.yaml and all of the dictionary: they have names and no figures. */
  readonly headingIds: ReadonlySet<string>;
  /** Ids of all files of periods/, and of the periods without one that published changes are from. */
  readonly periodIds: ReadonlySet<string>;
  /** Roles of the release, e.g. current → 2q02. */
  readonly roles: ReadonlyMap<string, string>;
  /** Ids of all files of statements/. */
  readonly statementIds: ReadonlySet<string>;
}

/** Names for a file that types facts. */
export interface FactNames extends Names {
  /** What figures of concepts are typed in, by id; those of concepts at fault are missing. */
  readonly concepts: ReadonlyMap<string, Typed>;
}

const namesKind: Kind<Names> = { name: 'validate/names', bytes: ({ conceptIds }) => 1000 + 40 * conceptIds.size };
const factNamesKind: Kind<FactNames> = { name: 'validate/fact-names', bytes: ({ concepts }) => 200 + 150 * concepts.size };

/** For files that name nothing that other files declare. */
export function languageNames(languages: readonly Lang[], memory: Memory): Names {
  const none: ReadonlySet<string> = new Set();
  return sameNames({ languages, conceptIds: none, headingIds: none, periodIds: none, roles: new Map(), statementIds: none }, memory);
}

/** For files that type no facts. */
export function declaredNames(
  { languages, concepts, members, periods, release }: Pick<Sources, 'languages' | 'concepts' | 'members' | 'periods' | 'release'>,
  statements: ReadonlyMap<string, unknown>,
  accounts: AccountIndex,
  memory: Memory,
): Names {
  const own = keysOf(concepts.value).filter((id) => isHeading(entryOf(concepts.value, id)));
  const ofDictionary = [...accounts].flatMap(([id, { entry }]) => (isHeading(entry) ? [id] : []));
  const headingIds = new Set([...own, ...ofDictionary]);
  const measured = keysOf(concepts.value).filter((id) => !headingIds.has(id));
  return sameNames(
    {
      languages,
      conceptIds: new Set([...measured, ...memberConceptIds(concepts.value, axesOf(members?.value))]),
      headingIds,
      periodIds: new Set([...periods.keys(), ...basesOf(periods)]),
      roles: rolesOf(release.value),
      statementIds: new Set(statements.keys()),
    },
    memory,
  );
}

/** For files that type facts: of a concept these read what its figures are typed in, and nothing else. */
export function factNames(declared: Names, concepts: ReadonlyMap<string, Concept>, memory: Memory): FactNames {
  const typed = new Map<string, Typed>();
  for (const [id, { unit, scale }] of concepts) typed.set(id, { id, unit, scale });
  const key = (): string => JSON.stringify([memory.numberOf(declared), [...typed.values()]]);
  return memory.recall(factNamesKind, key, () => ({ ...declared, concepts: typed }));
}

function sameNames(names: Names, memory: Memory): Names {
  const { languages, conceptIds, headingIds, periodIds, roles, statementIds } = names;
  const key = (): string => JSON.stringify([languages, [...conceptIds], [...headingIds], [...periodIds], [...roles], [...statementIds]]);
  return memory.recall(namesKind, key, () => names);
}

/** What other files ask of issuer.yaml. */
export type IssuerTerms = Pick<Issuer, 'translation' | 'scale' | 'regime' | 'fiscalNaming'>;

const termsKind: Kind<IssuerTerms> = { name: 'validate/terms', bytes: () => 100 };

/** The same object for the same terms. */
export function termsOf({ translation, scale, regime, fiscalNaming }: Issuer, memory: Memory): IssuerTerms {
  const key = (): string => JSON.stringify([translation, scale, regime, fiscalNaming]);
  return memory.recall(termsKind, key, () => ({ scale, regime, fiscalNaming, ...(translation !== undefined && { translation }) }));
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

const entryOf = (concepts: unknown, id: string): unknown => (concepts as Readonly<Record<string, unknown>>)[id];

const isHeading = (entry: unknown): boolean => typeof entry === 'object' && entry !== null && 'sign' in entry && entry.sign === 'none';

/** Roles as typed, also when another part of release.yaml is at fault; `current` always, so that its lack is told once. */
function rolesOf(release: unknown): ReadonlyMap<string, string> {
  const periods = typeof release === 'object' && release !== null && 'periods' in release ? release.periods : undefined;
  const roles = new Map([['current', '']]);
  for (const [role, id] of Object.entries(periods ?? {})) roles.set(role, typeof id === 'string' ? id : '');
  return roles;
}

/** The periods that changes are from which some period's file gives as they were published. */
function basesOf(periods: Sources['periods']): readonly string[] {
  const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
  return [...periods.values()].flatMap(({ value }) => {
    const changes = isMapping(value) && isMapping(value.changes) ? Object.values(value.changes) : [];
    return changes.flatMap((change) => (isMapping(change) && typeof change.from === 'string' ? [change.from] : []));
  });
}
