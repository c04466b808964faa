import { describe, expect, it } from 'vitest';
import { renderLinePicture } from '../../../src/render/html/render-picture.ts';
import { linePicture } from '../../support/line-picture.ts';

describe('a picture in a line of a web page', () => {
  it('holds its file and what is said of it, and leaves its height to the style sheet', () => {
    expect(renderLinePicture(linePicture({ alt: 'a "mark"' }))).toBe(
      '<img class="in-line" src="data:image/svg+xml;base64,PHN2Zy8+" alt="a &quot;mark&quot;">',
    );
  });

  it('is as high as it is said to be, in pixels of the text of the page', () => {
    expect(renderLinePicture(linePicture({ height: 1.25 }))).toContain('class="in-line own"');
    expect(renderLinePicture(linePicture({ height: 1.25 }))).toContain(' height="20"');
  });

  it('says nothing where it only decorates', () => {
    expect(renderLinePicture(linePicture({ alt: '' }))).toContain(' alt=""');
  });
});
