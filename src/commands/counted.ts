// Turn a number and a noun into words: `1 text`, `41 texts`.

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
