// Turn two facts into the words of a comparison: change, direction, conjunction, times, and the name of an outcome.

import { roundedFact } from '../figures/digits.ts';
import { agreed, endsOf, reversed } from '../figures/ends.ts';
import type { ToldChange } from '../figures/measure-figure.ts';
import { newsBetween, outcomeOf, turnBetween, wayBetween } from '../figures/measures.ts';
import type { ProseFigure } from '../figures/prose-figure.ts';
import { fiscalPart } from '../language/calendar.ts';
import { language } from '../language/languages.ts';
import { outcomeNames } from '../model/concept-names.ts';
import { forLang, inLang } from '../model/language.ts';
import type { News, Turn, Way } from '../model/movement.ts';
import { say } from '../model/say.ts';
import { type Call, type Helper, refuse } from './call.ts';
import { type Compared, type Comparison, mayImprove, readBoth, readComparison, refuseIncomparable } from './compared-facts.ts';
import { figure, signPrinted } from './figure-helpers.ts';
import { missing, readChoice, readConcept, readDecimals, readFact, readStatement } from './read-argument.ts';

/** Both ends of a range went the same way, or that was reported. */
const wayOf = ({ now, then }: Compared): Way => agreed(now, then, (to, from) => wayBetween(from, to))?.all ?? 'level';
const newsOf = ({ concept, now, then }: Compared): News =>
  agreed(now, then, (to, from) => newsBetween(from, to, concept.better))?.all ?? 'level';

/** Whether a sentence may say which way it went: of what is undecided nobody knows, and of a range whose ends part nobody can say it in a word. */
function wentOneWay(call: Call, { now, then }: Compared): boolean {
  const open = [now, then].find(({ undecided }) => undecided);
  if (open) {
    const hints = ['say in words that it is not decided yet', say`or type ${open.key} where it is decided`];
    refuse(call, say`${open.key} is undecided: nothing can be said of a change`, call.options.get('from'), hints, 'merge/undecided');
    return false;
  }
  if (agreed(now, then, (to, from) => wayBetween(from, to))) return true;
  const ranged = now.upper ? now : then;
  const message = say`the ends of ${ranged.key}, a range, lie on both sides of ${ranged === now ? then.key : now.key}: no word says which way it went`;
  refuse(call, message, call.options.get('from'), ['print both amounts, and no change', 'or correct the range'], 'merge/range-sign');
  return false;
}

/** `signed` is what tables print; `rate` the same under no head that says percent, so that a dash has its percent sign: －%. */
const tableForms = ['signed', 'rate'] as const;
const changeForms = ['noun', 'verb', 'improvement', 'bare', ...tableForms] as const;
type ChangeForm = (typeof changeForms)[number];
type TableForm = (typeof tableForms)[number];

const isTableForm = (form: ChangeForm): form is TableForm => form === 'signed' || form === 'rate';

