// Turn the issuer's relations into the figures of statements that they ask for with `printed()`, at every period.
import type { Expression } from '../model/expression.ts';
import type { Release } from '../model/release.ts';

/** A figure by what a formula names it by. */
interface PrintedName {
  readonly statement: string;
  readonly concept: string;
  readonly period: string;
}

/** Relations are tried after statements are printed: what they ask of a statement that is not printed has to be there by then. */
export function printedNames(release: Release): readonly PrintedName[] {
  const named = release.relations.flatMap(({ left, right }) => [...printedIn(left), ...printedIn(right)]);
  return [...release.periods.keys()].flatMap((period) => named.map((name) => ({ ...name, period })));
}

function printedIn(expression: Expression): readonly Omit<PrintedName, 'period'>[] {
  switch (expression.kind) {
    case 'printed':
      return [{ statement: expression.statement, concept: expression.concept }];
    case 'previous':
    case 'negate':
      return printedIn(expression.of);
    case 'binary':
      return [...printedIn(expression.left), ...printedIn(expression.right)];
    case 'number':
    case 'concept':
      return [];
  }
}
