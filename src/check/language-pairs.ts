// Turn the languages of a release into the pairs that must agree with each other.
import type { Lang } from '../model/language.ts';

/** Each two of them once, in their order; none for a release in one language. */
export function languagePairs(languages: readonly Lang[]): readonly (readonly [Lang, Lang])[] {
  return languages.flatMap((one, index) => languages.slice(index + 1).map((other) => [one, other] as const));
}
