// Turn the English words between the name of a period and the amount after it into patterns that tell that the amount is of that period.
import type { PeriodBefore } from '../comparison-words.ts';

const came =
  '(?:was|were|is|are|totaled|totalled|amounted to|came to|came in at|stood at|reached)(?: approximately| about| around| nearly| some)?';
const moved = '(?:grew|rose|increased|fell|decreased|declined|dropped|jumped|climbed)(?: [a-z]+(?: expected)?){0,2} to';
/** What is expected, or compared, in a period may be of another one. */
const other =
  '(?!.*\\b(?:forecast|guidance|target|outlook|plans?|planned|expects|previous|prior|last|next|preceding|earlier|compared|from|than)\\b)';
const compared =
  /\b(?:over|from|than|compared|against|since|versus|relative|with that|to that|forecast|guidance|target|outlook)\b[^,.;\ufffc]{0,60}$/i;

export const periodBefore: readonly PeriodBefore[] = [
  {
    before: /\b(?:for|in|of|during|at|as of|end of)(?: the)? $/i,
    not: compared,
    between: new RegExp(`^,? ${came} $`, 'i'),
  },
  {
    before: /(?:^|[.;] )(?:in|for|during|at|as of|at the end of) $/i,
    between: new RegExp(`^, ${other}[^,.;:()]{1,80} (?:${came}|${moved}) $`, 'i'),
  },
  { not: compared, between: /^: $/ },
];
