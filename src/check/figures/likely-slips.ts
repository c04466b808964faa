// Turn a difference into the typed figures that most likely cause it: two digits exchanged, a sign, a figure left out or counted twice.
import { Exact } from '../../model/exact.ts';
import type { Fact } from '../../model/financials.ts';
import { say } from '../../model/say.ts';

/** A typed figure that may explain a difference. */
export interface Slip {
  /** The figure as it is typed now. */
  readonly fact: Fact;
  /** What is probably wrong with it, with the figure that would close the difference. */
  readonly words: string;
}

const two = Exact.of(2);
const ten = Exact.of(10);

/** Candidates in order of the figures; `show` writes a value as it is typed. An exchange of digits is told only where it explains the difference to the last digit. */
export function likelySlips(difference: Exact, figures: readonly Fact[], show: (value: Exact) => string): readonly Slip[] {
  const size = difference.abs();
  return figures.flatMap((fact): Slip[] => {
    const value = fact.value.abs();
    if (value.isZero || fact.upper) return [];
    if (value.equals(size)) return [{ fact, words: say`${fact.key} equals the difference: it is left out, or counted twice` }];
    if (value.mul(two).equals(size)) return [{ fact, words: say`${fact.key} is half of the difference: its sign may be wrong` }];
    const exchanged = exchanges(fact).find((other) => other.sub(fact.value).abs().equals(size));
    return exchanged
      ? [{ fact, words: say`${fact.key}: ${show(fact.value)} read as ${show(exchanged)}, two digits exchanged, closes the difference` }]
      : [];
  });
}

/** The values that a figure takes when two digits side by side change places, in the unit that it was typed in. */
function exchanges(fact: Fact): readonly Exact[] {
  const unit = fact.halfUnit.isZero ? Exact.one : fact.halfUnit.mul(two);
  const typed = fact.value.abs().div(unit).truncate().n;
  const digits = typed.toString();
  const found: Exact[] = [];
  let place = unit;
  for (let at = digits.length - 1; at > 0; at--, place = place.mul(ten)) {
    const change = place.mul(Exact.of(9n * (BigInt(digits[at] ?? '0') - BigInt(digits[at - 1] ?? '0'))));
    found.push(fact.value.sign < 0 ? fact.value.sub(change) : fact.value.add(change));
  }
  return found;
}
