// Turn a composite glyph's record into the glyphs that it is made of, and renumber them.

/** Bits of a component's flags (OpenType, `glyf`, composite glyph description). */
const argumentsAreWords = 0x0001;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasTwoByTwo = 0x0080;
/** Bytes before the first component: number of contours and four bounds. */
const headerLength = 10;

/** Offsets of the component glyph ids in a record; none for a simple or empty glyph. */
function componentOffsets(record: Uint8Array): readonly number[] {
  if (record.length < headerLength) return [];
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (view.getInt16(0) >= 0) return [];
  const offsets: number[] = [];
  let at = headerLength;
  let flags: number;
  do {
    flags = view.getUint16(at);
    offsets.push(at + 2);
    at += 4 + (flags & argumentsAreWords ? 4 : 2);
    if (flags & hasScale) at += 2;
    else if (flags & hasTwoScales) at += 4;
    else if (flags & hasTwoByTwo) at += 8;
  } while (flags & moreComponents);
  return offsets;
}

/** The glyphs that a composite glyph is made of, in order. */
export function componentsOf(record: Uint8Array): readonly number[] {
  return componentOffsets(record).map((at) => (record[at]! << 8) | record[at + 1]!);
}

/** A copy of the record whose components have new ids; simple glyphs come back as they are. */
export function renumberComponents(record: Uint8Array, newId: (glyph: number) => number): Uint8Array {
  const offsets = componentOffsets(record);
  if (offsets.length === 0) return record;
  const copy = record.slice();
  for (const at of offsets) {
    const id = newId((record[at]! << 8) | record[at + 1]!);
    copy[at] = id >> 8;
    copy[at + 1] = id & 0xff;
  }
  return copy;
}
