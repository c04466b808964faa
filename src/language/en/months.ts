// Turn the number of a month into its English name.

/** From January on; the number of a month is one more than its index. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
