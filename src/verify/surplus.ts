// Turn a text that was read and the one that it should be into the characters that there are too many or too few of, whatever their order.

/** By character: how much more often it is read than meant, negative for less often; in order of what was read. Characters that agree are left out. */
export function surplusOf(read: string, meant: string): readonly (readonly [character: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const character of read) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of meant) counts.set(character, (counts.get(character) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0);
}
