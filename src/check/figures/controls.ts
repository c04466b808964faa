// Turn control totals that the computed figures do not reach into findings.

import { comparedKey } from '../../figures/compared-fact.ts';
import { grouped } from '../../figures/digits.ts';
import { type Ends, overEnds } from '../../figures/ends.ts';
import { factKey, lookUpFact } from '../../figures/fact-key.ts';
import type { FigureSources } from '../../figures/figure-sources.ts';
import { change, difference, times, translated } from '../../figures/measures.ts';
import { plainRounding, regimeOf } from '../../figures/rounding.ts';
import { inPrintedUnits, typedDecimals } from '../../figures/scale.ts';
import { beforeSplits } from '../../figures/splits.ts';
import type { Exact } from '../../model/exact.ts';
import type { Override } from '../../model/exceptions.ts';
import { firstConcept } from '../../model/expression.ts';
import type { Cell, Fact, Financials } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Control } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { FigureCheck } from '../check-shapes.ts';
import { typedFigures } from './typed-figures.ts';

/** A control is compared as the figure is printed: at its own decimals, with the cell of a statement or the override that prints it. */
export const controls: FigureCheck = {
  code: 'check/control',
  severity: 'error',
  run: (release, financials) =>
    [...release.periods.values()].flatMap((period) => period.controls.flatMap((control) => test(control, release, financials))),
};

function test(control: Control, release: FigureSources, financials: Financials): FindingDetails[] {
  const { concept, measure, value, text, at } = control;
  const facts = controlledFacts(control, financials);
  const [fact] = facts;
  if (!fact || facts.includes(undefined)) {
    const hints = ['report the figure, or delete the control'];
    const key = keysOf(control)[facts.indexOf(undefined)];
    return [{ message: say`${key} is controlled at ${text} and has no figure`, at, hints }];
  }
  const { key } = fact;
  const openFacts = facts.filter((each) => each?.undecided);
  if (control.undecided || openFacts.length > 0) {
    if (control.undecided && openFacts.length > 0) return [];
    const message = control.undecided
      ? say`${key} is decided and is controlled as undecided`
      : say`${openFacts[0]?.key} is undecided and is controlled at ${text}`;
    return [{ message, at, related: [{ at: fact.at, message: key }], hints: ['compare the control with the source, then the figure'] }];
  }
  if (holdsControl(control, release, financials)) return [];
  const actual = controlledFigure(control, release, financials);
  const high = controlledFigure(control, release, financials, 'high');
  const inputs = typedFigures(
    facts.flatMap((each) => each?.key ?? []),
    financials,
  );
  const unit = measure === 'translated' ? ` ${release.issuer.translation ?? ''}` : measure === 'change' ? '%' : '';
  const [subject, lacks] = {
    amount: [key, 'comes to nothing'],
    translated: [key, 'cannot be translated: the release has no rate'],
    change: [say`the change of ${key} from ${facts[1]?.key}`, 'cannot be worked out: it is from zero'],
    difference: [say`the difference of ${key} from ${facts[1]?.key}`, 'comes to nothing'],
    times: [say`${key} as a multiple of ${facts[1]?.key}`, 'cannot be worked out: it is of zero'],
  }[measure];
  const words = actual && high ? say`comes to ${written(actual, high)}` : lacks;
  const apart = actual && high?.equals(actual) && !control.upper ? say`, a difference of ${grouped(difference(actual, value))}` : '';
  const message = say`${subject} ${words} and is controlled at ${written(value, control.upper ?? value)}${unit}${apart}`;
  const own = release.concepts.get(concept)?.formula;
  const formula = own ? [{ at: firstConcept(own)?.at ?? fact.at, message: say`the formula, ${fact.formula}` }] : [];
  const override = overrideOf(control, financials);
  const held = override ? [{ at: override.printAt, message: 'the override that prints it' }] : [];
  const related = [...inputs.map((input) => ({ at: input.at, message: input.key })), ...formula, ...held];
  const rate = measure === 'translated' ? release.spec.rate : undefined;
  return [
    {
      message,
      at,
      related: rate ? [...related, { at: rate.at, message: say`the rate, ${rate.value}` }] : related,
      hints: [say`compare the control with the source, then ${inputs.length === 1 ? 'the figure' : 'the figures'} that it controls`],
    },
  ];
}

