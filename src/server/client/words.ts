// Turn the words of the page, which the server has for each language, into what every part of the page can ask for.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ScreenWords } from '../../language/screen-words.ts';

/** Empty before the server has answered: nothing is shown then. */
export const Words = createContext<ScreenWords | undefined>(undefined);

/** Below a provider only. */
export function useWords(): ScreenWords {
  const words = useContext(Words);
  if (!words) throw new Error('words: asked for before they are there');
  return words;
}

/** The sentence with its values in the place of `{…}`. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
}
