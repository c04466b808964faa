// Turn the text of a block into the characters that are set: the normalisation of the `typeset` profile.

import { language } from '../../language/languages.ts';
import type { TextKind } from '../../language/typesetting.ts';
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { applyRule } from './text-run.ts';

/** Applies every rule of the language until none has an edit left: a bracket made wide makes the colon after it wide. */
export function typeset(inlines: readonly Inline[], lang: Lang, kind: TextKind): readonly Inline[] {
  const { rules } = language(lang).typesetting;
  let set = raiseSuperscripts(inlines);
  for (let before: typeof set | undefined; before !== set; ) {
    before = set;
    for (const rule of rules[kind]) set = applyRule(set, lang, rule);
  }
  return set.filter((inline) => inline.text !== '' || inline.pageRef !== undefined);
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾';
const raised = '0123456789()';

/** Numbers typed in superscript characters, `⁽¹⁾`, become raised marks like any other. */
function raiseSuperscripts(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.figure !== undefined || !/⁽[⁰¹²³⁴-⁹]+⁾/.test(inline.text)) return [inline];
    let offset = 0;
    return inline.text
      .split(/(⁽[⁰¹²³⁴-⁹]+⁾)/)
      .filter((piece) => piece !== '')
      .map((piece, index) => {
        const { lineBreak: _, ...rest } = inline;
        const at = { ...inline.at, column: inline.at.column + offset, length: piece.length };
        offset += piece.length;
        const base = { ...(index === 0 ? inline : rest), text: piece, at };
        if (!piece.startsWith('⁽')) return base;
        return { ...base, sup: true as const, text: [...piece].map((char) => raised[superscripts.indexOf(char)] ?? char).join('') };
      });
  });
}
