// Turn sources into those that were made before of the same files, so that whatever was made of them holds.
import type { Kind, Memory } from '../model/memory.ts';
import type { Sources } from '../model/sources.ts';

/** Its files and maps are kept, and counted, on their own. */
const sourcesKind: Kind<Sources> = { name: 'load/sources', bytes: ({ hashes }) => 1000 + 250 * hashes.size };

/** Every field takes part in the key: paths and names as they are, files and maps by the objects that they are. */
export function sameSources(memory: Memory, sources: Sources): Sources {
  const { root, issuerId, releaseId, theme, draft, languages, hashes, ...objects } = sources;
  const key = (): string =>
    JSON.stringify([root, issuerId, releaseId, theme, draft === true, languages, [...hashes], numbersOf(objects, memory)]);
  return memory.recall(sourcesKind, key, () => sources);
}

/** Each field beside its name. */
function numbersOf(objects: Readonly<Record<string, object>>, memory: Memory): readonly (readonly [string, number])[] {
  return Object.entries(objects).map(([name, object]) => [name, memory.numberOf(object)] as const);
}
