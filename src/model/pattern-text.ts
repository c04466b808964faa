// Turn a text into a pattern that finds it as it stands.

/** Its source: what means something in a pattern stands for itself. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
