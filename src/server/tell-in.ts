// Turn the language that a page speaks into how messages are told to it: one teller a language, as long as the server lives.
import { writtenIn } from '../language/languages.ts';
import { messageLanguages, tellerIn } from '../load/load-messages.ts';
import type { Lang } from '../model/language.ts';
import type { Teller } from '../model/tell-message.ts';

const tellers = new Map<Lang, Teller>();

/** Messages as they are written, for a language that there is none in. */
export function tellerFor(lang: Lang | undefined): Teller {
  const spoken = lang !== undefined && messageLanguages.includes(lang) ? lang : writtenIn;
  const teller = tellers.get(spoken) ?? tellerIn(spoken);
  tellers.set(spoken, teller);
  return teller;
}
