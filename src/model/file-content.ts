// Turn a release and its pages into what one of its files holds: the parts of its languages, whole or their summary alone.
import type { Block, Document, Figure, Part } from './document.ts';
import { inlinesOf, withInner } from './document-texts.ts';
import { inLang, type Lang, perLang } from './language.ts';
import { type GlyphRun, type Layout, type Page, type PageItem, pageNumber } from './page.ts';
import type { ReleaseFile } from './release-files.ts';
import type { Style } from './style.ts';

/** A document of its own, and its pages. */
export interface FileContent {
  /** `figures` are those of the whole release: blocks name them by their place in that list. */
  readonly document: Document;
  /** In the order of the file; a page is the very page of the release, unless it refers to one that the file does not hold. */
  readonly layout: Layout;
}

/** Figures that its blocks print, in order. */
export function figuresOf({ document, layout }: FileContent, release: Document): readonly Figure[] {
  if (document === release) return document.figures;
  const printed = new Set<number>();
  for (const { sections } of document.parts) {
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      for (const { figure } of inlinesOf(block)) if (figure !== undefined) printed.add(figure);
      for (const table of withInner(block))
        for (const cell of table.kind === 'table' ? table.rows.flatMap(({ cells }) => cells) : [])
          if (cell?.figure !== undefined) printed.add(cell.figure);
    }
  }
  return layout.pages.length === 0 ? [] : document.figures.filter(({ id }) => printed.has(id));
}

/** A file that holds all is the release itself. */
export function fileContent(document: Document, layout: Layout, file: ReleaseFile, classes: Style['pages']): FileContent {
  if (!document.apart && !file.summary) return { document, layout };
  const ofFile = (lang: Lang): boolean => file.languages.includes(lang);
  const isSummary = (page: string): boolean => classes.get(page)?.summary === true;
  const parts = document.parts.filter(({ lang }) => ofFile(lang)).map((part) => (file.summary ? summaryOf(part, isSummary) : part));
  const pages = layout.pages.filter((page) => ofFile(page.lang) && (!file.summary || isSummary(page.class)));
  const anchors = anchorsOf(layout, parts, pages);
  const own: Layout = { pages: file.summary ? withoutLeads(pages, parts, anchors) : pages, anchors };
  return { document: documentOf(document, parts, file), layout: own };
}

const summaryOf = (part: Part, isSummary: (page: string) => boolean): Part => ({
  ...part,
  sections: part.sections.filter(({ page }) => isSummary(page)),
});

function documentOf({ apart, ...document }: Document, parts: readonly Part[], { languages }: ReleaseFile): Document {
  const lang = parts[0]?.lang ?? document.lang;
  if (!apart) return { ...document, parts };
  const own = document.languages.filter((each) => languages.includes(each));
  return {
    ...document,
    lang,
    languages: own,
    titles: perLang(own, (each) => inLang(document.titles, each)),
    author: inLang(document.furniture, lang).issuer,
    date: inLang(apart, lang),
    furniture: perLang(own, (each) => inLang(document.furniture, each)),
    parts,
  };
}

/** Where the pages of the file are all those of its languages, numbers stay; else a page has the number of its place in the file. */
function anchorsOf({ anchors }: Layout, parts: readonly Part[], pages: readonly Page[]): Layout['anchors'] {
  const numbers = new Map<string, number>(pages.map((page, at) => [`${page.part} ${pageNumber(page)}`, at + 1] as const));
  const found = new Map<string, number>();
  for (const part of parts) {
    const names = [
      part.id,
      ...part.sections.flatMap(({ anchor, blocks }) => [...(anchor === undefined ? [] : [anchor]), ...named(blocks)]),
    ];
    for (const name of names) {
      const number = numbers.get(`${part.id} ${anchors.get(name)}`);
      if (number !== undefined) found.set(name, number);
    }
  }
  return found;
}

/** Names of blocks and of those inside them. */
const named = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => [
    ...(block.anchor === undefined ? [] : [block.anchor]),
    ...(block.kind === 'group' ? named(block.blocks) : []),
  ]);

/** Pages of a summary whose references lead to pages that it does not hold: the words stay, and lead nowhere. */
function withoutLeads(pages: readonly Page[], parts: readonly Part[], anchors: Layout['anchors']): readonly Page[] {
  const notes = new Set(
    parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(withInner).flatMap((block) => block.id))),
  );
  const leadsAway = (item: PageItem): item is GlyphRun =>
    item.kind === 'glyphs' &&
    ((item.href?.startsWith('#') === true && !anchors.has(item.href.slice(1))) || (item.noteRef !== undefined && !notes.has(item.noteRef)));
  return pages.map((page) => (page.items.some(leadsAway) ? recallPlain(page, leadsAway) : page));
}

/** By page and by which of its items lead nowhere: the same page again for the same. */
const plainPages = new WeakMap<Page, Map<string, Page>>();

function recallPlain(page: Page, leadsAway: (item: PageItem) => item is GlyphRun): Page {
  const known = plainPages.get(page) ?? new Map<string, Page>();
  plainPages.set(page, known);
  const key = page.items.flatMap((item, index) => (leadsAway(item) ? index : [])).join();
  const before = known.get(key);
  if (before) return before;
  const items = page.items.map((item): PageItem => {
    if (!leadsAway(item)) return item;
    const { href: _, noteRef: __, ...words } = item;
    return words;
  });
  const plain = { ...page, items };
  known.set(key, plain);
  return plain;
}
