// Turn a document as it stands and as supposed into the sentences, labels and heads whose words would be others.
import { splitSentences } from '../language/text-pieces.ts';
import type { Document, Inline, Table } from '../model/document.ts';
import { documentTexts, withInner } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import { masked, sentenceText, type WordChange, wordChanges } from './word-changes.ts';

/** One sentence whose words, not only figures, would change. */
export interface SentenceChange {
  readonly lang: Lang;
  /** Id of its block, or of its element in a table. */
  readonly block: string;
  /** Of words in a table: the statement. */
  readonly statement?: string;
  /** Empty for one that would be new. */
  readonly before: string;
  /** Empty for one that would be refused. */
  readonly after: string;
  readonly words: readonly WordChange[];
}

/** A text that is read in one go. */
interface ReadText {
  readonly id: string;
  readonly lang: Lang;
  readonly statement?: string;
  readonly inlines: readonly Inline[];
}

export function sentenceChanges(before: Document, after: Document): readonly SentenceChange[] {
  const then = new Map(textsOf(before).map((text) => [text.id, text]));
  const now = new Map(textsOf(after).map((text) => [text.id, text]));
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((id) => {
    const [old, supposed] = [then.get(id), now.get(id)];
    const either = old ?? supposed;
    if (!either || masked(old?.inlines ?? []) === masked(supposed?.inlines ?? [])) return [];
    const { lang, statement } = either;
    return pairs(old?.inlines ?? [], supposed?.inlines ?? [], lang)
      .filter(([a, b]) => masked(a) !== masked(b))
      .map(([a, b]) => ({
        lang,
        block: id,
        ...(statement === undefined ? {} : { statement }),
        before: sentenceText(a).trim(),
        after: sentenceText(b).trim(),
        words: wordChanges(masked(a), masked(b), lang),
      }));
  });
}

/** Sentences that cannot be paired are shown as the whole text. */
function pairs(
  old: readonly Inline[],
  supposed: readonly Inline[],
  lang: Lang,
): readonly (readonly [readonly Inline[], readonly Inline[]])[] {
  const [then, now] = [splitSentences(old, lang), splitSentences(supposed, lang)];
  return then.length === now.length ? then.map((sentence, index) => [sentence, now[index] ?? []] as const) : [[old, supposed]];
}

function textsOf(document: Document): readonly ReadText[] {
  const tables = document.parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(withInner)));
  return [...documentTexts(document), ...tables.flatMap((block) => (block.kind === 'table' ? tableTexts(block) : []))];
}

function tableTexts({ lang, statement, captions, unit, heads, rows }: Table): readonly ReadText[] {
  return [
    ...captions,
    ...(unit ? [unit] : []),
    ...heads.map(({ id, pieces }) => ({ id, inlines: pieces.flat() })),
    ...rows.map(({ id, label }) => ({ id: `${id}.label`, inlines: label })),
  ].map(({ id, inlines }) => ({ id, lang, statement, inlines }));
}
