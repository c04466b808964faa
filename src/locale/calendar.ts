// Turn an ISO date into its numbers, without a clock and without a time zone.

/** Year, month 1-12 and day of an ISO date that validation has accepted. */
export function dateParts(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}
