// Turn figures to be typed into lines of a period's file: unset, with the value that each had before as a comment.
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import type { PeriodDates, ReportedFact } from '../model/release.ts';
import type { FactGroup } from './order-facts.ts';

/** What a period's file is to hold. */
export interface PeriodContent {
  readonly groups: readonly FactGroup[];
  /** Figures that no statement holds, each with its source. */
  readonly stated: readonly ReportedFact[];
  /** Id of the period that the comments quote. */
  readonly before: string;
  /** The new id of a period, for what stated figures rest on; undefined where there is none. */
  readonly renamed: (period: string) => string | undefined;
}

/** A file of its own; `schema` is its first line. */
export function newPeriodText(
  { start, end, fiscalYear, quarter }: PeriodDates,
  content: PeriodContent,
  {
    schema,
    from,
    previous,
    sum,
  }: { readonly schema: string; readonly from: string; readonly previous?: string; readonly sum?: readonly string[] },
): string {
  const { groups, stated } = content;
  const waits = groups.length + stated.length > 0;
  return [
    schema,
    `# ${start} to ${end}, made from ${from}.${waits ? ` Figures are to be typed as they are printed; behind each stands what it was in ${content.before}.` : ''}`,
    `start: ${start}`,
    `end: ${end}`,
    `fiscal: {year: ${fiscalYear}, quarter: ${quarter}}`,
    ...(previous === undefined ? [] : [`previous: ${previous}`]),
    ...(sum ? [`sum: [${sum.join(', ')}]`] : []),
    '',
    groups.length > 0 ? 'facts:' : 'facts: {}',
    ...factLines(content),
    ...(stated.length > 0 ? ['', 'stated:', ...statedLines(content)] : []),
    '',
  ].join('\n');
}

/** Lines below `facts:`. */
export function factLines({ groups, before }: Pick<PeriodContent, 'groups' | 'before'>): readonly string[] {
  return groups.flatMap(({ title, facts }) => [
    `  # ${title}`,
    ...facts.map(({ concept, text }) => `  ${concept}:  # ${before}: ${onLine(text)}`),
  ]);
}

/** Lines below `stated:`. */
export function statedLines({ stated, before, renamed }: Pick<PeriodContent, 'stated' | 'before' | 'renamed'>): readonly string[] {
  return stated.flatMap(({ concept, text, source = '', restsOn }) => {
    const bases = restsOn?.map((basis) => renamedBasis(basis, renamed));
    return [
      `  ${concept}:`,
      `    value:  # ${before}: ${onLine(text)}`,
      `    source:  # ${before}: ${onLine(source)}`,
      ...(bases?.every((basis) => basis !== undefined) ? [`    rests-on: [${bases.join(', ')}]`] : []),
    ];
  });
}

function renamedBasis(basis: string, renamed: (period: string) => string | undefined): string | undefined {
  const { concept, period } = parseFactReference(basis);
  if (period === undefined) return basis;
  const next = renamed(period);
  return next === undefined ? undefined : factKey(concept, next);
}

/** A comment ends with its line. */
const onLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
