// Turn the statistics of a bench into types for its tests.
export function median(values: readonly number[]): number;
export function spread(values: readonly number[], digits?: number): string;
export function ratio(
  ours: readonly number[],
  theirs: readonly number[],
): { readonly of: number; readonly least: number; readonly most: number };
export function ratioSpread(ratio: { readonly of: number; readonly least: number; readonly most: number }): string;
export function calibrate(): number;
