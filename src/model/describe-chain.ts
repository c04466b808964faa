// Turn the chain from an ordered change to a figure into words that are read from left to right.
import type { ChainStep } from './difference.ts';

/** `revenue.equipment@2q02 > revenue.total@2q02 > change from revenue.total@2q01 > footing of operations pct`. */
export function describeChain(chain: readonly ChainStep[]): string {
  return describeSteps(chain).join(' > ');
}

/** One piece a step; a step that shows the fact before it does not name it again. */
export function describeSteps(chain: readonly ChainStep[]): readonly string[] {
  return chain.map((step, index) => describeStep(step, chain[index - 1]));
}

function describeStep(step: ChainStep, before: ChainStep | undefined): string {
  switch (step.by) {
    case 'ordered':
      return step.subject;
    case 'fact':
      return step.fact;
    case 'measure': {
      const named = (before?.by === 'fact' && before.fact === step.fact) || (before?.by === 'ordered' && before.subject === step.fact);
      const words = [...(named ? [] : [step.fact]), step.measure, ...(step.measure === 'change' ? ['from'] : [])];
      return [...words, ...(step.against === undefined ? [] : [step.against])].join(' ');
    }
    case 'footing':
      return `footing of ${step.statement} ${step.column}`;
  }
}
