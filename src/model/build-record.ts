// Turn what a build remembers of itself into types: facts, figures, texts, marks and hashes, as figures.json, document.json and manifest.json hold them.
import type { BodyRow, Bound, Table } from './document.ts';
import type { Fact, FactKey, Treatment } from './financials.ts';
import type { Lang } from './language.ts';
import type { FileRecord } from './release-files.ts';
import type { Measure } from './statement-spec.ts';
import type { Unit } from './unit.ts';

/** Where something was typed: file relative to the project root, line and column from 1. */
export interface RecordedAt {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A fact of the release, printed or only used on the way. */
export interface FactRecord {
  readonly fact: FactKey;
  readonly unit: Unit;
  /** Exact, in base units, as text. */
  readonly value: string;
  readonly nil?: true;
  /** Of a range its high end, as text; `value` is the low end. */
  readonly upper?: string;
  /** There is no value yet. */
  readonly undecided?: true;
  /** As typed in the data; absent for computed facts. */
  readonly typed?: string;
  readonly origin: Fact['origin'];
  /** What the release of its period printed, exact and in base units, where this one presents it otherwise, and why. */
  readonly released?: { readonly value: string; readonly because: string };
  /** New shares for one old one, where it is restated for a split. */
  readonly split?: string;
  /** Of a computed fact: its formula, and the facts that it names. */
  readonly formula?: string;
  readonly inputs?: readonly FactKey[];
  readonly at: RecordedAt;
}

/** An override of the release, printed or not. */
export interface OverrideRecord {
  /** Statement id, or `prose`. */
  readonly where: string;
  readonly fact: FactKey;
  readonly measure: Measure;
  readonly against?: FactKey;
  /** In printed units, as text. */
  readonly exact: string;
  readonly print: string;
  readonly why: string;
  readonly at: RecordedAt;
}

/** Something else that the data give and figures or words are made from: the rate, a date, a rule of printing, a name. */
export interface GivenRecord {
  /** `rate`, `announced.en`, `dates.next-results`, `flags.restatements`, `rules.regime`, `periods.current`, `contacts.email`. */
  readonly given: string;
  readonly value: string;
  readonly at: RecordedAt;
}

/** One stretch of a figure on a page: points from the top left corner; `y` is the baseline, page from 1, counted through all whole files. */
export interface RecordedPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A figure as printed at one place. */
export interface FigureRecord {
  /** Index in `Document.figures`. */
  readonly id: number;
  readonly fact: FactKey;
  readonly measure: Measure | 'times';
  readonly against?: FactKey;
  /** Exact, in the units printed, as text. */
  readonly exact: string;
  readonly printed: string;
  /** Of a range its high end; the values beside it are the low end. */
  readonly upper?: { readonly exact: string; readonly printed: string };
  readonly undecided?: true;
  /** Of a cell: the mark of the note behind it. */
  readonly mark?: string;
  readonly treatment: Treatment;
  readonly text: string;
  readonly lang: Lang;
  readonly place:
    | { readonly kind: 'cell'; readonly statement: string; readonly row: number; readonly column: string }
    | { readonly kind: 'prose'; readonly section: string };
  readonly at: RecordedAt;
  readonly places: readonly RecordedPlace[];
}

/** figures.json. */
/** Words in a cell of a table of figures, with the mark behind them. */
export interface WordsRecord {
  /** The figure of a cell that follows them; the number of all figures where none does. */
  readonly before: number;
  readonly text: string;
}

export interface FiguresRecord {
  readonly format: number;
  /** The PDFs, where the release says how it is published in files; without it there is one, `release.pdf`. Pages are counted through all of them. */
  readonly files?: readonly FileRecord[];
  readonly givens: readonly GivenRecord[];
  readonly overrides: readonly OverrideRecord[];
  readonly facts: readonly FactRecord[];
  readonly figures: readonly FigureRecord[];
  /** In order of print; absent where no table has words in the place of a figure. */
  readonly words?: readonly WordsRecord[];
}

/** A stretch of a text that a helper wrote; offsets in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** The figure that it prints. */
  readonly figure?: number;
  readonly bound?: Bound;
}

/** A text that is read in one go: a paragraph, a list item, a label of a table. Cells are figures, not texts. */
export interface TextRecord {
  /** Id of the element, as glyph runs name their owner. */
  readonly id: string;
  /** Id of the outermost block that it stands in. */
  readonly block: string;
  readonly part: string;
  readonly lang: Lang;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note' | 'caption' | 'unit' | 'head' | 'label' | 'summary' | 'title';
  /** Of a text in a table: the statement. */
  readonly statement?: string;
  /** Of a paragraph: its class word, where it has one. */
  readonly class?: string;
  /** Of the summary of a table: how the table is set. Undefined in builds from before it was recorded, as `row` is. */
  readonly table?: Table['style'];
  /** Of the label of a row: what row it is. */
  readonly row?: Pick<BodyRow, 'kind' | 'depth' | 'rule'>;
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly at: RecordedAt;
}

/** A stretch of glyphs with one font and one owner. */
export interface RunRecord {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly text: string;
  /** Id of the element; absent for an artifact. */
  readonly owner?: string;
  /** Running head, folio, rule, repeated table head. */
  readonly artifact?: string;
  readonly figure?: number;
  /** sRGB, `#0b3d91`; absent for black. */
  readonly color?: string;
}

/** A ruled line or a tint, from its upper left corner. */
export interface RuleRecord {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** sRGB, `#0b3d91`; absent for black. */
  readonly color?: string;
}

/** A picture where it stands: its file, what it shows (sha256), and what is said of it. */
export interface PictureRecord {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly file: string;
  readonly sha256: string;
  /** Absent where it only decorates, or stands in a running head. */
  readonly alt?: string;
  /** The element that it is, or in whose text it stands; absent where it has none, and in builds from before it was recorded. */
  readonly owner?: string;
  /** It stands in a running head. */
  readonly artifact?: 'header';
  /** Of its page, where it says something. */
  readonly lang?: Lang;
}

export interface PageRecord {
  /** From 1. */
  readonly page: number;
  readonly class: string;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly RunRecord[];
  readonly rules: readonly RuleRecord[];
  /** Absent on pages without any, and in builds from before they were recorded. */
  readonly pictures?: readonly PictureRecord[];
}

/** document.json. */
export interface DocumentRecord {
  readonly format: number;
  readonly texts: readonly TextRecord[];
  readonly pages: readonly PageRecord[];
}

/** All that a build remembers. */
export interface BuildRecord {
  readonly figures: FiguresRecord;
  readonly document: DocumentRecord;
}

/** manifest.json as every build writes it; hashes are sha256 by file. */
export interface Manifest {
  readonly issuer: string;
  readonly release: string;
  readonly program: string;
  /** The build is a draft: nothing of it is to be published. */
  readonly draft?: true;
  /** The PDFs, where the release says how it is published in files. */
  readonly files?: readonly FileRecord[];
  /** The theme; undefined in builds from before it was recorded. */
  readonly style?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, string>>;
}
