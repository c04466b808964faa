// Turn correction.yaml into what a notice says about a correction.

import type { CorrectionSpec } from '../model/correction.ts';
import { inLang, type Lang } from '../model/language.ts';
import { forgetful } from '../model/memory.ts';
import type { ReleaseSpec } from '../model/release.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Located } from '../model/span.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { languageNames } from './names.ts';
import { correctionSchema } from './schema/release.ts';
import { scopeOf } from './scope.ts';

/**
 * `languages` are those of the release, `announced` the days on which it was, where that is known. Undefined when an error was reported.
 */
export function validateCorrection(
  file: YamlFile,
  languages: readonly Lang[],
  report: Report,
  announced?: ReleaseSpec['announced'],
): CorrectionSpec | undefined {
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const data = checkSchema(correctionSchema(languages), file, note);
  if (!data) return undefined;
  const scope = scopeOf(file, languageNames(languages, forgetful), note);
  const dayOf = (lang: Lang): Located<string> => {
    const date = scope.date(inLang(data.date, lang), ['date', lang]);
    const first = announced && inLang(announced, lang);
    if (first && date.value && date.value < first.value) {
      const message = `the notice is of ${date.value}, and the release that it corrects is announced on ${first.value}`;
      const related = [{ at: first.at, message: 'announced here' }];
      scope.fail({ code: 'validate/date', message, path: ['date', lang], related, hints: ['correct one of the two days'] });
    }
    return date;
  };
  const spec: CorrectionSpec = {
    date: scope.eachLang(dayOf),
    reason: scope.labels(data.reason, ['reason']),
    ...(data.contact && { contact: scope.labels(data.contact, ['contact']) }),
    addressees: scope.eachLang((lang) =>
      (data.addressees ? inLang(data.addressees, lang) : []).map((value, index) => ({ value, at: scope.at(['addressees', lang, index]) })),
    ),
    at: scope.at([]),
  };
  return sound ? spec : undefined;
}
