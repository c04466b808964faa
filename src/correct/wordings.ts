// Turn the texts of both releases into inlines for a notice: as printed then and as printed now, what reads differently marked.
import { language } from '../language/languages.ts';
import type { TextRecord } from '../model/build-record.ts';
import type { ChangedText, Correction } from '../model/correction.ts';
import type { Document, Inline } from '../model/document.ts';
import { cellRuns, cellsOf, itemText, withInner } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import { changedInlines } from './changed-inlines.ts';
import { type EarlierRelease, forcedBreaks, pagesReferredTo } from './earlier-elements.ts';

/** Wordings of one language; figures of the earlier wording have the numbers of the earlier release. */
export class Wordings {
  readonly #lang: Lang;
  readonly #earlier: EarlierRelease;
  readonly #now: ReadonlyMap<string, readonly Inline[]>;
  /** Changed texts by the id of the later text, and by that of the earlier one. */
  readonly #byId: ReadonlyMap<string, ChangedText>;
  readonly #byEarlier: ReadonlyMap<string, ChangedText>;
  readonly #partnersThen: ReadonlyMap<string, string>;
  readonly #partnersNow: ReadonlyMap<string, string>;

  constructor({ changes, corrected }: Correction, earlier: EarlierRelease, lang: Lang) {
    this.#lang = lang;
    this.#earlier = earlier;
    this.#now = inlinesById(corrected, lang);
    this.#byId = new Map(changes.texts.flatMap((text) => (text.id === undefined ? [] : [[text.id, text] as const])));
    this.#byEarlier = new Map(changes.texts.flatMap((text) => (text.before === undefined ? [] : [[text.before.id, text] as const])));
    this.#partnersThen = changes.partners;
    this.#partnersNow = new Map([...changes.partners].map(([id, partner]) => [partner, id]));
  }

  /** Undefined for a text that reads as it did. */
  changeOf(id: string): ChangedText | undefined {
    return this.#byId.get(id);
  }

  /** The same by the id of the earlier text. */
  changeOfEarlier(id: string): ChangedText | undefined {
    return this.#byEarlier.get(id);
  }

  /** Id of the earlier text that a later one stands for. */
  partnerOf(id: string): string | undefined {
    return this.#partnersThen.get(id);
  }

  /** Id of the later text that stands for an earlier one. */
  laterOf(id: string): string | undefined {
    return this.#partnersNow.get(id);
  }

  /** A text of the earlier release. */
  before(record: TextRecord): readonly Inline[] {
    const later = this.#now.get(this.laterOf(record.id) ?? '') ?? [];
    const { before } = changedInlines(record, later, this.#lang);
    const change = this.#byEarlier.get(record.id);
    const isWhole = change !== undefined && (change.moved === true || change.id === undefined);
    const marked = isWhole ? before.map(mark) : change ? before : before.map(unmark);
    // Where words need no space, lines join without one.
    const breaks = language(this.#lang).text.lineJoint === '' ? [] : forcedBreaks(this.#earlier, record);
    return withPages(brokenAt(marked, breaks), pagesReferredTo(this.#earlier, record));
  }

  /** A text of the corrected release. */
  after(id: string, inlines: readonly Inline[]): readonly Inline[] {
    const change = this.#byId.get(id);
    if (!change) return inlines;
    // References to pages have no words yet: all of a text is all of its runs.
    if (change.moved || !change.before) return inlines.map(mark);
    return changedInlines(change.before, inlines, this.#lang).after;
  }
}

const mark = (inline: Inline): Inline => ({ ...inline, changed: true });

function unmark({ changed: _changed, ...inline }: Inline): Inline {
  return inline;
}

/** The same runs, with a forced break at each of these offsets. */
function brokenAt(inlines: readonly Inline[], breaks: readonly number[]): readonly Inline[] {
  if (breaks.length === 0) return inlines;
  let start = 0;
  return inlines.flatMap((inline) => {
    const { text } = inline;
    const end = start + text.length;
    const cuts = breaks.filter((at) => at >= start && at < end).map((at) => at - start);
    start = end;
    const edges = [...new Set([0, ...cuts])];
    return edges.map(
      (from, index): Inline => ({
        ...inline,
        text: text.slice(from, edges[index + 1]),
        ...(cuts.includes(from) ? { lineBreak: true as const } : {}),
      }),
    );
  });
}

/** The same runs, with the numbers of pages put in where they were printed; offsets are those of the text without them. */
function withPages(inlines: readonly Inline[], pages: readonly { readonly at: number; readonly text: string }[]): readonly Inline[] {
  if (pages.length === 0) return inlines;
  let [start, next] = [0, 0];
  return inlines.flatMap((inline) => {
    const end = start + inline.text.length;
    const found: Inline[] = [];
    let from = start;
    const { lineBreak: _lineBreak, figure: _figure, ...format } = inline;
    for (let page = pages[next]; page && page.at < end; page = pages[++next]) {
      if (page.at > from) found.push({ ...inline, text: inline.text.slice(from - start, page.at - start) });
      found.push({ ...format, text: page.text });
      from = page.at;
    }
    found.push({ ...inline, text: inline.text.slice(from - start) });
    start = end;
    return found;
  });
}

/** By the ids that records give to texts. */
function inlinesById({ parts }: Document, lang: Lang): ReadonlyMap<string, readonly Inline[]> {
  const found = new Map<string, readonly Inline[]>();
  const blocks = parts.filter((part) => part.lang === lang).flatMap((part) => part.sections.flatMap((section) => section.blocks));
  for (const block of blocks.flatMap(withInner)) {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        found.set(block.id, block.inlines);
        break;
      case 'note':
        found.set(block.id, [...block.label, ...block.inlines]);
        break;
      case 'list':
        for (const item of block.items) found.set(item.id, itemText(item));
        break;
      case 'words':
        for (const cell of cellsOf(block)) found.set(cell.id, cell.inlines);
        break;
      case 'table':
        for (const caption of block.captions) found.set(caption.id, caption.inlines);
        if (block.unit) found.set(block.unit.id, block.unit.inlines);
        for (const head of block.heads) found.set(head.id, head.pieces.flat());
        for (const row of block.rows) {
          found.set(`${row.id}.label`, row.label);
          for (const cell of row.cells) if (cell?.words || cell?.mark) found.set(cell.id, cellRuns(cell).flat());
        }
        break;
      case 'group':
        break;
    }
  }
  return found;
}
