// Turn release.yaml into what this release is: its dates, rate, periods, stated facts, overrides, waivers and errata.

import type * as z from 'zod/mini';
import { isComparison } from '../figures/measures.ts';
import { sizeOf } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { Incomparable, Override, Waiver } from '../model/exceptions.ts';
import { inLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { printsNothing, quoted } from '../model/printable.ts';
import type { Control, ReleaseSpec, ReportedFact } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Located } from '../model/span.ts';
import { buildStated, heldAt } from './build-fact.ts';
import type { FactNames, IssuerTerms } from './names.ts';
import type { releaseSchema } from './schema/release.ts';
import { undecided } from './schema/scalars.ts';
import type { Scope } from './scope.ts';
import { unsetWords } from './unset-words.ts';

type ReleaseData = z.infer<ReturnType<typeof releaseSchema>>;

/** `issuer` is missing when its file is at fault. */
export function buildRelease(id: string, data: ReleaseData, issuer: IssuerTerms | undefined, scope: Scope<FactNames>): ReleaseSpec {
  const { fail, at } = scope;
  if (data.periods.current === undefined) {
    fail({
      code: 'validate/missing-key',
      message: 'periods has no key current',
      path: ['periods'],
      key: true,
      hints: ['name the period of this release'],
    });
  }
  if (data['rate-date'] !== undefined && data.rate === undefined) {
    const message = 'rate-date is the day of a rate, and the release has none';
    fail({ code: 'validate/unknown-key', message, path: ['rate-date'], key: true, hints: ['give rate, or take the day out'] });
  }
  if (issuer?.translation !== undefined && data.rate === undefined) {
    const message = say`key rate is missing: issuer.yaml translates to ${issuer.translation}`;
    fail({ code: 'validate/missing-key', message, path: [], key: true, hints: [say`give the yen for one ${issuer.translation}`] });
  }
  const stated = new Map<string, ReportedFact>();
  for (const [concept, entry] of Object.entries(data.stated)) {
    if (!scope.knowsConcept(concept, ['stated', concept], true)) continue;
    const missing = (['value', 'source'] as const).find((key) => entry[key] === null);
    if (missing) {
      fail({ code: 'validate/unset', ...unsetWords(concept, 'figure'), path: ['stated', concept, missing], key: true });
      continue;
    }
    const fact = buildStated(concept, entry, ['stated', concept], scope);
    if (fact) stated.set(concept, fact);
  }
  const rate = data.rate === undefined ? undefined : buildRate(data.rate, scope);
  return {
    id,
    layout: data.layout,
    announced: scope.eachLang((lang) => scope.date(inLang(data.announced, lang), ['announced', lang])),
    dates: new Map(
      Object.entries(data.dates).flatMap(([name, day]) => (day === undecided ? [] : [[name, scope.date(day, ['dates', name])]])),
    ),
    ...undecidedDates(data, scope),
    dateReasons: buildDateReasons(data, scope),
    titles: scope.labels(data.titles, ['titles']),
    flags: new Map(Object.entries(data.flags).map(([name, value]) => [name, { value, at: at(['flags', name]) }])),
    ...(rate && { rate }),
    ...(data['rate-date'] !== undefined && { rateDate: scope.date(data['rate-date'], ['rate-date']) }),
    periods: new Map(Object.entries(data.periods).map(([role, period]) => [role, buildRole(role, period, scope)])),
    targets: new Map(
      Object.entries(data.targets).map(([page, wanted]) => [
        page,
        { value: scope.count(wanted, ['targets', page], 1, 999), at: at(['targets', page]) },
      ]),
    ),
    parts: buildParts(data.parts, scope),
    ...(data.statements && { statements: buildStatements(data.statements, scope) }),
    stated,
    overrides: buildOverrides(data, scope),
    waivers: buildWaivers(data, issuer, scope),
    ...(data.incomparable.length > 0 && { incomparable: buildIncomparable(data, scope) }),
    errata: data.errata.map((erratum, index) => ({ ...erratum, at: at(['errata', index]) })),
    at: at([]),
  };
}

