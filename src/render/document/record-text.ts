// Turn a record of a build into its text: its format, then lists of which every value is on a line, so that two files compare line by line.

/**
 * Lists in their order; their values are JSON already. All is put together at once: a text that is added to is copied once more, and what
 * a record has goes into the hundred thousands.
 */
export function recordText(format: number, lists: readonly (readonly [name: string, values: readonly string[]])[]): string {
  const lines: string[] = [];
  lists.forEach(([name, values], list) => {
    const first = lines.length;
    for (let i = 0; i < values.length; i++) lines.push(values[i]!);
    // A list of nothing is a line as well.
    if (values.length === 0) lines.push('');
    lines[first] = `${list === 0 ? `{"format":${format},\n` : ''}"${name}":[\n${lines[first]!}`;
    lines.push(`${lines.pop()!}\n]${list === lists.length - 1 ? '}\n' : ''}`);
  });
  return lines.join(',\n');
}
