// Turn a part's running state into one value: its language, its counter of ids, and which narrative sections it has placed.
import { inLang, type Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { Merging } from './merging.ts';

/** Made anew for every part. */
export interface BlockContext {
  readonly merging: Merging;
  readonly part: string;
  readonly lang: Lang;
  /** Next free block id of the part: `en.1`, `en.2`… */
  readonly nextId: () => string;
  /** Narrative sections of the language that are placed so far. */
  readonly placed: Set<string>;
  /** Inside a narrative no further narrative is placed. */
  readonly inNarrative: boolean;
  /** Inside `{{#only}}`, or in a section placed there: other languages may lack what stands here. */
  readonly only: boolean;
  /** Names inside a group keep their spaces. */
  readonly inGroup: boolean;
}

export function blockContext(merging: Merging, part: string, lang: Lang, placed: Set<string>): BlockContext {
  let count = 0;
  return { merging, part, lang, nextId: () => `${part}.${++count}`, placed, inNarrative: false, only: false, inGroup: false };
}

/** The class of a block, checked against the style; '' for none or for one that the style does not know. */
export function knownClass(context: BlockContext, tag: string, written: string | undefined, lang: Lang, at: Span): string {
  const word = written?.trim() ?? '';
  if (word === '') return '';
  const { merging } = context;
  const blocks = inLang(merging.release.style.blocks, lang);
  if (blocks.has(`${tag}.${word}`) || (tag === 'section' && blocks.has(word))) return word;
  const known = [...blocks.keys()].filter((key) => key.startsWith(`${tag}.`)).map((key) => key.slice(tag.length + 1));
  const hints = [known.length > 0 ? `classes of ${tag}: ${known.join(', ')}` : `add ${tag}.${word} to the blocks of style.yaml`];
  merging.report({ severity: 'error', code: 'merge/unknown-class', message: `the style has no ${tag}.${word} in ${lang}`, at, hints });
  return '';
}
