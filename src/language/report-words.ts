// Turn the words of a report of differences into a shape that each language fills: what the page itself says, around what releases print.
import type { TextRecord } from '../model/build-record.ts';
import type { DifferenceClass, OrderedChange } from '../model/difference.ts';

/** A word of the report's own, and a line about it. */
export interface NamedWord {
  readonly name: string;
  readonly meaning: string;
}

/** Sentences and headings of the page; `{n}` and other names in braces are filled in. English in `en/report.ts` shows what each says. */
export const reportPhrases = [
  'title',
  'titleOf',
  'language',
  'old',
  'new',
  'files',
  'name',
  'sha256',
  'size',
  'bytes',
  'pageCount',
  'created',
  'modified',
  'announced',
  'madeBy',
  'inStyle',
  'state',
  'asBuilt',
  'alteredFile',
  'foreignFile',
  'notTold',
  'sameBytes',
  'classes',
  'total',
  'inDataOnly',
  'onPages',
  'shown',
  'search',
  'find',
  'allShown',
  'views',
  'side',
  'overlay',
  'slider',
  'previous',
  'next',
  'smaller',
  'larger',
  'fit',
  'zoomed',
  'changes',
  'list',
  'current',
  'nothing',
  'moreOfClass',
  'pages',
  'pagesDiffer',
  'othersNotShown',
  'countedOnEach',
  'withoutImages',
  'page',
  'changesHere',
  'pageGone',
  'pageNew',
  'oldPage',
  'oldCaption',
  'newCaption',
  'noImage',
  'cut',
  'cutTold',
  'followsFrom',
  'moreEdits',
  'isNew',
  'isGone',
  'uncompared',
  'comparedAt',
  'notBuild',
  'noData',
  'regionIgnored',
  'headerIgnored',
  'folioIgnored',
  'alike',
  'otherFiles',
  'forExact',
  'computed',
  'runningHead',
  'wordsOfPage',
  'stands',
  'toPage',
  'otherPlace',
  'pageSize',
  'marksDiffer',
  'at',
  'translated',
  'percentOf',
  'changeFrom',
  'changePublished',
  'differenceFrom',
  'times',
  'footing',
] as const;
export type ReportPhrase = (typeof reportPhrases)[number];

/** Everything that the report of differences says in a language. */
export interface ReportWords {
  /** The language's name in itself. */
  readonly autonym: string;
  /** Classes of changes. */
  readonly classes: Readonly<Record<DifferenceClass, NamedWord>>;
  /** What was ordered. */
  readonly ordered: Readonly<Record<OrderedChange['kind'], string>>;
  /** What else the data give, by the first part of its name: rate, announced, dates. */
  readonly givens: Readonly<Record<string, string>>;
  /** What a change is of that is told by its summary, by its kind. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Kinds of texts. */
  readonly texts: Readonly<Record<TextRecord['kind'], string>>;
  readonly phrases: Readonly<Record<ReportPhrase, string>>;
  /** Parts of a name, one after the other: table, row, column. */
  readonly joined: (parts: readonly string[]) => string;
  /** A name with what it is told apart by in brackets: sales (2Q02). */
  readonly bracketed: (name: string, remark: string) => string;
}
