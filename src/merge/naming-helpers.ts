// Turn a release's rate, dates, periods, issuer and anchors into words of a sentence.

import { digits } from '../figures/digits.ts';
import { decimalsOf } from '../figures/scale.ts';
import { fiscalPart } from '../language/calendar.ts';
import { isLanguage, language } from '../language/languages.ts';
import { dateStyles, periodStyles } from '../language/writing.ts';
import { writtenDates } from '../language/written-dates.ts';
import { forLang, inLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { PeriodDates } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { type Call, type Helper, refuse } from './call.ts';
import { readChoice, readId, readPeriod } from './read-argument.ts';

/** Rates are quoted to the sen: 120.00, not 120. */
const usualRateDecimals = 2;

export const rate: Helper = {
  parameters: [],
  options: [],
  write(call) {
    const value = call.merging.release.spec.rate?.value;
    if (!value) return refuse(call, 'the release has no exchange rate', undefined, ['give rate in release.yaml']);
    return { text: digits(value, Math.max(decimalsOf(value), usualRateDecimals)), bound: { by: 'rate' } };
  },
};

export const period: Helper = {
  parameters: ['period'],
  options: ['style'],
  write(call) {
    const named = call.parameters[0] && readPeriod(call, call.parameters[0]);
    const style = readChoice(call, 'style', periodStyles, 'label');
    if (named && (style === 'ordinal' || style === 'ordinal-word') && !endsWithQuarter(named)) {
      const hints = ['name it by style="part", "quarter" or "term", in a sentence about what it is'];
      return refuse(
        call,
        say`${named.id}, from ${named.start} to ${named.end}, is no quarter and has no number of one`,
        call.parameters[0],
        hints,
      );
    }
    return (
      named &&
      style && {
        text: writtenDates(call.lang, call.merging.release.issuer).period(named, style),
        bound: { by: 'period', period: named.id },
      }
    );
  },
};

/** A quarter, or the quarters up to one, are told by its number; a whole year and a second half are not. */
function endsWithQuarter(named: PeriodDates): boolean {
  const part = fiscalPart(named);
  return part === 'quarter' || part === 'cumulative';
}

export const date: Helper = {
  parameters: ['date'],
  options: ['style'],
  write(call) {
    const iso = isoDate(call);
    const style = readChoice(call, 'style', dateStyles, 'long');
    return iso !== undefined && style
      ? { text: writtenDates(call.lang, call.merging.release.issuer).date(iso, style), bound: { by: 'date', iso } }
      : undefined;
  },
};

/**
 * `announced` as the language of the sentence has it or, with a language, `announced.en`; a name in the release's dates; `rate-date`;
 * `<period>.start` and `<period>.end`.
 */
function isoDate(call: Call): string | undefined {
  const name = call.parameters[0]?.text ?? '';
  const { spec: release, periods, languages } = call.merging.release;
  const announced = new Map(languages.map((lang) => [`announced.${lang}`, inLang(release.announced, lang)]));
  if (name === 'announced') return inLang(release.announced, call.lang).value;
  const stated = announced.get(name) ?? release.dates.get(name) ?? (name === 'rate-date' ? release.rateDate : undefined);
  if (stated) {
    call.merging.usedDates.add(name);
    return stated.value;
  }
  const [, role = '', edge] = /^(.+)\.(start|end)$/.exec(name) ?? [];
  const found = periods.get(release.periods.get(role)?.value ?? role);
  if (found) return edge === 'start' ? found.start : found.end;
  const unlisted = name.startsWith('announced.') ? name.slice('announced.'.length) : '';
  if (isLanguage(unlisted)) {
    const listed = sayAll(languages.map((lang) => language(lang).name));
    const ask = [say`its languages are ${listed}: take the day out, or put it between {{#if (language "${unlisted}")}} and {{/if}}`];
    return refuse(call, say`the release is not announced in ${language(unlisted).name}`, call.parameters[0], ask);
  }
  const roles = [...release.periods.keys()].flatMap((id) => [`${id}.start`, `${id}.end`]);
  const hints = nameHints(name, [
    'announced',
    ...announced.keys(),
    ...release.dates.keys(),
    ...(release.rateDate ? ['rate-date'] : []),
    ...roles,
  ]);
  if (release.undecidedDates?.has(name)) {
    const ask = [say`ask {{#if (has "undecided.${name}")}} before, and say there that it is undecided`];
    return refuse(call, say`date ${name} is undecided`, call.parameters[0], ask);
  }
  const given = name.includes('.') ? [] : [say`give ${name} under dates in release.yaml: a day, or undecided`];
  return refuse(call, say`unknown date ${name}`, call.parameters[0], [...hints, ...given]);
}

/** How the name of the accounting standard is written: 日本基準, 日本会計基準. */
const standardStyles = ['short', 'full'] as const;

export const issuer: Helper = {
  parameters: ['what'],
  options: ['style'],
  write(call) {
    const { names, shortNames, contacts, standard, nil, at } = call.merging.release.issuer;
    const what = call.parameters[0]?.text ?? '';
    if (what === 'standard') {
      const style = readChoice(call, 'style', standardStyles, 'short');
      return style && { text: language(call.lang).legends.standardNames[standard.value][style], bound: { by: 'issuer' }, at: standard.at };
    }
    const style = call.options.get('style');
    if (style) return refuse(call, say`${what} is written in one way only`, style, ['leave style out: it is for "standard"']);
    if (what === 'nil') return { text: forLang(nil, call.lang), bound: { by: 'issuer' }, at };
    const contact = what.startsWith('contacts.') ? contacts.get(what.slice('contacts.'.length)) : undefined;
    const said = what === 'name' ? inLang(names, call.lang) : what === 'short-name' ? inLang(shortNames, call.lang) : contact;
    if (said) return { text: said.value, bound: { by: 'issuer' }, at: said.at };
    const known = ['name', 'short-name', 'standard', 'nil', ...[...contacts.keys()].map((key) => `contacts.${key}`)];
    return refuse(call, say`the issuer has no ${what}`, call.parameters[0], nameHints(what, known));
  },
};

export const page: Helper = {
  parameters: ['anchor'],
  options: [],
  write(call) {
    const anchor = readId(call);
    return anchor === undefined ? undefined : { pageOf: anchor };
  },
};
