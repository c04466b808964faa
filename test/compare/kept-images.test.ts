// What is unpacked of two versions while they are compared, counted: each image once, and no more of them are held than are looked at together.
import { describe, expect, it } from 'vitest';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import { KeptImages } from '../../src/compare/kept-images.ts';
import type { Version } from '../../src/compare/version.ts';

/** Pages of two words and a mark, whose images count how often they are unpacked. */
function counting(name: string, pages: number, markAt: number): { readonly version: Version; readonly unpacked: number[] } {
  const unpacked = new Array<number>(pages).fill(0);
  const version: Version = {
    name,
    altered: [],
    pages: unpacked.map((_, index) => ({
      width: 60,
      height: 80,
      words: ['page', `word${index}`].map((text, word) => ({ text, x: 5 + 25 * word, y: 30, width: 20, height: 8 })),
      get bitmap() {
        unpacked[index]!++;
        const data = new Uint8Array(80 * 106).fill(255);
        for (let row = 0; row < 4; row++) data.fill(0, (markAt + row) * 80 + 20, (markAt + row) * 80 + 40);
        return { width: 80, height: 106, data };
      },
    })),
  };
  return { version, unpacked };
}

describe('images of pages that are compared', () => {
  it('are unpacked once each, whatever is asked of them', () => {
    const [old, now] = [counting('old', 40, 70), counting('new', 40, 80)];
    const { counts } = compareBuilds(old.version, now.version);
    expect(counts.unexplained).toBeGreaterThanOrEqual(40);
    expect([...old.unpacked, ...now.unpacked]).toEqual(new Array<number>(80).fill(1));
  });

  it('are kept while they are among the last that were asked for', () => {
    const { version, unpacked } = counting('old', 20, 70);
    const images = new KeptImages(version, { ...version, pages: [] });
    for (let page = 0; page < 20; page++) for (const each of [0, page]) expect(images.of('old', each)?.width).toBe(80);
    expect(unpacked).toEqual(new Array<number>(20).fill(1));
    images.of('old', 1);
    expect(unpacked[1]).toBe(2);
    expect(images.of('new', 0)).toBeUndefined();
  });
});
