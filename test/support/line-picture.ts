// Turn two lengths into a picture that stands in lines of tests: a drawing of nothing, as wide and as high as it is said to be.
import type { LinePicture, Picture } from '../../src/model/picture.ts';

export const pictureOf = (width: number, height: number, name = 'mark'): Picture => ({
  file: `pictures/${name}.svg`,
  sha256: name.padEnd(64, '0'),
  type: 'image/svg+xml',
  width,
  height,
  shown: { kind: 'outlines', operators: '0 0 1 1 re f', width, height },
  source: 'PHN2Zy8+',
});

/** As wide as it is high, called mark, unless it is said otherwise. */
export const linePicture = (more: Partial<LinePicture> = {}): LinePicture => ({ picture: pictureOf(10, 10), alt: 'a mark', ...more });
