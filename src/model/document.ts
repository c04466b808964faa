// Turn merged markup into typed blocks in which every printed figure still knows its fact: what `merge` hands on.

import type { ChartForm } from './chart.ts';
import type { Exact } from './exact.ts';
import type { FactKey, Treatment } from './financials.ts';
import type { Lang, PerLang } from './language.ts';
import type { News, Way } from './movement.ts';
import type { LinePicture, PlacedPicture } from './picture.ts';
import type { Answer } from './release.ts';
import type { Span } from './span.ts';
import type { Measure } from './statement-spec.ts';

/** A fact as printed at one place. */
export interface Figure {
  /** Index in `Document.figures`. */
  readonly id: number;
  readonly fact: FactKey;
  /** What of the fact: its amount, its dollars, its share, its change. */
  readonly measure: Measure | 'times';
  /** percent-of: base fact; change and times: compared fact. */
  readonly against?: FactKey;
  /** Exact value in the units printed (see `text`). */
  readonly exact: Exact;
  /** Value printed, as a number in those units, sign included even where words carry it. */
  readonly printed: Exact;
  /** High end of a range, in the same units; `exact` and `printed` are the low end. */
  readonly upper?: { readonly exact: Exact; readonly printed: Exact };
  /** Says that nothing is decided; `exact` and `printed` say nothing. */
  readonly undecided?: true;
  readonly decimals: number;
  readonly treatment: Treatment;
  /** Of a change that was published, its source; of one that is not comparable, the reason. */
  readonly why?: string;
  /** How its sentence takes its sign upon itself: as that of a gain, of a loss, or whatever it is; undefined where the figure shows it. */
  readonly asserted?: 'gain' | 'loss' | 'magnitude';
  /** As printed, words included: `106億円`, `an increase of 10.9%`, `(193,782)`. */
  readonly text: string;
  readonly lang: Lang;
  readonly place:
    | { readonly kind: 'cell'; readonly statement: string; readonly row: number; readonly column: string }
    | { readonly kind: 'prose'; readonly section: string };
  readonly at: Span;
}

/** What a helper wrote a run of text from: such words and digits are right by construction. */
export type Bound =
  | { readonly by: 'date'; readonly iso: string }
  | { readonly by: 'period'; readonly period: string }
  | { readonly by: 'rate' }
  /** A flag of the release, and what it answers. */
  | { readonly by: 'flag'; readonly flag: string; readonly says: Answer }
  /** A name or contact of the issuer's data. */
  | { readonly by: 'issuer' }
  /** The direction that `fact` went since `against`. */
  | { readonly by: 'direction'; readonly fact: FactKey; readonly against: FactKey; readonly movement: Way | News }
  /** The word between two comparisons of `fact`. */
  | { readonly by: 'conjunction'; readonly fact: FactKey }
  /** The name of a result by its sign. */
  | { readonly by: 'outcome'; readonly fact: FactKey; readonly sign: 'gain' | 'loss' };

/** A run of text with one set of attributes. Runs are never empty, except page references before layout settles them, and pictures. */
export interface Inline {
  readonly text: string;
  readonly at: Span;
  readonly bold?: true;
  readonly italic?: true;
  /** Note mark or exponent: smaller and raised. */
  readonly sup?: true;
  /** Language where it differs from the block's. */
  readonly lang?: Lang;
  /** The figure that this run prints (whole or part). */
  readonly figure?: number;
  /** Set when a helper wrote this run from data that is no figure: a date, a period's name, a word that follows a sign. */
  readonly bound?: Bound;
  /** Link target: `mailto:`, `https:` or `#anchor`. */
  readonly href?: string;
  /** A note mark: the id of the note block it refers to. */
  readonly noteRef?: string;
  /** The long form of an abbreviation or a label, in the run's language: read out instead of it. */
  readonly expansion?: string;
  /** Prints the physical page number of this anchor; layout fills the text. */
  readonly pageRef?: string;
  /** A picture instead of text, which is empty then. */
  readonly picture?: LinePicture;
  /** A forced line break stands before this run. */
  readonly lineBreak?: true;
  /** Says something else than the release that it corrects: underlined in notices and marked releases. */
  readonly changed?: true;
  /** Stands in one of two releases alone, in their blackline: underlined where it was added, struck out where it was deleted. */
  readonly revision?: 'added' | 'deleted';
}

interface BlockBase {
  /** Unique in the document, stable for the same source: `ja.3`, `en.12`. Owner of its glyph runs. */
  readonly id: string;
  /** Class word known to the style, or '' for the plain block. */
  readonly class: string;
  readonly lang: Lang;
  readonly at: Span;
  /** Target of links and page references, if the markup names one. */
  readonly anchor?: string;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly inlines: readonly Inline[];
  /** Set on the first line of the paragraph that follows it. */
  readonly runIn: boolean;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
}

export interface List extends BlockBase {
  readonly kind: 'list';
  /** Its items are counted, each with its number in its label. */
  readonly numbered: boolean;
  /** Its labels are terms in a column of their own, the items what is said of them: the head of a release. Counts as numbered. */
  readonly terms?: true;
  /** In the order of reading: those of lists inside an item stand after it, see `nestedList`. */
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly id: string;
  /** Levels of lists above it; absent for an item of the list itself. */
  readonly depth?: 1 | 2;
  /** As printed before the text: `1.`; empty where the style's marker stands before every item. */
  readonly label: readonly Inline[];
  readonly inlines: readonly Inline[];
  readonly at: Span;
}

/** A note under a table or a list: label, then text. */
export interface Note extends BlockBase {
  readonly kind: 'note';
  /** What marks print, e.g. `(1)`, `*3)`; '' when nothing refers to it. */
  readonly mark: string;
  /** As printed before the text: `注記(1):`. */
  readonly label: readonly Inline[];
  readonly inlines: readonly Inline[];
}

