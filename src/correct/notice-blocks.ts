// Turn a correction into the blocks of its notice: place after place, what was printed and what is corrected, changed words marked.
import type { NoticePart, NoticeWords } from '../merge/merging.ts';
import type { Correction } from '../model/correction.ts';
import type { Block, Heading } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { placeClass, textClass, versionClass } from './notice-classes.ts';
import { placesOf } from './notice-places.ts';
import { pageWords } from './page-words.ts';

/** Blocks for the part whose language the context has. A heading is said once for all places that follow one another under it. */
export function noticeBlocks(
  context: NoticePart,
  correction: Correction,
  words: NoticeWords,
  excerptLimit: number,
  at: Span,
): readonly Block[] {
  const places = placesOf(context, correction, excerptLimit, at);
  const { lang, nextId } = context;
  const heading = (level: Heading['level'], word: string, text: string): Heading => ({
    kind: 'heading',
    id: nextId(),
    class: word,
    lang,
    at,
    level,
    inlines: [{ text, at }],
    runIn: false,
  });
  const orNone = (blocks: readonly Block[]): readonly Block[] =>
    blocks.length > 0 ? blocks : [{ kind: 'paragraph', id: nextId(), class: textClass, lang, at, inlines: [{ text: words.none, at }] }];
  const onPage = (page: number | undefined): string =>
    page === undefined ? '' : pageWords(words.page, page, correction.parts.get(page)?.[lang]);
  let [saidKey, saidPage]: [string | undefined, number | undefined] = [undefined, undefined];
  return places.flatMap((place) => {
    const { heading: under, pageThen, pageNow, excerpt, before, after } = place;
    const blocks: Block[] = [];
    if (under.key !== saidKey) {
      [saidKey, saidPage] = [under.key, pageNow ?? pageThen];
      blocks.push(heading(3, placeClass, under.name + onPage(saidPage)));
    }
    const part = excerpt ? words.excerpt : '';
    // Another page than the one said above is said with the version.
    const version = (word: string, page: number | undefined) =>
      heading(4, versionClass, word + part + (page === saidPage ? '' : onPage(page)));
    blocks.push(version(words.before, pageThen), ...orNone(before), version(words.after, pageNow), ...orNone(after));
    return blocks;
  });
}
