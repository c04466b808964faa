// Turn two facts into what one is above the other, in their own unit: an increase of JPY152 million, 1.2ポイントの改善.
import { newsBetween, wayBetween } from '../figures/measures.ts';
import type { ProseFigure } from '../figures/prose-figure.ts';
import { language } from '../language/languages.ts';
import { forLang } from '../model/language.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Scale } from '../model/unit.ts';
import { type Call, type Helper, refuse } from './call.ts';
import { type Compared, mayImprove, readComparison, refuseIncomparable } from './compared-facts.ts';
import { figure, signPrinted } from './figure-helpers.ts';
import { missing, readChoice, readDecimals, readScale, readStatement } from './read-argument.ts';

const forms = ['noun', 'verb', 'improvement', 'bare', 'signed'] as const;
type Form = (typeof forms)[number];

export const differenceHelper: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'in', 'decimals', 'form', 'prefix', 'statement'],
  write(call) {
    const comparison = readComparison(call);
    const scale = readScale(call, 'one');
    const form = readChoice(call, 'form', forms, 'noun');
    const statement = readStatement(call);
    const decimals = comparison && readDecimals(call, usualDecimals(comparison.concept));
    if (!comparison || !scale || !form || statement === undefined || decimals === undefined) return undefined;
    const { concept, now, then, from } = comparison;
    const asked = { from, ...(concept.unit === 'ratio' ? {} : { scale }), ...(statement === '' ? {} : { statement }) };
    const against = then ? { against: then } : {};
    const answer = call.merging.ask({ fact: now, ...against, measure: 'difference', decimals, ...asked });
    const told = answer.kind === 'figure' ? answer.figure.told : undefined;
    if (told?.treatment === 'incomparable')
      return form === 'signed' && answer.kind === 'figure'
        ? figure(call, answer.figure, forLang(call.merging.release.issuer.nil, call.lang))
        : refuseIncomparable(call, comparison, told.entry);
    if (!then) return missing(call, concept, from);
    const compared = { concept, now, then };
    if (answer.kind !== 'figure') throw new Error(say`difference: two figures of ${concept.id} have one`);
    const value = answer.figure;
    const writing = language(call.lang).changes;
    if (form === 'signed' || form === 'bare') return figure(call, value, sizeOf(call, value, concept, scale, form));
    const size = sizeOf(call, value, concept, scale, form);
    if (form === 'improvement')
      return mayImprove(call, concept)
        ? figure(call, value, writing.improvement(newsBetween(then.value, now.value, concept.better), size))
        : undefined;
    if (areLosses(compared)) return refuseLosses(call, compared);
    const way = wayBetween(then.value, now.value);
    return figure(call, value, form === 'noun' ? writing.changeNoun(way, size) : writing.changeVerb(way, size));
  },
};

/** Money in whole units of its scale, a ratio in points to a tenth, the rest as tables print it. */
function usualDecimals({ unit, decimals }: Concept): number {
  return unit === 'money' ? 0 : unit === 'ratio' ? 1 : decimals;
}

/** In words of its unit; `signed` as tables print it. */
function sizeOf(call: Call, value: ProseFigure, { unit }: Concept, scale: Scale, form: Form): string {
  const { figures } = language(call.lang);
  const { decimals } = value;
  const signed = form === 'signed';
  const written = {
    value: signed ? value.printed : value.printed.abs(),
    sign: signed ? signPrinted(value, call) : (0 as const),
    ...(signed ? { negative: forLang(call.merging.release.issuer.negative, call.lang) } : {}),
  };
  if (unit === 'ratio') return figures.points(written.value, decimals, written.negative, written.sign);
  const prefix = call.options.get('prefix')?.text;
  if (unit === 'money' || unit === 'per-share')
    return figures.money({ ...written, decimals, scale }, prefix === undefined ? {} : { prefix });
  return figures.count({ ...written, decimals, scale }, unit);
}

const areLosses = ({ now, then }: Compared): boolean => now.value.sign < 0 && then.value.sign < 0;

/** Of two losses "an increase" would be read of the loss, and tables print that of the result. */
function refuseLosses(call: Call, { concept, now, then }: Compared): undefined {
  const hints = ['write form="improvement", which says whether it is better or worse', 'or form="signed", which prints what tables print'];
  const message = say`${concept.id} is below zero at ${now.key} and at ${then.key}: an increase of it would be read as one of the loss`;
  return refuse(call, message, call.options.get('form') ?? call.parameters[0], hints);
}
