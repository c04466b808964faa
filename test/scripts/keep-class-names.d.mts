// Turn the types of keep-class-names.mjs into what tests know of it.

export function named(text: string): string;
