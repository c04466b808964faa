// Turn how a figure is printed into the number format by which a spreadsheet shows it so.
import type { Figure } from '../../model/document.ts';
import { forLang } from '../../model/language.ts';
import type { NegativeStyle, Release } from '../../model/release.ts';

/** What stands before and behind the digits of a negative figure. */
const signs: Readonly<Record<NegativeStyle, readonly [string, string]>> = {
  parentheses: ['(', ')'],
  triangle: ['△', ''],
  minus: ['\u2212', ''],
};

/** `suffix` stands behind the digits, inside of parentheses: a percentage is a number of percent, and its sign a letter. */
export function numberFormat(suffix: string, decimals: number, negative: NegativeStyle): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const [before, after] = signs[negative];
  const positive = `${digits}${quoted(suffix)}`;
  return `${positive};${quoted(before)}${digits}${quoted(suffix + after)};${positive}`;
}

/** Shows a text, whatever the number is. */
export function textFormat(text: string): string {
  return [text, text, text].map(quoted).join(';');
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

/** As the figure is printed: its decimals, its sign, what stands behind its digits; a dash for nothing. */
export function formatOf({ text, lang, decimals, printed }: Figure, { issuer }: Release): string {
  const negative = forLang(issuer.negative, lang);
  if (!/\d/.test(text)) return printed.isZero ? textFormat(text) : numberFormat('', decimals, negative);
  const behind = /\d([^\d]*)$/.exec(text)?.[1] ?? '';
  return numberFormat(behind.replace(/[()]/g, ''), decimals, negative);
}
