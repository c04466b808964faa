// Turn correction.yaml into what a notice says about a correction.

import type { CorrectionSpec, EarlierCorrection } from '../model/correction.ts';
import { inLang, type Lang } from '../model/language.ts';
import { forgetful } from '../model/memory.ts';
import type { ReleaseSpec } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Located } from '../model/span.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { languageNames } from './names.ts';
import { correctionSchema } from './schema/release.ts';
import { type Scope, scopeOf } from './scope.ts';

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
  const spec: CorrectionSpec = {
    date: scope.eachLang((lang) => scope.date(inLang(data.date, lang), ['date', lang])),
    reason: scope.labels(data.reason, ['reason']),
    ...(data.contact && { contact: scope.labels(data.contact, ['contact']) }),
    addressees: scope.eachLang((lang) =>
      (data.addressees ? inLang(data.addressees, lang) : []).map((value, index) => ({ value, at: scope.at(['addressees', lang, index]) })),
    ),
    ...(data.earlier && { earlier: { value: data.earlier, at: scope.at(['earlier']) } }),
    ...(data['numerical-data'] && { numericalData: { ...data['numerical-data'], at: scope.at(['numerical-data']) } }),
    at: scope.at([]),
  };
  for (const lang of languages) followInTime(daysOf(spec, data.earlier ?? [], lang, scope), announced && inLang(announced, lang), scope);
  return sound ? spec : undefined;
}

/** A day of the file, what it is the day of, and where it is typed. */
interface Day {
  readonly what: string;
  readonly value: string;
  readonly path: YamlPath;
}

/** The days of a language: of the earlier corrections, then of this one. */
function daysOf({ date }: CorrectionSpec, earlier: readonly EarlierCorrection[], lang: Lang, scope: Scope): readonly Day[] {
  const before = earlier.flatMap((days, index): readonly Day[] => {
    const path = ['earlier', index, lang];
    const typed = days[lang];
    return typed === undefined ? [] : [{ what: 'an earlier correction', value: scope.date(typed, path).value, path }];
  });
  return [...before, { what: 'the notice', value: inLang(date, lang).value, path: ['date', lang] }];
}

/** No correction goes out before the release that it corrects, nor before one that it follows; on the same day it may. */
function followInTime(days: readonly Day[], announced: Located<string> | undefined, scope: Scope): void {
  let last = announced && {
    what: 'the release that it corrects is announced',
    here: 'announced here',
    value: announced.value,
    at: announced.at,
  };
  for (const { what, value, path } of days) {
    if (value === '') continue;
    if (last && value < last.value) {
      const message = say`${what} is of ${value}, and ${last.what} on ${last.value}`;
      const related = [{ at: last.at, message: last.here }];
      scope.fail({ code: 'validate/date', message, path, related, hints: ['correct one of the two days'] });
    }
    last = { what: 'an earlier correction went out', here: 'the earlier correction', value, at: scope.at(path) };
  }
}
