// Turn inlines into one line of plain text, for outline titles and the descriptions of links.
import { language } from '../../language/languages.ts';
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';

/** Forced line breaks become what the language has between words. */
export function plainText(inlines: readonly Inline[], lang: Lang): string {
  const { lineJoint } = language(lang).text;
  const text = inlines.map((inline, i) => (inline.lineBreak && i > 0 ? lineJoint : '') + inline.text).join('');
  return text.replace(/\s+/g, ' ').trim();
}
