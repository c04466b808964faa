// Turn the amounts of a sentence into the changes between them, or from the periods that words name: what a word of direction is held to.
import { factKey } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { Mention } from './amount-mentions.ts';
import { mayMean, meantPeriods, type NamedBase, usualPeriods } from './comparison-bases.ts';
import type { Meant } from './meant-change.ts';
import { changeBetween, type Movement } from './movements.ts';
import type { SaidWord } from './said-words.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';
import { gapHoldsFigure, inside, isNear, linksOf, nearest } from './word-links.ts';

/** The amount that a word speaks of in a clause without figures: a loss that it names, a result that turned, or what the clause goes on with. */
export function amountBefore(word: SaidWord, clause: Stretch, sentence: ToldSentence, told: ToldText): Mention | undefined {
  const links = linksOf(told);
  const before = sentence.mentions.filter(({ end }) => end <= word.start);
  const results = (word.says === 'profit' || word.says === 'loss' ? sentence.mentions : before).filter(({ concept }) => concept.outcomes);
  if (word.says === 'profit' || word.says === 'loss') return latest(results, told);
  if (links.lossBefore?.test(told.typed.slice(Math.max(sentence.start, word.start - 30), word.start)))
    return latest(
      results.filter(({ value }) => value.sign < 0),
      told,
    );
  const base = sentence.bases.find(({ start, end }) => start >= clause.start && end <= clause.end);
  if (base) return gapHoldsFigure(word, base, told) ? undefined : goingOn(before, Math.min(base.start, word.start), told);
  const after = told.typed.slice(word.end, Math.min(sentence.end, word.end + 30));
  return links.goesOnAfter?.test(after) ? goingOn(before, word.start, told) : undefined;
}

/** The last amount from which the sentence goes on in a clause of its own that begins at `to`. */
export function goingOn(mentions: readonly Mention[], to: number, told: ToldText): Mention | undefined {
  const { goesOn } = linksOf(told);
  return mentions.slice(-3).findLast(({ end }) => isNear(to - end) && goesOn?.test(told.typed.slice(end, to)));
}

/** Of the amounts of the last one's thing, that of the latest period. */
function latest(mentions: readonly Mention[], told: ToldText): Mention | undefined {
  const same = mentions.filter(({ group }) => group === mentions.at(-1)?.group);
  return same.find((each) => same.every((other) => endOf(other, told) <= endOf(each, told)));
}

/** Two amounts of one thing at two periods in a sentence: the later one is compared with the earlier one. Undefined where there are no two. */
export function pairOf(
  mention: Mention,
  word: SaidWord,
  clause: Stretch,
  sentence: ToldSentence,
  told: ToldText,
): readonly Meant[] | undefined {
  const all = sentence.mentions.filter(({ group }) => group === mention.group);
  const near = inside(all, clause);
  const pool = new Set(near.map(({ fact }) => fact.key)).size > 1 ? near : all;
  const later = all.filter((other) => endOf(other, told) > endOf(mention, told));
  if (later.length > 0) {
    if (!isBase(mention, sentence, told)) {
      // From a later amount to an earlier one: the sentence has them the wrong way round, or says so.
      const stated = inside(later, clause).filter((other) => isBase(other, sentence, told));
      return stated.length === 1 && stated[0] ? [between(mention, stated[0])] : undefined;
    }
    const now = later.reduce((best, other) => (endOf(other, told) > endOf(best, told) ? other : best));
    return [between(now, mention)];
  }
  const earlier = pool.filter((other) => other.fact.key !== mention.fact.key && endOf(other, told) < endOf(mention, told));
  const bases = new Map(earlier.map((other) => [other.fact.key, other]));
  if (bases.size === 0) return undefined;
  const after = earlier.find((other) => other.start >= word.end && isBase(other, sentence, told));
  const before = earlier.findLast((other) => other.end <= word.start && isBase(other, sentence, told));
  const base = bases.size === 1 ? [...bases.values()][0] : language(told.text.lang).words.links?.baseAfter ? (before ?? after) : after;
  return base ? [between(mention, base)] : [...bases.values()].map((other) => between(mention, other));
}

