// Turn two releases into the figures of one period that both print and that are another amount now: what was restated, as each language prints it.
import { periodOf, releasePeriod } from '../../figures/fact-key.ts';
import type { BuildRecord, FigureRecord } from '../../model/build-record.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import type { RestatedFact } from '../../model/release-comparison.ts';
import { say } from '../../model/say.ts';
import { recordedValue } from '../recorded-value.ts';
import type { ReleasePeriods } from './release-periods.ts';

/** One of a period that was over, of which the later release does not say why it is another, and which follows from none that is told. */
export const isUnexplained = ({ because, from, revised }: RestatedFact): boolean => because === undefined && from === undefined && !revised;

/** In the order of the later release; with how many amounts both print. `periods` are those of the earlier one. */
export function restatedFacts(
  old: BuildRecord,
  now: BuildRecord,
  { current, dates }: ReleasePeriods,
): { readonly restated: readonly RestatedFact[]; readonly printedInBoth: number } {
  const before = new Map(old.figures.facts.map((record) => [record.fact, recordedValue(record)]));
  const [was, is] = [printedAmounts(old), printedAmounts(now)];
  const both = now.figures.facts.filter(({ fact }) => was.has(fact) && is.has(fact));
  const nameOf = rowNames(now);
  const restated = both.flatMap((record): readonly RestatedFact[] => {
    const { fact } = record;
    const value = recordedValue(record);
    const earlier = before.get(fact);
    if (earlier === undefined || earlier === value) return [];
    const printed = printedPairs(was.get(fact) ?? [], is.get(fact) ?? [], nameOf);
    // What rounding hides was not restated in print.
    const isHidden = printed.length > 0 && printed.every((pair) => pair.before === pair.after);
    return isHidden ? [] : [{ fact, before: earlier, after: value, printed }];
  });
  const reasonOf = reasons(before, now, new Set(restated.map(({ fact }) => fact)));
  const last = dates.get(current)?.end ?? '';
  const mayBeRevised = (fact: FactKey): boolean => periodOf(fact) === releasePeriod || (dates.get(periodOf(fact))?.end ?? '') > last;
  return {
    restated: restated.map((one) => ({ ...one, ...(mayBeRevised(one.fact) ? { revised: true as const } : reasonOf(one.fact)) })),
    printedInBoth: both.length,
  };
}

/** The reason that a fact's own record gives, or that of a fact that it is made of and that is another now; else such a fact that is `told`. */
function reasons(
  before: ReadonlyMap<FactKey, string>,
  now: BuildRecord,
  told: ReadonlySet<FactKey>,
): (fact: FactKey) => Pick<RestatedFact, 'because' | 'from'> {
  const records = new Map(now.figures.facts.map((record) => [record.fact, record]));
  return (fact) => {
    const seen = new Set([fact]);
    // What is added while the set is gone through is gone through too.
    for (const key of seen) {
      const record = records.get(key);
      if (record?.released) return { because: record.released.because };
      if (record?.split !== undefined) return { because: say`a split of shares, ${record.split} for 1` };
      for (const input of record?.inputs ?? []) {
        const other = records.get(input);
        if (other && before.get(input) !== recordedValue(other)) seen.add(input);
      }
    }
    seen.delete(fact);
    const others = [...seen].filter((key) => told.has(key));
    const from = others.find((key) => records.get(key)?.formula === undefined) ?? others[0];
    return from === undefined ? {} : { from };
  };
}

function printedAmounts({ figures }: BuildRecord): ReadonlyMap<FactKey, readonly FigureRecord[]> {
  const found = new Map<FactKey, FigureRecord[]>();
  for (const figure of figures.figures) {
    if (figure.measure !== 'amount') continue;
    const known = found.get(figure.fact);
    if (known) known.push(figure);
    else found.set(figure.fact, [figure]);
  }
  return found;
}

/** The same amount at two like places of each language: a table that both have, or the text. */
function printedPairs(
  old: readonly FigureRecord[],
  now: readonly FigureRecord[],
  nameOf: (figure: FigureRecord) => string,
): RestatedFact['printed'] {
  const placeOf = ({ lang, place }: FigureRecord): string => (place.kind === 'cell' ? `${lang} cell ${place.statement}` : `${lang} prose`);
  const earlier = new Map(old.toReversed().map((figure) => [placeOf(figure), figure]));
  const found = new Map<Lang, RestatedFact['printed'][number]>();
  for (const figure of now) {
    const before = earlier.get(placeOf(figure));
    const { lang } = figure;
    if (before && !found.has(lang)) found.set(lang, { lang, name: nameOf(figure), before: before.text, after: figure.text });
  }
  return [...found.values()];
}

/** The label of the row that prints a figure; '' in prose. */
function rowNames({ document }: BuildRecord): (figure: FigureRecord) => string {
  const labels = new Map<string, string>();
  for (const { id, kind, lang, statement, text } of document.texts)
    if (kind === 'label') labels.set(`${lang} ${statement ?? ''} ${/\.r(\d+)\.label$/.exec(id)?.[1] ?? ''}`, text);
  return ({ lang, place }) => (place.kind === 'cell' ? (labels.get(`${lang} ${place.statement} ${place.row}`) ?? '') : '');
}
