// Turn the titles of a release, those of the file and those of its parts, into texts that checks read as they read printed ones.
import { inLang, type Lang } from '../model/language.ts';
import { quoted } from '../model/printable.ts';
import type { Span } from '../model/span.ts';
import type { Printed } from './check-shapes.ts';
import type { TypedText } from './typed-text.ts';

/** A title. */
export interface TitleText {
  readonly text: TypedText;
  /** As findings name it. */
  readonly what: string;
  /** Of the file, which release.yaml gives, or of a part, as bookmarks show it. */
  readonly of: 'file' | 'part';
}

export function titleTexts({ document, release }: Pick<Printed, 'document' | 'release'>): readonly TitleText[] {
  const files = release.languages.map((lang): TitleText => {
    const { value, at } = inLang(release.spec.titles, lang);
    return { text: textOf(value, at, lang), what: `the title ${quoted(value)}`, of: 'file' };
  });
  const parts = document.parts.map(
    ({ title, at, lang }): TitleText => ({ text: textOf(title, at, lang), what: `the title ${quoted(title)} of a part`, of: 'part' }),
  );
  return [...files, ...parts];
}

function textOf(text: string, at: Span, lang: Lang): TypedText {
  return { lang, text, typed: text, runs: [{ inline: { text, at }, start: 0, end: text.length }] };
}
