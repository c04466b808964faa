// Turn the types of take-apart.mjs into what tests know of it.

export function takenApart(text: string): string;
