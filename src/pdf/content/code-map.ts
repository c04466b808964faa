// Turn the CMaps of fonts into what reading strings needs of them: how long each code is, which glyph it names, what it says (ISO 32000-1, 9.7.5).

/** The codes of a composite font. */
export interface CodeMap {
  /** Bytes of the code that begins with this byte. */
  readonly length: (lead: number) => 1 | 2;
  /** Glyph that a code names, by which its width is found. */
  readonly glyph: (code: number) => number;
}

/** Every code is two bytes, and is the glyph that it names. */
export const twoBytes: CodeMap = { length: () => 2, glyph: (code) => code };

/** From an embedded CMap; where it gives no range for a code, as `twoBytes`. */
export function readCodeMap(cmap: string): CodeMap {
  const single = new Uint8Array(256);
  for (const [low, high] of rangesIn(cmap, 'codespacerange')) if (low.length === 2) single.fill(1, number(low), number(high) + 1);
  const ranges = rangesIn(cmap, 'cidrange').map(([low, high, glyph]) => ({ low: number(low), high: number(high), glyph: Number(glyph) }));
  return {
    length: (lead) => (single[lead] === 1 ? 1 : 2),
    glyph: (code) => {
      const range = ranges.find(({ low, high }) => low <= code && code <= high);
      return range ? range.glyph + code - range.low : code;
    },
  };
}

/** Lines of `<low> <high> glyph`, the last absent where there is none. */
function rangesIn(cmap: string, kind: 'codespacerange' | 'cidrange'): readonly (readonly [string, string, string])[] {
  return blocksOf(cmap, kind).flatMap((block) =>
    [...block.matchAll(/<([0-9a-f]{2,4})>\s*<([0-9a-f]{2,4})>(?:\s*(\d+))?/gi)].map(
      ([, low = '', high = '', glyph = '']) => [low, high, glyph] as const,
    ),
  );
}

/** Text by code, from the CMap of a font's ToUnicode: single codes, and ranges of codes that differ in their last byte alone. */
export function readCharacterMap(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const block of blocksOf(cmap, 'bfchar')) {
    for (const [, code = '', units = ''] of block.matchAll(/<([0-9a-f]{2,4})>\s*<([0-9a-f]{1,256})>/gi))
      texts.set(number(code), fromUnits(units));
  }
  for (const block of blocksOf(cmap, 'bfrange')) {
    for (const [, first = '', last = '', units, list] of block.matchAll(range)) {
      const low = number(first);
      const high = Math.min(number(last), low | 0xff);
      const each = list?.match(/[0-9a-f]+/gi) ?? [];
      for (let code = low; code <= high; code++) {
        const said = units === undefined ? each[code - low] : units;
        if (said !== undefined) texts.set(code, units === undefined ? fromUnits(said) : laterBy(fromUnits(said), code - low));
      }
    }
  }
  return texts;
}

const range = /<([0-9a-f]{2,4})>\s*<([0-9a-f]{2,4})>\s*(?:<([0-9a-f]{1,256})>|\[([^\]]{0,65536})\])/gi;

function blocksOf(cmap: string, kind: string): readonly string[] {
  return cmap
    .split(`begin${kind}`)
    .slice(1)
    .map((rest) => rest.split(`end${kind}`, 1)[0] ?? '');
}

const number = (digits: string): number => Number.parseInt(digits, 16);

function fromUnits(units: string): string {
  return String.fromCharCode(...(units.match(/.{1,4}/g) ?? []).map(number));
}

/** The last unit of a range's text counts up with its code. */
const laterBy = (text: string, steps: number): string => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
