// Turn every figure of a document into its tickmarks: what was proved of it, each proof made anew from facts and printed figures.

import { environmentOf } from '../../figures/environment.ts';
import { evaluate } from '../../figures/evaluate.ts';
import type { Document, Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { FactKey, Financials } from '../../model/financials.ts';
import type { Release } from '../../model/release.ts';
import { meaning } from './find-partners.ts';
import { cellName, footedCells } from './footed-cells.ts';
import { provesFact, provesMeasure } from './prove-figure.ts';

/** The marks of the book, in the order of its legend: letter, and what it says of a figure. */
export const markWords = {
  footed: { letter: 'F', words: 'footed: as printed, the parts of the column come to the total' },
  agrees: { letter: 'A', words: 'agrees with the same fact printed elsewhere in this language' },
  traced: { letter: 'D', words: 'traced to the data file that it was typed in' },
  recomputed: { letter: 'R', words: 'recomputed from facts by its formula' },
  translated: { letter: 'T', words: 'translated at the rate of the release' },
  stated: { letter: 'S', words: 'stated with its source, held by no table' },
  plugged: { letter: 'P', words: 'plugged: moved from its plain rounding so that the column foots' },
  overridden: { letter: 'O', words: 'overridden: printed as the release says, with its reason' },
  waived: { letter: 'W', words: 'takes part in a relation that is waived' },
  differs: { letter: 'N', words: 'not the figure printed elsewhere for the same fact' },
  open: { letter: '?', words: 'open: nothing was proved' },
} as const;

export type Mark = keyof typeof markWords;

/** What was proved of one figure. */
export interface Marked {
  /** At least one: `open` where nothing is proved. */
  readonly marks: readonly Mark[];
  /** The first figure of the same language that prints the same fact and agrees. */
  readonly agreesWith?: Figure;
}

/** By figure id. */
export function markFigures(release: Release, financials: Financials, document: Document): ReadonlyMap<number, Marked> {
  const footed = footedCells(financials, release);
  const waived = waivedFacts(release, financials);
  const alike = new Map<string, Figure[]>();
  for (const figure of document.figures) alike.set(meaning(figure), [...(alike.get(meaning(figure)) ?? []), figure]);

  const marked = (figure: Figure): Marked => {
    const { fact: key, against, measure, place, lang, treatment } = figure;
    const fact = financials.facts.get(key);
    const base = against === undefined ? undefined : financials.facts.get(against);
    if (!fact) return { marks: ['open'] };
    const elsewhere = (alike.get(meaning(figure)) ?? []).filter((other) => other !== figure && other.lang === lang);
    const agreeing = elsewhere.filter((other) => agrees(figure, other));
    const proved = provesMeasure(figure, fact, base, release);
    const marks: Record<Exclude<Mark, 'open'>, boolean> = {
      footed: place.kind === 'cell' && footed.has(cellName(place.statement, place.row, place.column)),
      agrees: agreeing.length > 0,
      traced: proved && measure === 'amount' && fact.origin === 'reported',
      recomputed:
        proved && (measure === 'amount' ? fact.origin === 'computed' && provesFact(fact, release, financials) : measure !== 'translated'),
      translated: proved && measure === 'translated',
      stated: fact.origin === 'stated' || base?.origin === 'stated',
      plugged: treatment === 'plug',
      overridden: treatment === 'override',
      waived: waived.has(key),
      differs: agreeing.length < elsewhere.length,
    };
    const found = (Object.keys(marks) as (keyof typeof marks)[]).filter((mark) => marks[mark]);
    const sound = found.some((mark) => mark !== 'differs' && mark !== 'plugged');
    return { marks: sound ? found : [...found, 'open'], ...(agreeing[0] ? { agreesWith: agreeing[0] } : {}) };
  };
  return new Map(document.figures.map((figure) => [figure.id, marked(figure)]));
}

/** Two printings of one fact: equal where both have the same units and decimals; else no further apart than a unit of each. */
function agrees(a: Figure, b: Figure): boolean {
  const [exactA, exactB] = [a.exact.abs(), b.exact.abs()];
  if (exactA.isZero || exactB.isZero) return a.printed.isZero && b.printed.isZero;
  const ratio = exactB.div(exactA);
  const apart = a.printed.abs().mul(ratio).sub(b.printed.abs()).abs();
  if (ratio.equals(Exact.one) && a.decimals === b.decimals) return apart.isZero;
  return apart.compare(step(a).mul(ratio).add(step(b))) < 0;
}

const step = ({ decimals }: Figure): Exact => Exact.of(1n, 10n ** BigInt(decimals));

/** Facts that the sides of waived relations name. */
function waivedFacts(release: Release, financials: Financials): ReadonlySet<FactKey> {
  const environment = environmentOf(release, financials);
  return new Set(
    release.spec.waivers.flatMap((waiver) =>
      release.relations
        .filter((relation) => relation.check === waiver.check && relation.name === waiver.relation)
        .flatMap(({ left, right }) => [left, right])
        .flatMap((side) => {
          const result = evaluate(side, waiver.period, environment);
          return 'term' in result ? result.term.inputs : [];
        }),
    ),
  );
}
