// Turn names of what a figure is compared with, or is of, into periods: the shape of a language's words.
import { matchesIn } from '../model/matches.ts';
import type { Stretch } from '../model/span.ts';

/** What a comparison is made with, in words. */
export type ComparisonBase =
  /** The same quarter or half of the year before. */
  | 'year-before'
  /** The quarter before. */
  | 'previous-quarter'
  /** The period before, whatever its length. */
  | 'previous'
  /** The end of the fiscal year before. */
  | 'year-end'
  /** The fiscal year before, or the same period of it. */
  | 'previous-year';

/** A day, a month or a quarter as a hand typed it; what it leaves open is any. */
export interface TypedPeriod {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly fiscalYear?: number;
  readonly quarter?: number;
}

/** The name of what is compared with, as it stands in a text. */
export interface BaseNamed extends Stretch {
  readonly base: ComparisonBase | TypedPeriod;
}

/** Names of what is compared with, in patterns. */
export interface BaseNames {
  /** Finds the words that every name holds one of. */
  readonly needs: RegExp;
  /** Finds the words right before a name that say that something is compared with it; absent where the names themselves do. */
  readonly lead?: RegExp;
  /** The group `name` is the name, and one of the others tells what it names. Sticky behind a lead, else searched for all its matches. */
  readonly names: RegExp;
  /** Names behind a lead that are tried before those, where the text that follows holds a word that each of them has. */
  readonly namesFirst?: { readonly needs: RegExp; readonly within: number; readonly names: RegExp };
  /** What each group names. */
  readonly kinds: Readonly<Record<string, ComparisonBase | ((groups: MatchedGroups) => TypedPeriod)>>;
}

/** Those of a text, in order. */
export function basesBy({ needs, lead, names, namesFirst: first, kinds }: BaseNames, text: string): readonly BaseNamed[] {
  // Most sentences name none: they are told apart by the cheaper search.
  if (!needs.test(text)) return [];
  const matches = lead
    ? matchesIn(text, lead).map(({ index, 0: words }) => {
        const at = index + words.length;
        const early = first?.needs.test(text.slice(at, at + first.within)) ? matchAt(first.names, at, text) : null;
        return early ?? matchAt(names, at, text);
      })
    : matchesIn(text, names);
  return matches.flatMap((match): readonly BaseNamed[] => {
    const { groups } = match ?? {};
    const [, base] = Object.entries(kinds).find(([group]) => groups?.[group] !== undefined) ?? [];
    if (!match || !groups || base === undefined) return [];
    const { name = '' } = groups;
    const start = match.index + match[0].lastIndexOf(name);
    return [{ start, end: start + name.length, base: typeof base === 'function' ? base(groups) : base }];
  });
}

function matchAt(sticky: RegExp, at: number, text: string): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** Named groups of a match; undefined for one that matched nothing. */
export type MatchedGroups = Readonly<Record<string, string | undefined>>;

/** The name of the period that an amount is of: `before` ends the text before the amount, `after` begins the text after it. */
export interface OwnPeriodName {
  readonly base: ComparisonBase;
  /** Finds the words that every such name holds one of. */
  readonly needs: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Round the name of a period, with the amount after it: `Sales in \ufffc were`, \ufffcの売上高は. */
export interface PeriodBefore {
  /** Ends the text before the name. */
  readonly before?: RegExp;
  /** Ends the text before a name that something is compared with. */
  readonly not?: RegExp;
  /** Is all that stands between the name and the amount; the name of a result may stand among it. */
  readonly between: RegExp;
}
