// Turn tables that two languages number differently into findings.

import { language } from '../../language/languages.ts';
import type { Block, Document, Table } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentCheck } from '../check-shapes.ts';
import { languagePairs } from '../languages/languages.ts';
import { folded } from '../typed-text.ts';

/** A caption's own number is what the text refers to: `Table 4` and `表 4`, `(2)` and `（2）`. */
export const captionNumbersAgree: DocumentCheck = {
  code: 'check/languages',
  severity: 'error',
  hint: 'number the table alike in every language',
  run: ({ document }) => differentNumbers(document),
};

function differentNumbers(document: Document): readonly FindingDetails[] {
  return languagePairs(document.languages).flatMap(([lang, other]) => {
    const [name, otherName] = [language(lang).name, language(other).name];
    const others = captionsOf(document, other);
    return [...captionsOf(document, lang)].flatMap(([statement, one]) => {
      const two = others.get(statement);
      if (!two || two.numbers === one.numbers) return [];
      return [
        {
          message: say`the captions of ${statement} read ${quoted(one.text)} in ${name} and ${quoted(two.text)} in ${otherName}: their numbers differ`,
          at: one.at,
          related: [{ at: two.at, message: say`the ${otherName} caption` }],
        },
      ];
    });
  });
}

interface Caption {
  readonly text: string;
  /** Numbers in the order in which they stand. */
  readonly numbers: string;
  readonly at: Span;
}

function captionsOf({ parts }: Document, lang: Lang): ReadonlyMap<string, Caption> {
  const tables = parts
    .flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(tablesIn)))
    .filter((table) => table.lang === lang);
  return new Map(
    tables.flatMap(({ statement, captions }) => {
      const inlines = captions.flatMap((caption) => caption.inlines);
      const [first] = inlines;
      if (!first) return [];
      const typed = inlines.filter(({ bound, figure, sup }) => bound === undefined && figure === undefined && !sup);
      const numbers =
        folded(typed.map(({ text }) => text).join(' '))
          .match(/\d+/g)
          ?.join(' ') ?? '';
      return [[statement, { text: inlines.map(({ text }) => text).join(''), numbers, at: first.at }] as const];
    }),
  );
}

function tablesIn(block: Block): readonly Table[] {
  if (block.kind === 'group') return block.blocks.flatMap(tablesIn);
  return block.kind === 'table' ? [block] : [];
}
