// Turn the inlines of a block into one text that rules can read across, and the rules' edits back into inlines.
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';

/** Replaces the characters from `start` up to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A rule reads the whole text and gives its edits; those that touch a closed character are not made. */
export type TypesetRule = (text: string, closed: (at: number) => boolean) => readonly Edit[];

/**
 * Applies one rule. Closed to it are figures, raised marks, forced breaks' edges and text of another language: their characters
 * are context, never changed.
 */
export function applyRule(inlines: readonly Inline[], lang: Lang, rule: TypesetRule): readonly Inline[] {
  const text = inlines.map((inline) => inline.text).join('');
  const owners: number[] = [];
  inlines.forEach((inline, index) => {
    for (let i = 0; i < inline.text.length; i++) owners.push(index);
  });
  const closedInline = inlines.map(
    ({ figure, sup, lang: own }) => figure !== undefined || sup === true || (own !== undefined && own !== lang),
  );
  const closed = (at: number) => closedInline[owners[at] ?? -1] === true;
  const edits = rule(text, closed).filter(({ start, end }) => range(start, end).every((at) => !closed(at)));
  if (edits.length === 0) return inlines;
  const units = [...range(0, text.length)].map((at) => text[at] ?? '');
  for (const { start, end, text: replacement } of edits) {
    for (const at of range(start, end)) units[at] = '';
    units[start] = replacement;
  }
  const texts = inlines.map(() => '');
  units.forEach((unit, at) => {
    const owner = owners[at] ?? 0;
    texts[owner] = (texts[owner] ?? '') + unit;
  });
  return inlines.map((inline, index) => ({ ...inline, text: texts[index] ?? '' }));
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
