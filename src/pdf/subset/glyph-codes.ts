// Turn glyph ids of a subset into the codes that content calls them by. A code is the id: of one byte from 20 to ff, of two from 0100 to 1fff.

/** Codes below this are no codes but first bytes of longer ones: the first byte tells how long a code is. */
export const firstCode = 0x20;
const firstOfTwoBytes = 0x100;
/** Ids that codes of both lengths can name. */
const mostMixed = firstCode << 8;
/** Ids that codes can name. */
export const mostGlyphs = 0x10000;

/** How the ids of one subset are written. */
export interface GlyphCodes {
  /** The name of the CMap from codes to ids, where every reader has it. */
  readonly predefined: string | undefined;
  /** The code as it stands in a string, one character a byte. */
  bytes(id: number): string;
  /** The code in hexadecimal, as CMaps write it. */
  digits(id: number): string;
  /** Ranges of codes, low and high, as CMaps write them. */
  readonly space: readonly (readonly [string, string])[];
}

const mixed: GlyphCodes = {
  predefined: undefined,
  bytes: (id) => (id < firstOfTwoBytes ? String.fromCharCode(id) : twoBytes(id)),
  digits: (id) => id.toString(16).padStart(id < firstOfTwoBytes ? 2 : 4, '0'),
  space: [
    ['20', 'ff'],
    ['0100', '1fff'],
  ],
};

/** Every code has two bytes. */
const wide: GlyphCodes = {
  predefined: 'Identity-H',
  bytes: twoBytes,
  digits: (id) => id.toString(16).padStart(4, '0'),
  space: [['0000', 'ffff']],
};

function twoBytes(id: number): string {
  return String.fromCharCode(id >> 8, id & 0xff);
}

/** For so many ids, those without a glyph included. */
export const codesFor = (count: number): GlyphCodes => (count > mostMixed ? wide : mixed);

/** Lines allowed in one block of a CMap. */
export const linesPerBlock = 100;

/**
 * The CMap of mixed codes (ISO 32000-1, 9.7.5): the same for every font with at most `count` ids. Codes are the ids that they name,
 * because readers look for a text under either. A line keeps to one first byte.
 */
export function mixedCodeMap(count: number): string {
  const ranges = [`<20> <ff> ${firstCode}`];
  for (let id = firstOfTwoBytes; id < Math.min(count, mostMixed); id += 0x100) {
    ranges.push(`<${mixed.digits(id)}> <${mixed.digits(id + 0xff)}> ${id}`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def
/CMapName /${mixedCodeMapName} def
/CMapType 1 def
/WMode 0 def
${codeSpace(mixed)}
${ranges.length} begincidrange
${ranges.join('\n')}
endcidrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** What the CMap is called. */
export const mixedCodeMapName = 'One-Or-Two-Bytes-H';

/** The codes that there are, as CMaps say it. */
export function codeSpace({ space }: GlyphCodes): string {
  const lines = space.map(([low, high]) => `<${low}> <${high}>`);
  return `${space.length} begincodespacerange\n${lines.join('\n')}\nendcodespacerange`;
}
