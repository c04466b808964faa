// Turn the pictures of two builds into those that were exchanged, put in, taken out, moved, or of which something else is said.
import type { PictureRecord } from '../model/build-record.ts';
import type { Box, LayoutChange, PictureChange } from '../model/difference.ts';
import type { PageMap } from './compare-layout.ts';
import type { Draft } from './draft.ts';
import type { RecordIndex } from './version.ts';

interface Placed {
  readonly picture: PictureRecord;
  readonly page: number;
}

type Change = Draft<PictureChange | LayoutChange>;

/** Pictures stand for each other in the order of reading: those that are the same first, then those between them. */
export function comparePictures(old: RecordIndex, now: RecordIndex, pages: PageMap): readonly Change[] {
  const [before, after] = [placedIn(old), placedIn(now)];
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const next = nextSame(before, after, i, j);
    // Between two pictures that stayed, as many as both have were exchanged.
    while (i < next.i && j < next.j) changes.push(exchanged(before[i++]!, after[j++]!));
    while (i < next.i) changes.push(gone(before[i++]!));
    while (j < next.j) changes.push(come(after[j++]!));
    if (i < before.length && j < after.length) changes.push(...kept(before[i++]!, after[j++]!, pages));
  }
  return changes;
}

const placedIn = ({ record }: RecordIndex): readonly Placed[] =>
  record.document.pages.flatMap(({ page, pictures = [] }) => pictures.map((picture) => ({ picture, page })));

/** The nearest pair of the same picture from here on; the ends of both where there is none. */
function nextSame(before: readonly Placed[], after: readonly Placed[], i: number, j: number): { readonly i: number; readonly j: number } {
  const most = before.length - i + after.length - j;
  for (let sum = 0; sum <= most; sum++) {
    for (let ahead = 0; ahead <= sum; ahead++) {
      const [one, two] = [before[i + ahead], after[j + sum - ahead]];
      if (one && two && isSame(one, two)) return { i: i + ahead, j: j + sum - ahead };
    }
  }
  return { i: before.length, j: after.length };
}

/** What it shows, and what is said of it. */
const isSame = (one: Placed, two: Placed): boolean => one.picture.sha256 === two.picture.sha256 && one.picture.alt === two.picture.alt;

const boxOf = ({ picture: { x, y, width, height }, page }: Placed): Box => ({ page, x, y, width, height });
const named = ({ file, alt }: PictureRecord): string => `${file.split('/').at(-1)}${alt === undefined ? '' : ` '${alt}'`}`;
const text = (summary: string, one: Placed | undefined, two: Placed | undefined): Draft<PictureChange> => ({
  class: 'text',
  kind: 'picture',
  summary,
  ...(one && { before: one.picture }),
  ...(two && { after: two.picture }),
  old: one ? [boxOf(one)] : [],
  new: two ? [boxOf(two)] : [],
});

function exchanged(one: Placed, two: Placed): Change {
  const [was, is] = [named(one.picture), named(two.picture)];
  const what =
    one.picture.sha256 === two.picture.sha256
      ? `${two.picture.file.split('/').at(-1)} is said to be '${two.picture.alt ?? ''}', and was '${one.picture.alt ?? ''}'`
      : was === is
        ? `${is} shows something else`
        : `${was} becomes ${is}`;
  return text(`page ${two.page}: the picture ${what}`, one, two);
}

const gone = (one: Placed): Change =>
  text(`page ${one.page} of the old version: the picture ${named(one.picture)} is gone`, one, undefined);
const come = (two: Placed): Change => text(`page ${two.page}: the picture ${named(two.picture)} is new`, undefined, two);

/** Lengths are recorded in hundredths of a point. */
const sameLength = 0.015;

function kept(one: Placed, two: Placed, pages: PageMap): readonly Change[] {
  const stays =
    pages.get(one.page) === two.page &&
    (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(one.picture[key] - two.picture[key]) < sameLength);
  if (stays) return [];
  const summary = `page ${two.page}: the picture ${named(two.picture)} stands elsewhere`;
  return [{ class: 'layout', kind: 'moved', summary, old: [boxOf(one)], new: [boxOf(two)] }];
}
