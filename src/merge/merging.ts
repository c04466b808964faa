// Turn what one run of merge reads and gathers into one value, with what a notice of a correction adds to it.
import type { AskFigure } from '../figures/prose-figure.ts';
import type { Block, Figure } from '../model/document.ts';
import type { Override } from '../model/exceptions.ts';
import type { Financials } from '../model/financials.ts';
import type { Lang } from '../model/language.ts';
import type { Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';
import type { Located, Span } from '../model/span.ts';
import { type TemplateParser, templateParser } from '../template/parse-template.ts';
import type { Report } from './codes.ts';
import type { Markup } from './markup.ts';

/** One run of merge: its inputs and what it gathers. Made anew for every document. */
export interface Merging extends Markup {
  readonly release: Release;
  /** What may be read of the financials while sections are read: `ask` knows the rest. */
  readonly financials: Pick<Financials, 'facts' | 'statements'>;
  /** What sections, tables and blocks are recalled from; a notice is made without one. */
  readonly memory: Memory;
  /** Numbers that stand for `worldKey`, `labelKey` and `markupKey` of this run; 0 where the memory keeps nothing. */
  readonly worldKey: number;
  readonly labelKey: number;
  readonly markupKey: number;
  /** The number of the financials: where it is the same, so is all that may be read of them. */
  readonly financialsNumber: number;
  /** Figures of the document, in the order in which they are read. */
  readonly figures: Figure[];
  /** Answers what sentences ask for: merge works out no figure of its own. */
  readonly ask: AskFigure;
  /** Overrides that some figure of prose was printed by. */
  readonly usedOverrides: Set<Override>;
  /** Names of flags that some expression asked for. */
  readonly usedFlags: Set<string>;
  /** Names of dates that some expression printed, or told to be undecided. */
  readonly usedDates: Set<string>;
  /** Names of dates that some layout asked whether the release has them. */
  readonly askedDates: Set<string>;
  /** Names of parts of a release that some layout asked for. */
  readonly usedParts: Set<string>;
  readonly parseTemplate: TemplateParser;
  /** Tables, charts and narrative sections that stand in the document so far. */
  readonly placements: Placement[];
  /** What a notice is made from; undefined for a release. */
  readonly notice?: Notice;
}

/** The words of a layout round the places of a correction. */
export interface NoticeWords {
  /** Above what was printed and what is corrected: 【訂正前】, 【訂正後】. */
  readonly before: string;
  readonly after: string;
  /** Written to both where rows are left out. */
  readonly excerpt: string;
  /** Stands after the name of a place; `{n}` is the page of the corrected release, `{part}` what the style calls the part that it is in. */
  readonly page: string;
  /** Stands where nothing was printed, or is. */
  readonly none: string;
}

/** What the notice of a correction says, to the layout that asks for it by `correction` and `corrections`. */
export interface Notice {
  /** What may be asked for by name. */
  readonly names: readonly string[];
  /** The words of one of these in a language; '' where there is nothing to say, so that `{{#if (correction "contact")}}` asks for it. */
  readonly says: (name: string, lang: Lang) => string | Located<string>;
  /** What the correction changed, place after place, in the words of the layout; `at` is where the layout asks for it. */
  readonly blocks: (part: NoticePart, words: NoticeWords, at: Span) => readonly Block[];
}

/** The part that blocks of a notice are made for. */
export interface NoticePart {
  readonly merging: Merging;
  readonly lang: Lang;
  /** Next free block id of the part. */
  readonly nextId: () => string;
}

/** A table, a chart or a narrative section where it stands in one language. */
export interface Placement {
  readonly kind: 'statement' | 'section' | 'chart';
  readonly id: string;
  readonly lang: Lang;
  /** The expression that places it. */
  readonly at: Span;
  /** The layout says, by `{{#only}}`, that other languages may lack it. */
  readonly only: boolean;
}

/** The same run, whose findings go to `report`. */
export function withReport(merging: Merging, report: Report): Merging {
  return { ...merging, report, parseTemplate: templateParser(report, merging.memory) };
}
