// Turn a figure and its facts into a verdict: whether its exact value follows from them, worked out anew.

import { type Evaluation, environmentOf, evaluate } from '../../figures/evaluate.ts';
import { factKey } from '../../figures/fact-key.ts';
import type { Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact, Financials } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';

const hundred = Exact.of(100);

/** `base` is the other fact of a percentage or a comparison. Signs may be turned by the row or the sentence, units by a power of ten. */
export function provesMeasure(figure: Figure, fact: Fact, base: Fact | undefined, release: Release): boolean {
  const { measure, exact, upper, undecided } = figure;
  // Nothing decided is nothing printed: the word for it, or the sign for none.
  if (fact.undecided || base?.undecided) return (undecided === true || measure !== 'amount') && exact.isZero;
  if (!fact.upper && !base?.upper) return provesSingle({ exact, measure }, fact, base, release);
  // Each end printed follows from one end of the fact and one of its base; where words stand for a change, from none.
  const ends = (one: Fact): readonly Fact[] => (one.upper ? [one, { ...one, value: one.upper }] : [one]);
  const bases: readonly (Fact | undefined)[] = base ? ends(base) : [undefined];
  const pairs = ends(fact).flatMap((now) => bases.map((then) => ({ now, then })));
  return [exact, upper?.exact ?? exact].every((end) =>
    pairs.some(({ now, then }) => provesSingle({ exact: end, measure }, now, then, release)),
  );
}

function provesSingle(
  { exact, measure }: Pick<Figure, 'exact' | 'measure'>,
  fact: Fact,
  base: Fact | undefined,
  release: Release,
): boolean {
  const rate = release.spec.rate?.value;
  switch (measure) {
    case 'amount':
      return scaled(fact.value, exact);
    case 'translated':
      return rate !== undefined && !rate.isZero && scaled(fact.value.div(rate), exact);
    case 'percent-of':
      return base !== undefined && !base.value.isZero && fact.value.div(base.value).mul(hundred).abs().equals(exact.abs());
    case 'change':
      // From nothing there is no change: words stand there, and no value.
      if (base?.value.isZero) return exact.isZero;
      return base !== undefined && fact.value.sub(base.value).div(base.value).mul(hundred).equals(exact);
    case 'difference':
      return base !== undefined && scaled(fact.value.sub(base.value), exact);
    case 'times':
      return base !== undefined && !base.value.isZero && fact.value.div(base.value).equals(exact);
  }
}

/** Whether two values differ by a power of ten at most, signs left aside. */
function scaled(value: Exact, exact: Exact): boolean {
  if (value.isZero || exact.isZero) return value.isZero && exact.isZero;
  const { n, d } = value.div(exact).abs();
  return /^10*$/.test(n.toString()) && /^10*$/.test(d.toString());
}

/** Whether a computed fact is what its formula, or every total of that name, comes to. */
export function provesFact(fact: Fact, release: Release, financials: Financials): boolean {
  const { formula: own, usually } = release.concepts.get(fact.concept) ?? {};
  const formula = own ?? usually;
  const result = formula && evaluate(formula, fact.period, environmentOf(release, financials));
  const sums = (among: Release['statements']) => [...among.values()].flatMap((statement) => treeSums(statement, fact, financials));
  // Sums of statements are of single values; what is open is proved by the evaluation of its formula, or of the sum that it is.
  if (fact.undecided || fact.upper) return provesOpen(fact, result, release, financials);
  const values = [...(result && 'term' in result ? [result.term.value] : []), ...sums(release.statements)];
  // A total that only a statement of other releases defines is computed by the first that has all its parts.
  const proving = values.length > 0 ? values : sums(release.unprinted).slice(0, 1);
  return proving.length > 0 && proving.every((value) => value.equals(fact.value));
}

/** Of an undecided fact, whether one of its parts is; of a range, whether its ends are those of its formula, or of the sums of ends. */
function provesOpen(fact: Fact, result: Evaluation | undefined, release: Release, financials: Financials): boolean {
  const inputs = fact.inputs.flatMap((key) => financials.facts.get(key) ?? []);
  if (fact.undecided) return inputs.some(({ undecided }) => undecided);
  if (result && 'term' in result)
    return result.term.value.equals(fact.value) && (result.term.upper?.equals(fact.upper ?? fact.value) ?? false);
  const highest = new Map(financials.facts);
  for (const each of inputs) if (each.upper) highest.set(each.key, { ...each, value: each.upper });
  const [low, high] = [financials, { ...financials, facts: highest }].map((from) =>
    [...release.statements.values(), ...release.unprinted.values()].flatMap((statement) => treeSums(statement, fact, from)),
  );
  return (
    [...(low ?? []), ...(high ?? [])].some((sum) => sum.equals(fact.value)) && (high ?? []).some((sum) => sum.equals(fact.upper ?? sum))
  );
}

/** The sums that a statement's rows make of this fact's parts, over facts: a row that prints its fact turned enters turned. */
function treeSums({ rows }: StatementSpec, fact: Fact, financials: Financials): readonly Exact[] {
  return rows
    .filter((row) => row.concept === fact.concept && (row.of ?? []).length > 0)
    .flatMap((row) => {
      let sum = Exact.zero;
      for (const { concept, weight } of row.of ?? []) {
        const part = financials.facts.get(factKey(concept, fact.period));
        if (!part) return [];
        const turned = rows.find((each) => each.concept === concept)?.negate ?? false;
        sum = (weight === -1) === turned ? sum.add(part.value) : sum.sub(part.value);
      }
      return [row.negate ? sum.neg() : sum];
    });
}
