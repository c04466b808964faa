// Turn a concept into its name over columns and those of its outcomes, of figures of whole fiscal years or of parts of one.
import type { Lang } from './language.ts';
import type { Concept, Outcomes } from './release.ts';
import type { Located } from './span.ts';

/** Its name over a column; the label of its rows where it has no other. */
export function nameOver({ annual, heads, labels }: Concept, lang: Lang, isAnnual: boolean): Located<string> | undefined {
  return (isAnnual ? (annual?.heads?.[lang] ?? annual?.labels?.[lang]) : undefined) ?? heads?.[lang] ?? labels[lang];
}

/** What it is called above zero and below. */
export function outcomeNames({ annual, outcomes }: Concept, isAnnual: boolean): Outcomes | undefined {
  return (isAnnual ? annual?.outcomes : undefined) ?? outcomes;
}
