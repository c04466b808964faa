// Turn the Japanese words between the name of a period and the amount after it into patterns that tell that the amount is of that period.
import type { PeriodBefore } from '../comparison-words.ts';

export const periodBefore: readonly PeriodBefore[] = [
  // What is expected, or compared, in a period may be of another one.
  {
    between: /^(?:末?(?:の|における|現在の))(?!.*(?:予想|見込|見通|計画|目標|前|翌|次|比|対|増減))[^、。（）「」]{1,30}は、?約?$/,
  },
  { between: /^末?(?:の|における)$/ },
  { between: /^末?[：:] ?$/ },
];
