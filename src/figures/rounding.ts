// Turn an exact value into the one that a regime prints for it alone.
import type { Figure } from '../model/document.ts';
import type { Exact } from '../model/exact.ts';
import type { Regime } from '../model/statement-spec.ts';

/** The regime that figures of a measure are printed under where amounts have `regime`: a change is always rounded, since cut off a rise of 0.99 would be none. */
export function regimeOf({ measure, regime }: { readonly measure: Figure['measure']; readonly regime: Regime }): Regime {
  return measure === 'change' ? 'round' : regime;
}

/** Toward zero under `truncate`, half-up on the magnitude otherwise: `foot` is half-up where no column asks for more. */
export function plainRounding(exact: Exact, decimals: number, regime: Regime): Exact {
  return regime === 'truncate' ? exact.truncate(decimals) : exact.round(decimals);
}
