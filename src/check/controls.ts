// Turn control totals that the computed figures do not reach into findings.

import { grouped } from '../figures/show-amount.ts';
import type { FindingDetails } from '../model/diagnostic.ts';
import { Exact } from '../model/exact.ts';
import type { Expression } from '../model/expression.ts';
import { type Cell, type Fact, type Financials, factKey } from '../model/financials.ts';
import type { Control, Override, Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { FigureCheck } from './figure-check.ts';
import { inPrintedUnits } from './printed-units.ts';
import { typedFigures } from './typed-figures.ts';

/** A control is compared as the figure is printed: at its own decimals, with the cell of a statement or the override that prints it. */
export const controls: FigureCheck = {
  code: 'check/control',
  severity: 'error',
  run: (release, financials) =>
    [...release.periods.values()].flatMap((period) => period.controls.flatMap((control) => test(control, release, financials))),
};

function test(control: Control, release: Release, financials: Financials): FindingDetails[] {
  const { concept, measure, value, text, at } = control;
  const facts = controlledFacts(control, financials);
  const [fact] = facts;
  if (!fact || facts.includes(undefined)) {
    const hints = ['report the figure, or delete the control'];
    const key = keysOf(control)[facts.indexOf(undefined)];
    return [{ message: `${key} is controlled at ${text} and has no figure`, at, hints }];
  }
  const { key } = fact;
  const actual = controlledFigure(control, release, financials);
  if (actual?.equals(value)) return [];
  const inputs = typedFigures(
    facts.flatMap((each) => each?.key ?? []),
    financials,
  );
  const unit = measure === 'translated' ? ` ${release.issuer.translation ?? ''}` : measure === 'change' ? '%' : '';
  const [subject, lacks] = {
    amount: [key, 'comes to nothing'],
    translated: [key, 'cannot be translated: the release has no rate'],
    change: [`the change of ${key} from ${facts[1]?.key}`, 'cannot be worked out: it is from zero'],
    times: [`${key} as a multiple of ${facts[1]?.key}`, 'cannot be worked out: it is of zero'],
  }[measure];
  const words = actual ? `comes to ${grouped(actual)}` : lacks;
  const message = `${subject} ${words} and is controlled at ${grouped(value)}${unit}${actual ? `, a difference of ${grouped(actual.sub(value))}` : ''}`;
  const written = release.concepts.get(concept)?.formula;
  const formula = written ? [{ at: placeOf(written) ?? fact.at, message: `the formula, ${fact.formula}` }] : [];
  const override = overrideOf(control, financials);
  const held = override ? [{ at: override.printAt, message: 'the override that prints it' }] : [];
  const related = [...inputs.map((input) => ({ at: input.at, message: input.key })), ...formula, ...held];
  const rate = measure === 'translated' ? release.release.rate : undefined;
  return [
    {
      message,
      at,
      related: rate ? [...related, { at: rate.at, message: `the rate, ${rate.value}` }] : related,
      hints: [`compare the control with the source, then ${inputs.length === 1 ? 'the figure' : 'the figures'} that it controls`],
    },
  ];
}

/** Where a formula first names a concept. */
function placeOf(formula: Expression): Span | undefined {
  switch (formula.kind) {
    case 'number':
      return undefined;
    case 'concept':
    case 'printed':
      return formula.at;
    case 'previous':
    case 'negate':
      return placeOf(formula.of);
    case 'binary':
      return placeOf(formula.left) ?? placeOf(formula.right);
  }
}

/** Keys of the fact that is held, and of the one that it is compared with. */
const keysOf = ({ concept, period, from }: Control): readonly string[] =>
  [period, ...(from === undefined ? [] : [from])].map((each) => factKey(concept, each));

/** Facts of the release have no period of their own. */
function controlledFacts(control: Control, { facts }: Financials): readonly (Fact | undefined)[] {
  const [own = '', ...compared] = keysOf(control);
  return [facts.get(own) ?? facts.get(factKey(control.concept, 'release')), ...compared.map((key) => facts.get(key))];
}

/** The figure in the control's units and decimals, rounded as the issuer rounds; undefined without a fact, for dollars without a rate, and for a comparison with zero. */
export function controlledFigure(control: Control, release: Release, financials: Financials): Exact | undefined {
  const { concept, period, measure, text } = control;
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const spec = release.concepts.get(concept);
  const [fact, against] = controlledFacts(control, financials);
  if (!spec || !fact) return undefined;
  const cut = (exact: Exact): Exact => (release.issuer.regime === 'truncate' ? exact.truncate(decimals) : exact.round(decimals));
  switch (measure) {
    case 'amount':
      return cut(inPrintedUnits(fact, spec));
    case 'translated': {
      const cell = cellOf(financials, (each) => translates(each, concept, period, spec.scale));
      if (cell) return cell.exact.sign === fact.value.sign ? cell.printed : cell.printed.neg();
      const rate = release.release.rate?.value;
      return rate && !rate.isZero ? cut(inPrintedUnits(fact, spec).div(rate)) : undefined;
    }
    case 'change': {
      if (!against || against.value.isZero) return undefined;
      const override = overrideOf(control, financials);
      if (override) return override.print;
      const cell = cellOf(financials, (each) => each.fact === fact.key && each.measure === 'change' && each.column.from === control.from);
      if (cell?.decimals === decimals) return cell.printed;
      // A change is rounded whatever amounts are: cut off, a rise of 0.99 would be none.
      return fact.value.sub(against.value).div(against.value).mul(Exact.of(100)).round(decimals);
    }
    case 'times':
      return against && !against.value.isZero ? cut(fact.value.div(against.value)) : undefined;
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
