// Turn years of the western calendar into the numbers of years that Japanese eras count them by: what no language needs words for.

/** First days of the eras since 1868, ISO, the latest first. The last day of each is the one before the next begins. */
export const eraStarts = ['2019-05-01', '1989-01-08', '1926-12-25', '1912-07-30', '1868-01-25'] as const;

const firstYears = eraStarts.map((start) => Number(start.slice(0, 4)));

/** What a year is counted as: 2019 is year 31 of one era and year 1 of the next. */
export function eraYearsOf(year: number): readonly number[] {
  return firstYears.flatMap((first, index) => {
    const next = index === 0 ? undefined : firstYears[index - 1];
    return year >= first && (next === undefined || year <= next) ? [year - first + 1] : [];
  });
}
