// Turn two versions of a release into what changed, told apart by why: ordered, consequential (with the chain to it), text, layout, unexplained.
import type { FigureRecord, PictureRecord, RecordedAt, TextRecord } from './build-record.ts';
import type { FactKey } from './financials.ts';
import type { Lang } from './language.ts';

/**
 * `ordered`: the data were changed so. `consequential`: follows from an ordered change. `text`: words, pictures, or figures put in or
 * taken out with them. `layout`: the same content at another place, or in another look. `file`: what a file holds besides the marks on its pages:
 * links, notes, attachments, metadata, language, tags. `unexplained`: nothing in the data or the text accounts for it.
 */
export const differenceClasses = ['ordered', 'consequential', 'text', 'layout', 'file', 'unexplained'] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/** A rectangle of a page: page from 1, points from the top left corner. */
export interface Box {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What every change has. */
interface ChangeBase {
  /** Unique in one comparison, stable for the same two versions: `ordered-1`. */
  readonly id: string;
  /** One line for people: lower case, with old and new. */
  readonly summary: string;
  /** Where it stands in the old and in the new version; empty where it stands in none. */
  readonly old: readonly Box[];
  readonly new: readonly Box[];
}

/** An edit of the data. */
export interface OrderedChange extends ChangeBase {
  readonly class: 'ordered';
  /** A typed fact, a formula, an override, or another given: rate, date, rule of printing. */
  readonly kind: 'fact' | 'formula' | 'override' | 'given';
  /** Fact key; for an override `where fact measure`; for a given its name. */
  readonly subject: string;
  /** As typed; of an override what it prints, with the exact value that it stands for; undefined when it was not there. */
  readonly before?: string;
  readonly after?: string;
  /** Where it is typed now, or was. */
  readonly at: RecordedAt;
}

/** One step from an ordered change to what follows from it. */
export type ChainStep =
  /** The edit that the chain begins with: id of the ordered change. */
  | { readonly by: 'ordered'; readonly change: string; readonly subject: string }
  /** A computed fact that changed with the step before. */
  | { readonly by: 'fact'; readonly fact: FactKey; readonly formula: string; readonly before: string; readonly after: string }
  /** What the figure shows: dollars at the rate, share of a base, change from a period. */
  | { readonly by: 'measure'; readonly measure: FigureRecord['measure']; readonly fact: FactKey; readonly against?: FactKey }
  /** A unit that moved so that the column still foots: its exact value alone would not have changed it so. */
  | { readonly by: 'footing'; readonly statement: string; readonly column: string };

/** A figure that prints something else. */
export interface FigureChange extends ChangeBase {
  /** `text` where the narrative only asks for it in other units or words. */
  readonly class: 'consequential' | 'text' | 'unexplained';
  readonly kind: 'figure';
  readonly lang: Lang;
  readonly fact: FactKey;
  readonly measure: FigureRecord['measure'];
  readonly against?: FactKey;
  /** `before.id` and `after.id` are indexes in `Document.figures` of the old and the new version. */
  readonly before: FigureRecord;
  readonly after: FigureRecord;
  /** From the nearest ordered change to this figure; empty when there is none. */
  readonly chain: readonly ChainStep[];
  /** Ids of all ordered changes that it follows from. */
  readonly causes: readonly string[];
}

/**
 * A stretch of words that stands for another; either may be empty. Offsets in UTF-16 code units of the whole text: of a paragraph, or of
 * all words that were read of a file without a record.
 */
export interface WordEdit {
  readonly before: string;
  readonly after: string;
  readonly oldStart: number;
  readonly newStart: number;
}

/** Words of one text that a helper wrote from a figure's sign or a date, and that changed with it. */
export interface WordChange extends ChangeBase {
  readonly class: 'consequential';
  readonly kind: 'words';
  readonly lang: Lang;
  readonly before: TextRecord;
  readonly after: TextRecord;
  readonly edits: readonly WordEdit[];
  readonly chain: readonly ChainStep[];
  readonly causes: readonly string[];
}

/** A text of a build whose words changed, or that is new or gone, or stands among other texts than before. */
export interface TextChange extends ChangeBase {
  readonly class: 'text';
  readonly kind: 'text';
  readonly lang: Lang;
  readonly before?: TextRecord;
  readonly after?: TextRecord;
  /** Both have it, at another place of their order. */
  readonly moved?: true;
  readonly edits: readonly WordEdit[];
}

/** A figure that was put in or taken out: a row, a sentence. */
export interface FigurePresence extends ChangeBase {
  readonly class: 'text';
  readonly kind: 'figure-added' | 'figure-removed';
  readonly lang: Lang;
  readonly figure: FigureRecord;
}

/** Words of a page that has no record, as in a PDF file of its own; and of the running heads of builds. */
export interface PageTextChange extends ChangeBase {
  /** A running head follows from an ordered name or date. */
  readonly class: 'text' | 'consequential';
  readonly kind: 'page-text';
  readonly edits: readonly WordEdit[];
  /** Of running heads only, as of figures. */
  readonly chain?: readonly ChainStep[];
  readonly causes?: readonly string[];
}

/** A picture that was exchanged, put in or taken out, or of which something else is said. */
export interface PictureChange extends ChangeBase {
  readonly class: 'text';
  readonly kind: 'picture';
  readonly before?: PictureRecord;
  readonly after?: PictureRecord;
}

/** The same content at another place, in another size, colour or weight, or on other lines; a page put in or taken out; a page of another size. */
export interface LayoutChange extends ChangeBase {
  readonly class: 'layout';
  readonly kind: 'moved' | 'page-added' | 'page-removed' | 'page-size' | 'colour' | 'weight';
  /** Block that moved; absent for running heads, folios, rules and whole pages. */
  readonly block?: string;
}

/** What a field of a form is filled in with. */
export interface FormChange extends ChangeBase {
  readonly class: 'text';
  readonly kind: 'form';
}

/** What a file holds besides the marks on its pages: places are those of what is changed, where it has any. */
export interface FileChange extends ChangeBase {
  readonly class: 'file';
  /** `division`: into which files the release is divided. */
  readonly kind:
    | 'division'
    | 'metadata'
    | 'language'
    | 'form'
    | 'annotation'
    | 'link'
    | 'attachment'
    | 'outline'
    | 'page-box'
    | 'setting'
    | 'tags';
}

/** A mark on the page, or words in the file, that neither version's record accounts for. */
export interface UnexplainedChange extends ChangeBase {
  readonly class: 'unexplained';
  /** `image` marks differ; `reading` the file does not say what its build recorded, or has no words where the other has; `file` its bytes are not those that the build wrote. */
  readonly kind: 'image' | 'reading' | 'file';
}

export type Difference =
  | OrderedChange
  | FigureChange
  | WordChange
  | TextChange
  | FigurePresence
  | PageTextChange
  | PictureChange
  | LayoutChange
  | FormChange
  | FileChange
  | UnexplainedChange;

/** Pages that stand for each other, from 1; one side is undefined for a page put in or taken out. */
export interface PagePair {
  readonly old?: number;
  readonly new?: number;
  /** Ids of the changes on it. */
  readonly changes: readonly string[];
}

/** Everything that differs, class after class, and inside a class in reading order. */
export interface Differences {
  /** As the caller named them. */
  readonly old: string;
  readonly new: string;
  /** `figures`: both have a record; `pages`: words and images only. */
  readonly depth: 'figures' | 'pages';
  readonly counts: Readonly<Record<DifferenceClass, number>>;
  readonly changes: readonly Difference[];
  readonly pages: readonly PagePair[];
  /** What is no change and is to be known: characters that read the same and are named otherwise, pages without text. Absent without any. */
  readonly remarks?: readonly string[];
}

/** `revenue.equipment@2q02 > revenue.total@2q02 > change from revenue.total@2q01 > footing of operations pct`. */
export function describeChain(chain: readonly ChainStep[]): string {
  return describeSteps(chain).join(' > ');
}

/** One piece a step; a step that shows the fact before it does not name it again. */
export function describeSteps(chain: readonly ChainStep[]): readonly string[] {
  return chain.map((step, index) => describeStep(step, chain[index - 1]));
}

function describeStep(step: ChainStep, before: ChainStep | undefined): string {
  switch (step.by) {
    case 'ordered':
      return step.subject;
    case 'fact':
      return step.fact;
    case 'measure': {
      const named = (before?.by === 'fact' && before.fact === step.fact) || (before?.by === 'ordered' && before.subject === step.fact);
      const words = [
        ...(named ? [] : [step.fact]),
        step.measure,
        ...(step.against !== undefined && (step.measure === 'change' || step.measure === 'difference') ? ['from'] : []),
      ];
      return [...words, ...(step.against === undefined ? [] : [step.against])].join(' ');
    }
    case 'footing':
      return `footing of ${step.statement} ${step.column}`;
  }
}
