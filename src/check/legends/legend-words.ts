// Turn a text into what it says of the release itself: standards, units, rounding rules and periods that it names.
import { language } from '../../language/languages.ts';
import type {
  BaseNamed,
  EndedNamed,
  NegativeNamed,
  PeriodNamed,
  RoundingNamed,
  StandardNamed,
  TimeNamed,
  UnitNamed,
} from '../../language/legends.ts';
import { forgetful, type Kind, type Memory } from '../../model/memory.ts';
import { blank, folded, type TypedText } from '../typed-text.ts';
import type { LegendPlace } from './legend-places.ts';

/** What one text says, each kind in no order. */
export interface Said {
  readonly standards: readonly StandardNamed[];
  readonly units: readonly UnitNamed[];
  readonly roundings: readonly RoundingNamed[];
  readonly periods: readonly PeriodNamed[];
  readonly bases: readonly BaseNamed[];
  readonly negatives: readonly NegativeNamed[];
  readonly times: readonly TimeNamed[];
  readonly ended: readonly EndedNamed[];
  /** Heads percentages. */
  readonly percent: boolean;
}

/** Places whose texts name the periods of a table. */
const namingPlaces: ReadonlySet<LegendPlace['kind']> = new Set(['heading', 'caption', 'unit line', 'summary'] as const);

/** What texts say follows from their words and their places alone: heads and labels are those of other releases too. */
const saids: Kind<Said> = { name: 'check/legend', bytes: (said) => (saysNothing(said) ? 0 : 600) };

/** `isLine` of what may stand over a table. Sentences name periods and units of their own: of them only what statements have counts. */
export function saidBy(text: TypedText, kind: LegendPlace['kind'], isLine: boolean, memory: Memory = forgetful): Said {
  const { lang, text: printed, typed } = text;
  const key = () => `${lang} ${kind} ${isLine} ${printed.length} ${printed}${typed === printed ? '' : typed}`;
  // Sentences have figures, which are of one release.
  const said = isLine ? memory.recall(saids, key, () => saidNow(text, kind, isLine)) : saidNow(text, kind, isLine);
  return said.periods.length === 0 || !namingPlaces.has(kind) ? said : { ...said, periods: withPeriods(said.periods, text) };
}

function saidNow(text: TypedText, kind: LegendPlace['kind'], isLine: boolean): Said {
  const { legends } = language(text.lang);
  const [printed, typed] = [folded(text.text), folded(text.typed)];
  const namesPeriods = namingPlaces.has(kind);
  return {
    standards: legends.standards(typed),
    units: isLine ? legends.units(typed) : [],
    roundings: legends.roundings(typed),
    periods: namesPeriods ? legends.periods(printed) : kind === 'prose' ? legends.lengths(typed) : [],
    bases: kind === 'prose' || kind === 'head' || kind === 'label' ? [] : legends.bases(printed),
    // Labels are of one row, and follow the forms of statements.
    negatives: kind === 'head' || kind === 'label' || kind === 'stub' ? [] : legends.negatives(typed),
    times: namesPeriods || kind === 'head' ? legends.times(printed) : [],
    ended: typed.includes(blank) ? legends.ended(typed) : [],
    percent: kind === 'head' && /%\)?$/.test(printed),
  };
}

export const saysNothing = ({ percent, ...lists }: Said): boolean => !percent && Object.values(lists).every((list) => list.length === 0);

/** A name that a helper wrote of a period is right of that one. */
function withPeriods(named: readonly PeriodNamed[], { runs }: TypedText): readonly PeriodNamed[] {
  return named.map((each) => {
    const bound = runs.find(({ start, end }) => start <= each.start && each.end <= end)?.inline.bound;
    return bound?.by === 'period' ? { ...each, of: bound.period } : each;
  });
}
