// Turn a theme into data: page classes, faces, sizes, leading and rules. All lengths in points unless a field says em.
import type { FontChoice } from './font.ts';
import type { PerLang } from './language.ts';
import type { Picture } from './picture.ts';

/** A page class: the frame that text of one kind is set in. */
export interface PageClass {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly measure: number;
  /** Top of the body; `firstTop` on the first page of a part. */
  readonly top: number;
  readonly firstTop: number;
  /** Limit of the body. */
  readonly bottom: number;
  /** Line feed of the grid that text keeps to, or 0 for none. */
  readonly grid: number;
  /** The folio stands on its pages. */
  readonly folio: boolean;
  /** Running head stands on pages of the part from this number on; 0 for never. */
  readonly runningHeadFrom: number;
  /** Its pages are the summary, which a file of its own may hold. */
  readonly summary?: true;
}

/** A colour of the style's palette. */
export interface Color {
  /** As the palette calls it; `#0b3d91` where a key gives the value itself. */
  readonly name: string;
  /** sRGB: `#` and six hexadecimal digits, small letters. */
  readonly value: string;
}

/** What leads the eye from a label to its figure: drawn, and nothing that is read. */
export type Leader = 'dots' | 'rule';

/** Undefined for a mark that is printed. A dot is drawn whichever character is given for it: who searches or listens meets none. */
export const drawnLeader = (leader: string): Leader | undefined =>
  leader === 'rule' ? 'rule' : leader === 'dots' || /^[.\u00b7\u2024\u30fb]$/.test(leader) ? 'dots' : undefined;

/** A box around a block and what stands in it, also over pages. */
export interface FrameStyle {
  /** Thickness of its lines, 0 for a tint without lines. */
  readonly rule: number;
  /** Of its lines; undefined for black. */
  readonly color?: Color;
  /** Ground inside the lines; undefined for the paper. */
  readonly tint?: Color;
  /** Room between the lines and what stands inside, on all four sides. */
  readonly padding: number;
  /** Room above and below the frame. */
  readonly margin: number;
  /** The heading that the block begins with is set in the upper line, which opens for it. */
  readonly titleInRule: boolean;
}

/** How one kind of block is set. */
export interface BlockStyle {
  readonly size: number;
  readonly leading: number;
  readonly font: 'text' | 'heading' | 'table';
  readonly weight: FontChoice['weight'];
  readonly italic: boolean;
  readonly align: 'justify' | 'left' | 'center' | 'right';
  /** First-line indent and hanging indent, in em. */
  readonly indent: number;
  readonly hang: number;
  /** Space before (dropped at a page's top) and after. */
  readonly before: number;
  readonly after: number;
  /** Grid lines that a heading takes in all (行取り); 0 where there is no grid. */
  readonly gridLines: number;
  readonly keepWithNext: boolean;
  /** Stands on the page where the block before it ends: notes, closing lines. */
  readonly keepWithPrevious: boolean;
  readonly keepTogether: boolean;
  /** Least lines at a page's top and bottom. */
  readonly widows: number;
  readonly orphans: number;
  /** Narrower measure than the page's, 0 for the page's. */
  readonly measure: number;
  /** Of a list of terms: they begin on one edge, or are all set as wide as the widest (均等割り). */
  readonly labels: 'left' | 'spread';
  /** Of a list of terms: how many of them stand beside each other on a line. Of a group: how many columns its blocks fill. */
  readonly columns: 1 | 2;
  /** Of a group in columns: the room between them, in em. */
  readonly columnGap: number;
  /** Inside a group in columns: stands across both of them, and they begin again below it. */
  readonly across: boolean;
  /**
   * What fills the line from a term to what is said of it, or in contents up to the number of a page: `dots` and `rule` are drawn, in
   * contents any other mark is printed again and again; '' for nothing.
   */
  readonly leader: string;
  /** Of its letters; undefined for black. */
  readonly color?: Color;
  /** The box that it stands in; undefined for none. */
  readonly frame?: FrameStyle;
}

/** Grounds of a table's parts; what is left out stands on the paper. */
export interface TableTints {
  readonly head?: Color;
  /** Every second row. */
  readonly band?: Color;
  readonly total?: Color;
  /** By the role of their period: `current`, `comparative`. */
  readonly columns: ReadonlyMap<string, Color>;
}

/** Lines of a table beside those that every table has: thicknesses, 0 for none. */
export interface TableLines {
  /** Between neighbouring columns, and between those that no head joins. */
  readonly column: number;
  readonly group: number;
  /** Above every row but the first. */
  readonly row: number;
  /** At the left and right edge: with the upper and lower edges that every table has, a box. */
  readonly side: number;
}

export interface TableStyle {
  /** Sizes tried from the largest; the first that fits is taken. */
  readonly sizes: readonly number[];
  /** Row pitch and head pitch as multiples of the size. */
  readonly pitch: number;
  readonly headPitch: number;
  readonly headScale: number;
  readonly minHead: number;
  /** Least gutter between columns and indent step, in em. */
  readonly gutter: number;
  readonly maxGutter: number;
  readonly indent: number;
  /** Least width of a figure column in em, so that the columns of tables after one another stand in line; 0 for none. */
  readonly minColumn: number;
  /** Heads stand in the middle of their columns, or end at the digits' right edge. */
  readonly headAlign: 'center' | 'digit';
  /** The last row of heads holds units: rules part it from the heads above it, none from the figures below it. */
  readonly unitRow: boolean;
  /** Extra space after totals and before section heads, as a multiple of the pitch. */
  readonly sectionGap: number;
  readonly rules: { readonly edge: number; readonly head: number; readonly total: number; readonly doubleGap: number };
  /** Leads from a label to the first figure of its row; undefined for nothing. */
  readonly leader?: Leader;
  /** `full` stretches to the measure, `natural` keeps its width. */
  readonly width: 'full' | 'natural';
  readonly lines: TableLines;
  readonly tints: TableTints;
  /** Of all its rules; undefined for black. */
  readonly color?: Color;
  readonly before: number;
  readonly after: number;
}

