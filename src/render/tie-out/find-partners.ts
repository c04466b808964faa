// Turn the figures of a release into pairs across its languages: the same fact and measure, at the same place of another language before any other.
import type { Document, Figure } from '../../model/document.ts';

/** By figure id. Several figures may have one partner: a sentence and a table of one language, a sentence alone of another. */
export function findPartners(document: Document): ReadonlyMap<number, Figure> {
  const alike = new Map<string, Figure[]>();
  for (const figure of document.figures) alike.set(meaning(figure), [...(alike.get(meaning(figure)) ?? []), figure]);
  return new Map(
    document.figures.flatMap((figure) => {
      const others = (alike.get(meaning(figure)) ?? []).filter((other) => other.lang !== figure.lang);
      const [best] = others.sort((a, b) => nearness(b, figure) - nearness(a, figure) || a.id - b.id);
      return best ? [[figure.id, best] as const] : [];
    }),
  );
}

/** What a figure prints, in whatever units and words. */
export const meaning = ({ fact, measure, against }: Figure): string => `${fact} ${measure} ${against ?? ''}`;

/** 4 the same cell; 3 the same section of the narrative; 2 prose for prose, a table for a table; 1 the same value; 0 neither. */
function nearness(other: Figure, figure: Figure): number {
  const [a, b] = [figure.place, other.place];
  if (a.kind === 'cell' && b.kind === 'cell' && a.statement === b.statement && a.row === b.row && a.column === b.column) return 4;
  if (a.kind === 'prose' && b.kind === 'prose' && a.section === b.section) return 3;
  if (a.kind === b.kind) return 2;
  return figure.printed.abs().equals(other.printed.abs()) ? 1 : 0;
}