/** Whether the figure is what the control says: both ends of a range, or that nothing is decided. */
export function holdsControl(control: Control, release: FigureSources, financials: Financials): boolean {
  const isOpen = controlledFacts(control, financials).some((fact) => fact?.undecided);
  if (control.undecided || isOpen) return control.undecided === true && isOpen;
  const [low, high] = (['low', 'high'] as const).map((end) => controlledFigure(control, release, financials, end));
  return low?.equals(control.value) === true && high?.equals(control.upper ?? control.value) === true;
}

/** Both ends of a range as they are typed. */
const written = (low: Exact, high: Exact): string => (low.equals(high) ? grouped(low) : `${grouped(low)}..${grouped(high)}`);

/** Keys of the fact that is held, and of the one that it is compared with. */
function keysOf(control: Control): readonly string[] {
  const compared = comparedKey(control);
  return [factKey(control.concept, control.period), ...(compared === undefined ? [] : [compared])];
}

/** Facts of the release have no period of their own. */
function controlledFacts(control: Control, { facts }: Financials): readonly (Fact | undefined)[] {
  const [, ...compared] = keysOf(control);
  return [lookUpFact(facts, control.concept, control.period), ...compared.map((key) => facts.get(key))];
}

/** The figure in the control's units and decimals, rounded as the issuer rounds; undefined without a fact, for dollars without a rate, and for a comparison with zero. Of a range one end of it. */
export function controlledFigure(
  control: Control,
  release: FigureSources,
  financials: Financials,
  end: 'low' | 'high' = 'low',
): Exact | undefined {
  const { concept, period, measure, text } = control;
  const decimals = typedDecimals(text);
  const spec = release.concepts.get(concept);
  const [fact, against] = controlledFacts(control, financials);
  if (!spec || !fact) return undefined;
  const ended = (made: Ends | undefined): Exact | undefined => made && (end === 'high' ? (made.upper ?? made.value) : made.value);
  const held = end === 'high' ? (fact.upper ?? fact.value) : fact.value;
  const print = (exact: Exact): Exact => plainRounding(exact, decimals, regimeOf({ measure, regime: release.issuer.regime }));
  switch (measure) {
    case 'amount':
      return print(inPrintedUnits(control.ofRelease ? held : beforeSplits(held, fact), spec.unit, spec.scale));
    case 'translated': {
      const cell = cellOf(financials, (each) => translates(each, concept, period, spec.scale));
      if (cell && !fact.upper) return cell.exact.sign === fact.value.sign ? cell.printed : cell.printed.neg();
      const rate = release.spec.rate?.value;
      const dollars = rate && translated(held, rate);
      return dollars && print(inPrintedUnits(dollars, spec.unit, spec.scale));
    }
    case 'change': {
      const exact = against && ended(overEnds(fact, against, change));
      if (!exact) return undefined;
      const override = overrideOf(control, financials);
      if (override) return override.print;
      const cell = cellOf(financials, (each) => each.fact === fact.key && each.measure === 'change' && each.column.from === control.from);
      if (cell?.decimals === decimals) return (end === 'high' ? cell.upper?.printed : undefined) ?? cell.printed;
      return print(exact);
    }
    case 'difference': {
      const cell = against && cellOf(financials, (each) => differs(each, fact.key, control.from, spec.scale, decimals));
      if (cell) return cell.printed;
      return against && print(inPrintedUnits(difference(fact.value, against.value), spec.unit, spec.scale));
    }
    case 'times': {
      const exact = against && ended(overEnds(fact, against, times));
      return exact && print(exact);
    }
  }
}

/** The override by which the text prints a change that no statement does. */
function overrideOf({ concept, period, measure, from }: Control, { proseOverrides }: Financials): Override | undefined {
  if (measure !== 'change') return undefined;
  return proseOverrides.find(
    (each) => each.concept === concept && each.period === period && each.measure === 'change' && each.from === from,
  );
}

function cellOf({ statements }: Financials, wanted: (cell: Cell) => boolean): Cell | undefined {
  for (const { rows } of statements.values()) {
    for (const { cells } of rows) {
      const found = cells.find((each) => each !== undefined && wanted(each));
      if (found) return found;
    }
  }
  return undefined;
}

function translates(cell: Cell, concept: string, period: string, scale: Cell['scale']): boolean {
  return cell.concept === concept && cell.measure === 'translated' && cell.column.period === period && cell.scale === scale;
}

/** Whether a cell prints that difference as it is controlled. */
function differs(cell: Cell, fact: string, from: string | undefined, scale: Cell['scale'], decimals: number): boolean {
  return (
    cell.measure === 'difference' && cell.fact === fact && cell.column.from === from && cell.scale === scale && cell.decimals === decimals
  );
}