/** How a correction is set: the notice, and the release with its changed places marked. */
export interface CorrectionStyle {
  /** A table with at most this many changed rows is shown in an excerpt of them; with more, whole. */
  readonly excerptLimit: number;
  /** The rule under what changed: its upper edge below the baseline in em of the text, its thickness in points. */
  readonly underline: { readonly offset: number; readonly thickness: number };
  /** Line above the marked release, per language: 訂正版. */
  readonly marked: PerLang<string>;
  /** Stands in the marked release where something was taken out, per language: （削除）. */
  readonly deleted: PerLang<string>;
  /** Parts of a release that notices name beside the page; none in a layout that is one. */
  readonly parts: readonly ReleasePart[];
}

/** A part of a release that has a name of its own: サマリー情報, 添付資料. */
export interface ReleasePart {
  /** Page classes that its pages are of. */
  readonly pages: readonly string[];
  readonly name: PerLang<string>;
  /** All its figures are filed as data too, also those of its remarks. */
  readonly data: boolean;
}

/** What fills a justified line of the `cjk` tradition besides its spaces. */
export interface CjkJustification {
  /** `、` and `。` may stand half an em over the right margin where the line is too full for them (ぶら下げ). */
  readonly hang: boolean;
}

/** What fills a justified line of the `latin` tradition besides its spaces. */
export interface LatinJustification {
  /** Letters stand so much closer, or wider apart, than the face has them, and half as much again in lines that would be loose; in em, 0 for not at all. */
  readonly letterShrink: number;
  readonly letterStretch: number;
  /** Glyphs of a line are drawn up to so much narrower or wider than the face has them, as a share of their width; 0 for not at all. */
  readonly widening: number;
  /** A paragraph that spaces alone do not fill may part words at hyphens. */
  readonly hyphenate: boolean;
}

/** What fills justified lines of a language: its tradition decides which half counts, the other is all off. */
export interface Justification extends CjkJustification, LatinJustification {}

/** The mark of the house in the running head. */
export interface Logo {
  readonly picture: Picture;
  /** Its upper edge from the top of the sheet; its width follows from the height. */
  readonly top: number;
  readonly height: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Faces by role: family ids of fonts.yaml. */
export interface FontRoles {
  readonly text: string;
  readonly heading: string;
  readonly table: string;
}

/** How charts are drawn: in black and greys unless a theme says otherwise. */
export interface ChartStyle {
  /** Of the field between the lowest and the highest mark. */
  readonly height: number;
  /** Labels, and the least that they may shrink to where they would touch. */
  readonly size: number;
  readonly minSize: number;
  /** Share of a period's room that its bars fill. */
  readonly fill: number;
  /** Thickness of the axis and of outlines, of the lines at its marks, of lines from period to period. */
  readonly rules: { readonly axis: number; readonly grid: number; readonly line: number };
  /** Of the series in their order. Every second one is hatched too, so that a grey print tells them apart. */
  readonly colors: readonly Color[];
  readonly before: number;
  readonly after: number;
}

export interface Style {
  /** The palette by name; empty for a style of black on paper. */
  readonly colors: ReadonlyMap<string, Color>;
  readonly pages: ReadonlyMap<string, PageClass>;
  /** Per language of the text. Characters that its own faces lack are sought in those of the first `cjk` and the first `latin` language. */
  readonly fonts: PerLang<FontRoles>;
  /** By language, then by block name: `p`, `p.notice`, `h1`…`h4`, `li`, `caption`, `unit`, `note`, `cell`… A class the style does not know is an error. */
  readonly blocks: PerLang<ReadonlyMap<string, BlockStyle>>;
  /** What fills justified lines besides their spaces; nothing unless the style says so. */
  readonly justification: PerLang<Justification>;
  readonly tables: ReadonlyMap<'statement' | 'statistics', TableStyle>;
  readonly charts: ChartStyle;
  /** Superscripts: size and rise as multiples of the text size. */
  readonly sup: { readonly scale: number; readonly rise: number };
  readonly folio: { readonly size: number; readonly baseline: number; readonly color?: Color };
  /** Running head: one line per baseline; each prints what its names in braces stand for, see `headLines`. */
  readonly runningHead: {
    readonly size: number;
    readonly baselines: readonly number[];
    readonly lines: PerLang<readonly string[]>;
    readonly color?: Color;
    /** Stands in it on the same pages, and at the head of the web page. */
    readonly logo?: Logo;
  };
  /** List markers per language, from the outermost list to those inside its items; the last stands for all deeper ones. */
  readonly markers: PerLang<readonly string[]>;
  /** Continuation words per language, appended to a repeated caption. */
  readonly continued: PerLang<string>;
  /** `typeset` normalises characters for print, `verbatim` leaves them. */
  readonly profile: 'typeset' | 'verbatim';
  /** How corrections are set; undefined for a layout that issues none. */
  readonly correction?: CorrectionStyle;
  /** The fit ladder: per page class the block styles' sizes for body text, largest first. */
  readonly ladder: ReadonlyMap<string, readonly { readonly size: number; readonly leading: number; readonly measure: number }[]>;
}
