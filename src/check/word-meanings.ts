// Turn a typed word of direction into the changes that it may mean: those of the figures that it hangs together with, and of what they are compared with.
import { factKey } from '../figures/fact-key.ts';
import { language } from '../language/languages.ts';
import type { LinkWords } from '../language/reading.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Way } from '../model/movement.ts';
import type { Stretch } from '../model/span.ts';
import { type Mention, ownMovement } from './amount-mentions.ts';
import { meantPeriods, type NamedBase, usualPeriods } from './comparison-bases.ts';
import { type Change, changeBetween, type Movement } from './movements.ts';
import type { SaidWord } from './said-words.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';

/** What a word may mean. */
export type Meant =
  /** A change from one fact to another, as the text shows it. */
  | { readonly kind: 'change'; readonly change: Change; readonly shown: string }
  /** An amount that is itself how far something moved. */
  | { readonly kind: 'own'; readonly mention: Mention; readonly way: Way };

/** The word is right where one of them agrees; none where nothing tells what it speaks of. */
export function meantBy(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] {
  const moved = movedBeside(word, sentence, told);
  if (moved) return moved.filter((meant) => isTopic(word, meant, told));
  const meant = word.relates ? related(word, sentence, told) : compared(word, sentence, told);
  return meant.filter((each) => isTopic(word, each, told));
}

/** `fell by 3`, `3 higher`, 3増加: the figure says how far something moved. Undefined where no figure does. */
function movedBeside(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] | undefined {
  const links = linksOf(told);
  const noun = links.movingNoun?.test(told.text.text.slice(word.start, word.end)) !== false;
  const after = word.relates ? links.relatedAfter : links.movedAfter;
  const linked = linkedFigure(word, [...sentence.movements, ...sentence.mentions], told, after, noun ? links.movedBefore : undefined);
  if (!linked) return undefined;
  if (!('figure' in linked)) return [shownChange(linked)];
  const own = ownMeaning(linked, told);
  // The object of a word of relation may touch it: 3より少なく.
  return word.relates && own.length === 0 ? undefined : own;
}

/** Nothing where it cannot be told whether an amount is a rise or a fall. */
export function ownMeaning(mention: Mention, { printed }: ToldText): readonly Meant[] {
  const own = ownMovement(mention, printed.release);
  return own ? [{ kind: 'own', mention, way: own.way }] : [];
}

const shownChange = (movement: Movement): Meant => ({ kind: 'change', change: movement, shown: movement.text });

const linksOf = ({ text }: ToldText): LinkWords => language(text.lang).words.links ?? {};

/** The figure that a word hangs together with: the next one after it, or one of the last before it. */
function linkedFigure<T extends Stretch>(
  word: Stretch,
  places: readonly T[],
  { typed }: ToldText,
  after: RegExp | undefined,
  before: RegExp | undefined,
): T | undefined {
  const ordered = [...places].sort((a, b) => a.start - b.start);
  const next = after && ordered.find(({ start }) => start >= word.end);
  if (next && after && isNear(next.start - word.end) && after.test(typed.slice(word.end, next.start))) return next;
  if (!before) return undefined;
  return ordered
    .filter(({ end }) => end <= word.start && isNear(word.start - end))
    .slice(-3)
    .reverse()
    .find(({ end }) => before.test(typed.slice(end, word.start)));
}

/** How far apart a word and its figure may be, in characters. */
const isNear = (gap: number): boolean => gap <= 90;

/** Two amounts, one of which the word relates to the other; or an amount and what words name. */
function related(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] {
  const { objectLink } = linksOf(told);
  const before = language(told.text.lang).words.relations?.object === 'before';
  const object =
    objectLink && linkedFigure(word, sentence.mentions, told, before ? undefined : objectLink, before ? objectLink : undefined);
  if (object) {
    const others = sentence.mentions.filter(({ group, fact }) => group === object.group && fact.key !== object.fact.key);
    const earlier = others.filter(({ start }) => start < Math.min(word.start, object.start));
    const subject = earlier.at(-1) ?? (before ? others.find(({ start }) => start >= word.end) : undefined);
    return subject ? [between(subject, object)] : [];
  }
  const own = clauseOf(word, sentence);
  const base = sentence.bases.find(({ start, end }) => {
    if (!own || start < own.start || end > own.end) return false;
    return before ? end <= word.start : start >= word.end;
  });
  if (!base || gapHoldsFigure(word, base, told)) return [];
  const first = Math.min(word.start, base.start);
  const amounts = sentence.mentions.filter(({ end }) => end <= first);
  const subject =
    amounts.findLast(({ start }) => own !== undefined && start >= own.start) ??
    goingOn(amounts, first, told) ??
    (before ? sentence.mentions.find(({ start }) => start >= word.end && start - word.end <= 3) : undefined);
  return subject ? againstNamed(subject, base, told) : [];
}

const clauseOf = (word: Stretch, { clauses }: ToldSentence): Stretch | undefined =>
  clauses.find(({ start, end }) => start <= word.start && word.end <= end);

function gapHoldsFigure(a: Stretch, b: Stretch, { typed }: ToldText): boolean {
  return typed.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).includes('\ufffc');
}

