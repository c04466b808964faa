// Turn the words of the dictionary into the literals that a release has by them: digits in names of accounts that are no figures.

import type * as z from 'zod/mini';
import type { Literal } from '../model/exceptions.ts';
import type { Concept } from '../model/release.ts';
import type { Located } from '../model/span.ts';
import { buildLiterals } from './build-literals.ts';
import type { wordingSchema } from './schema/dictionary.ts';
import type { Scope } from './scope.ts';

type WordingData = z.infer<ReturnType<typeof wordingSchema>>;

/** Those that names taken from the dictionary hold, less the texts that the issuer or the release lists itself. */
export function accountLiterals(
  { literals }: WordingData,
  concepts: ReadonlyMap<string, Concept>,
  own: readonly Literal[],
  dictionary: ReadonlySet<string>,
  scope: Scope,
): readonly Literal[] {
  const names = [...concepts.values()].flatMap(namesOf).flatMap(({ value, at }) => (dictionary.has(at.file) ? [value] : []));
  const listed = new Set(own.map(({ text }) => text));
  return buildLiterals(literals, 'issuer', scope).filter(({ text }) => !listed.has(text) && names.some((name) => name.includes(text)));
}

function namesOf({ labels, heads, annual }: Concept): readonly Located<string>[] {
  return [labels, heads, annual?.labels, annual?.heads].flatMap((names) =>
    Object.values(names ?? {}).flatMap((name) => (name ? [name] : [])),
  );
}
