// Turn the code of a language into its name in findings.
import type { PerLang } from '../model/language.ts';

export const languageNames: PerLang<string> = { ja: 'Japanese', en: 'English' };
