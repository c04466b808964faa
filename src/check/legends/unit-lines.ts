// Turn captions, unit lines, heads and labels that name another unit than their figures are printed in into findings.
import type { UnitNamed } from '../../language/legends.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendText } from './legend-texts.ts';
import { distinctUnits, type PrintedUnit, type PrintedUnits, printedUnits } from './printed-units.ts';

/** Over a table one figure at least is printed in each unit that is named; counts and ratios have no scale to name. */
export const unitLinesAgree: DocumentCheck = {
  code: 'check/unit-line',
  severity: 'error',
  run: (printed) => printed.legends.flatMap((legend) => faults(legend, printed)),
};

function faults(legend: LegendText, printed: Printed): readonly FindingDetails[] {
  const { text, place, said } = legend;
  if (!('over' in place) || !place.over) return [];
  const { units: named, percent: isPercent } = said;
  if (named.length === 0 && !isPercent) return [];
  const statement = printed.financials.statements.get(place.over.statement);
  const figures = statement ? under(place, printedUnits(statement, printed.release.concepts)) : [];
  if (figures.length === 0) return [];
  const wrong = named.filter(
    (unit) => isSaid(unit, legend) && !figures.some((figure) => isIn(unit, figure)) && isHeld(unit, figures, place),
  );
  const found = wrong.filter((unit) => !isFree(text, unit, printed)).map((unit) => disagreement(unit, figures, legend, printed));
  if (!isPercent || figures.some((figure) => figure.of === 'percent' || figure.of === 'other')) return found;
  const end = text.text.length;
  return [...found, disagreement({ start: 0, end }, figures, legend, printed)];
}

/** The figures that a text speaks of. */
function under(place: LegendText['place'], units: PrintedUnits): readonly PrintedUnit[] {
  if (place.kind === 'head') return distinctUnits(units.columns.slice(place.from, place.to).flat());
  if (place.kind === 'label') return units.rows[place.row] ?? [];
  return units.all;
}

/** A currency by itself names the scale of ones only where it is all that a unit line says. */
function isSaid({ currency, scale, start, end }: UnitNamed, { text, place }: LegendText): boolean {
  if (scale !== undefined || currency === 'any') return true;
  const rest = text.text.slice(0, start) + text.text.slice(end);
  return place.kind === 'unit line' && rest.replace(/[\s\p{P}]/gu, '').length <= longestUnitWord;
}

/** 単位, Unit. */
const longestUnitWord = 5;

function isIn({ currency, scale = 'one' }: UnitNamed, figure: PrintedUnit): boolean {
  return figure.currency !== undefined && (currency === 'any' || currency === figure.currency) && figure.scale === scale;
}

/** Headings and labels over figures without any money speak of something else; a unit line does not. */
function isHeld({ currency }: UnitNamed, figures: readonly PrintedUnit[], { kind }: LegendText['place']): boolean {
  const inMoney = figures.some((figure) => figure.currency !== undefined && (currency === 'any' || currency === figure.currency));
  return inMoney || (currency !== 'any' && kind !== 'heading' && kind !== 'prose' && kind !== 'label' && kind !== 'stub');
}

function disagreement(
  { start, end }: { readonly start: number; readonly end: number },
  figures: readonly PrintedUnit[],
  { text, place }: LegendText,
  printed: Printed,
): FindingDetails {
  const at = printed.locate(text, start, end - start);
  const statement = 'over' in place ? place.over?.statement : undefined;
  const spec = statement === undefined ? undefined : printed.release.statements.get(statement);
  return {
    message: say`the ${sayWord(place.kind === 'prose' ? 'line' : place.kind)} says ${quoted(text.text.slice(start, end))}; ${statement} prints ${toldUnits(figures)} there`,
    ...(at && { at }),
    ...(spec && { related: [{ at: spec.at, message: say`the statement ${spec.id}` }] }),
    hints: ['name the unit that the figures are printed in, or give the statement the scale that is named', freeingHint],
  };
}

function toldUnits(figures: readonly PrintedUnit[]): string {
  const words = figures.map(({ of, currency, scale }) => {
    if (of === 'percent') return say`percentages`;
    if (of === 'other') return 'figures that are no money';
    const money = currency === 'translated' ? 'the translation currency' : 'the issuer’s currency';
    return of === 'per-share' ? say`amounts a share in ${money}` : say`${sayWord(scale === 'one' ? 'ones' : `${scale}s`)} of ${money}`;
  });
  return sayAll([...new Set(words)]);
}
