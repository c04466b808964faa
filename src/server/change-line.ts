// Turn a change into the pieces of a line in each language: what it is about by its printed name, what was, and what is.
import { describeChange } from '../compare/report/describe-change.ts';
import { type PrintedNames, printedNames } from '../compare/report/printed-names.ts';
import { language, languageCodes } from '../language/languages.ts';
import type { BuildRecord } from '../model/build-record.ts';
import type { Difference } from '../model/difference.ts';
import { type PerLang, perLang } from '../model/language.ts';
import type { LinePiece } from './protocol.ts';

/** What both states print, by its names; asked for when the first change is told. */
export function changeLines(
  old: BuildRecord | undefined,
  now: BuildRecord | undefined,
): (change: Difference) => PerLang<readonly LinePiece[]> {
  const names: { readonly old?: PrintedNames; readonly new?: PrintedNames } = {
    ...(old && { old: printedNames(old) }),
    ...(now && { new: printedNames(now) }),
  };
  return (change) => perLang(languageCodes, (lang) => linePieces(describeChange(change, names, language(lang).report, lang)));
}

/** Elements that say something of their words; of others the words alone are taken. */
const meanings: Readonly<Record<string, LinePiece['as']>> = { del: 'was', ins: 'is', b: 'name', small: 'more' };

/** Every character stays a character: the page is given texts, and no markup. */
export function linePieces(html: string): readonly LinePiece[] {
  const open: { readonly as: LinePiece['as']; readonly lang: string | undefined }[] = [];
  const pieces: LinePiece[] = [];
  for (const [, close, tag = '', attributes = '', text] of html.matchAll(/<(\/?)(\w+)((?:\s[^<>]*)?)>|([^<]+)/g)) {
    if (text === undefined) {
      if (close === '/') open.pop();
      else open.push({ as: meanings[tag] ?? open.at(-1)?.as, lang: /\slang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1)?.lang });
      continue;
    }
    const { as, lang } = open.at(-1) ?? {};
    pieces.push({ text: unescaped(text), ...(as && { as }), ...(lang !== undefined && { lang }) });
  }
  return pieces;
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => characters[name] ?? name);
