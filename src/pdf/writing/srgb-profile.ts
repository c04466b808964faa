// Turn the definition of sRGB (IEC 61966-2-1) into a colour profile of half a kilobyte (ICC.1:2004-10), which says exactly what the standard says.

/** Bytes of the header, and of an entry in the list of tags. */
const headerLength = 128;
const tagEntryLength = 12;

/** White of the space in which profiles meet (D50), and the primaries of sRGB in it, adapted as `adaptation` says. */
const white = [0.9642, 1, 0.8249];
const red = [0.43607, 0.22249, 0.01392];
const green = [0.38515, 0.71687, 0.09708];
const blue = [0.14307, 0.06061, 0.7141];
/** From the white of sRGB (D65) to D50, by Bradford's matrix. */
const adaptation = [1.04788, 0.02292, -0.05019, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168];
/** Power, then the scale and shift before it, the slope near black and where that ends. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
/** A parametric curve of that form (ICC.1, 10.15). */
const powerWithLine = 3;

/** The same bytes every time: its day is that of this table. */
export function srgbProfile(): Uint8Array {
  const transfer = element('para', Uint8Array.of(0, powerWithLine, 0, 0), fixed(curve));
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('No rights reserved')],
    ['wtpt', element('XYZ ', fixed(white))],
    ['chad', element('sf32', fixed(adaptation))],
    ['rXYZ', element('XYZ ', fixed(red))],
    ['gXYZ', element('XYZ ', fixed(green))],
    ['bXYZ', element('XYZ ', fixed(blue))],
    ['rTRC', transfer],
    ['gTRC', transfer],
    ['bTRC', transfer],
  ];
  const first = headerLength + 4 + tagEntryLength * tags.length;
  const places = new Map<Uint8Array, number>();
  let length = first;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, length);
    length += (data.length + 3) & ~3;
  }
  const profile = new Uint8Array(length);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view);
  view.setUint32(headerLength, tags.length);
  tags.forEach(([tag, data], i) => {
    const entry = headerLength + 4 + tagEntryLength * i;
    const place = places.get(data)!;
    profile.set(ascii(tag), entry);
    view.setUint32(entry + 4, place);
    view.setUint32(entry + 8, data.length);
    profile.set(data, place);
  });
  return profile;
}

/** A display's profile, from RGB to XYZ (ICC.1, 7.2). */
function writeHeader(profile: Uint8Array, view: DataView): void {
  view.setUint32(0, profile.length);
  view.setUint32(8, 0x04200000);
  profile.set(ascii('mntrRGB XYZ '), 12);
  [2026, 1, 1, 0, 0, 0].forEach((part, i) => {
    view.setUint16(24 + 2 * i, part);
  });
  profile.set(ascii('acsp'), 36);
  profile.set(fixed(white), 68);
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Numbers with sixteen bits before and after the point. */
function fixed(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, i) => {
    view.setInt32(4 * i, Math.round(value * 0x10000));
  });
  return new Uint8Array(view.buffer);
}

/** Data of a tag: its type, four bytes that are kept, what it holds. */
const element = (type: string, ...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat([ascii(type), new Uint8Array(4), ...parts]);

/** One record, in American English. */
function localized(text: string): Uint8Array {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  const view = new DataView(new ArrayBuffer(20));
  [1, 12, 0x656e5553, utf16.length, 28].forEach((value, i) => {
    view.setUint32(4 * i, value);
  });
  return element('mluc', new Uint8Array(view.buffer), utf16);
}
