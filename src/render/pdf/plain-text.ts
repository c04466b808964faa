// Turn inlines into one line of plain text, for outline titles and the descriptions of links.
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';

/** Forced line breaks become a space in English and nothing in Japanese. */
export function plainText(inlines: readonly Inline[], lang: Lang): string {
  const joint = lang === 'ja' ? '' : ' ';
  const text = inlines.map((inline, i) => (inline.lineBreak && i > 0 ? joint : '') + inline.text).join('');
  return text.replace(/\s+/g, ' ').trim();
}
