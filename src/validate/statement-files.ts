// Turn an issuer's statements and those of its layout into the files that its release takes, each as the form of the release has it.
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import { sameMap } from '../model/same-objects.ts';
import type { Sources, YamlFile } from '../model/sources.ts';
import type { Circumstances } from './circumstances.ts';
import type { Report } from './codes.ts';
import { isLeftOut, resolveConditions } from './conditions.ts';
import { inLanguages } from './layout-languages.ts';

/** The statements of one release. */
export interface StatementFiles {
  /** By id, in order of name: the issuer's own, and those of the layout that it has none of and that are placed. */
  readonly files: ReadonlyMap<string, YamlFile>;
  /** Ids of statements that this release has none of by their own conditions: a layout that places them prints nothing there. */
  readonly leftOut: ReadonlySet<string>;
  /** Flags that decide what statements hold. */
  readonly flags: ReadonlySet<string>;
}

const kind: Kind<StatementFiles> = { name: 'validate/statement-files', bytes: ({ files }) => 100 * files.size };

const setKind: Kind<ReadonlySet<string>> = { name: 'validate/names-of-statements', bytes: ({ size }) => 50 * size };

/** `isPlaced` tells of the layout's statements which are wanted. The same object for the same files. */
export function statementFiles(
  { statements, layoutStatements, languages }: Sources,
  isPlaced: (id: string) => boolean,
  about: Circumstances,
  report: Report,
  memory: Memory = forgetful,
): StatementFiles {
  const found = new Map<string, YamlFile>();
  const leftOut = new Set<string>();
  const flags = new Set<string>();
  const take = (id: string, file: YamlFile): void => {
    const conditioned = resolveConditions(file, about, report, memory);
    for (const flag of conditioned.flags) flags.add(flag);
    if (conditioned.file) found.set(id, conditioned.file);
    else leftOut.add(id);
  };
  for (const [id, file] of statements) take(id, file);
  for (const [id, file] of layoutStatements) {
    if (statements.has(id)) continue;
    if (isPlaced(id)) take(id, inLanguages(file, languages, report, memory));
    else if (isLeftOut(file, about)) leftOut.add(id);
  }
  const same = (names: ReadonlySet<string>): ReadonlySet<string> =>
    memory.recall(
      setKind,
      () => JSON.stringify([...names]),
      () => names,
    );
  const files = sameMap(memory, new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))));
  return memory.recall(
    kind,
    () => JSON.stringify([memory.numberOf(files), [...leftOut], [...flags]]),
    () => ({ files, leftOut: same(leftOut), flags: same(flags) }),
  );
}
