// Turn lists of JSON values into the fields of one object, a value a line, so that two files compare line by line.

/** Fields in their order; values are JSON already. Each list is one text at once: what its values were put together from is garbage then. */
export function jsonLists(lists: readonly (readonly [name: string, lines: readonly string[]])[]): string {
  return lists.map(([name, lines]) => `"${name}":[\n${lines.join(',\n')}\n]`).join(',\n');
}
