// Turn a bundle and its source map into ASCII, which the engine reads fastest and keeps in half the memory: other characters become escapes.

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * What the bundler leaves as it is stands in regular expressions, and in raw texts that are made into some: there an escape means the same
 * as the character. Columns of the map move with the text.
 */
export function asciiScript(code, map) {
  const lines = code.split('\n');
  const mappings = map.mappings.split(';');
  const foreign = /[^\0-\x7f]/g;
  lines.forEach((line, row) => {
    const places = [...line.matchAll(foreign)].map(({ index }) => index);
    if (places.length === 0) return;
    lines[row] = line.replace(foreign, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (mappings[row]) mappings[row] = moved(mappings[row], (column) => column + 5 * countBelow(places, column));
  });
  return { code: lines.join('\n'), map: { ...map, mappings: mappings.join(';') } };
}

/** The segments of one line, the columns that they begin at moved. */
function moved(segments, newColumn) {
  let old = 0;
  let now = 0;
  return segments
    .split(',')
    .map((segment) => {
      const { value, length } = readNumber(segment);
      old += value;
      const column = newColumn(old);
      const step = column - now;
      now = column;
      return writeNumber(step) + segment.slice(length);
    })
    .join(',');
}

/** How many of the ascending numbers are smaller. */
function countBelow(numbers, limit) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first base64 VLQ number of a segment. */
function readNumber(segment) {
  let value = 0;
  for (let i = 0; ; i++) {
    const digit = digits.indexOf(segment[i]);
    value |= (digit & 31) << (5 * i);
    if (digit < 32) return { value: value & 1 ? -(value >> 1) : value >> 1, length: i + 1 };
  }
}

function writeNumber(number) {
  let rest = number < 0 ? -number * 2 + 1 : number * 2;
  let text = '';
  do {
    text += digits[(rest & 31) | (rest > 31 ? 32 : 0)];
    rest >>= 5;
  } while (rest > 0);
  return text;
}
