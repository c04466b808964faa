// Turn the English words before an amount into the name of its concept: `Cost of sales were`, `total assets at the end of the period came to`.
import type { AmountNames } from '../word-reading.ts';

const time = '(?: (?:at the end|as of|for|in|during) [^,;:.()]{0,40}?)?';
const verb = '(?: (?:was|were|is|are|totaled|totalled|amounted to|came to|came in at|stood at|reached|of)(?: approximately| about)? |: )';

export const amountNames: AmountNames = {
  name: new RegExp(`(?:^|[,;:.(] )(?:and |but |while |whereas )?([a-z][^,;:.()\ufffc]{1,80}?)${time}${verb}$`, 'i'),
  lead: /^(?:the |its |our |consolidated |[a-z0-9]{1,30}[’']s? )+/i,
  tail: / (?:expenses?|costs?|revenues?)$/i,
  afterOutcome: new RegExp(`^${time}(?: \\([^()]{0,40}\\))?${verb}$`, 'i'),
  movedAfter: /^ (?:higher|lower|more|less|above|below|up|down|better|worse|of|from|in excess|short)\b/i,
};
