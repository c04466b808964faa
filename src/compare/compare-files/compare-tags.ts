// Turn the tags of two files into changes of how the same words are tagged: types, language, alternative texts, order, and words without tags.
import type { Box, FileChange } from '../../model/difference.ts';
import { folded } from '../../pdf/engine/pdf-page.ts';
import type { TagPart } from '../../pdf/parts/document-parts.ts';
import { alignSequences, type Effort } from '../align-sequences.ts';
import { type Draft, gathered } from '../draft.ts';
import type { Version } from '../version.ts';
import type { PagesOfBoth } from './pages-of-both.ts';
import { quotedPair, quotedValue } from './said-value.ts';

/** A tag with the words that are drawn in it. */
interface Tagged {
  readonly tag: TagPart;
  /** Without spaces; empty where it holds none. */
  readonly text: string;
  readonly boxes: readonly Box[];
}

export function compareTags(old: Version, now: Version, pages: PagesOfBoth, effort: Effort): readonly Draft<FileChange>[] {
  if (!old.parts || !now.parts) return [];
  const [before, after] = [old.parts.tags, now.parts.tags];
  if (!before && !after) return [];
  if (!after) return [ofFile('the file has no tags any more: assistive technology is told neither headings nor tables')];
  if (!before) return [ofFile('the file has tags now')];
  const [a, b] = [tagged(old, before), tagged(now, after)];
  const groups = new Groups();
  const whole = ({ tag, text }: Tagged) => [text, tag.path, tag.said, tag.alternative ?? ''].join('\n');
  for (const stretch of alignSequences(a.map(whole), b.map(whole), effort)) {
    if (stretch.same) continue;
    const [gone, come] = [a.slice(...stretch.old), b.slice(...stretch.new)];
    const [lost, found] = [[] as Tagged[], [] as Tagged[]];
    for (const inner of alignSequences(gone.map(nameOf), come.map(nameOf), effort)) {
      const [one, two] = [gone.slice(...inner.old), come.slice(...inner.new)];
      if (inner.same) for (const [index, each] of one.entries()) groups.compare(each, two[index] as Tagged);
      else {
        lost.push(...one);
        found.push(...two);
      }
    }
    groups.unpaired(lost, found, pages);
  }
  return groups.changes();
}

const ofFile = (summary: string): Draft<FileChange> => ({ class: 'file', kind: 'tags', summary, old: [], new: [] });

/** What a tag is known by in the other file: its words, or its type where it has none. */
const nameOf = ({ text, tag }: Tagged): string => (text === '' ? ` ${typeOf(tag)}` : text);

const typeOf = ({ path }: TagPart): string => path.slice(path.lastIndexOf('>') + 1).trim();

function tagged({ pages, digests }: Version, tags: readonly TagPart[]): readonly Tagged[] {
  const known = new Map<number, ReadonlyMap<number, { text: string; boxes: Box[] }>>();
  const wordsOf = (page: number) => {
    const found = known.get(page) ?? piecesOf(page, pages[page - 1]?.words ?? []);
    known.set(page, found);
    return found;
  };
  return tags.map((tag) => {
    const texts: string[] = [];
    const boxes: Box[] = [];
    for (const [page, id] of tag.pieces) {
      // A page that was not read is the same in both files, its pieces included.
      const piece = pages[page - 1] ? wordsOf(page).get(id) : { text: `${digests?.[page - 1]} ${id}`, boxes: [] };
      texts.push(piece?.text ?? '');
      boxes.push(...(piece?.boxes ?? []));
    }
    return { tag, text: folded(texts.join('')), boxes };
  });
}

type Words = NonNullable<Version['pages'][number]>['words'];

function piecesOf(page: number, words: Words): ReadonlyMap<number, { text: string; boxes: Box[] }> {
  const pieces = new Map<number, { text: string; boxes: Box[] }>();
  for (const { text, piece = -1, x, y, width, height } of words) {
    if (piece < 0) continue;
    const known = pieces.get(piece) ?? { text: '', boxes: [] };
    known.text += text;
    known.boxes.push({ page, x, y, width, height });
    pieces.set(piece, known);
  }
  return pieces;
}

/** Changes of tags, those that are alike told as one. */
class Groups {
  readonly #found = new Map<
    string,
    { readonly say: (count: number, examples: string) => string; readonly texts: string[]; readonly old: Box[]; readonly new: Box[] }
  >();