/** Several blocks set as one: sender block, contact block. */
export interface Group extends BlockBase {
  readonly kind: 'group';
  readonly blocks: readonly Block[];
  /** Drawn as a chart: its blocks are a title, and a table of words whose cells are the labels of what is drawn. */
  readonly chart?: Chart;
  /** A picture: its blocks are what is written under it. */
  readonly picture?: PlacedPicture;
}

/** What is drawn of a chart besides its words. */
export interface Chart {
  /** File name in charts/ without extension. */
  readonly id: string;
  readonly form: ChartForm;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  /** Round values that the axis marks, from the lowest to the highest, each in words. */
  readonly axis: readonly { readonly value: number; readonly text: string }[];
  /** Values as printed, of each series at each period, in the order of the rows and columns of its table; undefined where words say why there is none. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

/** A cell of a table head at its place in the grid; column 0 is the stub. */
export interface HeadCell {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Text with the authored break points: each element is a piece that may stand on its own line. */
  readonly pieces: readonly (readonly Inline[])[];
  readonly at: Span;
}

/** A figure cell split for alignment on the last digit. `core` holds digits, separators, point, or the nil dash. */
export interface FigureCell {
  readonly id: string;
  readonly prefix: string;
  readonly core: string;
  readonly suffix: string;
  /** Number of decimals in `core`: the section's alignment. */
  readonly decimals: number;
  /** Undefined for a cell of words. */
  readonly figure?: number;
  /** Words in the place of a figure, which `core` holds too, as text. */
  readonly words?: readonly Inline[];
  /** Note mark behind the figure or the words. */
  readonly mark?: readonly Inline[];
  /** Prints something else than the release that it corrects. */
  readonly changed?: true;
  readonly at: Span;
}

export interface BodyRow {
  readonly id: string;
  readonly kind: 'head' | 'item' | 'total';
  readonly depth: number;
  readonly rule: 'none' | 'total' | 'grand';
  readonly label: readonly Inline[];
  /** What is read out of a row without a printed label. */
  readonly spoken?: string;
  /** Expanded text, one per column after the stub; undefined for a blank. */
  readonly cells: readonly (FigureCell | undefined)[];
  /** Ids of the section heads above this row, outermost first. */
  readonly heads: readonly string[];
  readonly at: Span;
}

/** A column after the stub. */
export interface TableColumn {
  readonly id: string;
  readonly measure: Measure;
  /** Roles that its period has for the release: `current`, `prior-year`; absent where it has none. */
  readonly roles?: readonly string[];
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  /** Stays on one page where it takes no more than most of it: versions of a table that are compared. */
  readonly whole?: true;
  readonly statement: string;
  readonly style: 'statement' | 'statistics';
  /** A column for each of many members: wider than other tables, and for a turned page before its figures are hard to read. */
  readonly matrix?: true;
  readonly captions: readonly { readonly id: string; readonly inlines: readonly Inline[] }[];
  /** Unit note, on the line of the last caption. */
  readonly unit?: { readonly id: string; readonly inlines: readonly Inline[] };
  readonly summary: string;
  /** Number of head rows; 0 for a table without a head. */
  readonly headRows: number;
  readonly heads: readonly HeadCell[];
  /** Number of columns after the stub. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly BodyRow[];
}

export interface TableColumn {
  readonly id: string;
  readonly measure: Measure;
  /** Where among the heads one beside it names its period, if none over it does: announced with its own. */
  readonly periodHead?: { readonly row: number; readonly column: number };
}

/** Id of the head beside a column, from 0, that is announced with those over it; undefined for none. */
export function headBeside({ columns, heads }: Table, column: number): string | undefined {
  const place = columns[column]?.periodHead;
  return place && heads.find((cell) => cell.row === place.row && cell.column === place.column)?.id;
}

/** A table of words, typed where it stands: no figure of a statement, no caption. */
export interface WordTable extends BlockBase {
  readonly kind: 'words';
  /** The first heads the columns; every other has as many cells. */
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  readonly id: string;
  readonly cells: readonly WordCell[];
  readonly at: Span;
}

export interface WordCell {
  readonly id: string;
  readonly align: 'left' | 'center' | 'right';
  /** Empty for an empty cell. */
  readonly inlines: readonly Inline[];
  readonly at: Span;
}

export type Block = Heading | Paragraph | List | Note | Group | Table | WordTable;

/** Blocks that start on a new page of one class. */
export interface Section {
  readonly id: string;
  /** Page class of the style. */
  readonly page: string;
  readonly anchor?: string;
  readonly blocks: readonly Block[];
  readonly at: Span;
}

/** One language's document inside the release. */
export interface Part {
  readonly id: string;
  readonly lang: Lang;
  /** Title of the part in its own language; for tags and the outline. */
  readonly title: string;
  readonly sections: readonly Section[];
  readonly at: Span;
}

export interface Document {
  /** Language of the catalog: that of the first part. */
  readonly lang: Lang;
  /** Those of the release, in the order in which they are printed. */
  readonly languages: readonly Lang[];
  readonly titles: PerLang<string>;
  readonly author: string;
  /** ISO date that stands for creation and modification in the metadata. */
  readonly date: string;
  /** Values that furniture prints, by name: issuer names, announcement dates per language. */
  readonly furniture: PerLang<{ readonly issuer: string; readonly date: string }>;
  readonly parts: readonly Part[];
  readonly figures: readonly Figure[];
  /** Every page says that it is a draft. */
  readonly draft?: true;
  /** Where each language is a file of its own, with pages counted from 1: the ISO date of each. */
  readonly apart?: PerLang<string>;
}
