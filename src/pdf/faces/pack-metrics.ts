// Turn the numbers of a face into the packed fields of its metrics file: numbers in groups of seven bits, in base64.

/** Runs in which code point and glyph rise together: gap to the run, its length, and the glyph's step from the run before. */
export function packCmap(codePoints: readonly number[], glyphOf: (codePoint: number) => number): string {
  const out: number[] = [];
  let nextCodePoint = 0;
  let nextGlyph = 0;
  for (let i = 0; i < codePoints.length; ) {
    const start = codePoints[i] ?? 0;
    const glyph = glyphOf(start);
    let length = 1;
    while (i + length < codePoints.length && codePoints[i + length] === start + length && glyphOf(start + length) === glyph + length)
      length++;
    out.push(start - nextCodePoint, length, zigzag(glyph - nextGlyph));
    nextCodePoint = start + length;
    nextGlyph = glyph + length;
    i += length;
  }
  return base64(out);
}

/** Runs of glyphs of one advance: how many, and the step from the advance before. */
export function packAdvances(advances: readonly number[]): string {
  const out: number[] = [];
  let previous = 0;
  for (let i = 0; i < advances.length; ) {
    const advance = advances[i] ?? 0;
    let length = 1;
    while (advances[i + length] === advance && i + length < advances.length) length++;
    out.push(length, zigzag(advance - previous));
    previous = advance;
    i += length;
  }
  return base64(out);
}

/** Glyphs with equal kerning on a side share a class; `values` is the matrix left class × right class, class 0 without kerning. */
export function packKern(
  glyphs: readonly number[],
  digits: ReadonlySet<number>,
  value: (left: number, right: number) => number,
): { left: string; right: string; columns: number; values: string } {
  const matrix = glyphs.map((left) => glyphs.map((right) => (digits.has(left) && digits.has(right) ? 0 : value(left, right))));
  const rowClass = classes(matrix.map((row) => row.join()));
  const columnClass = classes(glyphs.map((_, column) => matrix.map((row) => row[column]).join()));
  const values: number[] = [];
  for (const row of rowClass.members) {
    for (const column of columnClass.members) values.push(zigzag(matrix[row]?.[column] ?? 0));
  }
  const runs: number[] = [];
  for (let i = 0; i < values.length; ) {
    let length = 1;
    while (i + length < values.length && values[i + length] === values[i]) length++;
    runs.push(length, values[i] ?? 0);
    i += length;
  }
  const side = (of: readonly number[]): string => {
    const out: number[] = [];
    let previous = 0;
    for (const [i, glyph] of glyphs.entries()) {
      if (of[i] === 0) continue;
      out.push(glyph - previous, of[i] ?? 0);
      previous = glyph;
    }
    return base64(out);
  };
  return { left: side(rowClass.of), right: side(columnClass.of), columns: columnClass.members.length, values: base64(runs) };
}

/** Numbers equal keys alike, from 1; 0 for keys of zeros only. `members` has one example of each class, from class 1. */
function classes(keys: readonly string[]): { of: number[]; members: number[] } {
  const known = new Map<string, number>();
  const members: number[] = [];
  const of = keys.map((key, i) => {
    if (/^[0,]*$/.test(key)) return 0;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    members.push(i);
    known.set(key, members.length);
    return members.length;
  });
  return { of, members };
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** Numbers as little-endian groups of seven bits, in base64. */
function base64(values: readonly number[]): string {
  const bytes: number[] = [];
  for (let value of values) {
    while (value > 127) {
      bytes.push((value & 127) | 128);
      value >>>= 7;
    }
    bytes.push(value);
  }
  return Buffer.from(bytes).toString('base64');
}
