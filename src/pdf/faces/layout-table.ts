// Turn GPOS or GSUB into the subtables of one feature, with coverage and classes as look-ups.

/** A table and a place in it, from which its offsets count. */
export interface Subtable {
  readonly view: DataView;
  readonly at: number;
}

/** Lookups of this type, each by its subtables, that the feature has in the default language of Latin, else of the table's first script; extensions resolved. */
export function latinLookups(view: DataView, feature: string, type: number, extensionType: number): readonly (readonly Subtable[])[] {
  if (view.byteLength < 10) return [];
  const [scripts, features, lookups] = [view.getUint16(4), view.getUint16(6), view.getUint16(8)];
  const listed = Array.from({ length: view.getUint16(scripts) }, (_, i) => ({
    tag: tagAt(view, scripts + 2 + 6 * i),
    at: scripts + view.getUint16(scripts + 6 + 6 * i),
  }));
  const script = listed.find(({ tag }) => tag === 'latn') ?? listed[0];
  const inside = script && view.getUint16(script.at);
  if (!script || !inside) return [];
  const system = script.at + inside;
  const found: Subtable[][] = [];
  for (let i = 0; i < view.getUint16(system + 4); i++) {
    const record = features + 2 + 6 * view.getUint16(system + 6 + 2 * i);
    if (tagAt(view, record) !== feature) continue;
    const at = features + view.getUint16(record + 4);
    for (let j = 0; j < view.getUint16(at + 2); j++) {
      const lookup = lookups + view.getUint16(lookups + 2 + 2 * view.getUint16(at + 4 + 2 * j));
      const lookupType = view.getUint16(lookup);
      const own: Subtable[] = [];
      found.push(own);
      for (let k = 0; k < view.getUint16(lookup + 4); k++) {
        const subtable = lookup + view.getUint16(lookup + 6 + 2 * k);
        if (lookupType === type) own.push({ view, at: subtable });
        else if (lookupType === extensionType && view.getUint16(subtable + 2) === type)
          own.push({ view, at: subtable + view.getUint32(subtable + 4) });
      }
    }
  }
  return found;
}

/** Places in a coverage table by glyph. */
export function coverageOf(view: DataView, at: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) for (let i = 0; i < count; i++) places.set(view.getUint16(at + 4 + 2 * i), i);
  else
    for (let i = 0; i < count; i++) {
      const end = view.getUint16(at + 6 + 6 * i);
      for (let glyph = view.getUint16(at + 4 + 6 * i); glyph <= end; glyph++) places.set(glyph, places.size);
    }
  return places;
}

/** Classes by glyph; a glyph that has none is of class 0. */
export function classesOf(view: DataView, at: number): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  if (view.getUint16(at) === 1) {
    const start = view.getUint16(at + 2);
    for (let i = 0; i < view.getUint16(at + 4); i++) classes.set(start + i, view.getUint16(at + 6 + 2 * i));
  } else
    for (let i = 0; i < view.getUint16(at + 2); i++) {
      const end = view.getUint16(at + 6 + 6 * i);
      for (let glyph = view.getUint16(at + 4 + 6 * i); glyph <= end; glyph++) classes.set(glyph, view.getUint16(at + 8 + 6 * i));
    }
  return classes;
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
