// Turn a unit's name into its meaning: dimension, how bare figures in data files are scaled.

/**
 * The unit of a concept. Values are always held in the base unit: yen (never thousands), a plain ratio (0.109, never 10.9).
 * - `money` the issuer's currency; `per-share` the same currency for one share
 * - `count` shares, contracts, people: a plain number
 * - `ratio` a share or a change; printed in percent, typed in percent with the sign `%`
 * - `Gbps`, `Mbps` printed with the unit closed up to the figure
 */
export const units = ['money', 'per-share', 'count', 'ratio', 'Gbps', 'Mbps'] as const;
export type Unit = (typeof units)[number];

/** Powers of ten that figures are typed or printed in. `oku` (億) is 10^8, `man` (万) is 10^4. */
export const scales = { one: 0, thousand: 3, man: 4, million: 6, oku: 8, billion: 9 } as const;
export type Scale = keyof typeof scales;
