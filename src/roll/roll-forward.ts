// Turn a release into the files of the next one: its periods moved on, its words carried over to be confirmed, its figures listed and still to be typed.
import { addsUpOverTime } from '../derive/adds-up-over-time.ts';
import { factKey } from '../figures/fact-key.ts';
import { periodTypesOf } from '../figures/period-types.ts';
import type { FindingWords } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import type { Period, ReportedFact } from '../model/release.ts';
import { say } from '../model/say.ts';
import { schemaLineLike } from '../model/schema-link.ts';
import type { Composed } from '../session.ts';
import { addToPeriod } from './add-to-period.ts';
import { type CarriedEntry, carriedEntries, carriedText } from './carried-texts.ts';
import { type NeededFacts, neededFacts } from './needed-facts.ts';
import { orderFacts } from './order-facts.ts';
import { newPeriodText } from './period-text.ts';
import { type LeftOut, nextReleaseText } from './release-text.ts';
import { type ShiftedPeriod, type ShiftedPeriods, shiftPeriods } from './shift-periods.ts';
import { yearOfQuarters } from './year-of-quarters.ts';

/** A file of a period that is made, or gets figures that it lacks. */
export interface PeriodFile {
  readonly id: string;
  /** Below data/<issuer>/. */
  readonly file: string;
  readonly text: string;
  /** The text that stands there; undefined for a file that is made. */
  readonly before?: string;
  /** Figures that are to be typed in it. */
  readonly unset: number;
}

/** The next release, before anything is written. */
export interface NextForward {
  /** Periods by role: the old one, and the new one. */
  readonly roles: ReadonlyMap<string, { readonly from: string; readonly to: string }>;
  readonly periods: readonly PeriodFile[];
  /** Files of the release's folder, by name. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** What is open until it is changed or confirmed. */
  readonly carried: readonly CarriedEntry[];
  readonly left: readonly LeftOut[];
  /** Days and rate that are to be given. */
  readonly emptied: readonly string[];
}

/** `name` is `issuer/release` of the one that it begins with, `id` that of the new one; `given` are periods by role, as somebody says them. */
export function rollForward(
  composed: Composed,
  { name, id, given }: { readonly name: string; readonly id: string; readonly given: ReadonlyMap<string, string> },
): NextForward | FindingWords {
  const { sources, release } = composed;
  const shifted = shiftPeriods(release, id, given);
  if ('message' in shifted) return shifted;
  const { roles } = shifted;
  const periods = periodFiles(composed, shifted, name);
  if ('message' in periods) return periods;
  const folder = `data/${sources.issuerId}/releases/${sources.releaseId}/`;
  const schemaFor = (file: string): string => schemaLineLike(sources.release.text, `${folder}${file}`);
  const next = nextReleaseText(
    sources.release,
    name,
    schemaFor('release.yaml'),
    new Map([...roles].map(([role, { dates }]) => [role, dates.id])),
  );
  const carried = carriedEntries(sources, forecastsNowOver(composed, shifted));
  if (carried.length > dataLimits.carried)
    return {
      message: say`${carried.length} sentences and other texts would be carried over, more than the ${dataLimits.carried} that carried.yaml may list`,
      hint: 'begin with a shorter release',
    };
  const pictures = [...release.pictures.values()].filter(({ file }) => file.startsWith(folder));
  return {
    roles: new Map([...roles].map(([role, { dates, from }]) => [role, { from: from.id, to: dates.id }])),
    periods,
    files: new Map<string, string | Uint8Array>([
      ['release.yaml', next.text],
      ...[...sources.narratives].map(([lang, { text }]) => [`narrative.${lang}.md`, text] as const),
      ...pictures.map(({ file, source }) => [file.slice(folder.length), Buffer.from(source, 'base64')] as const),
      ['carried.yaml', carriedText(name, carried, schemaFor('carried.yaml'))],
    ]),
    carried,
    left: next.left,
    emptied: next.emptied,
  };
}

