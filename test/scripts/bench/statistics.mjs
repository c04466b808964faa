// Turn measurements into a median with its spread, and two rows of them, taken turn about, into the ratio of their medians.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** `969 (920 to 1020)`. */
export const spread = (values, digits = 0) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** The ratio of the medians; its spread is that of the pairs. */
export function ratio(ours, theirs) {
  const pairs = ours.map((value, i) => value / theirs[i % theirs.length]);
  return { of: median(ours) / median(theirs), least: Math.min(...pairs), most: Math.max(...pairs) };
}

export const ratioSpread = ({ of, least, most }) => `${of.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;

/** Milliseconds of a fixed amount of work in JavaScript: what a machine can do at this moment. */
export function calibrate() {
  const started = performance.now();
  let state = 1;
  for (let i = 0; i < 2e7; i++) state = (Math.imul(state, 1664525) + 1013904223) | 0;
  if (state === 0) throw new Error('bench: the loop was left out');
  return performance.now() - started;
}
