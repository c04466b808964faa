// Turn data files into the accounts of the dictionary that they mention: as keys, as concepts of rows, in formulas.
import type { Kind, Memory } from '../model/memory.ts';
import type { YamlFile } from '../model/sources.ts';
import type { AccountIndex } from './account-index.ts';

const kind: Kind<readonly string[]> = { name: 'validate/mentioned', bytes: ({ length }) => 40 * length };

/** Ids in the order of the dictionary. */
export function mentionedAccounts(files: Iterable<YamlFile>, accounts: AccountIndex, memory: Memory): readonly string[] {
  const found = new Set<string>();
  for (const file of files) {
    const key = (): string => `${memory.numberOf(file)} ${memory.numberOf(accounts)}`;
    for (const id of memory.recall(kind, key, () => mentionedIn(file.value, accounts))) found.add(id);
  }
  return [...accounts.keys()].filter((id) => found.has(id));
}

/** What may be the id of an account, in a text. */
const ids = /[a-z][a-z0-9.-]*/g;

function mentionedIn(value: unknown, accounts: AccountIndex): readonly string[] {
  const found = new Set<string>();
  const visit = (inner: unknown): void => {
    if (typeof inner === 'string') {
      if (accounts.has(inner)) found.add(inner);
      else for (const word of inner.match(ids) ?? []) if (accounts.has(word)) found.add(word);
    } else if (Array.isArray(inner)) {
      for (const item of inner) visit(item);
    } else if (typeof inner === 'object' && inner !== null) {
      for (const key of Object.keys(inner)) {
        if (accounts.has(key)) found.add(key);
        visit((inner as Readonly<Record<string, unknown>>)[key]);
      }
    }
  };
  visit(value);
  return [...found];
}
