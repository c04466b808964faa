// Page images: what differs outside of what is told already, the same however many boxes tell it and however large they are.
import pixelmatch from 'pixelmatch';
import { describe, expect, it } from 'vitest';
import { unexplainedRegions } from '../../src/compare/compare-images.ts';
import { differenceMask } from '../../src/compare/compare-pages.ts';
import type { Bitmap } from '../../src/pdf/engine/page-image.ts';
import { seeded } from '../support/seeded-random.ts';

const [width, height] = [120, 90];
function noise(seed: number, levels = 256): Bitmap {
  const { below } = seeded(seed);
  return { width, height, data: Uint8Array.from({ length: width * height }, () => below(levels)) };
}

describe('a mask', () => {
  it.each([0, 0.02, 0.1, 0.5, 1])('has every pixel that pixelmatch finds in the whole images, at a threshold of %d', (threshold) => {
    const [before, after] = [noise(1), noise(2)];
    const colours = ({ data }: Bitmap) => Uint8Array.from({ length: data.length * 4 }, (_, i) => (i % 4 === 3 ? 255 : (data[i >> 2] ?? 0)));
    const output = new Uint8Array(width * height * 4);
    pixelmatch(colours(before), colours(after), output, width, height, { threshold, includeAA: true, diffMask: true });
    const expected = Uint8Array.from({ length: width * height }, (_, i) => (output[i * 4 + 3] === 0 ? 0 : 255));
    expect(Buffer.from(differenceMask(before, after, threshold)?.data ?? []).equals(expected)).toBe(true);
  });

  it('is none for equal bytes', () => {
    expect(differenceMask(noise(3), noise(3), 0)).toBeUndefined();
  });
});

describe('what is told already', () => {
  const white: Bitmap = { width, height, data: new Uint8Array(width * height).fill(255) };

  it('is taken out, and nothing beside it, whether boxes are few or thousands', () => {
    const { below } = seeded(4);
    const boxes = Array.from({ length: 12 }, () => ({
      page: 1,
      x: below(110),
      y: below(80),
      width: below(20),
      height: below(15),
    }));
    const once = unexplainedRegions(white, noise(5, 2), width, boxes, 0.1);
    // Boxes on boxes: the same places are covered many times over.
    const often = unexplainedRegions(white, noise(5, 2), width, Array.from({ length: 400 }, () => boxes).flat(), 0.1);
    expect(once?.length).toBeGreaterThan(0);
    expect(often).toEqual(once);
  });

  it('costs the same for fifty thousand boxes as large as the page', () => {
    const whole = { page: 1, x: -50, y: -50, width: 1000, height: 1000 };
    const started = process.cpuUsage();
    expect(
      unexplainedRegions(
        white,
        noise(6),
        width,
        Array.from({ length: 50_000 }, () => whole),
        0.1,
      ),
    ).toEqual([]);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
