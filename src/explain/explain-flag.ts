// Turn the name of a flag into where it is stated and every place that prints its answer.
import { documentTexts } from '../model/document-texts.ts';
import { UsageError } from '../model/finding.ts';
import type { Lang } from '../model/language.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Layout, pageNumber } from '../model/page.ts';
import type { Answer } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { Explained } from './explain-fact.ts';

/** One place where an answer is printed. */
export interface FlagPlace {
  readonly lang: Lang;
  /** Physical pages of its text, from 1. */
  readonly pages: readonly number[];
  /** The answer as printed. */
  readonly text: string;
  /** The whole text that it stands in: what it answers. */
  readonly within: string;
  readonly at: Span;
}

export interface FlagExplanation {
  readonly flag: string;
  readonly answer: Answer;
  /** Where release.yaml states it. */
  readonly at: Span;
  readonly printed: readonly FlagPlace[];
}

/** Begins the name of a flag where figures are named by their concepts. */
const prefix = 'flags.';

/** Undefined for a name that is none of a flag, which is that of a figure; refuses, as wrong usage, a flag that is not stated. */
export function explainFlag(name: string, { release, document, layout }: Explained): FlagExplanation | undefined {
  if (!name.startsWith(prefix) || release.concepts.has(name)) return undefined;
  const flag = name.slice(prefix.length);
  const { flags } = release.spec;
  const stated = flags.get(flag);
  if (!stated) {
    const near = nearestName(flag, flags.keys());
    throw new UsageError(say`no flag '${flag}'${near === undefined ? '' : say`; near it: ${near}`}`);
  }
  const pages = layout ? pagesByElement(layout) : new Map<string, readonly number[]>();
  const printed = documentTexts(document).flatMap(({ id, lang, inlines }) =>
    inlines.flatMap(({ text, bound, at }): readonly FlagPlace[] =>
      bound?.by === 'flag' && bound.flag === flag
        ? [{ lang, pages: pages.get(id) ?? [], text, within: inlines.map((inline) => inline.text).join(''), at }]
        : [],
    ),
  );
  return { flag, answer: stated.value, at: stated.at, printed };
}

/** Pages on which the words of each element stand. */
function pagesByElement(layout: Layout): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || !('element' in item.owner)) continue;
      const known = found.get(item.owner.element);
      if (!known) found.set(item.owner.element, [pageNumber(page)]);
      else if (known.at(-1) !== pageNumber(page)) known.push(pageNumber(page));
    }
  }
  return found;
}
