// Turn a total that is both typed and computed into one that stands as typed, where rounding explains what it misses its parts by, or a finding.
import type { Amounts } from '../figures/digits.ts';
import type { Expression } from '../model/expression.ts';
import type { Fact } from '../model/financials.ts';
import type { ReportedFact } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { DeriveFinding } from './codes.ts';
import type { Definition } from './definitions.ts';

/**
 * A sum whose parts were each rounded before they were typed need not be their sum: the issuer adds finer amounts, and types what
 * it prints. Where columns are made to foot a total is always its parts. Figures per share and ratios are whole as they are typed.
 */
export function isRoundedSum(typed: Fact, computed: Fact, definitions: readonly Definition[]): boolean {
  if (typed.unit === 'per-share' || typed.unit === 'ratio' || typed.origin !== 'reported' || computed.halfUnit.isZero) return false;
  return definitions.every(({ expression }) => isSum(expression));
}

/** Whether an expression adds and subtracts figures and does nothing else with them; the left side of a long sum is deep. */
export function isSum(expression: Expression): boolean {
  let first = expression;
  for (; first.kind === 'binary'; first = first.left) {
    if ((first.op !== '+' && first.op !== '-') || !isSum(first.right)) return false;
  }
  return first.kind === 'concept' || first.kind === 'at' || ((first.kind === 'negate' || first.kind === 'previous') && isSum(first.of));
}

/** `explains` is whether rounding may part the two at all; `digits` writes a value as the concept is typed. */
export function typedAndComputed(reported: ReportedFact, computed: Fact, explains: boolean, { digits, unit }: Amounts): DeriveFinding {
  const { key, formula } = computed;
  const beyond = explains ? say`, ${digits(computed.value)}${unit}: further apart than the rounding of its parts explains` : '';
  return {
    severity: 'error',
    code: 'derive/fact-reported-and-computed',
    message: say`${key} is typed as ${reported.text} and also computed, as ${formula}${beyond}`,
    at: reported.at,
    label: 'typed here',
    related: [{ at: computed.at, message: 'computed here' }],
    hints: [
      ...(explains ? ['compare the total and its parts with the source: one of them is mistyped, or a part is missing'] : []),
      'delete the typed figure; to keep it as a test of the computed one, move it to `controls`',
    ],
  };
}
