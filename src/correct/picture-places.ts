// Turn pictures that changed into what a notice tells of them: under which heading, on which pages, what was seen and what is seen now.
import { language } from '../language/languages.ts';
import type { NoticePart } from '../merge/merging.ts';
import type { PictureRecord } from '../model/build-record.ts';
import type { Correction } from '../model/correction.ts';
import type { PictureChange } from '../model/difference.ts';
import type { Block, Document, Heading } from '../model/document.ts';
import { numbersInFiles } from '../model/release-files.ts';
import type { Span } from '../model/span.ts';
import { textClass } from './notice-classes.ts';

/** A picture that changed, its place in both releases by the element that it is or stands in. */
export interface ToldPicture {
  readonly owner: string | undefined;
  readonly ownerThen: string | undefined;
  readonly pageThen: number | undefined;
  readonly pageNow: number | undefined;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** Those of one language, in the order of reading: each once under its heading, and the mark of running heads once for all pages. */
export function toldPictures(
  context: NoticePart,
  { changes, corrected, pages }: Correction,
  at: Span,
  headingOf: (owner: string) => string | undefined,
): readonly ToldPicture[] {
  const { lang, nextId } = context;
  const numberThen = numbersInFiles(changes.earlierRecord.figures.files);
  const paragraph = (words: string): Block => ({
    kind: 'paragraph',
    id: nextId(),
    class: textClass,
    lang,
    at,
    inlines: [{ text: words, at, changed: true }],
  });
  const own = changes.pictures.filter(({ before, after }) => (after ?? before)?.lang === lang);
  const said = new Set<string>();
  return own
    .filter(({ before, after }) => {
      const { owner } = after ?? {};
      const key = JSON.stringify([shownBy(before), shownBy(after), owner === undefined ? before?.owner : headingOf(owner)]);
      return !said.has(key) && said.add(key);
    })
    .map((change): ToldPicture => {
      const { before, after, old } = change;
      const [then, now] = wordsOf(change, lang);
      const owner = after?.owner;
      const isNew = before?.sha256 !== after?.sha256;
      const shown = isNew && owner !== undefined ? pictureBlock(corrected, owner) : undefined;
      return {
        owner,
        ownerThen: before?.owner,
        pageThen: old[0] && numberThen(old[0].page),
        pageNow: after && (pages.get(owner ?? '') ?? change.new[0]?.page),
        before: before ? [paragraph(then)] : [],
        after: after ? [paragraph(now), ...(shown?.kind === 'group' ? [{ ...shown, id: nextId() }] : [])] : [],
      };
    });
}

const shownBy = (record: PictureRecord | undefined): readonly (string | undefined)[] => [record?.sha256, record?.alt, record?.artifact];

/** Where the same is said of both, the notice says that they are not the same. */
function wordsOf({ before, after }: PictureChange, lang: NoticePart['lang']): readonly [string, string] {
  const { text } = language(lang);
  const name = (record: PictureRecord | undefined): string =>
    record?.artifact === 'header' ? text.headMark : text.picture(record?.alt ?? '');
  const [then, now] = [name(before), name(after)];
  return [then, before && then === now ? text.remarked(now, text.exchanged) : now];
}

/** The picture as it stands on its own; undefined for one in a line of text. */
function pictureBlock({ parts }: Document, owner: string): Block | undefined {
  const found = (block: Block): Block | undefined => {
    if (block.kind !== 'group') return undefined;
    return block.picture && `${block.id}.drawing` === owner ? block : block.blocks.map(found).find(Boolean);
  };
  return parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map(found))).find(Boolean);
}

/** Part and heading of an element of the corrected release; undefined for none. */
export function laterPlace(
  { parts }: Document,
  owner: string,
): { readonly part: string; readonly heading: Heading | undefined } | undefined {
  for (const { id: part, sections } of parts) {
    let heading: Heading | undefined;
    const holds = (block: Block): boolean => {
      if (block.kind === 'heading') heading = block;
      if (block.id === owner || (owner.startsWith(`${block.id}.`) && block.kind !== 'group')) return true;
      return block.kind === 'group' && (`${block.id}.drawing` === owner || block.blocks.some(holds));
    };
    if (sections.some(({ blocks }) => blocks.some(holds))) return { part, heading };
  }
  return undefined;
}
