// Turn amounts beside a change that they do not belong to into findings: rose by 3, where the rise is of 5; rose to the amount of another concept.
import { rangeOf } from '../../figures/rounding.ts';
import { language } from '../../language/languages.ts';
import type { MovementWords } from '../../language/word-reading.ts';
import { Exact } from '../../model/exact.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang } from '../../model/language.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { TextCheck } from '../check-shapes.ts';
import type { Mention } from './amount-mentions.ts';
import type { Movement } from './movements.ts';
import { type ToldSentence, type ToldText, toldText } from './told-sentence.ts';

/** How far something went, where it went to, where it came from: each follows from the change that stands beside it. */
export const amountsOfMovements: TextCheck = {
  code: 'check/figures-together',
  severity: 'error',
  each: (text, printed) => {
    const words = language(text.lang).words.besideMovement;
    const told = words && toldText(text, printed);
    if (!told) return [];
    return told.sentences.flatMap((sentence) => [
      ...sentence.movements.flatMap((movement) => besideIt(movement, sentence, words, told)),
      ...comparedAmounts(sentence, words, told),
    ]);
  },
};

/** Characters between a change and the amount beside it. */
const reach = 80;

const roles = ['size', 'level', 'base'] as const;
type Role = (typeof roles)[number];

function besideIt(movement: Movement, sentence: ToldSentence, words: MovementWords, told: ToldText): readonly FindingDetails[] {
  const after = sentence.mentions.find(({ start }) => start >= movement.end);
  const before = sentence.mentions.findLast(({ end }) => end <= movement.start);
  return (
    [
      [after, 'after'],
      [before, 'before'],
    ] as const
  ).flatMap(([mention, side]) => {
    if (!mention) return [];
    const between = gap(movement, mention, told);
    const role = between === undefined ? undefined : roles.find((each) => words[each][side]?.test(between));
    const fault = role && faultOf(role, mention, movement, told);
    return fault === undefined ? [] : [finding(mention, movement, fault, told)];
  });
}

/** The words between the two; undefined where they stand far apart. */
function gap(one: Stretch, other: Stretch, { typed }: ToldText): string | undefined {
  const [start, end] = [Math.min(one.end, other.end), Math.max(one.start, other.start)];
  return end - start > reach ? undefined : typed.slice(start, end);
}

/** What is wrong with an amount in its role; undefined where nothing is, or where it is of another kind altogether. */
function faultOf(role: Role, mention: Mention, movement: Movement, told: ToldText): string | undefined {
  const { release } = told.printed;
  const moved = release.concepts.get(movement.fact.concept);
  const { measure } = mention.figure;
  if (!moved || moved.unit !== mention.concept.unit || (measure !== 'amount' && measure !== 'translated')) return undefined;
  const isSame = moved.id === mention.concept.id;
  switch (role) {
    case 'size':
      return isWord(movement, told) && measure === 'amount' && !isSize(mention, movement, told) ? 'does not come to it' : undefined;
    case 'level':
      if (!isSame) return isExpected(mention, told) ? undefined : 'is of another concept';
      return mention.fact.key === movement.fact.key ? undefined : 'is of another period';
    case 'base':
      if (!isSame) return isExpected(mention, told) || mention.fact.period === movement.fact.period ? undefined : 'is of another concept';
      return mention.fact.key === movement.against.key ? undefined : 'is of another period';
  }
}

/** A word by a helper, no figure: `an increase`. */
const isWord = ({ start }: Movement, { text }: ToldText): boolean =>
  text.runs.some(({ inline, start: own }) => own === start && inline.bound?.by === 'direction');

/** A difference may be taken of the amounts as printed, each half a unit off. */
const slack = Exact.of(3);

function isSize({ figure, fact }: Mention, { value, base, fact: moved, against }: Movement, { printed }: ToldText): boolean {
  // How far a range moved is a range of its own.
  if ([fact, moved, against].some(({ upper, undecided }) => upper ?? undecided)) return true;
  const { reach: own } = rangeOf(figure, fact, printed.release.issuer.regime);
  return value.sub(base).abs().sub(fact.value.abs()).abs().compare(own.mul(slack)) <= 0;
}

/** What was expected is another concept by right. */
function isExpected({ concept }: Mention, { text: { lang } }: ToldText): boolean {
  return language(lang).concepts.forecast.test(inLang(concept.labels, lang).value);
}

function finding(mention: Mention, movement: Movement, fault: string, { text, printed }: ToldText): FindingDetails {
  const { figure, fact } = mention;
  return {
    message: say`${mention.text} is ${fact.key}, and ${movement.text} beside it is ${movement.fact.key} since ${movement.against.key}: the amount ${fault}`,
    at: printed.locate(text, mention.start, mention.end - mention.start) ?? figure.at,
    hints: ['let both name the same concept and period', 'or name in words what the amount is of'],
  };
}

/** `a gain of 3 on assets in dollars, compared to a loss of 5 in 2Q01`: both are of one concept. */
function comparedAmounts(sentence: ToldSentence, words: MovementWords, told: ToldText): readonly FindingDetails[] {
  const { comparedAmount, comparedToo } = words;
  if (!comparedAmount || sentence.mentions.length < 2) return [];
  const { ofBase } = language(told.text.lang).words.saidOfAmount;
  let head: Mention | undefined;
  let isAlone = true;
  let last: Mention | undefined;
  let inList = false;
  const found: FindingDetails[] = [];
  for (const mention of sentence.mentions) {
    const between = last ? told.typed.slice(last.end, mention.start) : '';
    const before = told.typed.slice(Math.max(sentence.start, mention.start - reach), mention.start);
    inList = last !== undefined && (comparedAmount.test(before) || (inList && comparedToo?.test(between) === true));
    const isNear = last === head && ofBase?.test(between) === true;
    if (!inList) {
      isAlone = head === undefined || head.concept.id === mention.concept.id;
      head = mention;
    } else if (head && isAlone && !isNear && isOther(mention, head, told)) found.push(stranger(mention, head, told));
    last = mention;
  }
  return found;
}

function isOther(mention: Mention, head: Mention, told: ToldText): boolean {
  const isAmount = ({ figure: { measure } }: Mention): boolean => measure === 'amount' || measure === 'translated';
  return (
    isAmount(mention) &&
    isAmount(head) &&
    mention.concept.id !== head.concept.id &&
    mention.concept.unit === head.concept.unit &&
    mention.fact.period !== head.fact.period &&
    !isExpected(mention, told) &&
    !isExpected(head, told)
  );
}

function stranger(mention: Mention, head: Mention, { text, printed }: ToldText): FindingDetails {
  return {
    message: say`${head.text} is ${head.fact.key}, and ${mention.text}, which it is compared with, is ${mention.fact.key}`,
    at: printed.locate(text, mention.start, mention.end - mention.start) ?? mention.figure.at,
    related: [{ at: head.figure.at, message: head.fact.key }],
    hints: ['let both name the same concept', 'or name in words what the second one is of'],
  };
}
