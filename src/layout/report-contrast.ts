// Turn pages into an error for each colour of text that cannot be read on the ground where it is printed.
import { faintRuns, leastContrast } from '../model/contrast.ts';
import type { Document } from '../model/document.ts';
import { type Page, pageNumber } from '../model/page.ts';
import { runPlaces } from '../model/run-places.ts';
import { say, sayWord } from '../model/say.ts';
import type { Style } from '../model/style.ts';
import type { Report } from './codes.ts';

/** Once a pair of colours and a language, at the first words that are printed so. */
export function reportContrast(document: Document, pages: readonly Page[], { colors }: Style, report: Report): void {
  const placeOf = runPlaces(document);
  const names = new Map([...colors.values()].map(({ name, value }) => [value, say`${name} (${value})`]));
  const told = new Set<string>();
  for (const page of pages) {
    for (const { run, color, ground, contrast } of faintRuns(page)) {
      const pair = `${page.lang} ${color} ${ground}`;
      const at = placeOf(run) ?? document.parts[0]?.at;
      if (told.has(pair) || !at) continue;
      told.add(pair);
      const called = (value: string): string => names.get(value) ?? value;
      const on = ground === '#ffffff' && !names.has(ground) ? 'the paper' : called(ground);
      report({
        severity: 'error',
        code: 'layout/contrast',
        message: say`text of ${color === '#000000' && !names.has(color) ? sayWord('black') : called(color)} on ${on} has a contrast of ${down(contrast)}:1, ${leastContrast}:1 is the least`,
        at,
        label: say`printed so on page ${pageNumber(page)}`,
        hints: ['take a darker colour for the text or a lighter one for the tint, or the other way round on a dark tint'],
      });
    }
  }
}

/** Cut off, so that 4.49 does not read as the least itself. */
const down = (contrast: number): string => (Math.floor(contrast * 100) / 100).toFixed(2);
