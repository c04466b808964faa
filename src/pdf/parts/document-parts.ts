// Turn what a PDF file holds besides the marks on its pages into plain values: metadata, language, forms, links, attachments, tags.

/** What a part is about; kinds of a change are named so. */
export const partKinds = [
  'metadata',
  'language',
  'form',
  'annotation',
  'link',
  'attachment',
  'outline',
  'page-box',
  'setting',
  'tags',
] as const;
export type PartKind = (typeof partKinds)[number];

/** Where a part stands: page from 1, points from the top left corner of the page as it is shown. */
export interface PartPlace {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part that has a name of its own, by which the two files' parts are paired: a property, a field, an attachment. */
export interface NamedPart {
  readonly kind: PartKind;
  /** In words, lower case, unique in a file: `title in the metadata`. */
  readonly name: string;
  /** What it says, for people; two that say the same are the same. */
  readonly value: string;
  readonly place?: PartPlace;
}

/** A part that is one of many alike, paired by what it says and by its order: a link, an annotation, a bookmark. */
export interface ListedPart {
  readonly kind: PartKind;
  /** What it is, in words: `link`, `note`, `bookmark`. */
  readonly name: string;
  /** What it says, without the page that it leads to. */
  readonly value: string;
  /** The page that it leads to, from 1. */
  readonly target?: number;
  /** How it looks, as far as the file tells: colours, border, flags. */
  readonly look?: string;
  readonly place?: PartPlace;
}

/** A page's own sizes: boxes and rotation, in words. */
export interface PageParts {
  /** Of the parts by name, `crop box`: what it says. */
  readonly boxes: ReadonlyMap<string, string>;
}

/** An element of the structure tree that holds words or a text in their place, in the order of the tree. */
export interface TagPart {
  /** Standard types from the root down to it: `Document > Table > TR > TD`. */
  readonly path: string;
  /** What else assistive technology is told of it: language, scope, spans, expansion, in words; empty where nothing is. */
  readonly said: string;
  /** Alternative text, or a text in place of what is drawn. */
  readonly alternative?: string;
  /** Page from 1, of its first piece. */
  readonly page?: number;
  /** Pieces of marked content, by page from 1 and number. */
  readonly pieces: readonly (readonly [page: number, id: number])[];
}

/** Parts of a file that could not be read. */
export interface UnreadParts {
  readonly kinds: readonly PartKind[];
  /** What and why, in words: `tags: they are nested too deep`. */
  readonly why: string;
}

/** Everything of a file that is compared besides its pages. */
export interface DocumentParts {
  readonly named: readonly NamedPart[];
  readonly listed: readonly ListedPart[];
  readonly pages: readonly PageParts[];
  /** Undefined for a file without a structure tree. */
  readonly tags?: readonly TagPart[];
  /** Program that wrote the file, as it names itself; undefined where that could not be read. */
  readonly writer?: string;
  /** What of the file could not be read: it is not compared. */
  readonly unread: readonly UnreadParts[];
}
