// Turn a period's id into the name that the release's texts know it by.
import type { Release } from '../model/release.ts';

/** Its role, e.g. prior-year; the id where it plays none. */
export function periodRole(period: string, release: Release): string {
  return [...release.spec.periods].find(([, { value }]) => value === period)?.[0] ?? period;
}
