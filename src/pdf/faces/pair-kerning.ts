// Turn the tables of a face into the kerning between two of its glyphs: that of GPOS, else of the older table `kern`.
import { classesOf, coverageOf, latinLookups, type Subtable } from './layout-table.ts';
import { tableView } from './read-face.ts';

type Kerning = (left: number, right: number) => number;
/** Undefined where the subtable says nothing of the two, so that the next one may. */
type Pairs = (left: number, right: number) => number | undefined;

/** Type of pair adjustment among the lookups of GPOS, and of what points to a lookup elsewhere. */
const pairAdjustment = 2;
const extension = 9;
/** The bit of a value format for the advance, and those of the values before it. */
const advanceBit = 4;
const bitsBefore = 3;

/** In font units: each lookup adds what the first of its subtables that knows the two says. */
export function pairKerning(tables: ReadonlyMap<string, Uint8Array>): Kerning {
  const lookups = latinLookups(tableView(tables, 'GPOS'), 'kern', pairAdjustment, extension).map((subtables) => subtables.map(pairsOf));
  if (lookups.length === 0) return oldKerning(tableView(tables, 'kern'));
  return (left, right) => {
    let sum = 0;
    for (const subtables of lookups) {
      for (const pairs of subtables) {
        const value = pairs(left, right);
        if (value === undefined) continue;
        sum += value;
        break;
      }
    }
    return sum;
  };
}

function pairsOf({ view, at }: Subtable): Pairs {
  const covered = coverageOf(view, at + view.getUint16(at + 2));
  const [first, second] = [view.getUint16(at + 4), view.getUint16(at + 6)];
  const size = 2 * (bitCount(first) + bitCount(second));
  const advance = (record: number): number => (first & advanceBit ? view.getInt16(record + 2 * bitCount(first & bitsBefore)) : 0);
  if (view.getUint16(at) === 1) {
    const sets = new Map<number, ReadonlyMap<number, number>>();
    const setOf = (index: number): ReadonlyMap<number, number> => {
      const start = at + view.getUint16(at + 10 + 2 * index);
      const values = new Map<number, number>();
      for (let i = 0; i < view.getUint16(start); i++) {
        const record = start + 2 + i * (2 + size);
        const glyph = view.getUint16(record);
        if (!values.has(glyph)) values.set(glyph, advance(record + 2));
      }
      sets.set(index, values);
      return values;
    };
    return (left, right) => {
      const index = covered.get(left);
      return index === undefined ? undefined : (sets.get(index) ?? setOf(index)).get(right);
    };
  }
  const [lefts, rights] = [classesOf(view, at + view.getUint16(at + 8)), classesOf(view, at + view.getUint16(at + 10))];
  const columns = view.getUint16(at + 14);
  return (left, right) =>
    covered.has(left) ? advance(at + 16 + size * ((lefts.get(left) ?? 0) * columns + (rights.get(right) ?? 0))) : undefined;
}

/** Horizontal pairs of the table `kern`, version 0, format 0. */
function oldKerning(view: DataView): Kerning {
  const values = new Map<number, number>();
  if (view.byteLength >= 4 && view.getUint16(0) === 0) {
    let at = 4;
    for (let i = 0; i < view.getUint16(2); i++) {
      if (view.getUint16(at + 4) === 1)
        for (let pair = 0; pair < view.getUint16(at + 6); pair++) {
          const record = at + 14 + 6 * pair;
          values.set(view.getUint32(record), view.getInt16(record + 4));
        }
      at += view.getUint16(at + 2);
    }
  }
  return (left, right) => values.get(left * 0x10000 + right) ?? 0;
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
