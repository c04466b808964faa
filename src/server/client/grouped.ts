// Turn a plain decimal into one that people read: its whole digits grouped by threes.

/** `-10568342000.5` as `-10,568,342,000.5`; whatever is no plain decimal as it is. */
export const grouped = (text: string): string =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : text;
