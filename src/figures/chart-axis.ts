// Turn the values of a chart into the round values that its axis marks: zero always among them.
import { Exact } from '../model/exact.ts';

/** Steps that are read at a glance, times a power of ten. */
const roundSteps = [1, 2, 5, 10] as const;
/** About so many steps from the lowest to the highest mark. */
const wantedSteps = 4;

/** A mark of an axis: so many steps from zero. */
export interface ChartAxis {
  /** From the lowest to the highest, in the units of the values. */
  readonly marks: readonly Exact[];
  /** Decimals that tell them apart. */
  readonly decimals: number;
}

/** The axis of values that stand alone; of stacked bars the values are the sums above and below zero. */
export function chartAxis(values: readonly number[]): ChartAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const range = high - low;
  if (range === 0) return { marks: [Exact.zero, Exact.one], decimals: 0 };
  const power = Math.floor(Math.log10(range / wantedSteps));
  const rough = range / wantedSteps / 10 ** power;
  const step = roundSteps.find((each) => rough <= each * 1.0001) ?? 10;
  const exponent = step === 10 ? power + 1 : power;
  const digit = step === 10 ? 1 : step;
  const decimals = Math.max(0, -exponent);
  // Whole numbers of steps, so that no sum of fractions drifts.
  const power10 = 10n ** BigInt(Math.abs(exponent));
  const mark = (count: number): Exact => Exact.of(BigInt(count * digit) * (exponent < 0 ? 1n : power10), exponent < 0 ? power10 : 1n);
  const size = Number(mark(1).toFixed(decimals));
  const first = Math.floor(low / size + 1e-9);
  const last = Math.max(Math.ceil(high / size - 1e-9), first + 1);
  return { marks: Array.from({ length: last - first + 1 }, (_, index) => mark(first + index)), decimals };
}

/** What is stacked above and below zero at each period: the ends of its bars. */
export function stackedEnds(values: readonly (readonly (number | undefined)[])[]): readonly number[] {
  const [first = []] = values;
  return first.flatMap((_, period) => {
    const own = values.map((series) => series[period] ?? 0);
    const sum = (wanted: (value: number) => boolean) => own.filter(wanted).reduce((all, value) => all + value, 0);
    return [sum((value) => value > 0), sum((value) => value < 0)];
  });
}