/** Controls of the release, to be attached to their periods. */
export function buildReleaseControls(data: ReleaseData, scope: Scope): Control[] {
  return data.controls.map((control, index) => {
    const path = ['controls', index];
    scope.knowsConcept(control.concept, [...path, 'concept']);
    const compares = isComparison(control.measure);
    if (compares && control.from === undefined) {
      const message = say`a control of ${control.measure} has no key from`;
      scope.fail({ code: 'validate/missing-key', message, path, hints: ['name the period compared with'] });
    }
    if (!compares && control.from !== undefined) {
      const hints = ['delete it, or write measure: change'];
      scope.fail({
        code: 'validate/unknown-key',
        message: say`a control of ${control.measure} compares nothing`,
        path: [...path, 'from'],
        hints,
      });
    }
    return {
      concept: control.concept,
      period: scope.periodId(control.period, [...path, 'period']),
      measure: control.measure,
      ...(control.from !== undefined && { from: scope.periodId(control.from, [...path, 'from']) }),
      ...heldAt(scope.openFigure(control.value, [...path, 'value'])),
      ofRelease: true as const,
      text: control.value,
      at: scope.at([...path, 'value']),
    };
  });
}

/** Where days are said to be undecided; nothing where all are decided. */
function undecidedDates({ dates }: ReleaseData, scope: Scope): Pick<ReleaseSpec, 'undecidedDates'> {
  const names = Object.keys(dates).filter((name) => dates[name] === undecided);
  return names.length > 0 ? { undecidedDates: new Map(names.map((name) => [name, scope.at(['dates', name])])) } : {};
}

/** Reasons by the names of days that the release has. */
function buildDateReasons(data: ReleaseData, scope: Scope): ReadonlyMap<string, Located<string>> {
  const announced = scope.names.languages.map((lang) => `announced.${lang}`);
  const known = [...announced, ...Object.keys(data.dates), ...(data['rate-date'] === undefined ? [] : ['rate-date'])];
  const reasons = Object.entries(data['date-reasons']).map(([name, reason]) => {
    const path = ['date-reasons', name];
    if (!known.includes(name)) {
      const message = say`a reason is given for ${name}, which is no day of this release`;
      scope.fail({ code: 'validate/unknown-key', message, path, key: true, hints: nameHints(name, known) });
    }
    return [name, { value: reason, at: scope.at(path) }] as const;
  });
  return new Map(reasons);
}

function buildRate(text: string, scope: Scope): Located<Exact> {
  const { value } = scope.figure(text, ['rate']);
  if (value.sign <= 0) {
    scope.fail({ code: 'validate/number', message: say`rate is ${quoted(text)}, not a figure above zero`, path: ['rate'] });
    return { value: Exact.one, at: scope.at(['rate']) };
  }
  return { value, at: scope.at(['rate']) };
}

function buildRole(role: string, period: string, scope: Scope): Located<string> {
  if (!scope.names.periodIds.has(period)) {
    const hints = nameHints(period, scope.names.periodIds);
    scope.fail({ code: 'validate/unknown-period', message: say`period ${period} has no file in periods/`, path: ['periods', role], hints });
  }
  return { value: period, at: scope.at(['periods', role]) };
}

/** Each part is named once. */
function buildParts(names: readonly string[], scope: Scope): readonly Located<string>[] {
  return names.map((value, index) => {
    const path = ['parts', index];
    const earlier = names.indexOf(value);
    if (earlier < index) {
      const related = [{ at: scope.at(['parts', earlier]), message: 'first listed here' }];
      scope.fail({ code: 'validate/duplicate', message: say`part ${value} is listed twice`, path, related });
    }
    return { value, at: scope.at(path) };
  });
}

