// Turn a sentence into its comparisons, each with the typed name of what it is made with: `3% higher than a year earlier`, 前期比3%増、同5%減.

import { periodOf, releasePeriod } from '../../figures/fact-key.ts';
import { isComparison } from '../../figures/measures.ts';
import { language } from '../../language/languages.ts';
import type { Stretch } from '../../model/span.ts';
import type { TextRun } from '../typed-text.ts';
import { mentionsOf, ownMovement } from './amount-mentions.ts';
import type { NamedBase } from './comparison-bases.ts';
import type { ToldSentence, ToldText } from './told-sentence.ts';

/** A comparison that the sentence prints, beside the name of what it is made with. */
interface NamedComparison {
  /** What prints it. */
  readonly run: TextRun;
  /** Ids of the periods that it compares. */
  readonly period: string;
  readonly against: string;
  readonly name: NamedBase;
}

type Comparison = Omit<NamedComparison, 'name'>;

/** Those that have a name. A name belongs to the comparison beside it; in front of both, to the first one after it. */
export function comparisonsIn(sentence: ToldSentence, told: ToldText): readonly NamedComparison[] {
  const { sameBase } = language(told.text.lang).words;
  const comparisons = comparisonsOf(sentence, told);
  if (comparisons.length === 0 || sentence.bases.length === 0) return [];
  let last: NamedBase | undefined;
  return comparisons.flatMap((comparison, index) => {
    const from = comparisons[index - 1]?.run.end ?? sentence.start;
    const to = comparisons[index + 1]?.run.start ?? sentence.end;
    const same = sameBase?.test(told.typed.slice(from, comparison.run.start)) === true;
    const name = same ? last : nameOf(comparison.run, { start: from, end: to }, sentence, told);
    last = name ?? (same ? last : undefined);
    return name ? [{ ...comparison, name }] : [];
  });
}

/** Changes, words of direction by helpers, and amounts that are themselves how far something moved. */
function comparisonsOf(sentence: ToldSentence, { text, printed }: ToldText): readonly Comparison[] {
  const { document, release } = printed;
  const own = mentionsOf(text, printed);
  return text.runs.flatMap((run): readonly Comparison[] => {
    if (run.start < sentence.start || run.end > sentence.end) return [];
    const { figure: number, bound } = run.inline;
    const figure = number === undefined ? undefined : document.figures[number];
    const pair = figure && isComparison(figure.measure) ? figure : bound?.by === 'direction' ? bound : undefined;
    if (pair?.against !== undefined) {
      const [now, then] = [periodOf(pair.fact), periodOf(pair.against)];
      return now === releasePeriod || now === then ? [] : [{ run, period: now, against: then }];
    }
    const mention = figure && own.find(({ start }) => start === run.start);
    const of = mention && ownMovement(mention, release)?.of;
    return of ? [{ run, period: of.period, against: of.against }] : [];
  });
}

/** After the comparison in its clause, or before it; or all that the clause before it ends with, or the one after it begins with. */
function nameOf(run: Stretch, { start: from, end: to }: Stretch, sentence: ToldSentence, { typed }: ToldText): NamedBase | undefined {
  const between = sentence.bases.filter(({ start, end }) => start >= from && end <= to);
  if (between.length === 0) return undefined;
  const clauseAt = (offset: number) => sentence.clauses.find(({ start, end }) => start <= offset && offset <= end);
  const own = clauseAt(run.start);
  const inOwn = between.filter(({ start, end }) => own && start >= own.start && end <= own.end);
  const after = inOwn.find(({ start }) => start >= run.end);
  const before = inOwn.findLast(({ end, weak }) => end <= run.start && (!weak || run.start - end <= weakRest));
  if (after || before) return nearer(run, before, after);
  const earlier = between.findLast(({ end, weak }) => end <= run.start && !weak);
  // `Compared with the previous quarter, revenues …`, 前期末に比べ、…: nothing but the name's own words ends its clause.
  if (earlier && own) {
    const clause = clauseAt(earlier.end);
    const rest = typed.slice(earlier.end, clause?.end ?? earlier.end);
    const next = sentence.clauses[sentence.clauses.indexOf(clause ?? own) + 1];
    if (next === own && !rest.includes('\ufffc') && rest.trim().length <= shortRest) return earlier;
  }
  const later = between.find(({ start }) => start >= run.end);
  const gap = later ? typed.slice(run.end, later.start) : '';
  return later && !gap.includes('\ufffc') && gap.length <= shortGap ? later : undefined;
}

/** Characters after a name that still belong to it: に比べて, 比では. */
const shortRest = 8;

/** The same after a name that may be of something else. */
const weakRest = 3;

/** Characters between a comparison and a name in the clause after it: `, compared with `. */
const shortGap = 20;

function nearer(run: Stretch, before: NamedBase | undefined, after: NamedBase | undefined): NamedBase | undefined {
  if (!before || !after) return before ?? after;
  return after.start - run.end <= run.start - before.end ? after : before;
}
