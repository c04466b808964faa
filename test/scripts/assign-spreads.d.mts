// Turn the types of assign-spreads.mjs into what tests know of it.

export function assigned(text: string): string;
