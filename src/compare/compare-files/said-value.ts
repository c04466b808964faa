// Turn what a part says into a few words of a summary.

/** Characters of a value that a summary shows. */
const longest = 160;

export function quotedValue(value: string): string {
  const plain = value.replace(/\s+/gu, ' ').trim();
  return `'${plain.length > longest ? `${plain.slice(0, longest)}…` : plain}'`;
}

/** Two long values are shown from where they part. */
export function quotedPair(before: string, after: string): readonly [string, string] {
  if (before.length <= longest && after.length <= longest) return [quotedValue(before), quotedValue(after)];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  const from = Math.max(0, same - 40);
  const cut = (value: string) => quotedValue(`${from > 0 ? '…' : ''}${value.slice(from)}`);
  return [cut(before), cut(after)];
}
