// Turn one corrected figure into its edits: equipment sales of the sample higher by ten million yen, and all that belongs to it.
import type { Edit } from './edited-sample.ts';

const period = 'data/iij/periods/2q02.yaml';
const release = 'data/iij/releases/2q02/release.yaml';

/** The figure alone: relations break. */
export const equipment: Edit = { file: period, from: 'revenue.equipment: 1,774,953', to: 'revenue.equipment: 1,784,953' };

/** The entries that belong to the sale, and the two overrides that lapse with it: 36.7 renewed, the dollars of receivables deleted. */
export const entries: readonly Edit[] = [
  { file: period, from: 'assets.receivable: 7,844,256', to: 'assets.receivable: 7,854,256' },
  { file: period, from: 'equity.accumulated-deficit: (23,129,652)', to: 'equity.accumulated-deficit: (23,119,652)' },
  { file: period, from: 'cash-flow.receivable: (972,056)', to: 'cash-flow.receivable: (982,056)' },
  { file: period, from: 'ebitda.adjusted: 662', to: 'ebitda.adjusted: 672' },
  { file: release, from: 'exact: 36.755198', to: 'exact: 36.745785' },
  {
    file: release,
    from: `  - where: cash-flows
    concept: cash-flow.receivable
    period: current
    measure: translated
    exact: "(7,984.6886)"
    print: "(7,984)"
    why: The issuer cut the dollars of receivables and kept the equity-method loss at 12,160, one below the statement of operations.
`,
    to: '',
  },
];
