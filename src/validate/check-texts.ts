// Turn texts that no file may hold into findings: characters that nobody sees or that turn the writing round, and lengths beyond all use.
import type { Report } from '../model/diagnostic.ts';
import { dataLimits } from '../model/limits.ts';
import { codePointName, printsNothing, refusedCharacter } from '../model/printable.ts';
import { quoted } from '../model/quoted.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import { called } from './called.ts';
import { failIn } from './fail-in.ts';

/** What is wrong with a text, and what to do. */
interface TextFault {
  readonly message: string;
  readonly hint: string;
}

/** Looks at every key and every text of a file, whatever its schema; false after a finding. */
export function checkTexts(file: YamlFile, report: Report): boolean {
  const fail = failIn(file, report);
  // Aliases give one text many places: it is looked at once.
  const known = new Map<string, TextFault | undefined>();
  const faultOf = (text: string): TextFault | undefined => {
    if (!known.has(text)) known.set(text, textFault(text));
    return known.get(text);
  };
  let sound = true;
  const tell = ({ message, hint }: TextFault, name: string, path: YamlPath, key: boolean): void => {
    sound = false;
    fail({ code: 'validate/wrong-type', message: `${name} ${message}`, path, key, hints: [hint] });
  };
  const visit = (value: unknown, path: YamlPath): void => {
    if (typeof value === 'string') {
      const fault = faultOf(value);
      if (fault) tell(fault, called(path), path, false);
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const fault = keyFault(key, faultOf);
        if (fault) tell(fault, `key ${quoted(key)}`, [...path, key], true);
        visit(inner, [...path, key]);
      }
    }
  };
  visit(file.value, []);
  return sound;
}

function textFault(text: string): TextFault | undefined {
  if (text.length > dataLimits.valueCharacters) {
    const message = `holds ${text.length} characters, more than the ${dataLimits.valueCharacters} that a value may have`;
    return { message, hint: 'shorten it; running text belongs in the narrative, in paragraphs' };
  }
  const refused = refusedCharacter(text);
  if (refused) {
    const message = `holds ${refused.name}, a character that no text may hold, as its character ${refused.offset + 1}`;
    return { message, hint: 'delete it: it prints nothing, or shows figures in another order than they stand in' };
  }
  const inked = text.replace(/[^\S\ufeff]/g, '');
  if (inked === '' || !printsNothing(inked)) return undefined;
  const names = [...new Set(inked)].slice(0, 4).map(codePointName).join(', ');
  return { message: `holds no character that prints, only ${names}`, hint: 'write the text, or "" for an empty one' };
}

function keyFault(key: string, faultOf: (text: string) => TextFault | undefined): TextFault | undefined {
  if (key.length <= dataLimits.keyCharacters) return faultOf(key);
  const message = `holds ${key.length} characters, more than the ${dataLimits.keyCharacters} that a key may have`;
  return { message, hint: 'shorten it, or write the text as a value' };
}
