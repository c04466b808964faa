// Turn digits typed by hand into the figure that prints the same, and into the call that would print it.

import { conceptOf, parseFactKey } from '../../figures/fact-key.ts';
import { isPercentage } from '../../figures/measures.ts';
import { plainRounding } from '../../figures/rounding.ts';
import { inPrintedUnits } from '../../figures/scale.ts';
import type { Figure } from '../../model/document.ts';
import { Exact } from '../../model/exact.ts';
import type { Fact } from '../../model/financials.ts';
import type { Concept, Release } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Scale } from '../../model/unit.ts';
import type { Printed } from '../check-shapes.ts';
import { folded, type TypedText } from '../typed-text.ts';
import { periodRole } from '../words/movements.ts';

/** A fact that prints what was typed by hand. */
export interface MatchingFigure {
  /** Key of the fact, `concept@period`. */
  readonly fact: string;
  /** What it prints, with its scale or percent sign. */
  readonly text: string;
  /** What to write instead of the digits. */
  readonly call: string;
}

/** Scale words after the digits, longest first. */
const scaleWords: readonly (readonly [string, Scale])[] = [
  ['百万', 'million'],
  ['億', 'oku'],
  ['万', 'man'],
  ['千', 'thousand'],
  [' billion', 'billion'],
  [' million', 'million'],
  [' thousand', 'thousand'],
];

/** Fewer digits than this agree with many figures by chance, unless a scale or a percent sign stands with them. */
const tellingDigits = 3;

/** Facts of the current period come first, in any scale, then shares and changes that the document prints, then facts of other periods. */
export function matchingFigure(text: TypedText, start: number, length: number, printed: Printed): MatchingFigure | undefined {
  const word = folded(text.text.slice(start, start + length)).replaceAll(',', '');
  const value = Exact.parse(word);
  if (!value) return undefined;
  const after = folded(text.text.slice(start + length, start + length + 9));
  const scale = scaleWords.find(([each]) => after.startsWith(each))?.[1];
  const percent = after.startsWith('%');
  if (!scale && !percent && word.replace('.', '').length < tellingDigits) return undefined;
  const sought = { value, decimals: word.split('.')[1]?.length ?? 0, percent, ...(scale ? { scale } : {}) };
  const current = printed.release.spec.periods.get('current')?.value;
  return (
    factInScale(sought, printed, (period) => period === current) ??
    printedFigure(sought, printed) ??
    factInScale(sought, printed, () => true)
  );
}

interface Sought {
  readonly value: Exact;
  readonly decimals: number;
  readonly percent: boolean;
  readonly scale?: Scale;
}

function printedFigure({ value, decimals, percent }: Sought, { document, release }: Printed): MatchingFigure | undefined {
  if (!percent) return undefined;
  const found = document.figures.find(
    (figure) => isPercent(figure, release) && figure.decimals === decimals && figure.printed.abs().equals(value),
  );
  if (!found) return undefined;
  const { concept, period } = parseFactKey(found.fact);
  const { concept: of, period: from } = parseFactKey(found.against ?? '');
  const at = periodOption(period, release);
  const places = decimals === 1 ? '' : ` decimals=${decimals}`;
  const call =
    found.measure === 'change'
      ? `{{change "${concept}"${at} from="${periodRole(from, release)}"${places} form="bare"}}`
      : found.measure === 'percent-of'
        ? `{{share "${concept}" of="${of}"${at}${places}}}`
        : `{{percent "${concept}"${at}${places}}}`;
  return { fact: found.fact, text: `${found.printed.abs().toFixed(decimals)}%`, call };
}

function isPercent(figure: Figure, release: Release): boolean {
  if (isPercentage(figure.measure)) return true;
  return figure.measure === 'amount' && release.concepts.get(conceptOf(figure.fact))?.unit === 'ratio';
}

function factInScale(sought: Sought, { financials, release }: Printed, meant: (period: string) => boolean): MatchingFigure | undefined {
  for (const fact of financials.facts.values()) {
    if (!meant(fact.period)) continue;
    const concept = release.concepts.get(fact.concept);
    const scale = concept && !fact.value.isZero && !fact.upper ? scaleOf(fact, concept, sought, release) : undefined;
    if (concept && scale) return { fact: fact.key, ...callOf(fact, concept, scale, sought, release) };
  }
  return undefined;
}

/** The scale in which the fact prints the digits, if there is one. */
function scaleOf(fact: Fact, { unit }: Concept, { value, decimals, percent, scale }: Sought, { issuer }: Release): Scale | undefined {
  const magnitude = fact.value.abs();
  if ((unit === 'ratio') !== percent) return undefined;
  const candidates: readonly Scale[] = percent ? ['one'] : scale ? [scale] : unit === 'money' ? ['one', 'thousand', 'million'] : ['one'];
  return candidates.find((each) => plainRounding(inPrintedUnits(magnitude, unit, each), decimals, issuer.regime).equals(value));
}

function callOf(fact: Fact, { id, unit }: Concept, scale: Scale, { value, decimals }: Sought, release: Release) {
  const helper = unit === 'ratio' ? 'percent' : unit === 'money' || unit === 'per-share' ? 'amount' : 'number';
  const usual = unit === 'ratio' ? 1 : 0;
  const places = decimals === usual ? '' : ` decimals=${decimals}`;
  const within = scale === 'one' || unit === 'ratio' ? '' : ` in="${scale}"`;
  return {
    text: say`${value.toFixed(decimals)}${unit === 'ratio' ? '%' : scale === 'one' ? '' : say` ${sayWord(scale)}`}`,
    call: `{{${helper} "${id}"${periodOption(fact.period, release)}${within}${places}}}`,
  };
}

/** The period as a narrative names it; the current one needs no name. */
function periodOption(period: string, release: Release): string {
  const name = periodRole(period, release);
  return name === 'current' || !release.periods.has(period) ? '' : ` period="${name}"`;
}
