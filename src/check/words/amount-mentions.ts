// Turn the figures of a text into mentions of amounts that can be compared, each with its fact, and into how far something moved where they say that.
import { conceptOf } from '../../figures/fact-key.ts';
import { language, languageCodes } from '../../language/languages.ts';
import type { Figure } from '../../model/document.ts';
import type { Exact } from '../../model/exact.ts';
import { type Expression, expressionText } from '../../model/expression.ts';
import type { Fact } from '../../model/financials.ts';
import { inLang } from '../../model/language.ts';
import type { Way } from '../../model/movement.ts';
import type { Concept, Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';

/** An amount, its dollars or a share as a text prints it. */
export interface Mention extends Stretch {
  readonly figure: Figure;
  readonly fact: Fact;
  readonly concept: Concept;
  /** The same for figures of one thing at several periods. */
  readonly group: string;
  /** What is compared within a group. */
  readonly value: Exact;
  /** High end of a range, likewise. */
  readonly upper?: Exact;
  /** As printed. */
  readonly text: string;
}

/** In order of the text; a figure set in several runs is one mention. */
export function mentionsOf(text: TypedText, { document, financials, release }: Printed): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { inline, start, end } of text.runs) {
    const figure = inline.figure === undefined ? undefined : document.figures[inline.figure];
    const last = mentions.at(-1);
    if (figure && last?.figure === figure && last.end === start) {
      mentions[mentions.length - 1] = { ...last, end, text: last.text + inline.text };
      continue;
    }
    const of = figure && groupOf(figure);
    const fact = figure && financials.facts.get(figure.fact);
    const concept = fact && release.concepts.get(fact.concept);
    if (!of || !fact || !concept) continue;
    const { value, upper } = figure.measure === 'percent-of' ? { value: figure.exact, upper: figure.upper?.exact } : fact;
    mentions.push({ figure, fact, concept, group: of, value, ...(upper && { upper }), start, end, text: inline.text });
  }
  return mentions;
}

/** Undefined for figures that are changes themselves. */
function groupOf({ measure, fact, against }: Figure): string | undefined {
  switch (measure) {
    case 'amount':
    case 'translated':
      return conceptOf(fact);
    case 'percent-of':
      return say`${conceptOf(fact)} of ${conceptOf(against ?? fact)}`;
    default:
      return undefined;
  }
}

/** An amount that is itself how far something moved. */
export interface OwnMovement {
  /** By the sign of the amount. */
  readonly way: Way;
  /** What moved and since when, where a formula tells. */
  readonly of?: { readonly concept: string; readonly period: string; readonly against: string };
}

/** By the formula of the concept, else by its labels, else by the sign that the sentence asserts; undefined where nothing tells. */
export function ownMovement({ figure, fact, concept, value }: Mention, release: Release): OwnMovement | undefined {
  const moved = movedConcept(concept);
  const sign = moved?.sign ?? signOfLabels(concept) ?? (figure.asserted && !concept.outcomes && moves(concept) ? 1 : undefined);
  if (sign === undefined || figure.measure === 'percent-of') return undefined;
  const way = value.isZero ? 'level' : value.sign === sign ? 'up' : 'down';
  const against = release.periods.get(fact.period)?.previous;
  return { way, ...(moved && against !== undefined ? { of: { concept: moved.concept, period: fact.period, against } } : {}) };
}

/** Of a flow nothing says whether it is a change; an amount of which a rise is good or bad is no change itself. */
const moves = ({ better, unit }: Concept): boolean => better === 'neutral' && unit !== 'ratio';

/** `x - previous(x)`, and which sign is a rise. */
function movedConcept({ formula }: Concept): { readonly concept: string; readonly sign: 1 | -1 } | undefined {
  if (!formula) return undefined;
  if (formula.kind === 'negate') return turned(differenceOf(formula.of));
  return differenceOf(formula);
}

function differenceOf(formula: Expression): ReturnType<typeof movedConcept> {
  if (formula.kind !== 'binary' || formula.op !== '-') return undefined;
  const { left, right } = formula;
  if (right.kind === 'previous' && expressionText(right.of) === expressionText(left)) return { concept: expressionText(left), sign: 1 };
  if (left.kind === 'previous' && expressionText(left.of) === expressionText(right)) return { concept: expressionText(right), sign: -1 };
  return undefined;
}

const turned = (moved: ReturnType<typeof movedConcept>): ReturnType<typeof movedConcept> =>
  moved && { ...moved, sign: moved.sign === 1 ? -1 : 1 };

const signs = new WeakMap<Concept, { readonly sign: 1 | -1 | undefined }>();

/** `Increase (decrease) in cash` rises when it is positive, 減少（増加）額 when it is negative; undefined where no language's label tells. */
function signOfLabels(concept: Concept): 1 | -1 | undefined {
  const known = signs.get(concept);
  if (known) return known.sign;
  const sign = readLabels(concept);
  signs.set(concept, { sign });
  return sign;
}

function readLabels({ labels }: Concept): 1 | -1 | undefined {
  const told = languageCodes.flatMap((code) => {
    const label = Object.hasOwn(labels, code) ? inLang(labels, code).value : undefined;
    const { changeLabels } = language(code).words;
    if (label === undefined || !changeLabels) return [];
    if (changeLabels.fallsWhenPositive.test(label)) return [-1 as const];
    return changeLabels.risesWhenPositive.test(label) ? [1 as const] : [];
  });
  return told[0];
}
