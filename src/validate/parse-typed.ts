// Turn a figure as it is printed, `(193,782)`, or a day, into its exact value, or say what is wrong with it.
import { groupThousands } from '../figures/digits.ts';
import { languages } from '../language/languages.ts';
import { Exact } from '../model/exact.ts';
import type { FindingWords } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';

/** A figure as it was typed. */
export interface Figure {
  /** As typed, before any scale: `23.6%` is 23.6. */
  readonly value: Exact;
  /** Typed as `-`: nothing, printed as the issuer's nil. */
  readonly nil: boolean;
  /** Typed as `undecided`. */
  readonly undecided?: true;
  /** The high end of a range, before any scale; `value` is the low end. */
  readonly upper?: Exact;
  /** Typed with the sign `%`. */
  readonly percent: boolean;
  /** Decimals typed. */
  readonly decimals: number;
}

const shape = /^(?:\((?<inner>[^()]*)\)|(?<sign>[-−△▲])?(?<plain>[^()]*?))(?<percent>%?)$/;

/** What stands between the ends of a range. */
const rangeMark = '..';

/** Besides figures, what a forecast or a dividend may be: `undecided`, or a range, `6,000..7,000`, `(200)..100`, `3.4%..20.7%`. */
export function parseOpenFigure(text: string): Figure | FindingWords {
  if (text === 'undecided') return { value: Exact.zero, nil: false, undecided: true, percent: false, decimals: 0 };
  if (saysUndecided(text))
    return { message: say`${quoted(text)} is not a figure`, hint: 'write undecided: it is printed in the words of each language' };
  const cut = text.indexOf(rangeMark);
  if (cut < 0) {
    const single = parseFigure(text);
    return isFault(single) ? (meantRange(text) ?? single) : single;
  }
  const low = parseFigure(text.slice(0, cut).trimEnd());
  if (isFault(low)) return low;
  const high = parseFigure(text.slice(cut + rangeMark.length).trimStart());
  if (isFault(high)) return high;
  const order = low.value.compare(high.value);
  if (low.nil || high.nil)
    return { message: say`${quoted(text)} is a range with an end that is nil`, hint: 'write both ends as figures: 0..7,000' };
  if (low.percent !== high.percent)
    return { message: say`only one end of ${quoted(text)} has a %`, hint: 'write both ends with the sign, or none' };
  if (order > 0) return { message: say`${quoted(text)} begins with its high end`, hint: 'write the low end first' };
  if (order === 0) return { message: say`both ends of ${quoted(text)} are alike`, hint: 'write the figure once' };
  return { ...low, upper: high.value, decimals: Math.max(low.decimals, high.decimals) };
}

/** Whether a text says in the words of a language that nothing is decided. */
function saysUndecided(text: string): boolean {
  const said = text.trim().toLowerCase();
  return languages.some(({ figures }) => figures.undecidedWords.includes(said));
}

/** A range as a language prints one. */
function meantRange(text: string): FindingWords | undefined {
  for (const mark of ['-', '–', '—', ...languages.flatMap(({ figures }) => figures.rangeMarks)]) {
    const ends = text.split(mark, 3).map((end) => end.trim());
    const [low, high] = ends.map(parseFigure);
    if (ends.length !== 2 || !low || !high || isFault(low) || isFault(high)) continue;
    return { message: say`${quoted(text)} is not a figure`, hint: say`write a range as ${ends.join(rangeMark)}` };
  }
  return undefined;
}

/** Negative: `(1,592)`, `△1,592`, `-1,592`. Nil: `-`. Percent: `23.6%`, `(1.8)%`, `(1.8%)`. */
export function parseFigure(text: string): Figure | FindingWords {
  if (text === '-') return { value: Exact.zero, nil: true, percent: false, decimals: 0 };
  const folded = text.normalize('NFKC').replace(/[，、]/g, ',');
  if (folded !== text && !isFault(parseFigure(folded))) {
    return { message: say`${quoted(text)} is written in full-width characters`, hint: say`write ${folded}` };
  }
  if (/^[–—―]$/.test(text)) return { message: say`${quoted(text)} is not a figure`, hint: 'write a plain hyphen - for nil' };
  const groups = shape.exec(text)?.groups;
  let digits = groups?.inner ?? groups?.plain ?? '';
  let percent = groups?.percent === '%';
  if (!percent && groups?.inner?.endsWith('%')) {
    percent = true;
    digits = digits.slice(0, -1);
  }
  const number = /^(\d[\d,]*)(?:\.(\d+))?$/.exec(digits);
  if (!number) return { message: say`${quoted(text)} is not a figure`, hint: 'write it as printed: 10,568,342 or (193,782), - for nil' };
  const whole = number[1] ?? '';
  const fraction = number[2] ?? '';
  const bare = whole.replaceAll(',', '');
  if (bare.length + fraction.length > dataLimits.digits) {
    return { message: say`${quoted(text)} has more than ${dataLimits.digits} digits`, hint: 'write the figure in its scale' };
  }
  if (whole.includes(',') && whole !== groupThousands(bare)) {
    const meant = text.replace(whole, groupThousands(bare));
    return { message: say`${quoted(text)} is not grouped in threes`, hint: say`write ${meant} if that is the figure` };
  }
  if (bare.length > 1 && bare.startsWith('0'))
    return { message: say`${quoted(text)} begins with a zero`, hint: 'write the figure without it' };
  const magnitude = Exact.parse(fraction ? `${bare}.${fraction}` : bare);
  if (!magnitude) return { message: say`${quoted(text)} is not a figure`, hint: 'write it as printed: 10,568,342' };
  const negative = groups?.inner !== undefined || groups?.sign !== undefined;
  return { value: negative ? magnitude.neg() : magnitude, nil: false, percent, decimals: fraction.length };
}

export function isFault(result: Figure | FindingWords): result is FindingWords {
  return 'message' in result;
}

/** The day itself when the calendar has it. */
export function parseDate(text: string): string | FindingWords {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return { message: say`${quoted(text)} is not a day`, hint: suggestion(text) };
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12) return { message: say`${text} has no month ${month}`, hint: 'write YYYY-MM-DD' };
  const last = daysIn(year, month);
  if (day < 1 || day > last) return { message: say`${text} does not exist`, hint: say`that month has ${last} days` };
  return text;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Other common ways of writing a day name the same three numbers. */
function suggestion(text: string): string {
  const parts = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (!parts) return 'write YYYY-MM-DD';
  return say`write ${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
}
