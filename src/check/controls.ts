// Turn control totals that the computed figures do not reach into findings.
import { Exact } from '../model/exact.ts';
import { type Cell, type Financials, factKey } from '../model/financials.ts';
import type { Control, Release } from '../model/release.ts';
import { scales } from '../model/unit.ts';
import type { Check, Finding } from './finding.ts';
import { grouped } from './show-amount.ts';
import { typedFigures } from './typed-figures.ts';

/** A control is compared as the figure is printed: at its own decimals, in dollars with the cell of the statement that prints it. */
export const controls: Check = (release, financials) =>
  [...release.periods.values()].flatMap((period) => period.controls.flatMap((control) => test(control, release, financials)));

function test(control: Control, release: Release, financials: Financials): Finding[] {
  const { concept, period, measure, value, text, at } = control;
  const key = factKey(concept, period);
  const fact = financials.facts.get(key);
  if (!fact) {
    const hints = ['report the figure, or delete the control'];
    return [
      { diagnostic: { severity: 'error', code: 'check/control', message: `${key} is controlled at ${text} and has no figure`, at, hints } },
    ];
  }
  const actual = controlledFigure(control, release, financials);
  if (actual?.equals(value)) return [];
  const inputs = typedFigures([key], financials);
  const currency = measure === 'translated' ? ` ${release.issuer.translation ?? ''}` : '';
  const words = actual ? `comes to ${grouped(actual)}` : 'cannot be translated: the release has no rate';
  const message = `${key} ${words} and is controlled at ${grouped(value)}${currency}${actual ? `, a difference of ${grouped(actual.sub(value))}` : ''}`;
  const formula = release.concepts.get(concept)?.formula ? [{ at: fact.at, message: `the formula, ${fact.formula}` }] : [];
  const related = [...inputs.map((input) => ({ at: input.at, message: input.key })), ...formula];
  const rate = measure === 'translated' ? release.release.rate : undefined;
  return [
    {
      diagnostic: {
        severity: 'error',
        code: 'check/control',
        message,
        at,
        related: rate ? [...related, { at: rate.at, message: `the rate, ${rate.value}` }] : related,
        hints: [`compare the control with the source, then ${inputs.length === 1 ? 'the figure' : 'the figures'} that it controls`],
      },
    },
  ];
}

/** The figure in the control's units and decimals, rounded as the issuer rounds; undefined without a fact, and for dollars without a rate. */
export function controlledFigure({ concept, period, measure, text }: Control, release: Release, financials: Financials): Exact | undefined {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const spec = release.concepts.get(concept);
  const fact = financials.facts.get(factKey(concept, period));
  if (!spec || !fact) return undefined;
  const value = spec.unit === 'ratio' ? fact.value.mul(Exact.of(100)) : fact.value.div(Exact.of(10n ** BigInt(scales[spec.scale])));
  const cut = (exact: Exact): Exact => (release.issuer.regime === 'truncate' ? exact.truncate(decimals) : exact.round(decimals));
  if (measure === 'amount') return cut(value);
  const cell = [...financials.statements.values()]
    .flatMap((statement) => statement.rows.flatMap((row) => row.cells))
    .find((each) => each !== undefined && translates(each, concept, period, spec.scale));
  if (cell) return cell.exact.sign === fact.value.sign ? cell.printed : cell.printed.neg();
  const rate = release.release.rate?.value;
  return rate && !rate.isZero ? cut(value.div(rate)) : undefined;
}

function translates(cell: Cell, concept: string, period: string, scale: Cell['scale']): boolean {
  return cell.concept === concept && cell.measure === 'translated' && cell.column.period === period && cell.scale === scale;
}
