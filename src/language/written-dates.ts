// Turn a language and an issuer's calendar into how days and periods are written: years of the western calendar, or of an era.
import type { ForLangs, Lang } from '../model/language.ts';
import type { Calendar } from '../model/release.ts';
import { language } from './languages.ts';
import type { DateWriting } from './writing.ts';

/** A language without eras counts western years, whatever the issuer's calendar. */
export function writtenDates(lang: Lang, { calendar }: { readonly calendar?: ForLangs<Calendar> }): DateWriting {
  const { dates, eraDates } = language(lang);
  const own = typeof calendar === 'string' ? calendar : calendar?.[lang];
  return own === 'era' && eraDates ? eraDates : dates;
}

/** Every way in which a language may write them, for those that read what was written. */
export function allDates(lang: Lang): readonly DateWriting[] {
  const { dates, eraDates } = language(lang);
  return eraDates ? [dates, eraDates] : [dates];
}