/** A word that compares an amount with an earlier one. */
function compared(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] {
  const links = linksOf(told);
  const level = linkedFigure(
    word,
    sentence.mentions,
    told,
    isAttributed(word, sentence, told) ? links.attributedLevel : links.levelAfter,
    links.levelBefore,
  );
  const clause = clauseOf(word, sentence);
  if (!clause) return [];
  const loose = level === undefined && !word.cause && !isAttributed(word, sentence, told);
  if (!level && !loose) return [];
  const near = <T extends Stretch>(places: readonly T[]) =>
    nearest(
      word,
      inside(places, clause).filter((place) => !isApart(word, place, told)),
      told.text.lang,
    );
  const beside = loose ? near(sentence.movements) : undefined;
  if (beside) return [shownChange(beside)];
  const mention = level ?? near(sentence.mentions) ?? amountBefore(word, clause, sentence, told);
  if (!mention) return [];
  const paired = pairOf(mention, word, clause, sentence, told);
  if (paired) return paired;
  const named = baseOf(word, mention, sentence, told);
  const meant = named ? againstNamed(mention, named, told) : [];
  if (meant.length > 0) return meant;
  // Beside an amount a word speaks of that amount's change, wherever the paragraph prints it.
  const shown = told.movements.filter(({ fact }) => fact.key === mention.fact.key);
  if (shown.length > 0) return shown.map(shownChange);
  const turned = word.says === 'profit' || word.says === 'loss';
  return (level || turned) && !word.cause ? againstUsual(mention, told) : [];
}

/** `lower costs`: the word speaks of what it stands before. */
function isAttributed(word: SaidWord, sentence: ToldSentence, told: ToldText): boolean {
  const { attributive, attributed } = linksOf(told);
  if (!attributive?.test(told.typed.slice(word.start, word.end))) return false;
  return attributed?.test(told.typed.slice(word.end, Math.min(sentence.end, word.end + 30))) === true;
}

/** Whether the words between show that a figure belongs to something else. */
function isApart(a: Stretch, b: Stretch, told: ToldText): boolean {
  return linksOf(told).looseBreak?.test(told.typed.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))) === true;
}

/** The amount that a word speaks of in a clause without figures: a loss that it names, a result that turned, or what the clause goes on with. */
function amountBefore(word: SaidWord, clause: Stretch, sentence: ToldSentence, told: ToldText): Mention | undefined {
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
function goingOn(mentions: readonly Mention[], to: number, told: ToldText): Mention | undefined {
  const { goesOn } = linksOf(told);
  return mentions.slice(-3).findLast(({ end }) => isNear(to - end) && goesOn?.test(told.typed.slice(end, to)));
}

/** Of the amounts of the last one's thing, that of the latest period. */
function latest(mentions: readonly Mention[], told: ToldText): Mention | undefined {
  const same = mentions.filter(({ group }) => group === mentions.at(-1)?.group);
  return same.find((each) => same.every((other) => endOf(other, told) <= endOf(each, told)));
}

const inside = <T extends Stretch>(places: readonly T[], { start, end }: Stretch): readonly T[] =>
  places.filter((place) => place.start >= start && place.end <= end);

function nearest<T extends Stretch>(word: Stretch, places: readonly T[], lang: Lang): T | undefined {
  let best: T | undefined;
  const reach = language(lang).words.directionReach;
  for (const place of places) {
    if (gapBetween(word, place) <= reach && (!best || gapBetween(word, place) < gapBetween(word, best))) best = place;
  }
  return best;
}

/** Characters between two stretches; 0 where they touch or overlap. */
export function gapBetween(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end));
}

/** Two amounts of one thing at two periods in a sentence: the later one is compared with the earlier one. Undefined where there are no two. */
function pairOf(mention: Mention, word: SaidWord, clause: Stretch, sentence: ToldSentence, told: ToldText): readonly Meant[] | undefined {
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
function isBase({ start, end }: Mention, sentence: Stretch, told: ToldText): boolean {
  const { baseBefore, baseAfter } = linksOf(told);
  const before = told.typed.slice(Math.max(sentence.start, start - 80), start);
  return baseBefore?.test(before) === true || baseAfter?.test(told.typed.slice(end, Math.min(sentence.end, end + 80))) === true;
}

function between(now: Mention, then: Mention): Meant {
  const change = changeBetween(now.fact, then.fact, now.concept, now.value, then.value);
  return { kind: 'change', change, shown: `${now.text} and ${then.text}` };
}

/** The name of what is compared with that belongs to a word and its amount: no other word and no amount of something else stands between. */
function baseOf(word: SaidWord, mention: Mention, sentence: ToldSentence, told: ToldText): NamedBase | undefined {
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

function againstNamed(mention: Mention, { base }: NamedBase, told: ToldText): readonly Meant[] {
  const { periods } = told.printed.release;
  const now = periods.get(mention.fact.period);
  return now ? meantPeriods(base, now, periods).flatMap(({ id }) => againstPeriod(mention, id, told)) : [];
}

function againstUsual(mention: Mention, told: ToldText): readonly Meant[] {
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

/** 増収 says nothing of profits, and 増益 nothing of sales. */
function isTopic({ start, end }: Stretch, meant: Meant, { text, printed }: ToldText): boolean {
  const word = text.text.slice(start, end);
  const topic = language(text.lang).words.topics?.find(({ topicWord }) => topicWord.test(word));
  if (!topic) return true;
  const concept = meant.kind === 'own' ? meant.mention.concept : printed.release.concepts.get(meant.change.fact.concept);
  return concept !== undefined && topic.topicLabel.test(inLang(concept.labels, text.lang).value);
}