function periodFiles(composed: Composed, shifted: ShiftedPeriods, name: string): readonly PeriodFile[] | FindingWords {
  const { release, sources } = composed;
  const needed = neededFacts(composed);
  const { roles, current, previous } = shifted;
  const renamed = (period: string): string | undefined => [...roles.values()].find(({ from }) => from.id === period)?.dates.id;
  const summed = yearOfQuarters(release, current);
  const all = [...roles.values(), ...(previous ? [previous] : []), ...(summed?.quarters ?? [])];
  const files: PeriodFile[] = [];
  for (const id of new Set(all.map(({ dates }) => dates.id))) {
    const own = all.filter(({ dates }) => dates.id === id);
    const [{ dates, file, from }] = own as [ShiftedPeriod, ...ShiftedPeriod[]];
    const sum = id === current.dates.id && !file ? summed?.quarters.map((quarter) => quarter.dates.id) : undefined;
    const facts = lacking(own, needed, file, isGiven(composed, file, sum !== undefined));
    const content = {
      groups: orderFacts(
        facts.filter(({ source }) => source === undefined),
        composed,
      ),
      stated: facts.filter(({ source }) => source !== undefined),
      before: from.id,
      renamed,
    };
    const path = `periods/${id}.yaml`;
    const source = file && sources.periods.get(id);
    if (source && facts.length > 0) {
      const text = addToPeriod(source, content);
      if (text === undefined)
        return {
          message: say`the figures that ${path} lacks cannot be put into it`,
          hint: 'write its facts one below another, each on a line of its own',
        };
      files.push({ id, file: path, text, before: source.text, unset: facts.length });
    } else if (!source) {
      const schema = schemaLineLike(sources.periods.get(from.id)?.text ?? '', `data/${sources.issuerId}/${path}`);
      const opens = id === current.dates.id ? previous?.dates.id : openedBy(from, release.periods, renamed);
      const text = newPeriodText(dates, content, {
        schema,
        from: name,
        ...(opens !== undefined && { previous: opens }),
        ...(sum && { sum }),
      });
      files.push({ id, file: path, text, unset: facts.length });
    }
  }
  return files;
}

/** The new name of the period that opens one, where the new release has it. */
function openedBy(from: Period, periods: ReadonlyMap<string, Period>, renamed: (period: string) => string | undefined): string | undefined {
  const opens = periods.get(from.previous ?? '');
  return opens && renamed(opens.id);
}

/** Figures that were needed of the old periods, and that the new one has not. */
function lacking(
  own: readonly ShiftedPeriod[],
  needed: NeededFacts,
  file: Period | undefined,
  isGiven: (concept: string) => boolean,
): readonly ReportedFact[] {
  const all = new Map(own.flatMap(({ from }) => (needed.get(from.id) ?? []).map((fact) => [fact.concept, fact] as const)));
  return [...all.values()].filter(({ concept }) => !file?.facts.has(concept) && !file?.unset?.has(concept) && !isGiven(concept));
}

/** What needs not to be typed: it is computed where its file is, or it adds up where the period is a sum. */
function isGiven({ release, financials }: Composed, file: Period | undefined, isSum: boolean): (concept: string) => boolean {
  const types = periodTypesOf(release);
  const addsUp = addsUpOverTime(release);
  return (id) => {
    if (file && financials.facts.has(factKey(id, file.id))) return true;
    const concept = release.concepts.get(id);
    if (!concept || !(isSum || file?.sum)) return false;
    return types.get(id) === 'instant' || (types.get(id) === 'duration' && addsUp(concept));
  };
}

/** Figures that were typed while their period was still to come: now that it is over they are results, and somebody has to say so. */
function forecastsNowOver(composed: Composed, { roles, current }: ShiftedPeriods): readonly CarriedEntry[] {
  const { release } = composed;
  const before = release.periods.get(release.spec.periods.get('current')?.value ?? '');
  const needed = neededFacts(composed);
  const own = new Map([...roles.values()].map((each) => [each.dates.id, each]));
  return [...own.values()].flatMap(({ file, from }) => {
    if (!file || !before || file.end <= before.end || file.end > current.dates.end) return [];
    const asked = new Set((needed.get(from.id) ?? []).map(({ concept }) => concept));
    return [...file.facts.values()]
      .filter(({ concept, source }) => asked.has(concept) && source === undefined)
      .map(({ concept, text }): CarriedEntry => ({ file: `periods/${file.id}.yaml`, key: `facts.${concept}`, text }));
  });
}
