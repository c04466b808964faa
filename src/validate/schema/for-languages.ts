// Turn a schema's definition into one for each list of languages that releases are written in, built at its first use.
import type { Lang } from '../../model/language.ts';

/** Runs `make` once for each list of languages that it is asked for; the order counts, since findings name the first language first. */
export function forLanguages<T>(make: (languages: readonly Lang[]) => T): (languages: readonly Lang[]) => T {
  const made = new Map<string, T>();
  return (languages) => {
    const key = languages.join(' ');
    const known = made.get(key);
    if (known !== undefined) return known;
    const schema = make(languages);
    made.set(key, schema);
    return schema;
  };
}
