// Turn the code of a language into a teller of messages: the catalogue src/language/<language>/messages.json, which the built program has beside it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languageCodes, languages, writtenIn } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile } from '../model/read-file.ts';
import { keepSayings, say, sayWord } from '../model/say.ts';
import { asWritten, type Messages, type Teller, tellerOf } from '../model/tell-message.ts';

/** Where the catalogue of a language is: beside the built program, else in its source. */
function fileOf(lang: Lang): string {
  const built = fileURLToPath(new URL(`./messages/${lang}.json`, import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL(`../language/${lang}/messages.json`, import.meta.url));
}

/** Codes of the languages that messages are told in: the one that they are written in, and those with a catalogue. */
export const messageLanguages: readonly Lang[] = languageCodes.filter((lang) => lang === writtenIn || existsSync(fileOf(lang)));

/** Messages of a language that has them. */
export function loadMessages(lang: Lang): Messages {
  return JSON.parse(readRegularFile(fileOf(lang), dataLimits.fileBytes).toString('utf8')) as Messages;
}

/** From now on messages can be told in a language. The catalogue is read with the first of them: a run that has nothing to say reads none. */
export function tellerIn(lang: Lang): Teller {
  if (lang === writtenIn) return asWritten;
  keepSayings();
  // They are names in messages, and each is kept as a word of the program's own.
  for (const { name } of languages) say`${sayWord(name)}`;
  let teller: Teller | undefined;
  return (text) => {
    teller ??= tellerOf(loadMessages(lang), lang);
    return teller(text);
  };
}
