// Turn a release into what its data give besides facts: rate, dates, periods, names, rules of printing.

import type { GivenRecord } from '../../model/build-record.ts';
import { inLang } from '../../model/language.ts';
import type { Labels } from '../../model/located.ts';
import type { Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';

/** In a fixed order; a column or row is listed by what decides how its figures are printed. */
export function listGivens({ issuer, languages, spec: release, periods, statements }: Release): readonly GivenRecord[] {
  const givens: GivenRecord[] = [];
  const give = (given: string, value: string, { file, line }: Span) => givens.push({ given, value, at: { file, line } });
  const labels = (name: string, values: Labels) => {
    for (const lang of languages) {
      const { value, at } = inLang(values, lang);
      give(`${name}.${lang}`, value, at);
    }
  };
  const { policy, beyond, text } = issuer.change;
  if (release.rate) give('rate', release.rate.value.toString(), release.rate.at);
  labels('announced', release.announced);
  for (const [name, date] of release.dates) give(`dates.${name}`, date.value, date.at);
  for (const [role, period] of release.periods) give(`periods.${role}`, period.value, period.at);
  for (const { id, start, end, fiscalYear, quarter, at } of periods.values())
    give(`period.${id}`, `${start} to ${end}, year ${fiscalYear}, quarter ${quarter}`, at);
  labels('names', issuer.names);
  labels('short-names', issuer.shortNames);
  for (const [name, contact] of issuer.contacts) give(`contacts.${name}`, contact.value, contact.at);
  give('rules.regime', issuer.regime, issuer.at);
  give('rules.negative', issuer.negative, issuer.at);
  give('rules.nil', issuer.nil, issuer.at);
  give('rules.change', [policy, beyond?.toString() ?? '', text].join(' ').trim(), issuer.at);
  give('rules.fiscal-naming', issuer.fiscalNaming, issuer.at);
  for (const { id, scale, columns, rows, at } of statements.values()) {
    give(`scale.${id}`, scale, at);
    for (const column of columns) give(`column.${id}.${column.id}`, `${column.decimals} decimals, ${column.regime}`, column.at);
    for (const row of rows) {
      const how = [
        row.negate ? 'negated' : '',
        row.scale ?? '',
        row.decimals === undefined ? '' : `${row.decimals} decimals`,
        row.percentSign ? '%' : '',
      ];
      const value = how.filter((word) => word !== '').join(', ');
      if (row.concept !== undefined && value !== '') give(`row.${id}.${row.concept}`, value, row.at);
    }
  }
  return givens;
}