export const change: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'decimals', 'form', 'statement'],
  write(call) {
    const comparison = readComparison(call);
    const decimals = readDecimals(call, 1);
    const statement = readStatement(call);
    const form = readChoice(call, 'form', changeForms, 'noun');
    if (!comparison || decimals === undefined || statement === undefined || !form) return undefined;
    const { concept, now, then, from } = comparison;
    const within = { from, ...(then ? { against: then } : {}), ...(statement === '' ? {} : { statement }) };
    const answer = call.merging.ask({ fact: now, measure: 'change', decimals, ...within });
    const told = answer.kind === 'figure' ? answer.figure.told : undefined;
    if (answer.kind === 'figure' && told) return toldChange(call, comparison, answer.figure, told, form);
    if (!then) return missing(call, concept, from);
    const compared = { concept, now, then };
    if (!isTableForm(form) && (now.undecided || then.undecided) && !wentOneWay(call, compared)) return undefined;
    if (answer.kind !== 'figure' || (then.value.isZero && !isTableForm(form))) {
      const hints = ['say it in words, with the two amounts', 'or leave the sentence out'];
      return refuse(call, say`${then.key} is zero: no change from it can be printed`, call.options.get('from'), hints, 'derive/zero-base');
    }
    const value = answer.figure;
    if (value.undecided && isTableForm(form)) return figure(call, value, rateOf(forLang(call.merging.release.issuer.nil, call.lang), form));
    if (isTableForm(form)) return figure(call, value, signedChange(call, value, form));
    if (!wentOneWay(call, compared)) return undefined;
    const turn = agreed(now, then, (to, from) => turnBetween(from, to))?.all;
    // Across zero a percentage has the sign of its base: a table would print a gain as negative and a sentence as a rise.
    if (turn) return turned(call, compared, value, turn, form);
    const words = value.statementWords ?? (value.beyond ? value.tableWords : undefined);
    if (words !== undefined) {
      const hints = ['say in words what happened, with the two amounts', 'or write form="signed", which prints what tables print'];
      const message = say`the change of ${now.key} from ${then.key} is printed as ${forLang(words, call.lang)} and cannot stand in a sentence`;
      return refuse(call, message, undefined, hints);
    }
    const { changes: writing, figures } = language(call.lang);
    const ends = { value: value.printed, ...(value.upper && { upper: value.upper.printed }) };
    const size = value.printed.sign < 0 || (ends.upper?.sign ?? 0) < 0 ? reversed(ends) : ends;
    const percent = figures.percent(size.value, decimals, undefined, undefined, size.upper);
    if (form === 'improvement' && !mayImprove(call, concept)) return undefined;
    const texts = {
      noun: () => writing.changeNoun(wayOf(compared), percent),
      verb: () => writing.changeVerb(wayOf(compared), percent),
      improvement: () => writing.improvement(newsOf(compared), percent),
      bare: () => percent,
    };
    return figure(call, value, texts[form]());
  },
};

/** A change as it was published in the words that its sign gives; of a comparison that means nothing, what tables print or nothing. */
function toldChange(call: Call, comparison: Comparison, value: ProseFigure, told: ToldChange, form: ChangeForm) {
  if (isTableForm(form)) return figure(call, value, signedChange(call, value, form));
  const { concept, now, from } = comparison;
  if (told.treatment === 'incomparable') return refuseIncomparable(call, comparison, told.entry);
  if (told.entry.nil) {
    const hints = ['say in words what happened, with the two amounts', 'or write form="signed", which prints what tables print'];
    return refuse(
      call,
      say`the change of ${now.key} from ${from} was published as a dash and cannot stand in a sentence`,
      undefined,
      hints,
    );
  }
  const { changes: writing, figures } = language(call.lang);
  const percent = figures.percent(value.printed.abs(), value.decimals);
  if (form === 'bare') return figure(call, value, percent);
  if (now.value.sign < 0) {
    const hints = ['say in words what happened', 'or write form="signed", which prints what tables print'];
    return refuse(
      call,
      say`${now.key} is below zero, and its base is not in the data: a percentage cannot say it in a sentence`,
      undefined,
      hints,
    );
  }
  const rise = value.exact.sign;
  if (form === 'improvement') {
    if (!mayImprove(call, concept)) return undefined;
    const news = rise === 0 ? 'level' : rise > 0 === (concept.better === 'higher') ? 'better' : 'worse';
    return figure(call, value, writing.improvement(news, percent));
  }
  const way = rise === 0 ? 'level' : rise > 0 ? 'up' : 'down';
  return figure(call, value, form === 'noun' ? writing.changeNoun(way, percent) : writing.changeVerb(way, percent));
}

/** In brackets beside its amount a change stands as in a table, with the words of tables where they have some. */
function signedChange(call: Call, value: ProseFigure, form: TableForm): string {
  const { lang, merging } = call;
  const words = value.statementWords ?? value.tableWords;
  if (words !== undefined) return rateOf(forLang(words, lang), form);
  const negative = forLang(merging.release.issuer.negative, lang);
  return language(lang).figures.percent(value.printed, value.decimals, negative, signPrinted(value, call), value.upper?.printed);
}

/** Words such as n.m. are no rate. */
const rateOf = (words: string, form: TableForm): string => (form === 'rate' && !/[\p{L}\p{N}]/u.test(words) ? `${words}%` : words);

