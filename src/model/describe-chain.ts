// Turn the chain from an ordered change to a figure into one line that is read from left to right.
import type { ChainStep } from './difference.ts';

/** `revenue.equipment@2q02 > revenue.total@2q02 > change from revenue.total@2q01 > footing of operations pct`. */
export function describeChain(chain: readonly ChainStep[]): string {
  return chain.map(describeStep).join(' > ');
}

export function describeStep(step: ChainStep): string {
  switch (step.by) {
    case 'ordered':
      return step.subject;
    case 'fact':
      return step.fact;
    case 'measure':
      return step.against === undefined
        ? `${step.fact} ${step.measure}`
        : `${step.fact} ${step.measure} ${step.measure === 'percent-of' ? '' : 'from '}${step.against}`;
    case 'footing':
      return `footing of ${step.statement} ${step.column}`;
  }
}
