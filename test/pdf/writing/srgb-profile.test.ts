// The profile of the output intent, held against the definition of sRGB by arithmetic of its own.
import { describe, expect, it } from 'vitest';
import { srgbProfile } from '../../../src/pdf/writing/srgb-profile.ts';

const profile = Buffer.from(srgbProfile());
const tags = new Map(
  Array.from({ length: profile.readUInt32BE(128) }, (_, i) => {
    const at = 132 + 12 * i;
    const [place, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
    return [profile.toString('latin1', at, at + 4), profile.subarray(place, place + length)] as const;
  }),
);
const fixed = (tag: string, from = 8): number[] => {
  const data = tags.get(tag)!;
  return Array.from({ length: (data.length - from) / 4 }, (_, i) => data.readInt32BE(from + 4 * i) / 65536);
};

describe('the profile', () => {
  it('is a display of version 4, of the length that it says, with every tag that ICC asks of one', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.length).toBeLessThan(600);
    expect([profile[8], profile.toString('latin1', 12, 24), profile.toString('latin1', 36, 40)]).toEqual([4, 'mntrRGB XYZ ', 'acsp']);
    for (const tag of ['desc', 'cprt', 'wtpt', 'chad', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'])
      expect(tags.has(tag), tag).toBe(true);
    for (const data of tags.values()) expect((data.byteOffset - profile.byteOffset) % 4).toBe(0);
  });

  it('has primaries that make its white together', () => {
    const [red, green, blue] = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => fixed(tag));
    fixed('wtpt').forEach((part, i) => {
      expect(Math.abs(red![i]! + green![i]! + blue![i]! - part)).toBeLessThan(0.0003);
    });
  });

  it('adapts the white of sRGB to that of profiles', () => {
    const matrix = fixed('chad');
    const daylight = [0.95047, 1, 1.08883];
    [0.9642, 1, 0.8249].forEach((part, row) => {
      const sum = daylight.reduce((total, each, column) => total + matrix[3 * row + column]! * each, 0);
      expect(Math.abs(sum - part)).toBeLessThan(0.0003);
    });
  });

  it('has the curve of the standard', () => {
    const [power, scale, shift, slope, end] = fixed('rTRC', 12) as [number, number, number, number, number];
    const light = (value: number): number => (value >= end ? (scale * value + shift) ** power : slope * value);
    for (let step = 0; step <= 255; step++) {
      const value = step / 255;
      const expected = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      expect(Math.abs(light(value) - expected)).toBeLessThan(0.0001);
    }
    expect(tags.get('gTRC')).toEqual(tags.get('rTRC'));
  });
});
