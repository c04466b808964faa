// Turn a key without a value into the words that say what is missing there and what to do.
import { say } from '../model/say.ts';
import type { FindingWordsOf } from './fail-in.ts';

/** `name` is the key: a concept, the name of a day. */
export function unsetWords(name: string, wants: 'figure' | 'day'): FindingWordsOf {
  if (wants === 'day')
    return { message: say`${name} has no day yet`, hints: ['write YYYY-MM-DD', 'or take the key out, where the release has no such day'] };
  return {
    message: say`${name} has no figure yet`,
    hints: ['type it as it is printed: 10,568,342 or (193,782), - for nil', 'or take the key out, where nothing needs it'],
  };
}
