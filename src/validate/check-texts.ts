// Turn texts that no file may hold into findings: characters that nobody sees or that turn the writing round, and lengths beyond all use.

import type { FindingWords } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { codePointName, printsNothing, quoted, refusedCharacters } from '../model/printable.ts';
import { say, sayAll } from '../model/say.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { called, failIn } from './fail-in.ts';

/** What most texts are made of: Latin letters, dashes, quotes, arrows and shapes, kana, kanji, full-width forms. Each prints, or is a space. */
const ordinary = /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u25ff\u3000-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Looks at every key and every text of a file, whatever its schema; false after a finding. */
export function checkTexts(file: YamlFile, report: Report): boolean {
  const fail = failIn(file, report);
  // Aliases give one text many places: it is looked at once.
  const known = new Map<string, FindingWords | undefined>();
  const faultOf = (text: string): FindingWords | undefined => {
    if (text.length <= dataLimits.valueCharacters && ordinary.test(text)) return undefined;
    if (!known.has(text)) known.set(text, textFault(text));
    return known.get(text);
  };
  let sound = true;
  /** Where the visit is: written out only for a finding. */
  const path: (string | number)[] = [];
  const tell = ({ message, hint }: FindingWords, name: string, key: boolean): void => {
    sound = false;
    fail({ code: 'validate/wrong-type', message: say`${name} ${message}`, path: [...path], key, hints: [hint] });
  };
  const count = (entries: number): void => {
    if (entries <= dataLimits.entries) return;
    sound = false;
    fail({ code: 'validate/wrong-type', ...tooMany(called(path), entries, dataLimits.entries), path: [...path], key: true });
  };
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const fault = faultOf(value);
      if (fault) tell(fault, called(path), false);
    } else if (Array.isArray(value)) {
      count(value.length);
      for (let index = 0; index < value.length; index++) {
        path.push(index);
        visit(value[index]);
        path.pop();
      }
    } else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      count(keys.length);
      for (const key of keys) {
        path.push(key);
        const fault = keyFault(key, faultOf);
        if (fault) tell(fault, say`key ${quoted(key)}`, true);
        visit((value as Readonly<Record<string, unknown>>)[key]);
        path.pop();
      }
    }
  };
  visit(file.value);
  return sound;
}

/** The finding of a list or a mapping that is longer than any use. */
export function tooMany(
  name: string,
  found: number,
  most: number,
  what = 'entries',
): { readonly message: string; readonly hints: readonly string[] } {
  const message = say`${name} has ${found} ${what}, more than the ${most} that it may have`;
  return { message, hints: ['take out what the release does not need, or divide it'] };
}

function textFault(text: string): FindingWords | undefined {
  if (text.length > dataLimits.valueCharacters) {
    const message = say`holds ${text.length} characters, more than the ${dataLimits.valueCharacters} that a value may have`;
    return { message, hint: 'shorten it; running text belongs in the narrative, in paragraphs' };
  }
  const refused = refusedCharacters(text)[0];
  if (refused) {
    const message = say`holds ${refused.name}, a character that no text may hold, as its character ${refused.offset + 1}`;
    return { message, hint: 'delete it: it prints nothing, or shows figures in another order than they stand in' };
  }
  const inked = text.replace(/[^\S\ufeff]/g, '');
  if (inked === '' || !printsNothing(inked)) return undefined;
  const names = sayAll([...new Set(inked)].slice(0, 4).map(codePointName));
  return { message: say`holds no character that prints, only ${names}`, hint: 'write the text, or "" for an empty one' };
}

function keyFault(key: string, faultOf: (text: string) => FindingWords | undefined): FindingWords | undefined {
  if (key.length <= dataLimits.keyCharacters) return faultOf(key);
  const message = say`holds ${key.length} characters, more than the ${dataLimits.keyCharacters} that a key may have`;
  return { message, hint: 'shorten it, or write the text as a value' };
}
