// Turn lists of JSON values into the fields of one object, a value a line, so that two files compare line by line.

/** Fields in their order; values are JSON already. One growing text: hundreds of kilobytes are copied once, when they are written. */
export function jsonLists(lists: readonly (readonly [name: string, lines: readonly string[]])[]): string {
  let out = '';
  for (const [name, lines] of lists) {
    out += out === '' ? `"${name}":[\n` : `,\n"${name}":[\n`;
    let first = true;
    for (const line of lines) {
      out += first ? line : `,\n${line}`;
      first = false;
    }
    out += '\n]';
  }
  return out;
}
