// Turn the lines of a running head into what they print on one page: names in braces stand for the release's own.
import type { Document } from './document.ts';
import { inLang, type Lang } from './language.ts';
import type { Style } from './style.ts';

/** Names that a line may hold: the issuer, the day of the announcement, titles of the release and of the part, the page's number in the part. */
export const headNames = ['issuer', 'date', 'title', 'part', 'n'] as const;

/** A name in braces, wherever it stands in a line. */
export const headName = /\{([^{}]*)\}/g;

/** One for each line of the style, empty ones among them. */
export function headLines(
  document: Document,
  style: Style,
  { lang, numberInPart }: { readonly lang: Lang; readonly numberInPart: number },
): readonly string[] {
  const { issuer, date } = inLang(document.furniture, lang);
  const title = inLang(document.titles, lang);
  const part = document.parts.find((each) => each.lang === lang)?.title ?? '';
  const names: Readonly<Record<string, string>> = { issuer, date, title, part, n: String(numberInPart) };
  return inLang(style.runningHead.lines, lang).map((line) => line.replace(headName, (typed, name: string) => names[name] ?? typed));
}
