// Turn review.yaml into what was checked of a release, and by whom.
import type { Lang } from '../model/language.ts';
import { forgetful } from '../model/memory.ts';
import type { Tick } from '../model/review.ts';
import type { YamlFile } from '../model/sources.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { languageNames } from './names.ts';
import { reviewSchema } from './schema/release.ts';
import { scopeOf } from './scope.ts';

/** `languages` are those of the release. Undefined when an error was reported. */
export function validateReview(file: YamlFile, languages: readonly Lang[], report: Report): readonly Tick[] | undefined {
  const data = checkSchema(reviewSchema(languages), file, report);
  if (!data) return undefined;
  const scope = scopeOf(file, languageNames(languages, forgetful), report);
  return data.checked.map((tick, index) => ({ ...tick, at: scope.at(['checked', index]) }));
}
