// Turn what the page in the browser says of itself into words that a language has for it.
import type { Treatment } from '../model/financials.ts';

/** Words of the page, by what they are for; `{…}` stands for what is filled in. */
export interface ScreenWords {
  /** The language in its own words, for the choice of it. */
  readonly ownName: string;
  readonly title: string;
  readonly release: string;
  readonly interfaceLanguage: string;
  /** Which languages of the release are shown. */
  readonly shown: string;
  readonly sideBySide: string;
  /** `{language}` by its code, where the page knows no name of it. */
  readonly languageNames: Readonly<Record<string, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly search: string;
  readonly searchNext: string;
  readonly searchPrevious: string;
  /** `{at}` of `{count}`. */
  readonly matches: string;
  readonly noMatches: string;
  readonly pages: string;
  /** `{page}` as counted in the file. */
  readonly page: string;
  readonly pagesIn: string;
  readonly noPages: string;
  readonly keys: string;
  readonly keysList: readonly { readonly key: string; readonly does: string }[];
  readonly close: string;
  /** States of the connection and of the release. */
  readonly live: string;
  readonly working: string;
  readonly lost: string;
  readonly stale: string;
  readonly refused: string;
  readonly errors: string;
  /** Of one finding. */
  readonly error: string;
  readonly warning: string;
  /** `{count}` other places of a finding. */
  readonly related: string;
  readonly warnings: string;
  readonly noFindings: string;
  /** Tabs beside the pages. */
  readonly figure: string;
  readonly suppose: string;
  readonly findings: string;
  readonly source: string;
  readonly panels: string;
  /** Of one figure. */
  readonly chooseFigure: string;
  readonly printed: string;
  readonly exact: string;
  readonly rounding: string;
  readonly treatments: Readonly<Record<Treatment, string>>;
  readonly notes: string;
  readonly origin: string;
  readonly typed: string;
  readonly computed: string;
  readonly places: string;
  readonly madeAgainst: string;
  readonly relations: string;
  readonly holds: string;
  readonly breaks: string;
  readonly waived: string;
  readonly controls: string;
  readonly usedBy: string;
  readonly restsOn: string;
  readonly takenFrom: string;
  readonly releasedAs: string;
  readonly prose: string;
  readonly openSource: string;
  readonly showPage: string;
  /** What if. */
  readonly newValue: string;
  readonly addValue: string;
  readonly supposeNothing: string;
  readonly now: string;
  readonly remove: string;
  readonly impact: string;
  readonly wouldChange: string;
  readonly cells: string;
  readonly sentences: string;
  readonly wordsTurn: string;
  readonly wouldBreak: string;
  readonly wouldMend: string;
  readonly lapses: string;
  readonly newFindings: string;
  readonly confirmToo: string;
  /** `{before}` and `{after}`. */
  readonly pageCount: string;
  readonly write: string;
  readonly discard: string;
  readonly written: string;
  readonly notWritten: string;
  readonly gone: string;
  /** Editor. */
  readonly file: string;
  readonly save: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly conflict: string;
  readonly takeTheirs: string;
  readonly keepMine: string;
  readonly chooseFile: string;
  readonly editorHint: string;
  /** Before a file is chosen. */
  readonly sourceHint: string;
  /** Review. */
  readonly review: string;
  readonly myName: string;
  readonly nameFirst: string;
  readonly reviewProgress: string;
  readonly reviewed: string;
  readonly openItems: string;
  readonly chosenItems: string;
  readonly kinds: Readonly<Record<'figure' | 'sentence' | 'table' | 'page', string>>;
  readonly tick: string;
  readonly lapsedTicks: string;
  readonly signedText: string;
  readonly nextOpen: string;
  readonly allChecked: string;
  readonly chooseToCheck: string;
  readonly nobody: string;
  /** Changes since a state. */
  readonly changes: string;
  readonly since: string;
  readonly chooseState: string;
  readonly sinceOpened: string;
  readonly sincePublished: string;
  readonly sinceApproved: string;
  readonly sinceRevision: string;
  readonly comparing: string;
  readonly nothingChanged: string;
  /** Before a state is chosen. */
  readonly changesHint: string;
  /** While the release has errors. */
  readonly changesStale: string;
  readonly nextChange: string;
  readonly previousChange: string;
  readonly classes: Readonly<Record<'ordered' | 'consequential' | 'text' | 'layout' | 'file' | 'unexplained' | 'approved', string>>;
}
