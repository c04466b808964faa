import { describe, expect, it } from 'vitest';
import { comparePictures } from '../../src/compare/compare-pictures.ts';
import type { RecordIndex } from '../../src/compare/version.ts';
import type { PictureRecord } from '../../src/model/build-record.ts';

const picture = (shows: string, more: Partial<PictureRecord> = {}): PictureRecord => ({
  x: 60,
  y: 100,
  width: 90,
  height: 40,
  file: `data/a/pictures/${shows}.png`,
  sha256: shows,
  alt: `the ${shows}`,
  ...more,
});
/** A build with one page of these pictures; all else of a record is left out, since nothing else is asked. */
const build = (...pictures: readonly PictureRecord[]) =>
  ({ record: { document: { pages: [{ page: 1, pictures }] } } }) as unknown as RecordIndex;
const told = (old: readonly PictureRecord[], now: readonly PictureRecord[]) =>
  comparePictures(build(...old), build(...now), new Map([[1, 1]])).map(({ class: name, kind, summary }) => `${name} ${kind}: ${summary}`);

describe('pictures of two builds', () => {
  it.each<[string, readonly PictureRecord[], readonly PictureRecord[], readonly string[]]>([
    ['the same', [picture('mark'), picture('plant')], [picture('mark'), picture('plant')], []],
    [
      'exchanged under its name',
      [picture('mark'), picture('plant')],
      [picture('mark'), picture('plant', { sha256: 'other' })],
      ["text picture: page 1: the picture plant.png 'the plant' shows something else"],
    ],
    [
      'exchanged for another',
      [picture('mark'), picture('plant'), picture('seal')],
      [picture('mark'), picture('hall'), picture('seal')],
      ["text picture: page 1: the picture plant.png 'the plant' becomes hall.png 'the hall'"],
    ],
    ['put in', [picture('mark')], [picture('mark'), picture('hall')], ["text picture: page 1: the picture hall.png 'the hall' is new"]],
    [
      'taken out',
      [picture('mark'), picture('hall')],
      [picture('mark')],
      ["text picture: page 1 of the old version: the picture hall.png 'the hall' is gone"],
    ],
    [
      'said otherwise',
      [picture('hall')],
      [picture('hall', { alt: 'the new hall' })],
      ["text picture: page 1: the picture hall.png is said to be 'the new hall', and was 'the hall'"],
    ],
    ['moved', [picture('hall')], [picture('hall', { y: 120 })], ["layout moved: page 1: the picture hall.png 'the hall' stands elsewhere"]],
  ])('are told: %s', (_, old, now, wanted) => expect(told(old, now)).toEqual(wanted));

  it('have their places on both sides', () => {
    const [change] = comparePictures(build(picture('a')), build(picture('b', { width: 50 })), new Map([[1, 1]]));
    expect(change).toMatchObject({
      old: [{ page: 1, width: 90 }],
      new: [{ page: 1, width: 50 }],
      before: { sha256: 'a' },
      after: { sha256: 'b' },
    });
  });
});
