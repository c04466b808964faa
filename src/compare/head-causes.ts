// Turn the ordered changes of a comparison into why a running head says something else: the name or the day in the language of its page.
import { printedCharacters } from '../language/characters.ts';
import { isLanguage } from '../language/languages.ts';
import { writtenDates } from '../language/written-dates.ts';
import type { BuildRecord } from '../model/build-record.ts';
import type { OrderedChange } from '../model/difference.ts';
import type { Lang } from '../model/language.ts';
import { calendarOf } from './calendar-of.ts';
import type { Draft } from './draft.ts';
import type { Mark } from './page-marks.ts';
import { type Cause, joinCauses } from './trace-causes.ts';

/** Marks of running heads that one version has and the other has not, to the changes that they follow from. */
export type HeadCause = (gone: readonly Mark[], come: readonly Mark[]) => Cause | undefined;

/** Running heads print the issuer's name and the date of announcement. */
const printed = /^(announced|names)\.(\w+)$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** `told` has the ordered changes in the order of their numbers; pages are asked for by their index in `now`. */
export function headCauses(told: readonly Draft[], now: BuildRecord | undefined): (page: number) => HeadCause {
  const givens = told
    .filter((change) => change.class === 'ordered')
    .flatMap((change, index) => givenOf(change, `ordered-${index + 1}`, now ? calendarOf(now.figures) : {}) ?? []);
  let languages: ReadonlyMap<string, Lang> | undefined;
  return (page) => (gone, come) => {
    if (givens.length === 0) return undefined;
    languages ??= new Map(now?.document.texts.map(({ id, lang }) => [id, lang]));
    const lang = languageOf(now, page, languages);
    const own = givens.filter((given) => lang === undefined || given.lang === lang);
    const seen = own.filter(({ before, after }) => shows(gone, before) && shows(come, after));
    return joinCauses((seen.length > 0 ? seen : own).map(({ cause }) => cause));
  };
}

interface Given {
  readonly lang: Lang;
  readonly cause: Cause;
  /** As running heads print them, without white space. */
  readonly before: string;
  readonly after: string;
}

function givenOf(
  { kind, subject, before = '', after = '' }: Draft<OrderedChange>,
  id: string,
  issued: ReturnType<typeof calendarOf>,
): Given | undefined {
  const [, what, lang = ''] = (kind === 'given' && printed.exec(subject)) || [];
  if (what === undefined || !isLanguage(lang)) return undefined;
  const shown = (value: string): string => {
    return squeezed(isoDay.test(value) ? writtenDates(lang, issued).date(value, 'long') : printedCharacters(value));
  };
  return { lang, cause: { chain: [{ by: 'ordered', change: id, subject }], causes: [id] }, before: shown(before), after: shown(after) };
}

/** That of the first text on the page. */
function languageOf(record: BuildRecord | undefined, page: number, languages: ReadonlyMap<string, Lang>): Lang | undefined {
  for (const { owner } of record?.document.pages[page]?.runs ?? []) {
    const lang = owner === undefined ? undefined : languages.get(owner);
    if (lang !== undefined) return lang;
  }
  return undefined;
}

/** A name in several faces is set in several runs, and only some of them may differ. */
const shows = (marks: readonly Mark[], value: string): boolean =>
  marks.some(({ artifact, text }) => artifact === 'header' && text !== undefined && value.includes(squeezed(text)));

const squeezed = (text: string): string => text.replace(/\s+/gu, '');
