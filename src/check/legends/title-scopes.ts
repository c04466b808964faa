// Turn a title that says consolidated where the first heading says non-consolidated, or the other way round, into a finding.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck } from '../check-shapes.ts';
import { folded } from '../typed-text.ts';
import { firstHeadings } from './titles.ts';

/** Where both say which statements are reported, they say the same. */
export const titleScopesAgree: DocumentCheck = {
  code: 'check/title',
  severity: 'error',
  hint: 'compare the title with the first heading',
  run: ({ document, release }) =>
    release.languages.flatMap((lang) => {
      const { value, at } = inLang(release.spec.titles, lang);
      const scopeOf = (text: string) => language(lang).legends.scopes(folded(text))[0]?.scope;
      const said = scopeOf(value);
      const other = firstHeadings(document, lang).find((heading) => ![undefined, said].includes(scopeOf(heading)));
      if (said === undefined || other === undefined) return [];
      return [{ message: say`the title ${quoted(value)} is ${said}; the heading ${quoted(other)} is ${scopeOf(other)}`, at }];
    }),
};
