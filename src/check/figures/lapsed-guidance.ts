// Turn what was said for an earlier release, or forecasts of what is over, into findings: it is stated anew or not printed.

import { parseFactReference } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Period, ReportedFact } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { Labels, Span } from '../../model/span.ts';
import type { HeadSpec, StatementSpec } from '../../model/statement-spec.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { plainLabel } from './concept-roles.ts';

/** A forecast ends with its period, and what a release states of itself with the next release. */
export const lapsedGuidance: FigureCheck = {
  code: 'check/lapsed-guidance',
  severity: 'error',
  run: (release) => {
    const current = release.periods.get(release.spec.periods.get('current')?.value ?? '');
    if (!current) return [];
    return [
      ...lapsedFacts(release, current),
      ...[...release.statements.values()].flatMap((each) => endedForecasts(each, current, release)),
    ];
  },
};

function lapsedFacts(release: FigureSources, current: Period): readonly FindingDetails[] {
  const inUse = new Set([...release.spec.periods.values()].map(({ value }) => value));
  return [
    ...[...release.spec.stated.values()].flatMap((fact) => [...statedForAnother(fact, current), ...restsOnThePast(fact, current, release)]),
    // What a period states is as old as the period; what is still to come may be stated of it again and again.
    ...[...release.periods.values()]
      .filter(({ id, end }) => inUse.has(id) && end > current.end)
      .flatMap(({ facts }) => [...facts.values()].flatMap((fact) => statedForAnother(fact, current))),
  ];
}

function statedForAnother({ concept, text, source, statedFor, at }: ReportedFact, current: Period): readonly FindingDetails[] {
  if (statedFor === undefined || statedFor === current.id) return [];
  const message = say`${concept}, ${text}, was stated for ${statedFor}, and this is the release of ${current.id}`;
  return [{ message, at, hints: renewals(`for: ${current.id}`, source) }];
}

function restsOnThePast(fact: ReportedFact, current: Period, { periods }: FigureSources): readonly FindingDetails[] {
  const { concept, text, source, restsOn = [], restsOnIds, statedFor, at } = fact;
  if (!restsOnIds || restsOn.length === 0 || statedFor !== undefined) return [];
  const named = restsOn.map((basis) => periods.get(parseFactReference(basis).period ?? ''));
  if (named.some((period) => !period || period.end >= current.end)) return [];
  const message = say`${concept}, ${text}, rests on ${sayAll(restsOn, ' and ')} alone, and this is the release of ${current.id}: it was stated for an earlier one`;
  return [{ message, at, hints: renewals(`rests-on: [${parseFactReference(restsOn[0] ?? '').concept}@current]`, source) }];
}

function renewals(key: string, source: string | undefined): readonly string[] {
  return [
    say`if it is stated again, confirm it against its source (${source ?? 'none given'}) and write \`${key}\``,
    'else take it out, and the words that print it',
  ];
}

/** Columns are called forecasts by the statement, by their heads, or by the rows of a table whose rows are periods. */
function endedForecasts(spec: StatementSpec, current: Period, { periods }: FigureSources): readonly FindingDetails[] {
  const columns = new Map(spec.columns.map(({ id, period }) => [id, period]));
  const told = new Set<Span>();
  const test = (labels: readonly Words[], ids: readonly (string | undefined)[]): readonly FindingDetails[] => {
    const shown = [...new Set(ids.flatMap((id) => (id === undefined ? [] : (columns.get(id) ?? []))))];
    if (shown.length === 0 || shown.some((id) => (periods.get(id)?.end ?? '9') > current.end)) return [];
    return labels.filter(isForecast).flatMap(({ text, at }) => {
      if (told.has(at)) return [];
      told.add(at);
      const message = say`${JSON.stringify(text)} calls figures of ${sayAll(shown, ' and ')} a forecast in ${spec.id}, and the results of ${current.id} are announced: that period is over`;
      return [
        {
          message,
          at,
          hints: ['print the forecast of a period still to come: give its role another period', 'or call the figures what they are'],
        },
      ];
    });
  };
  const all = [...columns.keys()];
  const captions = Object.entries(spec.captions).flatMap(([lang, lines]) => lines.map(({ value, at }) => ({ lang, text: value, at })));
  return [
    ...test([...captions, ...wordsOf(spec.summary)], all),
    ...Object.entries(spec.heads).flatMap(([lang, heads]) => heads.flatMap((head) => testHead(head, lang, test))),
    ...(spec.grid?.rows ?? []).flatMap((row) => test(wordsOf(row.labels), row.columns)),
  ];
}

/** Words in one language, and where they are typed. */
interface Words {
  readonly lang: string;
  readonly text: string;
  readonly at: Span;
}

function wordsOf(labels: Labels = {}): readonly Words[] {
  return Object.entries(labels).map(([lang, { value, at }]) => ({ lang, text: value, at }));
}

/** A head is said of all columns under it. */
function testHead(
  head: HeadSpec,
  lang: string,
  test: (words: readonly Words[], ids: readonly string[]) => readonly FindingDetails[],
): readonly FindingDetails[] {
  const { text, at, over } = head;
  const own = text === undefined ? [] : test([{ lang, text, at }], columnsUnder(head));
  return [...own, ...over.flatMap((each) => testHead(each, lang, test))];
}

function columnsUnder({ column, over }: HeadSpec): readonly string[] {
  return [...(column === undefined ? [] : [column]), ...over.flatMap(columnsUnder)];
}

/** Forecasts beside results, and those of before, may well be of what is over. */
function isForecast({ lang, text }: Words): boolean {
  const { forecast, besideForecast } = language(lang).concepts;
  const plain = plainLabel(text);
  return forecast.test(plain) && !besideForecast.test(plain);
}
