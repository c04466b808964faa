// Turn what differs between two builds and the notice into the changes that do not stand under the heading under which they were printed.
import type { Difference, Document } from '../../../src/index.ts';
import type { BuildRecord, TextRecord } from '../../../src/model/build-record.ts';
import type { Block } from '../../../src/model/document.ts';
import { withInner } from '../../../src/model/document-texts.ts';
import { isPrinted, sameCuts } from './judge-notice.ts';
import { flat, short, unitsOf } from './printed-units.ts';

/** Everything that a notice says under one heading of a place. */
interface Place {
  readonly lang: string;
  readonly heading: string;
  readonly text: string;
}

/** Faults, one line each: texts and figures of tables, by the heading that comes before them in their own version. */
export function judgePlaces(changes: readonly Difference[], notice: Document, old: BuildRecord, now: BuildRecord): readonly string[] {
  const places = placesOf(notice);
  const [then, today] = [headingsIn(old), headingsIn(now)];
  return changes.flatMap((change) => {
    if (change.kind !== 'text' || !isPrinted(change)) return [];
    const { before, after, lang, edits } = change;
    const stands = (side: TextRecord | undefined, headings: ReadonlyMap<string, string>, words: readonly string[]) => {
      const heading = side && side.kind !== 'heading' && headings.get(side.id);
      if (!heading) return [];
      const fit = places.filter((place) => place.lang === lang && flat(place.heading).includes(flat(heading)));
      return words
        .filter((word) => word !== '' && !fit.some(({ text }) => sameCuts(change, word).some((cut) => text.includes(cut))))
        .map((word) => `place: ${lang} '${short(word)}' does not stand under '${short(heading)}'`);
    };
    return [
      ...stands(
        before,
        then,
        edits.map((edit) => edit.before),
      ),
      ...stands(
        after,
        today,
        edits.map((edit) => edit.after),
      ),
    ];
  });
}

/** By text, the heading of its part that comes before it; none for what comes before every heading. */
function headingsIn({ document: { texts } }: BuildRecord): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let [part, heading] = ['', ''];
  for (const text of texts) {
    if (text.part !== part) [part, heading] = [text.part, ''];
    if (heading !== '') found.set(text.id, heading);
    if (text.kind === 'heading') heading = text.text;
  }
  return found;
}

/** A place begins with a heading of the third level, and goes on to the next. */
function placesOf({ parts }: Document): readonly Place[] {
  return parts.flatMap(({ lang, sections }) => {
    const places: { lang: string; heading: string; text: string }[] = [];
    for (const block of sections.flatMap(({ blocks }) => blocks.flatMap(withInner))) {
      if (block.kind === 'heading' && block.level <= 3) places.push({ lang, heading: textOf(block), text: '' });
      else {
        const last = places.at(-1);
        if (last) last.text += flat(textOf(block));
      }
    }
    return places;
  });
}

const textOf = (block: Block): string =>
  unitsOf(block)
    .flat()
    .map(({ text }) => text)
    .join('');

/** Titles that say that numerical data are corrected. */
const numerical = /数値データ|numerical data/i;

/** Numerical data are corrected where a cell prints a fact of another value; not where no figure differs at all. */
export function judgeTitle(changes: readonly Difference[], notice: Document): readonly string[] {
  const figures = changes.filter(
    (change) => change.kind === 'figure' || change.kind === 'figure-added' || change.kind === 'figure-removed',
  );
  const inCells = figures.some(
    (change) => change.kind === 'figure' && change.after.place.kind === 'cell' && change.before.exact !== change.after.exact,
  );
  return notice.parts.flatMap(({ lang, sections }) => {
    const title = sections.flatMap(({ blocks }) => blocks.flatMap(withInner)).find((block) => block.kind === 'heading');
    const told = title !== undefined && numerical.test(textOf(title));
    if (inCells && !told) return [`title: ${lang} does not say that numerical data are corrected`];
    return figures.length === 0 && told ? [`title: ${lang} says that numerical data are corrected, and no figure is`] : [];
  });
}
