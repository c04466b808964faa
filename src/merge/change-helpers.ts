// Turn two facts into the words of a comparison: change, direction, conjunction, times, and the name of an outcome.

import { roundedFact } from '../figures/digits.ts';
import { agreed, endsOf, reversed } from '../figures/ends.ts';
import { newsBetween, outcomeOf, turnBetween, wayBetween } from '../figures/measures.ts';
import { language } from '../language/languages.ts';
import type { Fact } from '../model/financials.ts';
import { inLang } from '../model/language.ts';
import type { News, Way } from '../model/movement.ts';
import type { Concept } from '../model/release.ts';
import { type Call, type Helper, refuse } from './call.ts';
import { figure } from './figure-helpers.ts';
import { readChoice, readCompared, readConcept, readDecimals, readFact, readStatement } from './read-argument.ts';

interface Compared {
  readonly concept: Concept;
  readonly now: Fact;
  readonly then: Fact;
}

function readBoth(call: Call, option = 'from'): Compared | undefined {
  const concept = readConcept(call);
  const now = concept && readFact(call, concept, 'period');
  const then = concept && readCompared(call, concept, option);
  if (now && now === then) return refuse(call, `${now.key} is compared with itself`, call.options.get(option), ['name another period']);
  return concept && now && then ? { concept, now, then } : undefined;
}

/** Both ends of a range went the same way, or that was reported. */
const wayOf = ({ now, then }: Compared): Way => agreed(now, then, (to, from) => wayBetween(from, to))?.all ?? 'level';
const newsOf = ({ concept, now, then }: Compared): News =>
  agreed(now, then, (to, from) => newsBetween(from, to, concept.better))?.all ?? 'level';

/** Whether a sentence may say which way it went: of what is undecided nobody knows, and of a range whose ends part nobody can say it in a word. */
function wentOneWay(call: Call, { now, then }: Compared): boolean {
  const open = [now, then].find(({ undecided }) => undecided);
  if (open) {
    const hints = ['say in words that it is not decided yet', `or type ${open.key} where it is decided`];
    refuse(call, `${open.key} is undecided: nothing can be said of a change`, call.options.get('from'), hints, 'merge/undecided');
    return false;
  }
  if (agreed(now, then, (to, from) => wayBetween(from, to))) return true;
  const ranged = now.upper ? now : then;
  const message = `the ends of ${ranged.key}, a range, lie on both sides of ${ranged === now ? then.key : now.key}: no word says which way it went`;
  refuse(call, message, call.options.get('from'), ['print both amounts, and no change', 'or correct the range'], 'merge/range-sign');
  return false;
}

/** Reports a concept whose rise is neither good nor bad news. */
function mayImprove(call: Call, { concept }: Compared): boolean {
  if (concept.better !== 'neutral') return true;
  const hint = `give ${concept.id} better: higher or better: lower, or use form="noun"`;
  refuse(call, `nothing says which direction of ${concept.id} is an improvement`, call.options.get('form'), [hint]);
  return false;
}

export const change: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'decimals', 'form', 'statement'],
  write(call) {
    const compared = readBoth(call);
    const decimals = readDecimals(call, 1);
    const statement = readStatement(call);
    const form = readChoice(call, 'form', ['noun', 'verb', 'improvement', 'bare', 'signed'], 'noun');
    if (!compared || decimals === undefined || statement === undefined || !form) return undefined;
    const { now, then } = compared;
    const within = statement === '' ? {} : { statement };
    const answer = call.merging.ask({ fact: now, against: then, measure: 'change', decimals, ...within });
    if (answer.kind !== 'figure')
      return refuse(call, `${then.key} is zero: no change from it can be printed`, call.options.get('from'), [], 'derive/zero-base');
    const value = answer.figure;
    if (value.undecided && form === 'signed') return figure(call, value, call.merging.release.issuer.nil);
    if (form !== 'signed' && !wentOneWay(call, compared)) return undefined;
    const turn = agreed(now, then, (to, from) => turnBetween(from, to))?.all;
    const meaningless = value.statementWords ?? value.tableWords;
    // Where a table prints words instead of a percentage, a sentence says what happened.
    if (turn && meaningless !== undefined && (form === 'noun' || form === 'verb' || form === 'improvement')) {
      const text = language(call.lang).changes.turned(turn, form === 'noun' ? 'noun' : 'verb');
      return figure(call, value, text);
    }
    if (value.statementWords !== undefined && form !== 'signed') {
      const hint = 'say in words what happened, with the two amounts';
      return refuse(
        call,
        `the change of ${now.key} from ${then.key} is printed as ${value.statementWords} and cannot stand in a sentence`,
        undefined,
        [hint],
      );
    }
    const { changes: writing, figures } = language(call.lang);
    const ends = { value: value.printed, ...(value.upper && { upper: value.upper.printed }) };
    const size = value.printed.sign < 0 || (ends.upper?.sign ?? 0) < 0 ? reversed(ends) : ends;
    const percent = figures.percent(size.value, decimals, undefined, size.upper);
    if (form === 'improvement' && !mayImprove(call, compared)) return undefined;
    const words = {
      noun: () => writing.changeNoun(wayOf(compared), percent),
      verb: () => writing.changeVerb(wayOf(compared), percent),
      improvement: () => writing.improvement(newsOf(compared), percent),
      bare: () => percent,
      // In brackets beside its amount a change stands as in a table, with the words of tables where they have some.
      signed: () => meaningless ?? figures.percent(value.printed, decimals, call.merging.release.issuer.negative, ends.upper),
    };
    return figure(call, value, words[form]());
  },
};

export const direction: Helper = {
  parameters: ['concept'],
  options: ['period', 'from', 'form'],
  write(call) {
    const compared = readBoth(call);
    const form = readChoice(call, 'form', ['noun', 'verb', 'word', 'improvement'], 'noun');
    if (!compared || !form || !wentOneWay(call, compared)) return undefined;
    const writing = language(call.lang).changes;
    if (form === 'improvement' && !mayImprove(call, compared)) return undefined;
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
      return refuse(call, `both comparisons are with ${first.then.key}`, call.options.get('then'), ['name the period of each comparison']);
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
      const amounts = `${now.key} is ${roundedFact(now, concept)}, ${then.key} is ${roundedFact(then, concept)}`;
      return refuse(call, `${amounts}: one is no multiple of the other`, call.options.get('from'));
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
    if (!concept.outcomes)
      return refuse(call, `${concept.id} has no outcome names`, call.parameters[0], ['give outcomes in concepts.yaml']);
    if (fact.undecided) {
      const hints = ['name it without its sign', `or type ${fact.key} where it is decided`];
      return refuse(call, `${fact.key} is undecided: it has no outcome`, call.parameters[0], hints, 'merge/undecided');
    }
    const [sign, other = sign] = endsOf(fact).map(outcomeOf);
    if (sign === undefined || sign !== other) {
      const hints = ['name the result without its sign', 'or correct the range'];
      return refuse(
        call,
        `${fact.key} is a range from a loss to a profit: it has no one outcome`,
        call.parameters[0],
        hints,
        'merge/range-sign',
      );
    }
    return { text: inLang(concept.outcomes[sign], call.lang).value, bound: { by: 'outcome', fact: fact.key, sign } };
  },
};
