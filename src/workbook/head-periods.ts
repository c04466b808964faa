// Turn the words over a column into the period that they name: by its id, its days, or a name that a language has for it.
import { language } from '../language/languages.ts';
import { periodStyles } from '../language/writing.ts';
import type { Period, Release } from '../model/release.ts';
import { foldedText } from './folded-text.ts';

/** Undefined where they name none, or several. `words` stand over one another, the nearest first. */
export function headedPeriod(words: readonly string[], release: Release): string | undefined {
  const heads = words.map((word) => word.slice(0, 200));
  for (const tell of [byId, byName, byDay]) {
    const found = [...release.periods.values()].filter((period) => heads.some((head) => tell(head, period, release)));
    if (found.length === 1) return found[0]?.id;
  }
  return undefined;
}

const byId = (head: string, { id }: Period): boolean => foldedText(head) === foldedText(id);

/** As releases print its name, alone in a head. */
function byName(head: string, period: Period, { languages }: Release): boolean {
  const folded = foldedText(head);
  const styles = periodStyles.filter((style) => style === 'end' || style === 'label' || style === 'quarter' || style === 'term');
  return languages.some((lang) => styles.some((style) => foldedText(language(lang).dates.period(period, style)) === folded));
}

/** Its last day, in the words of a language or as 2025-09-30. */
function byDay(head: string, { end }: Period, { languages }: Release): boolean {
  if (head.includes(end)) return true;
  const [year = 0, month = 0, day = 0] = end.split('-').map(Number);
  return languages.some((lang) =>
    language(lang)
      .legends.periods(head.normalize('NFKC'))
      .some((said) => said.by === 'day' && said.year === year && said.month === month && said.day === day),
  );
}