  changes(): readonly Draft<FileChange>[] {
    return [...this.#found.values()].map(({ say, texts, old, new: now }) => {
      const named = texts.filter((text) => text !== '');
      const examples = named.slice(0, 3).map((text) => quotedValue(text.slice(0, 60)));
      const more = named.length > 3 ? `, ${named.length - 3} more` : '';
      return {
        ...ofFile(say(texts.length, examples.length > 0 ? `: ${examples.join(', ')}${more}` : '')),
        old: gathered(old),
        new: gathered(now),
      };
    });
  }

  /** The same words in both files. */
  compare(one: Tagged, two: Tagged): void {
    const [was, is] = [describeTag(one.tag, two.tag), describeTag(two.tag, one.tag)];
    if (was !== is)
      this.#add(
        `tag\n${was}\n${is}`,
        two,
        [one],
        [two],
        (count, examples) => `${tags(count)} ${is}, and ${count === 1 ? 'was' : 'were'} ${was}${examples}`,
      );
    const [before, after] = [one.tag.alternative, two.tag.alternative];
    if (before !== after) this.#addText(one, two, before, after);
  }

  /** Words that stand in one of the two only, at this place. Those that were put in or taken out are told as text. */
  unpaired(lost: readonly Tagged[], found: readonly Tagged[], pages: PagesOfBoth): void {
    const left = new Map<string, Tagged[]>();
    for (const each of found) left.set(nameOf(each), [...(left.get(nameOf(each)) ?? []), each]);
    for (const each of lost) {
      const other = left.get(nameOf(each))?.shift();
      const [page, onNew] = [each.tag.page, pages.partner(each.tag.page ?? 0)];
      const reads = onNew !== undefined && pages.readsSame(onNew);
      if (other) {
        this.compare(each, other);
        if (each.text !== '' && reads && other.tag.page === onNew)
          this.#add('order', other, [each], [other], (count, examples) => `${tags(count)} read in another order${examples}`);
      } else if (each.tag.alternative !== undefined && page !== undefined && reads)
        this.#addText(each, undefined, each.tag.alternative, undefined);
      else if (each.text !== '' && reads)
        this.#add(
          'untagged',
          each,
          [each],
          [],
          (count, examples) => `${tags(count, 'was', 'were')} tagged, and ${count === 1 ? 'is' : 'are'} not any more${examples}`,
        );
    }
    for (const each of [...left.values()].flat()) {
      const reads = each.tag.page !== undefined && pages.readsSame(each.tag.page);
      if (each.tag.alternative !== undefined && reads) this.#addText(undefined, each, undefined, each.tag.alternative);
      else if (each.text !== '' && reads)
        this.#add(
          'tagged',
          each,
          [],
          [each],
          (count, examples) => `${tags(count)} tagged, and ${count === 1 ? 'was' : 'were'} not${examples}`,
        );
    }
  }

  #addText(one: Tagged | undefined, two: Tagged | undefined, before: string | undefined, after: string | undefined): void {
    const tag = (two ?? one)?.tag;
    const name = `${tag?.page === undefined ? '' : `page ${tag.page}: `}text for a ${tag ? typeOf(tag) : ''}`;
    const [was, is] = quotedPair(before ?? '', after ?? '');
    const words =
      before === undefined
        ? `is new: ${quotedValue(after ?? '')}`
        : after === undefined
          ? `is gone: ${quotedValue(before)}`
          : `${was} becomes ${is}`;
    this.#add(
      `text ${this.#found.size}`,
      two ?? one,
      one ? [one] : [],
      two ? [two] : [],
      () => `${name}${before === undefined || after === undefined ? ' ' : ': '}${words}`,
    );
  }

  #add(
    key: string,
    shown: Tagged | undefined,
    old: readonly Tagged[],
    now: readonly Tagged[],
    say: (count: number, examples: string) => string,
  ): void {
    const known = this.#found.get(key) ?? { say, texts: [], old: [], new: [] };
    known.texts.push(shown?.text ?? '');
    known.old.push(...old.flatMap(({ boxes }) => boxes));
    known.new.push(...now.flatMap(({ boxes }) => boxes));
    this.#found.set(key, known);
  }
}

const tags = (count: number, one = 'is', many = 'are'): string =>
  count === 1 ? `one piece of text ${one}` : `${count} pieces of text ${many}`;

/** The types from where the two part on, and what else is said where it differs. */
function describeTag(tag: TagPart, other: TagPart): string {
  const [own, others] = [tag.path.split(' > '), other.path.split(' > ')];
  let same = 0;
  while (same < own.length - 1 && same < others.length - 1 && own[same] === others[same]) same++;
  const path = own.slice(same).join(' > ');
  const said = tag.said === other.said ? '' : tag.said === '' ? ' (without more)' : ` (${tag.said})`;
  return `tagged ${path}${said}`;
}
