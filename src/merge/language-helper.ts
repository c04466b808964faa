// Turn the question whether a release is written in some language too into a condition: words that point to its other part ask it.
import { isLanguage, languageCodes } from '../language/languages.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import { type Call, type Helper, refuse } from './call.ts';

/** The code of the language when the issuer lists it, '' when not: `{{#if (language "en")}}`. */
export const language: Helper = {
  parameters: ['language'],
  options: [],
  write(call: Call) {
    const [named] = call.parameters;
    const code = named?.text ?? '';
    if (!isLanguage(code)) return refuse(call, say`unknown language ${code}`, named, nameHints(code, languageCodes));
    return { text: call.merging.release.languages.includes(code) ? code : '', bound: { by: 'issuer' } };
  },
};
