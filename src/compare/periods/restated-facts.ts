// Turn two releases into the figures of one period that both print and that are another amount now: what was restated, as each language prints it.
import type { BuildRecord, FigureRecord } from '../../model/build-record.ts';
import type { FactKey } from '../../model/financials.ts';
import type { Lang } from '../../model/language.ts';
import type { RestatedFact } from '../../model/release-comparison.ts';
import { recordedValue } from '../recorded-value.ts';

/** In the order of the later release; with how many amounts both print. */
export function restatedFacts(
  old: BuildRecord,
  now: BuildRecord,
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
    return printed.length > 0 && printed.every((pair) => pair.before === pair.after)
      ? []
      : [{ fact, before: earlier, after: value, printed }];
  });
  return { restated, printedInBoth: both.length };
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
