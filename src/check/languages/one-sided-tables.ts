// Turn a document into the tables that some of its languages print and others do not.
import { language } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import type { Lang } from '../../model/language.ts';
import type { Span } from '../../model/span.ts';

/** A table that not every language has. */
export interface OneSidedTable {
  /** Statement id. */
  readonly statement: string;
  /** Names of the languages that print it. */
  readonly languages: string;
  readonly at: Span;
}

/** In the order in which each is first printed; none for a release in one language. */
export function oneSidedTables({ parts }: Document): readonly OneSidedTable[] {
  const written = new Set(parts.map(({ lang }) => lang));
  const found = new Map<string, { readonly langs: Set<Lang>; readonly at: Span }>();
  for (const { lang, sections } of parts) {
    for (const block of sections.flatMap(({ blocks }) => blocks.flatMap(withInner))) {
      if (block.kind !== 'table') continue;
      const known = found.get(block.statement) ?? { langs: new Set<Lang>(), at: block.at };
      found.set(block.statement, known);
      known.langs.add(lang);
    }
  }
  return [...found]
    .filter(([, { langs }]) => langs.size < written.size)
    .map(([statement, { langs, at }]) => ({ statement, languages: [...langs].map((lang) => language(lang).name).join(' and '), at }));
}
