// Turn a page into its marks with their places: from a build's record, or from the words that were read.
import type { PageRecord } from '../model/build-record.ts';
import type { Box } from '../model/difference.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import { runBox } from './version.ts';

/** A run of glyphs, a rule, a picture or a word. Two marks with one name look alike and stand at one place. */
export interface Mark {
  readonly name: string;
  readonly box: Box;
  /** Words of a run; rules have none. */
  readonly text?: string;
  /** Running head, folio or other artifact. */
  readonly artifact?: string;
}

export function recordedMarks({ page, runs, rules, pictures = [] }: PageRecord): readonly Mark[] {
  return [
    ...runs.map((run): Mark => {
      const { x, y, width, size, font, text, artifact, color = '' } = run;
      const name = [x, y, width, size, font, color, text].join(' ');
      return { name, box: runBox({ page, run }), text, ...(artifact === undefined ? {} : { artifact }) };
    }),
    ...rules.map(
      ({ x, y, width, height, color = '' }): Mark => ({
        name: ['rule', x, y, width, height, color].join(' '),
        box: { page, x, y, width, height },
        artifact: 'rule',
      }),
    ),
    ...pictures.map(
      ({ x, y, width, height, sha256 }): Mark => ({
        name: ['picture', x, y, width, height, sha256].join(' '),
        box: { page, x, y, width, height },
        artifact: 'picture',
      }),
    ),
  ];
}

/** Edge of the page, as a share of its height, in which a foreign file's running head or folio is looked for. */
const margin = 0.08;

/** Words at a tenth of a point: readers round. */
export function readMarks(page: number, { words, height }: PdfPage): readonly Mark[] {
  return words.map(({ text, ...place }) => {
    const name = [text, ...[place.x, place.y, place.width, place.height].map((length) => length.toFixed(1))].join(' ');
    const end = place.y + place.height;
    const artifact = end < height * margin ? 'header' : place.y > height * (1 - margin) ? 'footer' : undefined;
    return { name, box: { page, ...place }, text, ...(artifact === undefined ? {} : { artifact }) };
  });
}

/** Marks of one page that the other has not, each as often as it is missing. */
export function onlyIn(marks: readonly Mark[], other: readonly Mark[]): readonly Mark[] {
  const counts = new Map<string, number>();
  for (const { name } of other) counts.set(name, (counts.get(name) ?? 0) + 1);
  return marks.filter(({ name }) => {
    const left = counts.get(name) ?? 0;
    counts.set(name, left - 1);
    return left <= 0;
  });
}
