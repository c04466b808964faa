// Turn a typed word of direction into the changes that it may mean: those of the figures that it hangs together with, and of what they are compared with.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import type { Stretch } from '../../model/span.ts';
import { type Mention, ownMovement } from './amount-mentions.ts';
import { againstNamed, againstUsual, amountBefore, baseOf, between, comparedApart, goingOn, isBase, pairOf } from './compared-amounts.ts';
import type { Meant } from './meant-change.ts';
import type { Movement } from './movements.ts';
import type { SaidWord } from './said-words.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';
import { clauseOf, gapHoldsFigure, inside, isApart, isAttributed, linkedFigure, linksOf, nearest } from './word-links.ts';

/** The word is right where one of them agrees; none where nothing tells what it speaks of. */
export function meantBy(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] {
  const earlier = toldBefore(word, sentence, told);
  if (earlier) return earlier;
  const moved = movedBeside(word, sentence, told);
  if (moved) return moved.filter((meant) => isTopic(word, meant, sentence, told));
  const meant = word.relates ? related(word, sentence, told) : compared(word, sentence, told);
  return meant.filter((each) => isTopic(word, each, sentence, told));
}

/** Words of a sentence that prints nothing, where they speak of what the sentence before it printed. */
export function wordsToldBefore(sentence: ToldSentence, told: ToldText): readonly SaidWord[] {
  const last = told.sentences[told.sentences.indexOf(sentence) - 1];
  if (!last || last.movements.length === 0) return [];
  return sentence.words.filter((word) => toldBefore(word, sentence, told) !== undefined);
}

/** `This drop compared to 2Q01 was due to`: of the changes that the sentence before it prints, since that period where one is named. */
function toldBefore(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] | undefined {
  const words = linksOf(told).toldBefore;
  if (!words || word.relates || sentence.start === 0) return undefined;
  if (!words.before.test(told.typed.slice(Math.max(sentence.start, word.start - aroundWord), word.start))) return undefined;
  const last = told.sentences[told.sentences.indexOf(sentence) - 1];
  const since = told.text.runs.find(
    ({ inline: { bound }, start }) =>
      bound?.by === 'period' && start > word.end && start - word.end < aroundWord && words.since?.test(told.typed.slice(word.end, start)),
  );
  const period = since?.inline.bound?.by === 'period' ? since.inline.bound.period : undefined;
  if (period === undefined && !words.after.test(told.typed.slice(word.end, word.end + aroundWord))) return undefined;
  const shown = last?.movements.filter(({ against }) => period === undefined || against.period === period) ?? [];
  return shown.length > 0 ? shown.map(shownChange) : undefined;
}

/** Characters beside a word that tell what it speaks of. */
const aroundWord = 40;

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

/** A word that compares an amount with an earlier one. */
function compared(word: SaidWord, sentence: ToldSentence, told: ToldText): readonly Meant[] {
  const links = linksOf(told);
  const clause = clauseOf(word, sentence);
  if (!clause) return [];
  const linked = linkedFigure(
    word,
    sentence.mentions,
    told,
    isAttributed(word, sentence, told) ? links.attributedLevel : links.levelAfter,
    links.levelBefore,
  );
  // `3から減少し、2から…`: what is compared with stands before the word, and the next comparison begins with the figure.
  const based = linked && linked.start >= word.end && isBase(linked, sentence, told);
  const own = based && inside(sentence.mentions, { start: clause.start, end: word.start }).some((base) => isBase(base, sentence, told));
  const level = own ? undefined : linked;
  const loose = level === undefined && !word.cause && !isAttributed(word, sentence, told);
  if (!level && !loose) return [];
  const near = <T extends Stretch>(places: readonly T[]) =>
    nearest(
      word,
      inside(places, clause).filter((place) => !isApart(word, place, told)),
      told.text.lang,
    );
  const beside = loose ? near(sentence.movements.filter((each) => !comparedApart(word, each, sentence, told))) : undefined;
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

/** 増収 says nothing of profits, and 増益 nothing of sales. */
function isTopic({ start, end }: Stretch, meant: Meant, sentence: ToldSentence, { text, typed, printed }: ToldText): boolean {
  const word = text.text.slice(start, end);
  const topics = language(text.lang).words.topics;
  const topic = topics?.find(({ topicWord }) => topicWord.test(word));
  if (!topic) return true;
  const concept = meant.kind === 'own' ? meant.mention.concept : printed.release.concepts.get(meant.change.fact.concept);
  if (!concept) return false;
  const label = inLang(concept.labels, text.lang).value;
  if (topics?.some(({ topicLabel }) => topicLabel.test(label))) return topic.topicLabel.test(label);
  return topic.topicNamed.test(typed.slice(Math.max(sentence.start, start - 60), start));
}
