// Turn "the name of an account" into what a language's readers must tell of it: which sign it binds, what it is about, which account it is.

import type { NegativeStyle } from '../model/release.ts';
import type { Account } from './accounts.ts';

/** What a name says of the sign of its figure. */
export type SignWord = 'gain' | 'loss' | 'increase' | 'decrease' | 'receipt' | 'payment';

/** How checks read the names of accounts. Names come as they are typed: halves of full-width characters, English in small letters. */
export interface LabelReading {
  /** Names, or parts of one, whose words bind no sign: income taxes, retained earnings, provisions. Searched for all its matches. */
  readonly free: RegExp;
  /** A name of either outcome: 増減, 損益, 又は. Words for both signs in one name say the same. */
  readonly neutral: RegExp;
  /** Words for each sign. */
  readonly words: Readonly<Record<SignWord, RegExp>>;
  /** Names of results, which carry their own sign: a loss is negative. Other gains and losses are parts of a result. */
  readonly result: RegExp;
  /** Names that look like those of results and are parts of one: non-operating income, equity in net loss. */
  readonly part: RegExp;
  /** The share of others than the owners, which is taken off a result. */
  readonly minority: RegExp;
  /** What accumulated losses or profits are named in a balance sheet; the whole name. */
  readonly accumulated: RegExp;
  /** What an increase is of: of assets it takes cash, of liabilities it brings cash. */
  readonly assets: RegExp;
  readonly liabilities: RegExp;
  readonly cash: RegExp;
  /** Stands in the labels of a statement of cash flows, and in no other statement's. */
  readonly cashFlows: RegExp;
  /** Right names for either sign, as a remedy says them. */
  readonly neutralNames: { readonly result: string; readonly change: string };
  /** What stands behind the name of a loss whose figures are written in this style: 営業損失（△）. */
  readonly lossMarks?: Partial<Readonly<Record<NegativeStyle, string>>>;
  /** Names that many rows share and that tell nothing: other, total. */
  readonly unspecific: RegExp;
  /** One name as its equal wordings are compared: without what follows from the period or the form, each outcome alone. */
  readonly namesIn: (label: string) => readonly string[];
  /** By such a name, the accounts that it may mean. */
  readonly accounts: ReadonlyMap<string, readonly Account[]>;
}
