// Turn a correction into the blocks of its notice: place after place, what was printed and what is corrected, changed words marked.
import { splitSentences } from '../language/text-pieces.ts';
import { commonPairs } from '../language/word-differences.ts';
import type { NoticePart, NoticeWords } from '../merge/merging.ts';
import type { ChangedText, Correction } from '../model/correction.ts';
import type { Block, Heading, Inline, Paragraph } from '../model/document.ts';
import { cellsOf, itemText } from '../model/document-texts.ts';
import type { Span } from '../model/span.ts';
import { changedInlines } from './changed-inlines.ts';
import { noticeTables } from './notice-tables.ts';
import { NoticeWriter } from './notice-writer.ts';
import { pageWords } from './page-words.ts';

/** Class of corrected text, so that a style can set it apart. */
const textClass = 'excerpt';
/** Classes of the name of a place, and of what stands above its two versions. */
const placeClass = 'place';
const versionClass = 'version';

/** One place: everything under one heading up to the next table. */
interface Place {
  readonly kind: 'text' | 'table';
  /** The heading that it stands under. */
  readonly name: string;
  readonly page: number | undefined;
  readonly excerpt: boolean;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** Blocks for the part whose language the context has. */
export function noticeBlocks(
  context: NoticePart,
  correction: Correction,
  words: NoticeWords,
  excerptLimit: number,
  at: Span,
): readonly Block[] {
  const places = joined(new PlaceFinder(context, correction, excerptLimit, at).places());
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
  return places.flatMap((place, index) => {
    const { kind, name, page, excerpt, before, after } = place;
    const title = page === undefined ? name : name + pageWords(words.page, page, correction.parts.get(page)?.[lang]);
    const last = places[index - 1];
    const goesOn = last?.kind === kind && last.name === name && last.page === page;
    const under = goesOn ? [] : [heading(3, placeClass, title)];
    const part = excerpt ? words.excerpt : '';
    return [
      ...under,
      heading(4, versionClass, words.before + part),
      ...orNone(before),
      heading(4, versionClass, words.after + part),
      ...orNone(after),
    ];
  });
}

class PlaceFinder {
  readonly #context: NoticePart;
  readonly #correction: Correction;
  readonly #excerptLimit: number;
  readonly #at: Span;
  readonly #writer: NoticeWriter;
  readonly #texts: ReadonlyMap<string, ChangedText>;
  readonly #places: Place[] = [];
  #heading = '';

  constructor(context: NoticePart, correction: Correction, excerptLimit: number, at: Span) {
    this.#context = context;
    this.#correction = correction;
    this.#excerptLimit = excerptLimit;
    this.#at = at;
    this.#writer = new NoticeWriter(context, correction);
    this.#texts = new Map(correction.changes.texts.flatMap((text) => (text.id === undefined ? [] : [[text.id, text] as const])));
  }

  /** In the order of the corrected release; texts that are gone come last. */
  places(): readonly Place[] {
    const { corrected, changes } = this.#correction;
    const { lang } = this.#context;
    for (const part of corrected.parts.filter((each) => each.lang === lang)) {
      this.#heading = part.title;
      for (const section of part.sections) for (const block of section.blocks) this.#visit(block);
    }
    for (const { id, lang: own, before } of changes.texts) {
      // Labels of rows that are gone stand in their tables.
      if (id !== undefined || own !== lang || !before || before.statement !== undefined || before.kind === 'title') continue;
      const inlines = this.#writer.before(changedInlines(before, [], lang).before);
      this.#add({ kind: 'text', name: this.#heading, page: undefined, excerpt: false, before: [this.#paragraph(inlines)], after: [] });
    }
    return this.#places;
  }

  #visit(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.#heading = block.inlines.map(({ text }) => text).join('');
        this.#text(block.id, block.inlines);
        break;
      case 'paragraph':
        this.#text(block.id, block.inlines);
        break;
      case 'note':
        this.#text(block.id, [...block.label, ...block.inlines]);
        break;
      case 'list':
        for (const item of block.items) this.#text(item.id, itemText(item));
        break;
      case 'words':
        for (const cell of cellsOf(block)) this.#text(cell.id, cell.inlines);
        break;
      case 'group':
        block.blocks.forEach((inner) => {
          this.#visit(inner);
        });
        break;
      case 'table': {
        const tables = noticeTables(block, this.#writer, this.#correction, this.#excerptLimit);
        if (!tables) break;
        const { before, after, excerpt, first } = tables;
        this.#add({ kind: 'table', name: this.#heading, page: this.#page(first, block.id), excerpt, before: [before], after: [after] });
      }
    }
  }

  /** The sentences of a text that read differently, each set against those that stood in their place. */
  #text(id: string, inlines: readonly Inline[]): void {
    const changed = this.#texts.get(id);
    if (!changed) return;
    const { lang } = this.#context;
    const compared = changedInlines(changed.before, inlines, lang);
    const now = splitSentences(compared.after, lang);
    const then = splitSentences(compared.before, lang);
    const same = commonPairs(then.map(textOf), now.map(textOf));
    const keptThen = new Set(same.map(([index]) => index));
    const keptNow = new Set(same.map(([, index]) => index));
    const before = this.#writer.before(then.filter((_, index) => !keptThen.has(index)).flat());
    const after = this.#writer.after(now.filter((_, index) => !keptNow.has(index)).flat());
    if (before.length === 0 && after.length === 0) return;
    this.#add({
      kind: 'text',
      name: this.#heading,
      page: this.#page(id),
      excerpt: false,
      before: before.length > 0 ? [this.#paragraph(before)] : [],
      after: after.length > 0 ? [this.#paragraph(after)] : [],
    });
  }

  #paragraph(inlines: readonly Inline[]): Paragraph {
    return {
      kind: 'paragraph',
      id: this.#writer.nextId(),
      class: textClass,
      lang: this.#context.lang,
      at: this.#at,
      inlines: trimmed(inlines),
    };
  }

  #page(...elements: readonly string[]): number | undefined {
    const { pages } = this.#correction;
    return elements.map((element) => pages.get(element) ?? pages.get(`${element}.label`)).find((page) => page !== undefined);
  }

  #add(place: Place): void {
    this.#places.push(place);
  }
}

/** Texts after one another under one heading and on one page are shown together. */
function joined(places: readonly Place[]): readonly Place[] {
  const found: Place[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last.kind === 'text' && place.kind === 'text' && last.name === place.name && last.page === place.page) {
      found[found.length - 1] = { ...last, before: [...last.before, ...place.before], after: [...last.after, ...place.after] };
    } else found.push(place);
  }
  return found;
}

const textOf = (sentence: readonly Inline[]): string => sentence.map(({ text }) => text).join('');

/** A sentence taken out of its text brings no space and no line break with it. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline, index): readonly Inline[] => {
    const { lineBreak, ...rest } = inline;
    const start = index === 0 ? rest.text.trimStart() : rest.text;
    const text = index === inlines.length - 1 ? start.trimEnd() : start;
    if (text === '') return [];
    return [{ ...rest, text, ...(lineBreak && index > 0 ? { lineBreak } : {}) }];
  });
}
