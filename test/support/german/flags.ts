// Turn an answer of a form into German.
import type { FlagWriting } from '../../../src/language/writing.ts';

export const flags: FlagWriting = (says, _style, form) => {
  const words = says === 'yes' ? 'ja' : 'nein';
  return form === 'capital' ? words[0]?.toUpperCase() + words.slice(1) : words;
};