/** The day that an amount's period ends on. */
const endOf = ({ fact }: Mention, { printed }: ToldText): string => printed.release.periods.get(fact.period)?.end ?? '';

/** Whether the words beside an amount say that something is compared with it. */
export function isBase({ start, end }: Mention, sentence: Stretch, told: ToldText): boolean {
  const { baseBefore, baseAfter } = linksOf(told);
  const before = told.typed.slice(Math.max(sentence.start, start - 80), start);
  return baseBefore?.test(before) === true || baseAfter?.test(told.typed.slice(end, Math.min(sentence.end, end + 80))) === true;
}

/** Between a word and a change stands what the one is compared with and the other is not: `a fall from 3 and a rise from 2`. */
export function comparedApart(word: Stretch, movement: Movement, sentence: ToldSentence, told: ToldText): boolean {
  const gap = { start: Math.min(word.end, movement.end), end: Math.max(word.start, movement.start) };
  const { periods } = told.printed.release;
  const [now, then] = [periods.get(movement.fact.period), periods.get(movement.against.period)];
  if (!now || !then) return false;
  return (
    inside(sentence.mentions, gap).some(
      (base) => base.fact.period !== then.id && base.fact.period !== now.id && isBase(base, sentence, told),
    ) || inside(sentence.bases, gap).some(({ base }) => !mayMean(base, then, now))
  );
}

export function between(now: Mention, then: Mention): Meant {
  const change = changeBetween(now.fact, then.fact, now.concept, now, then);
  return { kind: 'change', change, shown: say`${now.text} and ${then.text}` };
}

/** The name of what is compared with that belongs to a word and its amount: no other word and no amount of something else stands between. */
export function baseOf(word: SaidWord, mention: Mention, sentence: ToldSentence, told: ToldText): NamedBase | undefined {
  const clauseOf = ({ start }: Stretch) => sentence.clauses.findIndex((clause) => start >= clause.start && start <= clause.end);
  const [from, to] = [Math.min(word.start, mention.start), Math.max(word.end, mention.end)];
  const fitting = sentence.bases.filter((base) => {
    const gap = base.start >= to ? { start: to, end: base.start } : { start: base.end, end: from };
    if (gap.start > gap.end) return true;
    const apart = Math.abs(clauseOf(base) - (base.start >= to ? clauseOf({ start: to, end: to }) : clauseOf({ start: from, end: from })));
    const others = [...sentence.words, ...sentence.mentions.filter(({ group }) => group !== mention.group)];
    return apart <= 1 && !others.some(({ start, end }) => start >= gap.start && end <= gap.end);
  });
  return nearest({ start: from, end: to }, fitting, told.text.lang) ?? (fitting.length === 1 ? fitting[0] : undefined);
}

export function againstNamed(mention: Mention, { base }: NamedBase, told: ToldText): readonly Meant[] {
  const { periods } = told.printed.release;
  const now = periods.get(mention.fact.period);
  return now ? meantPeriods(base, now, periods).flatMap(({ id }) => againstPeriod(mention, id, told)) : [];
}

export function againstUsual(mention: Mention, told: ToldText): readonly Meant[] {
  const { periods } = told.printed.release;
  const now = periods.get(mention.fact.period);
  return now ? usualPeriods(now, periods).flatMap(({ id }) => againstPeriod(mention, id, told)) : [];
}

/** Shares are compared with shares that the sentence prints, and with nothing else. */
function againstPeriod(mention: Mention, period: string, { printed }: ToldText): readonly Meant[] {
  const against = mention.figure.measure === 'percent-of' ? undefined : printed.financials.facts.get(factKey(mention.fact.concept, period));
  if (!against) return [];
  return [{ kind: 'change', change: changeBetween(mention.fact, against, mention.concept), shown: mention.text }];
}