/** Each statement is named once. */
function buildStatements(ids: readonly string[], scope: Scope): Located<string>[] {
  const { statementIds } = scope.names;
  return ids.map((id, index) => {
    const path = ['statements', index];
    if (!statementIds.has(id)) {
      const hints = nameHints(id, statementIds);
      scope.fail({ code: 'validate/unknown-statement', message: say`statement ${id} is not known`, path, hints });
    }
    const earlier = ids.indexOf(id);
    if (earlier < index) {
      const related = [{ at: scope.at(['statements', earlier]), message: 'first listed here' }];
      scope.fail({ code: 'validate/duplicate', message: say`statement ${id} is listed twice`, path, related });
    }
    return { value: id, at: scope.at(path) };
  });
}

function buildOverrides(data: ReleaseData, scope: Scope): Override[] {
  const seen = new Map<string, number>();
  return data.overrides.map((override, index) => {
    const path = ['overrides', index];
    const { statementIds } = scope.names;
    if (override.where !== 'prose' && !statementIds.has(override.where)) {
      const hints = nameHints(override.where, [...statementIds, 'prose']);
      scope.fail({
        code: 'validate/unknown-statement',
        message: say`statement ${override.where} is not known`,
        path: [...path, 'where'],
        hints,
      });
    }
    scope.knowsConcept(override.concept, [...path, 'concept']);
    if (override.of !== undefined) scope.knowsConcept(override.of, [...path, 'of']);
    const period = scope.periodId(override.period, [...path, 'period']);
    const from = override.from === undefined ? undefined : scope.periodId(override.from, [...path, 'from']);
    const key = [override.where, override.concept, period, override.measure, override.of, from].join(' ');
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['overrides', earlier]), message: 'first overridden here' }];
      scope.fail({ code: 'validate/duplicate', message: say`this figure of ${override.concept} is overridden twice`, path, related });
    }
    seen.set(key, index);
    const exact = scope.figure(override.exact, [...path, 'exact']);
    return {
      where: override.where,
      concept: override.concept,
      period,
      measure: override.measure,
      ...(override.of !== undefined && { of: override.of }),
      ...(from !== undefined && { from }),
      exact: exact.value,
      exactDecimals: exact.decimals,
      exactAt: scope.at([...path, 'exact']),
      print: scope.figure(override.print, [...path, 'print']).value,
      printAt: scope.at([...path, 'print']),
      why: override.why,
      at: scope.at(path),
    };
  });
}

function buildWaivers(data: ReleaseData, issuer: IssuerTerms | undefined, scope: Scope): Waiver[] {
  const scale = sizeOf(issuer?.scale ?? 'one');
  return data.waivers.map((waiver, index) => ({
    check: waiver.check,
    relation: waiver.relation,
    period: scope.periodId(waiver.period, ['waivers', index, 'period']),
    difference: scope.figure(waiver.difference, ['waivers', index, 'difference']).value.mul(scale),
    why: waiver.why,
    at: scope.at(['waivers', index]),
  }));
}

/** Comparisons that print a dash: each once, each with a reason. */
function buildIncomparable(data: ReleaseData, scope: Scope): Incomparable[] {
  const seen = new Map<string, number>();
  return data.incomparable.map((entry, index) => {
    const path = ['incomparable', index];
    scope.knowsConcept(entry.concept, [...path, 'concept']);
    const period = scope.periodId(entry.period, [...path, 'period']);
    const from = entry.from === undefined ? undefined : scope.periodId(entry.from, [...path, 'from']);
    if (printsNothing(entry.why)) {
      const message = say`${entry.concept} at ${period} is said not to be comparable, without a reason`;
      const hints = ['write why: a restatement, a first consolidated year, a year of another length'];
      scope.fail({ code: 'validate/missing-key', message, path: [...path, 'why'], hints });
    }
    const key = [entry.concept, period, from].join(' ');
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['incomparable', earlier]), message: 'first listed here' }];
      scope.fail({ code: 'validate/duplicate', message: say`this comparison of ${entry.concept} is listed twice`, path, related });
    }
    seen.set(key, index);
    return { concept: entry.concept, period, ...(from !== undefined && { from }), why: entry.why, at: scope.at(path) };
  });
}