/** A result that crossed zero in words; what has no names for its two sides did not turn to profit or loss. */
function turned(
  call: Call,
  { concept, now, then }: Compared,
  value: ProseFigure,
  turn: Turn,
  form: 'noun' | 'verb' | 'improvement' | 'bare',
) {
  if (form !== 'bare' && concept.outcomes)
    return figure(call, value, language(call.lang).changes.turned(turn, form === 'noun' ? 'noun' : 'verb'));
  const sides = turn === 'profit' ? 'below zero to above it' : 'above zero to below it';
  const instead = concept.outcomes
    ? 'leave form="bare" out, which says to what it turned'
    : 'say in words what happened, with the two amounts';
  const hints = [instead, 'or write form="signed", which prints what tables print'];
  const message = say`${concept.id} went from ${sides} between ${then.key} and ${now.key}: a percentage cannot say it in a sentence`;
  return refuse(call, message, call.options.get('form') ?? call.options.get('from'), hints);
}

export const direction: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'form'],
  write(call) {
    const compared = readBoth(call);
    const form = readChoice(call, 'form', ['noun', 'verb', 'word', 'improvement'], 'noun');
    if (!compared || !form || !wentOneWay(call, compared)) return undefined;
    const writing = language(call.lang).changes;
    if (form === 'improvement' && !mayImprove(call, compared.concept)) return undefined;
    const movement = form === 'improvement' ? newsOf(compared) : wayOf(compared);
    const text = form === 'improvement' ? writing.improved(newsOf(compared)) : writing.direction(wayOf(compared), form);
    return { text, bound: { by: 'direction', fact: compared.now.key, against: compared.then.key, movement } };
  },
};

export const conjunction: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'then'],
  write(call) {
    const first = readBoth(call, 'from');
    const second = readBoth(call, 'then');
    if (!first || !second || !wentOneWay(call, first) || !wentOneWay(call, second)) return undefined;
    if (first.then === second.then) {
      return refuse(call, say`both comparisons are with ${first.then.key}`, call.options.get('then'), [
        'name the period of each comparison',
      ]);
    }
    return {
      text: language(call.lang).changes.conjunction(wayOf(first) === wayOf(second)),
      bound: { by: 'conjunction', fact: first.now.key },
    };
  },
};

export const times: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'decimals'],
  write(call) {
    const compared = readBoth(call);
    const decimals = readDecimals(call, 1);
    if (!compared || decimals === undefined) return undefined;
    const { concept, now, then } = compared;
    if (!wentOneWay(call, compared)) return undefined;
    const answer = call.merging.ask({ fact: now, against: then, measure: 'times', decimals });
    if (answer.kind !== 'figure') {
      const amounts = say`${now.key} is ${roundedFact(now, concept)}, ${then.key} is ${roundedFact(then, concept)}`;
      return refuse(call, say`${amounts}: one is no multiple of the other`, call.options.get('from'));
    }
    return figure(call, answer.figure, language(call.lang).figures.times(answer.figure.printed, decimals, answer.figure.upper?.printed));
  },
};

export const outcome: Helper = {
  parameters: ['concept'],
  options: ['period'],
  write(call) {
    const concept = readConcept(call);
    const fact = concept && readFact(call, concept, 'period');
    if (!concept || !fact) return undefined;
    const named = call.merging.release.periods.get(fact.period);
    const names = outcomeNames(concept, named !== undefined && fiscalPart(named) === 'year');
    if (!names) return refuse(call, say`${concept.id} has no outcome names`, call.parameters[0], ['give outcomes in concepts.yaml']);
    if (fact.undecided) {
      const hints = ['name it without its sign', say`or type ${fact.key} where it is decided`];
      return refuse(call, say`${fact.key} is undecided: it has no outcome`, call.parameters[0], hints, 'merge/undecided');
    }
    const [sign, other = sign] = endsOf(fact).map(outcomeOf);
    if (sign === undefined || sign !== other) {
      const hints = ['name the result without its sign', 'or correct the range'];
      return refuse(
        call,
        say`${fact.key} is a range from a loss to a profit: it has no one outcome`,
        call.parameters[0],
        hints,
        'merge/range-sign',
      );
    }
    return { text: inLang(names[sign], call.lang).value, bound: { by: 'outcome', fact: fact.key, sign } };
  },
};
