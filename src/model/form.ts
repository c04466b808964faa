// Turn how much of its fiscal year a release covers into a term, and a term into whether it is the one that somebody asks for.

/** How much of its fiscal year a release covers, from the year's first day. */
export const terms = ['q1', 'half', 'q3', 'year'] as const;
export type Term = (typeof terms)[number];

/** What an issuer calls its first half: the interim period (中間期), as the form has done since 2024, or the second quarter. */
export const halfYearNames = ['interim', 'second-quarter'] as const;
export type HalfYearName = (typeof halfYearNames)[number];

/** What conditions may ask of a term: a half year is asked for by itself, or by the name that the issuer has for it. */
export const askedTerms = [...terms, ...halfYearNames] as const;
export type AskedTerm = (typeof askedTerms)[number];

/** Units that a summary may be printed in. */
export const printedScales = ['thousand', 'million'] as const;
export type PrintedScale = (typeof printedScales)[number];

/** Whether the release is of that term. */
export function isOfTerm({ term, halfYear }: { readonly term: Term; readonly halfYear: HalfYearName }, asked: AskedTerm): boolean {
  return asked === term || (term === 'half' && asked === halfYear);
}

/** The term that ends with a quarter, 1-4. */
export function termOfQuarter(quarter: number): Term | undefined {
  return terms[quarter - 1];
}
