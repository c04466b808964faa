// Turn the files of the dictionary of accounts into one index: each account by its id, with its file, and the words that names are made with.
import { isMapping } from '../model/mapping.ts';
import type { Kind, Memory } from '../model/memory.ts';
import { recallTold, toldKind } from '../model/recall-told.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Report, ValidateCode } from './codes.ts';
import { failIn } from './fail-in.ts';

/** An account as it is typed in the dictionary, before anything of it is chosen. */
export interface Account {
  readonly file: YamlFile;
  /** Where it stands in the file. */
  readonly path: YamlPath;
  readonly entry: Readonly<Record<string, unknown>>;
  /** At what its figures are measured, where the file says so for all of its accounts. */
  readonly periodType?: unknown;
}

/** By id, in the order of the files' names and then of their lines. */
export type AccountIndex = ReadonlyMap<string, Account>;

/** The file that holds the words, and no accounts. */
export const wordingFile = 'wording';

const kind = toldKind<AccountIndex, ValidateCode>({
  name: 'validate/accounts',
  bytes: ({ size }: AccountIndex) => 200 * size,
} satisfies Kind<AccountIndex>);

const fileKeys = ['statement', 'period-type', 'accounts'];

/** The same object for the same files. */
export function accountIndex(files: ReadonlyMap<string, YamlFile>, report: Report, memory: Memory): AccountIndex {
  return recallTold(
    memory,
    kind,
    () => `${memory.numberOf(files)}`,
    report,
    (told) => indexOf(files, told),
  );
}

function indexOf(files: ReadonlyMap<string, YamlFile>, report: Report): AccountIndex {
  const accounts = new Map<string, Account>();
  for (const [name, file] of files) {
    const { value } = file;
    const fail = failIn(file, report);
    if (name === wordingFile) continue;
    if (!isMapping(value) || !isMapping(value.accounts)) {
      fail({ code: 'validate/missing-key', message: 'the file has no accounts', path: [], hints: ['add accounts: {…}'] });
      continue;
    }
    for (const key of Object.keys(value)) {
      if (!fileKeys.includes(key))
        fail({ code: 'validate/unknown-key', message: say`key ${key} is not known here`, path: [key], key: true });
    }
    for (const [id, entry] of Object.entries(value.accounts)) {
      const path = ['accounts', id];
      const earlier = accounts.get(id);
      if (!isMapping(entry)) {
        fail({ code: 'validate/wrong-type', message: say`${id} is not a mapping of keys`, path });
      } else if (earlier) {
        const related = [{ at: earlier.file.locate(earlier.path, true), message: 'first given here' }];
        fail({
          code: 'validate/duplicate',
          message: say`account ${id} is given twice`,
          path,
          key: true,
          related,
          hints: ['keep one of them'],
        });
      } else {
        accounts.set(id, { file, path, entry, ...(value['period-type'] !== undefined && { periodType: value['period-type'] }) });
      }
    }
  }
  return accounts;
}
