// Turn legends that state another rounding rule than the figures were printed under into findings: 四捨五入 over amounts that are cut off.
import { sizeOf } from '../../figures/scale.ts';
import type { RoundingNamed, RoundingRule } from '../../language/legends.ts';
import type { Figure } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say, sayAll, sayWord } from '../../model/say.ts';
import type { Scale } from '../../model/unit.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendText } from './legend-texts.ts';
import { type PrintedUnit, printedUnits, ruleOf } from './printed-units.ts';

/** In a table, the rule of its figures; elsewhere, one of those that the release prints under. */
export const roundingLegendsAgree: DocumentCheck = {
  code: 'check/legend',
  severity: 'error',
  run: (printed) =>
    printed.legends.flatMap((legend) => {
      const named = legend.said.roundings.filter((each) => !isFree(legend.text, each, printed));
      if (named.length === 0) return [];
      const { statements } = printed.financials;
      const table = 'over' in legend.place && legend.place.kind !== 'prose' ? legend.place.over : undefined;
      const meant = [...statements.values()].filter(({ id }) => table === undefined || id === table.statement);
      const figures = meant.flatMap((statement) => printedUnits(statement, printed.release.concepts).all);
      return named.flatMap((each) => faults(each, figures, legend, printed, table === undefined));
    }),
};

function faults(
  named: RoundingNamed,
  figures: readonly PrintedUnit[],
  { text, place }: LegendText,
  printed: Printed,
  isGeneral: boolean,
): readonly FindingDetails[] {
  const at = printed.locate(text, named.start, named.end - named.start);
  const words = say`the ${sayWord(place.kind === 'prose' ? 'text' : place.kind)} says ${quoted(text.text.slice(named.start, named.end))}`;
  const about = figures.filter((figure) => isAbout(named, figure));
  const regime = ruleOf[printed.release.issuer.regime];
  // What sentences print follows the issuer's own regime.
  const rules = new Set([...about.map(({ rule }) => rule), ...(about.length === 0 || named.subject === 'ratio' ? [regime] : [])]);
  const told = {
    ...(at && { at }),
    related: [{ at: printed.release.issuer.at, message: say`the issuer's regime is ${printed.release.issuer.regime}` }],
  };
  if (!rules.has(named.rule)) {
    const message = say`${words}; ${sayAll([...rules].map((rule) => ruleWords[rule]))}, ${about.length === 0 ? 'by the regime of the issuer' : 'as the statements print them'}`;
    return [
      { message, ...told, hints: ['state the rule that the figures follow, or give issuer.yaml the regime that is stated', freeingHint] },
    ];
  }
  const { scale } = named;
  const inMoney = about.filter(({ of }) => of === 'money');
  if (scale === undefined || inMoney.length === 0 || inMoney.some((figure) => figure.scale === scale)) return [];
  if (isGeneral && proseHas(scale, printed)) return [];
  const scales = sayAll([...new Set(inMoney.map((figure) => figure.scale))], ' and ');
  const hints = ['name the unit that the figures are printed in, or give the statements the scale that is named', freeingHint];
  return [{ message: say`${words} of amounts in scale ${scale}; they are printed in scale ${scales}`, ...told, hints }];
}

const ruleWords: Readonly<Record<RoundingRule, string>> = {
  'cut-off': 'the figures are cut off',
  'half-up': 'the figures are rounded half up',
  up: 'the figures are rounded up',
};

function isAbout({ subject }: RoundingNamed, { of, currency }: PrintedUnit): boolean {
  switch (subject) {
    case 'figures':
    case 'money':
      return of === 'money' && currency === 'own';
    case 'translated':
      return currency === 'translated';
    case 'ratio':
      return of === 'percent';
    case 'per-share':
      return of === 'per-share';
  }
}

/** Whether a sentence prints an amount in this scale. */
function proseHas(scale: Scale, { document, financials, release }: Printed): boolean {
  const size = sizeOf(scale);
  return document.figures.some(({ place, measure, exact, fact }: Figure) => {
    if (place.kind !== 'prose' || measure !== 'amount') return false;
    const found = financials.facts.get(fact);
    return found !== undefined && release.concepts.get(found.concept)?.unit === 'money' && found.value.equals(exact.mul(size));
  });
}
